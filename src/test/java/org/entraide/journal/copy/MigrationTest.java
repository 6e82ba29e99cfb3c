package org.entraide.journal.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.KilledMigration;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.FilledJournal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sqlite.MigrationFixture;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.plan.layout.CellKey;
import org.entraide.progress.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A journal that moves from a file to a real PostgreSQL and back, and is ended on the way. */
@Tag("process")
@Tag("postgres")
class MigrationTest extends MigrationFixture {

  @Test
  void thereAndBackAgainEverythingIsAsItWas() {
    Map<String, List<String>> rows = filled();

    JournalMove.Moved there = toServer(Progress.NONE);

    assertThat(there.rows()).isEqualTo(rows.values().stream().mapToInt(List::size).sum());
    assertThat(there.tables()).isEqualTo(tables.size());
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
    assertThat(rows.values()).allSatisfy(some -> assertThat(some).isNotEmpty());
    assertThat(file()).doesNotExist();
    assertThat(there.aside()).hasSize(1).allSatisfy(aside -> assertThat(aside).exists());

    JournalMove.Moved back = toFile(Progress.NONE);

    assertThat(back.rows()).isEqualTo(there.rows());
    assertThat(FilledJournal.rows(state())).isEqualTo(rows);
  }

  @Test
  void numbersGoOnWhereTheyWere() {
    long last;
    try (Journal journal = SqliteJournal.open(state())) {
      journal.beginEffect("londres", "draft", "M-1", NOW);
      last = journal.beginEffect("londres", "draft", "M-2", NOW);
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
    long next = journal.beginEffect("londres", "draft", "M-3", NOW);
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
    JournalMove.Moved with(Progress progress);
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
      CellKey some = journal.memory("londres").writtenHashes().keySet().iterator().next();
      journal.storeWrittenHashes("londres", Map.of(some, "another")); // as many rows as before
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
}
