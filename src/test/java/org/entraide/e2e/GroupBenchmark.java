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
import org.entraide.journal.server.DatabaseServer;
import org.jspecify.annotations.NullMarked;

/**
 * Many campaigns on four processes with one PostgreSQL, beside one process with SQLite: what it
 * takes until everybody is introduced, and what they cost at rest. Prints a table for {@code *
 * docs/several-machines.md}.
 *
 * <p>{@code -Dgroup.sizes=100,1000 -Dgroup.people=200 -Dgroup.rest=180 -Dgroup.poll=60s
 * -Dgroup.heap=1000} is a federation of consulates, and takes an hour on two cores.
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

  /**
   * What was counted by one moment, or since another.
   *
   * @param requests to spreadsheets
   * @param cpu of all daemons, in seconds
   */
  private record Count(long passes, long requests, long transactions, double cpu) {

    Count since(Count earlier) {
      return new Count(
          passes - earlier.passes,
          requests - earlier.requests,
          transactions - earlier.transactions,
          cpu - earlier.cpu);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Postgres.durable(); // as the journal in a file is
    System.out.println(
        "| campaigns of "
            + PEOPLE
            + " | journal | processes | until all are at rest | requests a campaign"
            + " | transactions a campaign | CPU a campaign | then cycles a minute"
            + " | requests a cycle | transactions a cycle | CPU a cycle | memory, at most |");
    System.out.println("|---:|---|" + "---:|".repeat(10));
    for (int size : Arrays.stream(SIZES.split(",", -1)).mapToInt(Integer::parseInt).toArray()) {
      new GroupBenchmark().measure(size, 1, Optional.empty());
      new GroupBenchmark().measure(size, PROCESSES, Optional.of(Postgres.fresh()));
    }
    System.exit(0); // whatever still listens ends with it
  }

  private void measure(int campaigns, int processes, Optional<DatabaseServer> server)
      throws Exception {
    Federation federation = new Federation(campaigns);
    for (int campaign = 0; campaign < campaigns; campaign++) {
      for (int pair = 0; pair < PEOPLE / 2; pair++) {
        federation.pair(campaign);
      }
    }
    Program program = Program.shared();
    List<Process> daemons = new ArrayList<>();
    List<Door> doors = new ArrayList<>();
    try {
      Count nothing = count(List.of(), server);
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
      Count busy = count(daemons, server).since(nothing);
      Thread.sleep(REST * 1000L);
      Count quiet = count(daemons, server).since(nothing).since(busy);
      print(campaigns, processes, server.isPresent(), settled, busy, quiet, memory(daemons));
    } finally {
      for (Process daemon : daemons) {
        daemon.destroy();
        daemon.waitFor();
      }
      doors.forEach(Door::close);
    }
  }

  private static void print(
      int campaigns,
      int processes,
      boolean shared,
      double settled,
      Count busy,
      Count quiet,
      double memory) {
    double cycles = Math.max(1, quiet.passes());
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %.0f s | %.1f | %s | %.0f ms | %.0f | %.2f | %s | %.0f ms | %.0f MB |%n",
        campaigns,
        shared ? "PostgreSQL" : "SQLite",
        processes,
        settled,
        busy.requests() / (double) campaigns,
        shared ? rounded(busy.transactions() / (double) campaigns) : "-",
        busy.cpu() * 1000 / campaigns,
        cycles * 60 / REST,
        quiet.requests() / cycles,
        shared ? rounded(quiet.transactions() / cycles) : "-",
        quiet.cpu() * 1000 / cycles,
        memory);
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** The most that all daemons held, in megabytes. */
  private static double memory(List<Process> daemons) throws IOException {
    double kilobytes = 0;
    for (Process daemon : daemons) {
      for (String line : Files.readAllLines(Path.of("/proc/" + daemon.pid() + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return kilobytes / 1024;
  }

  private void note(Door.Entry entry) {
    requests.incrementAndGet();
    if (entry.isFirst()) {
      passes.incrementAndGet();
    }
  }

  private Count count(List<Process> daemons, Optional<DatabaseServer> server)
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

  private static long transactions(DatabaseServer server) throws SQLException {
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
