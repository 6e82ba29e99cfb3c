package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entraide.Main;
import org.entraide.campaign.port.Journal;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.journal.sqlite.SqliteJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate-journal}, {@code backup} and {@code restore} of an installation, as typed. */
@Tag("postgres")
class MigrateActionTest {

  private static final Instant NOON = Instant.parse("2020-03-25T12:00:00Z");

  private record Ended(int exitCode, String out, String err) {}

  @TempDir private Path directory;
  private final DatabaseServer server = Postgres.fresh();
  private final String url = server.url() + "?user=postgres";

  @BeforeEach
  void installed() throws IOException {
    Files.writeString(directory.resolve("credentials.json"), "{}");
    inSqlite();
  }

  private Path state() {
    return directory.resolve("state");
  }

  private void inSqlite() throws IOException {
    configure("");
  }

  private void inPostgres() throws IOException {
    configure("journal = \"" + url + "\"");
  }

  private void configure(String line) throws IOException {
    Files.writeString(
        directory.resolve("entraide.toml"),
        """
        [state]
        directory = "state"
        %s
        [google]
        credentials = "credentials.json"
        [campaigns.londres]
        spreadsheet = "1Sheet"
        delegate = "delegue@example.org"
        """
            .formatted(line));
  }

  private Ended entraide(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--config";
    all[words.length + 1] = directory.resolve("entraide.toml").toString();
    int exitCode =
        Main.execute(new Console(new PrintWriter(out, true), new PrintWriter(err, true)), all);
    return new Ended(exitCode, out.toString(), err.toString());
  }

  private void givenInSqlite(String reference) {
    try (Journal journal = SqliteJournal.open(state())) {
      journal.reserve("londres", List.of(reference));
      journal.beginEffect("londres", "draft", "M-" + reference, NOON);
    }
  }

  private void inTheDatabase(String reference) {
    try (Journal journal = ServerJournal.openReadOnly(server).journal()) {
      assertThat(journal.memory("londres").references()).containsExactly(reference);
    }
  }

  @Test
  void itSaysWhichLineToWriteAndWhereTheOldJournalIs() throws IOException {
    givenInSqlite("7KQ47");
    Files.createDirectories(state().resolve("tokens"));
    Files.writeString(state().resolve("tokens").resolve("a.json"), "{}");

    Ended there = entraide("migrate-journal", url);

    assertThat(there.exitCode()).as(there.err()).isZero();
    assertThat(there.out().strip()).isEqualTo("journal = \"" + url + "\"");
    Path aside = Backups.aside(state()).get(0);
    assertThat(there.err())
        .contains("2 rows of ", aside.toString(), "run --take-over", "auth login", "entraide.toml");
    inTheDatabase("7KQ47");

    inPostgres();
    Ended back = entraide("migrate-journal", "sqlite");

    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out()).isEmpty();
    assertThat(back.err())
        .contains("leave out the key journal", "Drop that database")
        .doesNotContain("auth login");
    try (Journal journal = SqliteJournal.openReadOnly(state())) {
      assertThat(journal.memory("londres").references()).containsExactly("7KQ47");
    }
    Ended again = entraide("migrate-journal", "sqlite");
    assertThat(again.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(again.err()).contains("the journal was moved to " + state().resolve("journal.db"));
  }

  @Test
  void anotherStateDirectoryCanBeNamed() throws IOException {
    givenInSqlite("7KQ47");
    entraide("migrate-journal", url);
    inPostgres();
    Path other = directory.resolve("other");

    Ended back = entraide("migrate-journal", "jdbc:sqlite:" + other.resolve("journal.db"));

    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out().strip()).isEqualTo("directory = \"" + other + "\"");
    assertThat(other.resolve("journal.db")).exists();
  }

  @Test
  void whatCannotBeMeantIsWrongUsageAndNoPasswordIsRepeated() throws IOException {
    givenInSqlite("7KQ47");
    for (String wrong :
        List.of(
            "sqlite",
            "jdbc:sqlite:/x/other.db",
            "jdbc:mysql://db/entraide",
            "jdbc:postgresql://a:secret@db/entraide",
            "jdbc:postgresql://db/entraide?user=a&password=secret")) {
      Ended ended = entraide("migrate-journal", wrong);
      assertThat(ended.exitCode()).as(wrong).isEqualTo(ExitCode.USAGE);
      assertThat(ended.err()).doesNotContain("secret", "\tat ");
    }
    inPostgres();
    assertThat(entraide("migrate-journal", url).exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void underADaemonNothingMoves() throws IOException {
    givenInSqlite("7KQ47");
    try (DaemonLock held = DaemonLock.acquire(state()).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(entraide("migrate-journal", url).exitCode()).isEqualTo(ExitCode.ALREADY_RUNNING);
    }
    entraide("migrate-journal", url);
    inPostgres();
    try (ServerJournal journal = ServerJournal.open(server)) {
      journal.leases().join("d1", "a daemon", "1", true, Duration.ofMinutes(1));

      Ended ended = entraide("migrate-journal", "sqlite");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.ALREADY_RUNNING);
      assertThat(ended.err()).contains("a daemon");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToBeTriedAgain() throws IOException {
    givenInSqlite("7KQ47");

    Ended ended = entraide("migrate-journal", "jdbc:postgresql://127.0.0.1:1/entraide");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(Backups.log(state().resolve("journal.db"))).isEmpty();
  }

  @Test
  void aBackupOfTheDatabaseIsRestoredIntoItAndIntoAFile() throws IOException {
    givenInSqlite("7KQ47");
    entraide("migrate-journal", url);
    inPostgres();
    Path backup = directory.resolve("backup.db");

    assertThat(entraide("backup", backup.toString()).exitCode()).isZero();
    assertThat(entraide("backup", backup.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    try (Journal journal = ServerJournal.open(server).journal()) {
      journal.reserve("londres", List.of("LATER"));
    }
    Ended restored = entraide("restore", backup.toString());

    assertThat(restored.exitCode()).as(restored.err()).isZero();
    assertThat(restored.err()).contains("What stood there before is put aside");
    inTheDatabase("7KQ47");
    Path nonsense = Files.writeString(directory.resolve("nonsense"), "x".repeat(5000));
    Ended wrong = entraide("restore", nonsense.toString());
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("choose another backup");

    inSqlite();
    assertThat(entraide("restore", backup.toString()).exitCode()).isZero();
    try (Journal journal = SqliteJournal.openReadOnly(state())) {
      assertThat(journal.memory("londres").references()).containsExactly("7KQ47");
    }
  }
}
