package org.entraide.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.entraide.journal.Postgres;
import org.entraide.journal.Server;
import org.jspecify.annotations.NullMarked;

/**
 * Many campaigns on four processes with one PostgreSQL, beside one process with SQLite: how long
 * until all are at rest, and what they cost then. Prints a table for {@code
 * docs/several-machines.md}.
 *
 * <p>{@code -Dgroup.sizes=1000 -Dgroup.people=200 -Dgroup.rest=300 -Dgroup.poll=60s
 * -Dgroup.heap=1000} is a federation of consulates, and wants a machine with several cores for the
 * office alone.
 */
@NullMarked
public final class GroupBenchmark {

  private static final int PROCESSES = 4;
  private static final String SIZES = System.getProperty("group.sizes", "15,30,60");
  private static final int PEOPLE = Integer.getInteger("group.people", 8);
  private static final int REST = Integer.getInteger("group.rest", 60);
  private static final String POLL = System.getProperty("group.poll", "5s");

  /** Of each of the four daemons, in megabytes; a single one has as much as all of them. */
  private static final int HEAP = Integer.getInteger("group.heap", 256);

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final double TICKS = 100; // of /proc/PID/stat, a second

  private final AtomicLong passes = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();

  private GroupBenchmark() {}

  /** What was counted by one moment. */
  private record Count(long passes, long requests, long transactions, double cpu) {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "| campaigns of "
            + PEOPLE
            + " | journal | processes | until all are at rest | cycles a minute"
            + " | requests a cycle | transactions a cycle | CPU a campaign and minute |");
    System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|");
    for (int size : Arrays.stream(SIZES.split(",", -1)).mapToInt(Integer::parseInt).toArray()) {
      new GroupBenchmark().measure(size, 1, Optional.empty());
      new GroupBenchmark().measure(size, PROCESSES, Optional.of(Postgres.fresh()));
    }
    System.exit(0); // whatever still listens ends with it
  }

  private void measure(int campaigns, int processes, Optional<Server> server) throws Exception {
    Federation federation = new Federation(campaigns);
    for (int campaign = 0; campaign < campaigns; campaign++) {
      for (int pair = 0; pair < PEOPLE / 2; pair++) {
        federation.pair(campaign);
      }
    }
    Program program = Program.plain();
    List<Process> daemons = new ArrayList<>();
    List<Door> doors = new ArrayList<>();
    try {
      long began = System.nanoTime();
      for (int i = 0; i < processes; i++) {
        Path home = Files.createTempDirectory("entraide-bench-");
        doors.add(new Door(federation.office(), i, this::note));
        Path configuration =
            federation.configuration(
                home, doors.get(i).root(), server.map(it -> it.url() + "?user=postgres"), POLL);
        daemons.add(
            program.start(
                home.resolve("said.txt"),
                configuration,
                List.of("env", "JDK_JAVA_OPTIONS=-Xmx" + HEAP * PROCESSES / processes + "m"),
                "run"));
      }
      for (int rested = 0; rested < campaigns; rested++) { // nobody answers there any more
        while (!federation.isSettled(rested, false)) {
          if (System.nanoTime() - began > LONGEST.toNanos()) {
            throw new IllegalStateException("They do not come to rest.");
          }
          Thread.sleep(500);
        }
      }
      double settled = (System.nanoTime() - began) / 1e9;
      Count before = count(daemons, server);
      Thread.sleep(REST * 1000L);
      Count after = count(daemons, server);
      print(campaigns, processes, server.isPresent(), settled, before, after);
    } finally {
      for (Process daemon : daemons) {
        daemon.destroy();
        daemon.waitFor();
      }
      doors.forEach(Door::close);
    }
  }

  private static void print(
      int campaigns, int processes, boolean shared, double settled, Count before, Count after) {
    double minutes = REST / 60.0;
    double cycles = Math.max(1, after.passes() - before.passes());
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %.0f s | %.0f | %.2f | %s | %.0f ms |%n",
        campaigns,
        shared ? "PostgreSQL" : "SQLite",
        processes,
        settled,
        cycles / minutes,
        (after.requests() - before.requests()) / cycles,
        shared
            ? String.format(
                Locale.ROOT, "%.1f", (after.transactions() - before.transactions()) / cycles)
            : "-",
        (after.cpu() - before.cpu()) * 1000 / minutes / campaigns);
  }

  private void note(Door.Entry entry) {
    requests.incrementAndGet();
    if (entry.isFirst()) {
      passes.incrementAndGet();
    }
  }

  private Count count(List<Process> daemons, Optional<Server> server)
      throws IOException, SQLException {
    double cpu = 0;
    for (Process daemon : daemons) {
      String stat = Files.readString(Path.of("/proc/" + daemon.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      cpu += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }
    return new Count(
        passes.get(), requests.get(), server.isPresent() ? transactions(server.get()) : 0, cpu);
  }

  private static long transactions(Server server) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url(), "postgres", "postgres");
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT xact_commit FROM pg_stat_database WHERE datname ="
                        + " current_database()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
