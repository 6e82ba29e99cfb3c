package org.entraide.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.Command;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.SqliteFileFixture;
import org.entraide.journal.table.PeopleTables;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteFileTest extends SqliteFileFixture {

  private static final Instant NOON = Instant.parse("2020-03-25T12:00:00Z");

  @Test
  void onlyItsOwnerCanSeeIt() throws IOException {
    try (Journal journal = open()) {
      journal.reserve("londres", List.of("7KQ47"));

      assertThat(mode(state())).isEqualTo("rwx------");
      try (var files = Files.list(state())) {
        List<Path> all = files.toList();
        assertThat(all)
            .extracting(path -> path.getFileName().toString())
            .containsExactlyInAnyOrder("journal.db", "journal.db-wal", "journal.db-shm");
        assertThat(all).allSatisfy(path -> assertThat(mode(path)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void aLookThroughAllOfItFindsItWhole() {
    open().close();

    JournalInspection found = JournalInspection.of(state());

    assertThat(found.format()).isEqualTo(VERSION);
    assertThat(found.bytes()).isGreaterThan(4096);
    assertThat(found.sqlite()).startsWith("3.");
    assertThat(found.damage()).isEmpty();
    assertThat(found.file()).isEqualTo(file());
  }

  /** What opening it does not look for: it would take as long again. */
  @Test
  void aLookThroughAllOfItFindsAnIndexThatLacksARow() throws SQLException {
    open().close();
    String page;
    try (Connection c = raw()) {
      page = text(c, "SELECT rootpage || '' FROM sqlite_schema WHERE name = 'command_open'");
      run(c, "PRAGMA writable_schema = 1");
      run(c, "DELETE FROM sqlite_schema WHERE name = 'command_open'");
    }
    try (Connection c = raw()) {
      run(c, "INSERT INTO command (kind, argument, queued_at) VALUES ('look', '7KQ47', '')");
    }
    try (Connection c = raw()) {
      run(c, "PRAGMA writable_schema = 1");
      run(
          c,
          "INSERT INTO sqlite_schema VALUES ('index', 'command_open', 'command', "
              + page
              + ", 'CREATE INDEX command_open ON command (id) WHERE done_at IS NULL')");
    }

    open().close(); // opens as if nothing were

    assertThat(JournalInspection.of(state()).damage())
        .isNotEmpty()
        .allMatch(step -> step.contains("command_open"));
  }

  private static String text(Connection c, String sql) throws SQLException {
    return Sql.query(c, sql, row -> row.getString(1)).get(0);
  }

  @Test
  void whatIsWrittenIsSyncedToTheDisk() {
    try (SqliteDatabase database = database(JournalSchema.sqlite())) {
      assertThat(ask(database, "PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(ask(database, "PRAGMA synchronous")).isEqualTo("2");
      assertThat(ask(database, "PRAGMA foreign_keys")).isEqualTo("1");
    }
  }

  @Test
  void aReaderBesideAWriterNeitherWaitsNorSeesHalf() {
    try (SqliteDatabase writer = database(JournalSchema.sqlite());
        Journal reader = SqliteJournal.openReadOnly(state())) {
      writer.change(
          c -> {
            PeopleTables.reserve(c, "londres", List.of("7KQ47"));
            assertThat(reader.memory("londres").references()).isEmpty();
          });

      assertThat(reader.memory("londres").references()).containsExactly("7KQ47");
    }
  }

  @Test
  void aReaderCannotWrite() {
    try (Journal journal = SqliteJournal.openReadOnly(opened())) {
      assertThat(problem(() -> journal.reserve("londres", List.of("7KQ47"))).kind())
          .isEqualTo(Kind.DENIED);
    }
  }

  @Test
  void aReaderFindsNoJournalWhereNoneIsAndCreatesNone() {
    JournalProblem problem = problem(() -> SqliteJournal.openReadOnly(state()));

    assertThat(problem.kind()).isEqualTo(Kind.ABSENT);
    assertThat(problem).hasMessageStartingWith(file() + ": there is no journal yet. Start");
    assertThat(state()).doesNotExist();
  }

  @Test
  void commandsQueuedByManyAtOnceAreAllThere() {
    try (Journal one = open();
        Journal two = open()) {
      CompletableFuture<List<Long>> beside = Beside.get(() -> enqueue(two, 40));
      List<Long> ids = new ArrayList<>(enqueue(one, 40));
      ids.addAll(beside.join());

      assertThat(ids).doesNotHaveDuplicates().hasSize(80);
      assertThat(one.queuedCommands()).extracting(Command::id).hasSameElementsAs(ids).isSorted();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void twoThatCreateItAtOnceShareOne(int round) throws IOException {
    CompletableFuture<Journal> beside = Beside.get(this::open);
    try (Journal one = open();
        Journal two = beside.join()) {
      one.reserve("londres", List.of("r" + round));

      assertThat(two.memory("londres").references()).containsExactly("r" + round);
    }
    try (var files = Files.list(state())) {
      assertThat(files).containsExactly(file());
    }
  }

  private static List<Long> enqueue(Journal journal, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> journal.enqueue("explain", "7KQ47", NOON))
        .toList();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
