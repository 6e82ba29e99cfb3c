package org.entraide.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.entraide.campaign.Journal;
import org.entraide.group.Leases;
import org.entraide.journal.JournalProblem.Kind;
import org.entraide.match.Progress;
import org.entraide.plan.CellKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that moves from a file to a real PostgreSQL and back, and is ended on the way. */
@Tag("process")
@Tag("postgres")
class MigrationTest {

  private static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");
  private static final int PEOPLE = 300; // several batches of cells

  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @TempDir private Path temp;
  private final Server server = Postgres.fresh();
  private List<CopiedTable> tables = List.of();
  private int moves;

  @BeforeEach
  void knowTheTables() {
    tables = FilledJournal.tables(temp.resolve("empty"));
  }

  private Path state() {
    return temp.resolve("state");
  }

  private Path file() {
    return SqliteFile.in(state());
  }

  private Map<String, List<String>> filled() {
    try (Journal journal = SqliteJournal.open(state())) {
      FilledJournal.fill(journal, PEOPLE, 1);
    }
    return FilledJournal.rows(state());
  }

  private Migration.Moved toServer(Progress progress) {
    return Migration.toServer(state(), "here", server, NOW.plusSeconds(moves++), progress);
  }

  private Migration.Moved toFile(Progress progress) {
    return Migration.toFile(server, state(), progress);
  }

  /** As a kill would: nothing more is done, and what was not committed never was. */
  private static Progress endingAt(int step) {
    int[] steps = {0};
    return (phase, done, total) -> {
      if (++steps[0] == step) {
        throw new Ended();
      }
    };
  }

  private static Progress endingAt(String begin) {
    return (phase, done, total) -> {
      if (phase.startsWith(begin)) {
        throw new Ended();
      }
    };
  }

  private static JournalProblem problem(Runnable call) {
    return catchThrowableOfType(JournalProblem.class, call::run);
  }

  @Test
  void thereAndBackAgainEverythingIsAsItWas() {
    Map<String, List<String>> rows = filled();

    Migration.Moved there = toServer(Progress.NONE);

    assertThat(there.rows()).isEqualTo(rows.values().stream().mapToInt(List::size).sum());
    assertThat(there.tables()).isEqualTo(tables.size());
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
    assertThat(rows.values()).allSatisfy(some -> assertThat(some).isNotEmpty());
    assertThat(file()).doesNotExist();
    assertThat(there.aside()).hasSize(1).allSatisfy(aside -> assertThat(aside).exists());

    Migration.Moved back = toFile(Progress.NONE);

    assertThat(back.rows()).isEqualTo(there.rows());
    assertThat(FilledJournal.rows(state())).isEqualTo(rows);
  }

  @Test
  void numbersGoOnWhereTheyWere() {
    long last;
    try (Journal journal = SqliteJournal.open(state())) {
      journal.begin("londres", "draft", "M-1", NOW);
      last = journal.begin("londres", "draft", "M-2", NOW);
    }
    toServer(Progress.NONE);
    try (Journal journal = ServerJournal.open(server).journal()) {
      last = follows(journal, last);
    }
    toFile(Progress.NONE);
    try (Journal journal = SqliteJournal.open(state())) {
      follows(journal, last);
    }
  }

  private static long follows(Journal journal, long last) {
    long next = journal.begin("londres", "draft", "M-3", NOW);
    assertThat(next).isEqualTo(last + 1);
    return next;
  }

  @Test
  void endedAtAnyStepAndBegunAgainItEndsEqual() {
    Map<String, List<String>> rows = filled();

    untilDone(this::toServer, rows);
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
    untilDone(this::toFile, rows);
    assertThat(FilledJournal.rows(state())).isEqualTo(rows);
  }

  private interface Run {
    Migration.Moved with(Progress progress);
  }

  private void untilDone(Run run, Map<String, List<String>> rows) {
    for (Progress ending :
        List.of(
            endingAt(1),
            endingAt(6),
            endingAt(13),
            endingAt(tables.size() + 1),
            endingAt(2 * tables.size()),
            endingAt("comparing"),
            endingAt("leaving"),
            endingAt("opening"))) {
      assertThatExceptionOfType(Ended.class).isThrownBy(() -> run.with(ending));
      List<Map<String, List<String>>> open = new ArrayList<>();
      readable(() -> FilledJournal.rows(state())).ifPresent(open::add);
      readable(() -> FilledJournal.rows(server, tables)).ifPresent(open::add);
      assertThat(open).as("what a daemon can open").hasSizeLessThan(2).allMatch(rows::equals);
    }
    run.with(Progress.NONE);
  }

  private static <T> Optional<T> readable(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (JournalProblem e) {
      assertThat(e.kind()).isIn(Kind.UNFINISHED, Kind.MOVED, Kind.ABSENT);
      return Optional.empty();
    }
  }

  @Test
  void aProcessThatIsKilledIsGoneOnFrom() throws Exception {
    Map<String, List<String>> rows = filled();

    for (int step : List.of(9, tables.size() + 9)) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xshare:auto",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledMigration.class.getName(),
                  state().toString(),
                  server.url(),
                  String.valueOf(step))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor()).isEqualTo(KilledMigration.KILLED);
      assertThat(FilledJournal.rows(state())).isEqualTo(rows);
      assertThat(problem(() -> ServerJournal.open(server)).kind()).isEqualTo(Kind.UNFINISHED);
    }
    toServer(Progress.NONE);

    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
  }

  @Test
  void whatChangedBetweenTwoTriesIsCopiedAnew() {
    filled();
    assertThatExceptionOfType(Ended.class).isThrownBy(() -> toServer(endingAt(2 * tables.size())));
    try (Journal journal = SqliteJournal.open(state())) {
      journal.reserve("londres", List.of("LATER"));
      CellKey some = journal.memory("londres").cells().keySet().iterator().next();
      journal.wrote("londres", Map.of(some, "another")); // as many rows as before
    }
    Map<String, List<String>> rows = FilledJournal.rows(state());

    toServer(Progress.NONE);

    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
  }

  @Test
  void aRowThatDiffersIsNoticedAndMended() {
    Map<String, List<String>> rows = filled();
    for (String damage :
        List.of(
            "UPDATE first_answer SET answered_at = 'x' WHERE reference LIKE 'P0%'",
            "DELETE FROM introduction WHERE number = 3",
            "UPDATE introduction SET distance_km = 7, attempted = NOT attempted WHERE number = 1",
            "UPDATE note SET kind = 'VANISHEDx', subject = ''",
            "INSERT INTO erased VALUES ('x', 'y')")) {
      boolean[] damaged = {false};
      JournalProblem problem =
          problem(
              () ->
                  toServer(
                      (phase, done, total) -> {
                        if (phase.equals("comparing") && !damaged[0]) {
                          damaged[0] = true;
                          FilledJournal.execute(server, damage);
                        }
                      }));

      assertThat(problem).as(damage).isNotNull();
      assertThat(problem.kind()).isEqualTo(Kind.DIFFERENT);
      assertThat(FilledJournal.rows(state())).isEqualTo(rows);
    }
    toServer(Progress.NONE);

    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
  }

  /** Earlier versions wrote it into the file. */
  @Test
  void aTextThatTheServerDoesNotTakeStopsNothing() throws SQLException {
    filled();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = file.createStatement()) {
      statement.execute("UPDATE place SET name = 'Pa' || char(0) || 'ris'");
    }

    toServer(Progress.NONE);

    assertThat(FilledJournal.rows(server, tables).get("place"))
        .isNotEmpty()
        .allMatch(place -> place.contains("Pa\ufffdris"));
  }

  @Test
  void aTargetThatHoldsAJournalIsRefusedAndLeftAsItIs() {
    filled();
    try (Journal journal = ServerJournal.open(server).journal()) {
      journal.reserve("londres", List.of("7KQ47"));
    }
    assertThat(problem(() -> toServer(Progress.NONE)).kind()).isEqualTo(Kind.TAKEN);
    assertThat(FilledJournal.rows(server, tables).get("given_reference")).hasSize(1);

    JournalProblem other = problem(() -> toFile(Progress.NONE));
    assertThat(other.kind()).isEqualTo(Kind.TAKEN);
    assertThat(other).hasMessageStartingWith(file() + ": a journal is there already. Nothing");
    assertThat(FilledJournal.rows(state()).get("given_reference")).hasSizeGreaterThan(PEOPLE);
  }

  @Test
  void anotherJournalsUnfinishedMigrationIsLeftToIt() {
    filled();
    assertThatExceptionOfType(Ended.class).isThrownBy(() -> toServer(endingAt(3)));

    JournalProblem problem =
        problem(() -> Migration.toServer(state(), "there", server, NOW, Progress.NONE));

    assertThat(problem.kind()).isEqualTo(Kind.TAKEN);
    assertThat(problem).hasMessageContaining("an unfinished migration of another journal");
  }

  /** Just after the file was put aside a daemon with the old configuration makes a new one. */
  @Test
  void aNewFileInTheOldOnesPlaceReplacesNothing() {
    Map<String, List<String>> rows = filled();
    assertThatExceptionOfType(Ended.class).isThrownBy(() -> toServer(endingAt("opening")));
    try (Journal journal = SqliteJournal.open(state())) {
      journal.reserve("londres", List.of("7KQ47"));
    }

    assertThat(problem(() -> toServer(Progress.NONE)).kind()).isEqualTo(Kind.TAKEN);

    try (ServerJournal target = ServerJournal.openToMigrate(server)) {
      assertThat(FilledJournal.rows(target.database(), tables)).isEqualTo(rows);
    }
  }

  @Test
  void nobodyOpensATargetThatIsNotFinished() {
    filled();
    assertThatExceptionOfType(Ended.class).isThrownBy(() -> toServer(endingAt(5)));

    for (Runnable open :
        List.<Runnable>of(
            () -> ServerJournal.open(server), () -> ServerJournal.openReadOnly(server))) {
      assertThat(problem(open).kind()).isEqualTo(Kind.UNFINISHED);
      assertThat(problem(open))
          .hasMessageContaining("a migration into it is not finished. Run migrate-journal again");
    }
    toServer(Progress.NONE);
    assertThatExceptionOfType(Ended.class).isThrownBy(() -> toFile(endingAt(5)));

    for (Runnable open :
        List.<Runnable>of(
            () -> SqliteJournal.open(state()),
            () -> SqliteJournal.openReadOnly(state()),
            () -> Inspection.of(state()),
            () -> Backups.copy(state(), temp.resolve("backup")))) {
      assertThat(problem(open).kind()).isEqualTo(Kind.UNFINISHED);
    }
  }

  @Test
  void aDatabaseThatWasLeftIsOpenedByNobodyAndCanBeReturnedTo() {
    Map<String, List<String>> rows = filled();
    toServer(Progress.NONE);
    toFile(Progress.NONE);

    JournalProblem problem = problem(() -> ServerJournal.open(server));
    assertThat(problem.kind()).isEqualTo(Kind.MOVED);
    assertThat(problem).hasMessageContaining("the journal was moved to " + file());
    assertThat(problem(() -> toFile(Progress.NONE)).kind()).isEqualTo(Kind.MOVED);

    toServer(Progress.NONE);
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
  }

  @Test
  void nothingMovesFromUnderADaemon() {
    filled();
    try (ServerJournal journal = ServerJournal.open(server)) {
      Leases leases = journal.leases();
      leases.join("d1", "a daemon", "1", true, Duration.ofMinutes(1));
      JournalProblem problem = problem(() -> toServer(Progress.NONE));
      assertThat(problem.kind()).isEqualTo(Kind.AT_WORK);
      assertThat(problem).hasMessageContaining("daemons are at work on it: a daemon. Stop them");
      leases.leave("d1");
      toServer(Progress.NONE);

      leases.join("d1", "a daemon", "1", true, Duration.ofMinutes(1));
      assertThat(problem(() -> toFile(Progress.NONE)).kind()).isEqualTo(Kind.AT_WORK);
      assertThat(file()).doesNotExist();
    }
  }

  /** One that was opened before waits for the end, and then finds that the journal is elsewhere. */
  @Test
  void aDaemonThatComesMeanwhileDoesNotJoin() {
    filled();
    toServer(Progress.NONE);
    try (ServerJournal journal = ServerJournal.open(server)) {
      List<CompletableFuture<Void>> joining = new ArrayList<>();

      toFile(
          (phase, done, total) -> {
            if (joining.isEmpty()) {
              joining.add(
                  CompletableFuture.runAsync(
                      () -> journal.leases().join("d1", "late", "1", true, Duration.ofMinutes(1))));
            }
          });

      assertThat(catchThrowableOfType(CompletionException.class, joining.get(0)::join))
          .hasRootCauseInstanceOf(IOException.class)
          .hasMessageContaining("the journal was moved to");
    }
  }

  @Test
  void aDatabaseThatGoesAwayMeanwhileIsSaidAndGoneOnWith() {
    Map<String, List<String>> rows = filled();
    JournalProblem into = problem(() -> toServer(disconnectingAt("copying")));
    assertThat(into.kind()).isEqualTo(Kind.AWAY);
    toServer(Progress.NONE);

    JournalProblem from = problem(() -> toFile(disconnectingAt("copying")));
    assertThat(from.kind()).isEqualTo(Kind.AWAY);
    assertThat(from.place()).isEqualTo(server.place());
    toFile(Progress.NONE);

    assertThat(FilledJournal.rows(state())).isEqualTo(rows);
  }

  private Progress disconnectingAt(String wanted) {
    boolean[] once = {false};
    return (phase, done, total) -> {
      if (phase.equals(wanted) && !once[0]) {
        once[0] = true;
        Postgres.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(server.place().replaceFirst(".*/", "")));
      }
    };
  }

  @Test
  void whereNothingIsNothingMoves() {
    assertThat(problem(() -> toServer(Progress.NONE)).kind()).isEqualTo(Kind.ABSENT);
  }

  /** Whatever a later version adds to the tables of the group must be thought of here. */
  @Test
  void everyTableOfTheServerIsCopiedOrTheGroups() {
    String names = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
    List<String> all = new ArrayList<>();
    try (ServerJournal journal = ServerJournal.open(server)) {
      all.addAll(journal.database().read(c -> Sql.query(c, names, row -> row.getString(1))));
    }
    all.removeAll(tables.stream().map(CopiedTable::name).toList());

    assertThat(all)
        .containsExactlyInAnyOrder(
            "flyway_schema_history", "member", "lease", "quota", "quota_slice", "token");
  }
}
