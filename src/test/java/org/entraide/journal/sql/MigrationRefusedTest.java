package org.entraide.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.entraide.campaign.port.Journal;
import org.entraide.group.Leases;
import org.entraide.journal.Postgres;
import org.entraide.journal.copy.CopiedTable;
import org.entraide.journal.copy.JournalMove;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.JournalInspection;
import org.entraide.journal.sqlite.MigrationFixture;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.progress.Progress;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a migration refuses, and what goes on meanwhile. */
@Tag("process")
@Tag("postgres")
class MigrationRefusedTest extends MigrationFixture {

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
        problem(() -> JournalMove.toServer(state(), "there", server, NOW, Progress.NONE));

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
            () -> JournalInspection.of(state()),
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
                  Beside.run(
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
