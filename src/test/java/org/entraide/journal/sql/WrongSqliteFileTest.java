package org.entraide.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sqlite.SqliteDatabase;
import org.entraide.journal.sqlite.SqliteFile;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.journal.table.SqlJournal;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.plan.layout.CellKey;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of other versions, damaged ones, and files that cannot be written. */
class WrongSqliteFileTest extends SqliteFileFixture {

  @Test
  void aNewerJournalIsRefusedAndLeftAsItIs() throws IOException {
    database(oneMore("CREATE TABLE later (id INTEGER);")).close();
    byte[] before = Files.readAllBytes(file());

    JournalProblem problem = problem(this::open);

    assertThat(problem.kind()).isEqualTo(Kind.NEWER);
    assertThat(problem.place()).isEqualTo(file().toString());
    assertThat(problem)
        .hasMessage(
            file()
                + ": a newer version of Entraide wrote the journal (format %d; this one knows %d)."
                    .formatted(VERSION + 1, VERSION)
                + " Run that newer version, or restore a backup made before it was installed.");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void anOlderJournalIsBroughtUpToDateAndKeepsItsContent() throws IOException {
    try (Journal journal = open()) {
      journal.reserve("londres", List.of("7KQ47"));
    }
    JournalSchema next = oneMore("CREATE TABLE later (id INTEGER);");
    assertThat(problem(() -> new SqliteFile(state(), next).openReadOnly()).kind())
        .isEqualTo(Kind.OLDER);

    try (SqliteDatabase database = database(next)) {
      assertThat(ask(database, "PRAGMA user_version")).isEqualTo("" + (VERSION + 1));
      assertThat(ask(database, "SELECT count(*) FROM later")).isEqualTo("0");
      assertThat(ask(database, "SELECT reference FROM given_reference")).isEqualTo("7KQ47");
    }
  }

  @Test
  void aJournalOfTheFirstFormatGoesOn() throws IOException, SQLException {
    asOfTheFirstVersion();
    RememberedMatching matched =
        new RememberedMatching("k", List.of(), List.of(new ProposedPair("7KQ47", "73E2M")));
    try (Journal journal = open()) {
      assertThat(journal.memory("londres").references()).containsExactly("7KQ47");
      assertThat(journal.memory("londres").matching()).isEqualTo(RememberedMatching.NOTHING);
      assertThat(journal.memory("londres").introductions().keySet())
          .containsExactly("M-7KQ47", "M-0B3DR");

      journal.storeMatching("londres", matched);

      assertThat(journal.memory("londres").matching()).isEqualTo(matched);
    }
  }

  /** As the first versions made it, which had no Flyway. */
  private void asOfTheFirstVersion() throws IOException, SQLException {
    StateDirectory.ensure(state());
    String script;
    try (InputStream in =
        JournalSchema.class.getResourceAsStream("/org/entraide/journal/tables/V1__journal.sql")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection c = raw()) {
      for (String sql :
          script.replace("${number}", "INTEGER PRIMARY KEY AUTOINCREMENT").split(";", -1)) {
        if (!sql.isBlank()) {
          run(c, sql);
        }
      }
      run(c, "INSERT INTO given_reference VALUES ('londres', '7KQ47')");
      run(
          c,
          "INSERT INTO introduction (campaign, reference, person, helper, needs, state, mailbox,"
              + " begun_at, attempted) VALUES ('londres', 'M-7KQ47', '7KQ47', '73E2M', '', 'SENT',"
              + " '', '2020-03-25T12:00:00.000000000Z', 1), ('londres', 'M-0B3DR', '0B3DR',"
              + " '73E2M', '', 'SENT', '', '2020-03-25T12:00:00.000000000Z', 1)");
      run(c, "PRAGMA user_version = 1");
    }
  }

  private JournalSchema oneMore(String script) throws IOException {
    Path scripts = Files.createDirectories(temp.resolve("scripts"));
    Files.writeString(scripts.resolve("V" + (VERSION + 1) + "__later.sql"), script);
    return JournalSchema.sqlite().and("filesystem:" + scripts, VERSION + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void twoThatBringItUpToDateAtOnceShareOne(int round) throws IOException, SQLException {
    asOfTheFirstVersion();
    CompletableFuture<Journal> beside = Beside.get(this::open);
    try (Journal one = open();
        Journal two = beside.join()) {
      one.reserve("londres", List.of("r" + round));

      assertThat(two.memory("londres").references())
          .containsExactlyInAnyOrder("7KQ47", "r" + round);
    }
  }

  @Test
  void anUpgradeThatFailsHalfWayLeavesTheOlderJournal() throws IOException {
    opened();
    JournalSchema broken = oneMore("CREATE TABLE later (id INTEGER);\nCREATE NONSENSE;\n");

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> database(broken));

    try (SqliteDatabase database = database(JournalSchema.sqlite())) {
      assertThat(ask(database, "PRAGMA user_version")).isEqualTo("" + VERSION);
      assertThat(ask(database, "SELECT count(*) FROM sqlite_master WHERE name = 'later'"))
          .isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.3, 0.5, 0.9, 0.999})
  void aTruncatedJournalIsRefusedAndLeftAsItIs(double part) throws IOException {
    filled();
    long size = (long) (Files.size(file()) * part);
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }

    refusedAsDamaged();
  }

  @Test
  void aJournalShortOfItsLastByteIsRefusedAndLeftAsItIs() throws IOException {
    filled();
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }

    refusedAsDamaged();
  }

  @Test
  void aJournalOverwrittenInPartIsRefusedAndLeftAsItIs() throws IOException {
    filled();
    byte[] content = Files.readAllBytes(file());
    byte[] noise = "noise".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(noise, 0, content, content.length / 2, noise.length);
    Files.write(file(), content);

    refusedAsDamaged();
  }

  @Test
  void anotherFileOfThatNameIsRefusedAndLeftAsItIs() throws IOException {
    Files.createDirectories(state());
    Files.writeString(file(), "This is no database. ".repeat(500));

    refusedAsDamaged();
  }

  @Test
  void aLogWithoutItsJournalIsNotPlayedIntoANewOne() throws IOException {
    Files.createDirectories(state());
    Files.writeString(state().resolve("journal.db-wal"), "what another journal left");

    assertThat(problem(this::open).kind()).isEqualTo(Kind.DAMAGED);
    assertThat(file()).doesNotExist();
  }

  @Test
  void aJournalThatLostItsLogIsAnOlderJournal() throws IOException {
    try (Journal journal = open()) {
      journal.reserve("londres", List.of("7KQ47"));
    }
    Path copy = Files.createDirectory(temp.resolve("copy"));
    try (Journal journal = open()) {
      journal.reserve("londres", List.of("73E2M"));
      Files.copy(file(), copy.resolve("journal.db"));
    }

    try (Journal older = SqliteJournal.open(copy)) {
      assertThat(older.memory("londres").references()).containsExactly("7KQ47");
      older.reserve("londres", List.of("M-7KQ47"));
    }
  }

  @Test
  void whatADeadProcessLeftInTheLogIsRecovered() throws IOException {
    Path copy = Files.createDirectory(temp.resolve("copy"));
    try (Journal journal = open()) {
      journal.reserve("londres", List.of("7KQ47"));
      for (String name : List.of("journal.db", "journal.db-wal")) {
        Files.copy(state().resolve(name), copy.resolve(name));
      }
    }

    try (Journal reader = SqliteJournal.openReadOnly(copy)) {
      assertThat(reader.memory("londres").references()).containsExactly("7KQ47");
    }
    try (Journal next = SqliteJournal.open(copy)) {
      assertThat(next.memory("londres").references()).containsExactly("7KQ47");
    }
  }

  @Test
  void aFullDiskUndoesTheChangeAndIsSaid() {
    SqliteDatabase database = database(JournalSchema.sqlite());
    try (Journal journal = new SqlJournal(database)) {
      journal.reserve("londres", List.of("7KQ47"));
      ask(database, "PRAGMA max_page_count = 40");

      JournalProblem problem = problem(() -> journal.storeWrittenHashes("londres", cells()));

      assertThat(problem.kind()).isEqualTo(Kind.FULL);
      assertThat(problem).hasMessageStartingWith(file() + ": the disk is full. Free some space");
      assertThat(journal.memory("londres").writtenHashes()).isEmpty();
      ask(database, "PRAGMA max_page_count = 100000");
      journal.storeWrittenHashes("londres", cells());
      assertThat(journal.memory("londres").writtenHashes()).hasSize(5_000);
    }
  }

  @Test
  void aStateDirectoryThatIsAFileIsSaid() throws IOException {
    Files.writeString(state(), "");

    JournalProblem problem = problem(this::open);

    assertThat(problem.kind()).isEqualTo(Kind.DENIED);
    assertThat(problem).hasMessageContaining("there is a file where a directory is due");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsSaidAtOnce() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
    Files.createDirectories(state());
    Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("r-x------"));

    JournalProblem problem = problem(this::open);

    assertThat(problem.kind()).isEqualTo(Kind.DENIED);
    assertThat(problem).hasMessageContaining("may not write there").hasMessageContaining("belongs");
  }

  @Test
  void aJournalThatCannotBeWrittenIsSaidAtOnce() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
    opened();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));

    assertThat(problem(this::open).kind()).isEqualTo(Kind.DENIED);
  }

  @Test
  void aJournalThatIsClosedSaysSo() {
    Journal journal = open();
    journal.close();
    journal.close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(journal::queuedCommands)
        .withMessage("The journal was used after it was closed.");
  }

  private void filled() {
    try (Journal journal = open()) {
      journal.storeWrittenHashes("londres", cells());
    }
  }

  private void refusedAsDamaged() throws IOException {
    byte[] before = Files.readAllBytes(file());

    JournalProblem problem = problem(this::open);

    assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
    assertThat(problem)
        .hasMessageStartingWith(file().toString())
        .hasMessageContaining("It was left as it is.")
        .hasMessageContaining("restore a backup");
    assertThat(problem(() -> SqliteJournal.openReadOnly(state())).kind()).isEqualTo(Kind.DAMAGED);
    assertThat(file()).hasBinaryContent(before);
  }

  private static Map<CellKey, String> cells() {
    return IntStream.range(0, 5_000)
        .boxed()
        .collect(Collectors.toMap(i -> new CellKey("p" + i, "status"), i -> "hash" + i));
  }
}
