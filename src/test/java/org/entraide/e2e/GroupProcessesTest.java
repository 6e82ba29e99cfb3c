package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.testkit.PointedRef;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several real daemons with one real PostgreSQL and one office: killed, suspended, cut off from
 * either, told to end and started again, and the database failed over to one that has not heard of
 * the last seconds, while people answer. At half time a newer version takes the place of whoever is
 * started again, while the older ones go on. A short while ordinarily; {@code -Dgroup.seconds=600}
 * for longer, {@code -Dgroup.seed=0} for other happenings every time.
 */
@NullMarked
@Tag("process")
@Tag("postgres")
class GroupProcessesTest {

  private static final int DAEMONS = 5;
  private static final int CAMPAIGNS = Integer.getInteger("group.campaigns", 10);
  private static final int SECONDS = Integer.getInteger("group.seconds", 20);

  /** Then also drafts are waited for that are looked for, and made again after ten minutes. */
  private static final boolean LONG = SECONDS >= 600;

  private static final Duration SETTLES = Duration.ofMinutes(LONG ? 25 : 4);

  /** In seconds. By then whoever lost a lease with the database's last seconds has looked. */
  private static final int LEASE = 3;

  /** In seconds. On two cores a request may be under way for so long. */
  private static final int GRACE = 6;

  private static final List<String> ALL_THAT_HAPPENS =
      List.of("killed", "suspended", "database cut", "google cut", "ended", "failed over");

  private static final String ONCE = "once.txt"; // what a single run said

  /** What a daemon says of a mistake of its own, and a line of a stack. */
  private static final Pattern BUG = Pattern.compile("a bug|\tat org[.]");

  @TempDir Path directory;

  private final ConcurrentLinkedQueue<Door.Entry> entries = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> happened = new HashMap<>();

  /** Each once before any comes again, so that a short run has each, too. */
  private final List<String> coming = new ArrayList<>();

  private int unknown;
  private final List<Long> failovers = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final Federation federation = new Federation(CAMPAIGNS);
  private final DatabaseServer server = Postgres.fresh();

  /** A daemon's place: its door, its cable, and the process that is there now. */
  private final class Member {
    private final Door door;
    private final Cable cable;
    private final Path home;
    private final Path configuration;
    private @Nullable Process process;
    private final List<Long> started = new ArrayList<>();
    private final List<long[]> suspended = new ArrayList<>();

    Member(int number) throws IOException {
      this.door = new Door(federation.office(), number, entries::add);
      this.cable = new Cable(Postgres.port());
      this.home = Files.createDirectory(directory.resolve("daemon-" + number));
      String name = server.url().substring(server.url().lastIndexOf('/'));
      this.configuration =
          federation.configuration(
              home,
              door.root(),
              Optional.of("jdbc:postgresql://127.0.0.1:" + cable.port() + name + "?user=postgres"));
    }

    void start(Program program) throws IOException {
      started.add(System.nanoTime());
      process =
          program.start(
              home.resolve("said-" + started.size() + ".txt"),
              configuration,
              List.of(
                  "env",
                  "JDK_JAVA_OPTIONS=-Dentraide.lease=%d -Dentraide.grace=%d -Xmx128m"
                      .formatted(LEASE, GRACE)),
              "run");
    }

    /** Whether none was started between two moments. */
    boolean isTheSame(long from, long to) {
      return started.stream().noneMatch(at -> at > from && at < to);
    }

    boolean isAlive() {
      return process != null && process.isAlive();
    }

    Process process() {
      return Objects.requireNonNull(process);
    }

    void signal(String name) throws Exception {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process().pid()))
          .inheritIO()
          .start()
          .waitFor();
    }

    String said() throws IOException {
      StringBuilder all = new StringBuilder();
      for (int i = 1; i <= started.size(); i++) {
        all.append(Files.readString(home.resolve("said-" + i + ".txt")));
      }
      return all.toString();
    }
  }

  @AfterEach
  void end() throws Exception {
    for (Member member : members) {
      if (member.process != null) { // it was started
        member.signal("CONT");
        member.process().destroyForcibly().waitFor();
      }
      member.door.close();
      member.cable.close();
    }
  }

  @Test
  void whateverHappensToThemNothingIsLostNothingIsDoubledAndNoCampaignIsAnybodysTwice()
      throws Exception {
    Program older = Program.shared();
    for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
      federation.pair(campaign);
    }
    for (int i = 0; i < DAEMONS; i++) {
      members.add(new Member(i));
    }
    assertThat(once(older)).as(Files.readString(directory.resolve(ONCE))).isZero();
    for (Member member : members) {
      member.start(older);
    }
    long seed = Long.getLong("group.seed", 1);
    Random random = new Random(seed == 0 ? System.nanoTime() : seed);
    happen(older, random);
    Program newer = Program.newer(directory, "CREATE TABLE later (id INTEGER)");
    once(newer);
    assertThat(Postgres.hasTable(server, "later")).isTrue();
    long upgraded = System.nanoTime();
    happen(newer, random);
    assertThat(entries)
        .as("the older ones go on")
        .anyMatch(
            it -> it.begun() > upgraded && members.get(it.door()).isTheSame(upgraded, it.ended()));
    for (Member member : members) {
      member.door.shut(false);
      member.cable.cut(false);
      if (member.isAlive()) { // one by one; who failed often would rest for long
        member.signal("TERM");
        assertThat(member.process().waitFor(20, TimeUnit.SECONDS)).as("ends when told").isTrue();
      }
      member.start(newer);
    }
    settle();

    System.out.printf(
        "group: %d daemons, %d campaigns, seed %d, %s, %d requests of spreadsheets, %d turns%n",
        DAEMONS, CAMPAIGNS, seed, happened, entries.size(), turns());
    for (Member member : members) {
      assertThat(member.said().lines().filter(it -> BUG.matcher(it).find())).isEmpty();
    }
    assertThat(overlaps()).isEmpty();
    for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
      assertNothingLostOrDoubled(campaign);
    }
    // whoever is killed right at a draft leaves one that is looked for, and all may at a failover
    int most = happened.values().stream().mapToInt(n -> n).sum() + DAEMONS * failovers.size();
    assertThat(unknown).isLessThanOrEqualTo(LONG ? 0 : most);
  }

  /** A newer program's end takes long: it writes the archive that makes its other starts quick. */
  private int once(Program program) throws Exception {
    Path said = directory.resolve(ONCE);
    Process process = program.start(said, members.get(0).configuration, List.of(), "run", "--once");
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(said).lines().filter(it -> BUG.matcher(it).find())).isEmpty();
    return process.exitValue();
  }

  /** For half of the time. */
  private void happen(Program program, Random random) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() / 2;
    while (System.nanoTime() < until) {
      happenOne(program, random);
    }
  }

  private void happenOne(Program program, Random random) throws Exception {
    federation.pair(random.nextInt(CAMPAIGNS));
    Member member = members.get(random.nextInt(DAEMONS));
    if (coming.isEmpty()) {
      coming.addAll(ALL_THAT_HAPPENS);
      Collections.shuffle(coming, random);
    }
    String what = coming.remove(0);
    happened.merge(what, 1, Integer::sum);
    if (what.equals("failed over")) {
      String standby = Postgres.standby(server);
      federation.pair(random.nextInt(CAMPAIGNS));
      Thread.sleep(500L + random.nextInt(3_500));
      Postgres.failOver(server, standby);
      failovers.add(System.nanoTime());
      return;
    }
    if (!member.isAlive()) {
      member.start(program);
      return;
    }
    long pause = 1_000L + random.nextInt(7_000);
    switch (what) {
      case "killed" -> {
        member.process().destroyForcibly().waitFor();
        Thread.sleep(pause / 4);
        member.start(program);
      }
      case "suspended" -> {
        long from = System.nanoTime();
        member.signal("STOP");
        Thread.sleep(pause);
        member.suspended.add(new long[] {from, System.nanoTime()});
        member.signal("CONT");
      }
      case "database cut" -> {
        member.cable.cut(true);
        Thread.sleep(pause);
        member.cable.cut(false);
      }
      case "google cut" -> {
        member.door.shut(true);
        Thread.sleep(pause);
        member.door.shut(false);
      }
      default -> {
        member.signal("TERM");
        assertThat(member.process().waitFor(20, TimeUnit.SECONDS)).as("ends when told").isTrue();
        member.start(program);
      }
    }
  }

  /** Until everybody has been introduced and written to the sheet, and for a while after that. */
  private void settle() throws Exception {
    long until = System.nanoTime() + SETTLES.toNanos();
    while (System.nanoTime() < until && !federation.isSettled(!LONG)) {
      Thread.sleep(1_000);
    }
    Thread.sleep(8_000);
  }

  private void assertNothingLostOrDoubled(int campaign) {
    Grid answers = federation.answers(campaign);
    Grid ledger = federation.ledger(campaign);
    String name = Federation.name(campaign);
    assertThat(answers.lines()).as(name).hasSize(2 * federation.pairs(campaign));
    assertThat(answers.lines()).extracting(Grid.Line::ref).as(name).doesNotHaveDuplicates();
    List<Grid.Line> looked = ledger.where("État", "En préparation");
    unknown += looked.size();
    assertThat(answers.where("Statut", "Brouillon prêt"))
        .as(name)
        .hasSize(2 * (federation.pairs(campaign) - looked.size()));
    assertThat(answers.where("Statut", "Proposé")).as(name).hasSize(2 * looked.size());
    assertThat(ledger.lines())
        .extracting(
            line -> PointedRef.of(line.get("Personne")) + " " + PointedRef.of(line.get("Bénévole")))
        .as(name)
        .doesNotHaveDuplicates()
        .hasSize(federation.pairs(campaign));
    assertThat(federation.drafted(campaign))
        .as(name)
        .containsExactlyInAnyOrderElementsOf(
            ledger.where("État", "Brouillon prêt").stream().map(Grid.Line::ref).toList());
  }

  // ---- by the office's own record

  private List<String> overlaps() {
    List<String> overlaps = new ArrayList<>();
    Pass.bySpreadsheet(entries)
        .forEach(
            (sheet, passes) -> {
              passes.sort(Comparator.comparingLong(Pass::begun));
              for (int i = 1; i < passes.size(); i++) {
                Pass one = passes.get(i - 1);
                Pass next = passes.get(i);
                if (one.door() != next.door()
                    && next.begun() < one.ended()
                    && !mayBeLate(one.door(), one.before(), one.last())
                    && !mayBeLate(next.door(), next.since(), next.begun())) {
                  overlaps.add(overlap(sheet, one, next));
                }
              }
            });
    return overlaps;
  }

  private String overlap(String sheet, Pass one, Pass next) {
    return "%s: daemon %d began %.1f s before daemon %d ended, whose last request took %.1f s; it woke %s s before that, and the database failed over %s s before"
        .formatted(
            sheet,
            next.door(),
            (one.ended() - next.begun()) / 1e9,
            one.door(),
            (one.ended() - one.last()) / 1e9,
            members.get(one.door()).suspended.stream()
                .map(it -> (one.last() - it[1]) / 1e9)
                .toList(),
            failovers.stream().map(it -> (one.last() - it) / 1e9).toList());
  }

  /**
   * Whether a request may have been sent when another had the lease. A daemon that was suspended
   * right between the look at its lease and a request sends that one late, and it alone. Whoever
   * has a lease of which the database knows no more after a failover learns that at its next look.
   *
   * @param before when the daemon's request before that had ended
   */
  private boolean mayBeLate(int door, long before, long begun) {
    return members.get(door).suspended.stream()
            .anyMatch(it -> before < it[1] && isWithinALease(it[1], begun))
        || failovers.stream().anyMatch(it -> isWithinALease(it, begun));
  }

  private static boolean isWithinALease(long from, long to) {
    return to > from && to - from < TimeUnit.SECONDS.toNanos(LEASE);
  }

  /** How often another daemon went on with a campaign. */
  private int turns() {
    int turns = 0;
    Set<Integer> doors = new HashSet<>();
    for (List<Pass> passes : Pass.bySpreadsheet(entries).values()) {
      passes.sort(Comparator.comparingLong(Pass::begun));
      for (int i = 1; i < passes.size(); i++) {
        turns += passes.get(i).door() == passes.get(i - 1).door() ? 0 : 1;
        doors.add(passes.get(i).door());
      }
    }
    assertThat(doors).as("daemons at work").hasSizeGreaterThan(2);
    return turns;
  }
}
