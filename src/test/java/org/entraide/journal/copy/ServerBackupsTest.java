package org.entraide.journal.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.entraide.campaign.port.Journal;
import org.entraide.group.Leases;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.FilledJournal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.SqliteDatabase;
import org.entraide.journal.sqlite.SqliteFile;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.plan.layout.CellKey;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real PostgreSQL's journal, and of a file's, each put back into either. */
@Tag("postgres")
class ServerBackupsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");
  private static final int PEOPLE = 200;

  @TempDir private Path temp;
  private final DatabaseServer server = Postgres.fresh();
  private List<CopiedTable> tables = List.of();

  @BeforeEach
  void knowTheTables() {
    tables = FilledJournal.tables(temp.resolve("empty"));
  }

  private Path backup() {
    return temp.resolve("backup.db");
  }

  private Map<String, List<String>> filledServer() {
    try (Journal journal = ServerJournal.open(server).journal()) {
      FilledJournal.fill(journal, PEOPLE, 1);
    }
    return FilledJournal.rows(server, tables);
  }

  @Test
  void aBackupOfADatabaseIsOneOfAFileAndIsRestoredAsOne() throws IOException {
    Map<String, List<String>> rows = filledServer();
    Path state = Files.createDirectory(temp.resolve("state"));

    ServerBackups.copy(server, backup());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
        .isEqualTo("rw-------");
    assertThat(beside(backup())).as("no log, nothing left over").containsExactly("backup.db");
    Backups.restore(state, backup(), NOW);
    assertThat(FilledJournal.rows(state)).isEqualTo(rows);
  }

  /** What is there of its name; SQLite puts logs beside files. */
  private static List<String> beside(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.contains("backup"))
          .toList();
    }
  }

  @Test
  void aBackupOfAFileIsRestoredIntoADatabaseAndWhatStoodThereIsKept() throws IOException {
    Map<String, List<String>> before = filledServer();
    Path state = temp.resolve("state");
    try (Journal journal = SqliteJournal.open(state)) {
      FilledJournal.fill(journal, PEOPLE, 2);
    }
    Backups.copy(state, backup());
    Path other = temp.resolve("other");

    Optional<Path> kept = ServerBackups.restore(server, other, backup(), NOW);

    assertThat(FilledJournal.rows(server, tables)).isEqualTo(FilledJournal.rows(state));
    assertThat(Backups.aside(other)).containsExactly(kept.orElseThrow());
    ServerBackups.restore(server, other, kept.get(), NOW.plusSeconds(1));
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(before);
  }

  @Test
  void whereNothingStoodNothingIsKeptAndNumbersGoOn() {
    Path state = temp.resolve("state");
    long last;
    try (Journal journal = SqliteJournal.open(state)) {
      last = journal.beginEffect("londres", "draft", "M-1", NOW);
    }
    Backups.copy(state, backup());

    assertThat(ServerBackups.restore(Postgres.empty(), temp.resolve("o"), backup(), NOW)).isEmpty();
    assertThat(ServerBackups.restore(server, temp.resolve("other"), backup(), NOW)).isEmpty();

    try (Journal journal = ServerJournal.open(server).journal()) {
      assertThat(journal.beginEffect("londres", "draft", "M-2", NOW)).isEqualTo(last + 1);
    }
  }

  @Test
  void anOlderVersionsBackupIsBroughtUpToDate() throws IOException {
    Path state = Files.createDirectory(temp.resolve("state"));
    JournalSchema older =
        new JournalSchema(
            JournalSchema.sqlite().locations(), 7, JournalSchema.sqlite().placeholders());
    try (SqliteDatabase database = new SqliteFile(state, older).open()) {
      database.change(
          c -> Sql.update(c, "INSERT INTO given_reference VALUES ('londres', '7KQ47')"));
    }

    ServerBackups.restore(server, temp.resolve("other"), SqliteFile.in(state), NOW);

    try (Journal journal = ServerJournal.open(server).journal()) {
      assertThat(journal.memory("londres").references()).containsExactly("7KQ47");
    }
  }

  /** Two cells that are always written at once are never seen apart. */
  @Test
  void besideADaemonThatWritesItIsOneMoment() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch writing = new CountDownLatch(20);
    try (Journal journal = ServerJournal.open(server).journal()) {
      CompletableFuture<Void> daemon =
          Beside.run(
              () -> {
                for (int i = 0; !stop.get(); i++) {
                  journal.storeWrittenHashes(
                      "londres",
                      Map.of(new CellKey("a", "x"), "h" + i, new CellKey("z", "x"), "h" + i));
                  journal.storeNotes(
                      "londres", Map.of(new Journal.Note(Journal.Note.Kind.ALIAS, "i" + i), "z"));
                  writing.countDown();
                }
              });
      writing.await();
      for (int i = 0; i < 5; i++) {
        Path file = temp.resolve("backup" + i);
        ServerBackups.copy(server, file);
        Path state = Files.createDirectory(temp.resolve("state" + i));
        Backups.restore(state, file, NOW);
        try (Journal copy = SqliteJournal.openReadOnly(state)) {
          assertThat(Set.copyOf(copy.memory("londres").writtenHashes().values())).hasSize(1);
        }
      }
      stop.set(true);
      daemon.join();
    }
  }

  @Test
  void aDaemonsJournalIsNotReplaced() {
    Map<String, List<String>> rows = filledServer();
    ServerBackups.copy(server, backup());
    Path other = temp.resolve("other");
    try (ServerJournal journal = ServerJournal.open(server)) {
      Leases leases = journal.leases();
      leases.join("d1", "a daemon", "1", true, Duration.ofMinutes(1));

      assertThat(problem(() -> ServerBackups.restore(server, other, backup(), NOW)).kind())
          .isEqualTo(Kind.AT_WORK);
    }
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void whatIsNoBackupIsRefusedAndChangesNothing() throws IOException {
    Map<String, List<String>> rows = filledServer();
    Path nonsense = Files.writeString(temp.resolve("nonsense"), "x".repeat(5000));

    for (Path wrong : List.of(nonsense, temp.resolve("absent"))) {
      JournalProblem problem =
          problem(() -> ServerBackups.restore(server, temp.resolve("other"), wrong, NOW));
      assertThat(problem.place()).isEqualTo(wrong.toString());
    }
    assertThat(FilledJournal.rows(server, tables)).isEqualTo(rows);
  }

  private static JournalProblem problem(Runnable call) {
    return catchThrowableOfType(JournalProblem.class, call::run);
  }
}
