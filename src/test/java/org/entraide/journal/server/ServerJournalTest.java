package org.entraide.journal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.group.Leases;
import org.entraide.group.Leases.Renewal;
import org.entraide.journal.JournalContract;
import org.entraide.journal.Postgres;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.place.CachedPlace;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class ServerJournalTest extends JournalContract {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final DatabaseServer server = Postgres.fresh();

  @Override
  protected Journal open() {
    return ServerJournal.open(server).journal();
  }

  @Test
  void twoThatMakeItsTablesAtOnceShareThem() {
    DatabaseServer empty = Postgres.empty();
    CompletableFuture<Journal> beside = Beside.get(() -> ServerJournal.open(empty).journal());
    try (Journal one = ServerJournal.open(empty).journal();
        Journal two = beside.join()) {
      one.reserve("londres", List.of("7KQ47"));

      assertThat(two.memory("londres").references()).containsExactly("7KQ47");
    }
  }

  @Test
  void aReaderFindsNoJournalWhereNoneIsAndMakesNone() {
    DatabaseServer empty = Postgres.empty();

    assertThat(problem(() -> ServerJournal.openReadOnly(empty)).kind()).isEqualTo(Kind.ABSENT);
    assertThat(problem(() -> ServerJournal.openReadOnly(empty)).kind()).isEqualTo(Kind.ABSENT);
  }

  /** Tables are all campaigns': others go on reading and writing them. */
  @Test
  void anErasureRewritesNoTableAndWaitsForNobodyWhoReads() throws SQLException {
    fillWithTwoPeople();
    try (Journal daemon = open();
        Connection reader = connection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      long before = file(statement); // read within a transaction that goes on

      daemon.erase("londres", theFirst());

      assertThat(file(statement)).isEqualTo(before);
      assertThat(daemon.memory("londres").references()).doesNotContain("7KQ47");
    }
    try (Connection after = connection();
        Statement statement = after.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT reltuples >= 0 FROM pg_class WHERE relname = 'cell'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getBoolean(1)).isTrue(); // negative until a table is vacuumed
    }
  }

  @Test
  void anAnswerThatTwoKeepAtOnceIsKeptOnce() throws Exception {
    CachedPlace mine = new CachedPlace(Optional.empty(), "mine", NOON, NOON.plus(LONG));
    try (Journal daemon = open();
        Connection another = connection();
        Statement statement = another.createStatement()) {
      another.setAutoCommit(false);
      statement.execute(
          "INSERT INTO place (hash, question, fetched_at, expires_at) VALUES ('h1', 'theirs',"
              + " '2020-04-01T12:00:00Z', '2099-01-01T00:00:00Z')");
      CompletableFuture<Void> keeping = Beside.run(() -> daemon.keepPlace("h1", mine));
      while (!waits(statement) && !keeping.isDone()) {
        Thread.sleep(5);
      }

      another.commit();

      keeping.join();
      assertThat(daemon.place("h1")).map(CachedPlace::question).contains("theirs");
    }
  }

  /** Whether another transaction waits for one of this database. */
  private static boolean waits(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) > 0 FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(server.url(), "postgres", "postgres");
  }

  /** The number of the file that holds a table, another once it is rewritten. */
  private static long file(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT pg_relation_filenode('cell'), (SELECT count(*) FROM cell)")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aNewerJournalIsRefused() {
    try (ServerJournal journal = ServerJournal.open(server)) {
      journal.journal().reserve("londres", List.of("7KQ47"));
    }
    JournalSchema older =
        new JournalSchema(
            List.of("classpath:org/entraide/journal/tables"),
            8,
            JournalSchema.server().placeholders());

    JournalProblem problem = problem(() -> ServerJournal.open(server, older));

    assertThat(problem.kind()).isEqualTo(Kind.NEWER);
    assertThat(problem).hasMessageContaining("(format 10; this one knows 8)");
  }

  /** Daemons are brought to a new version one by one: those that still run go on until they end. */
  @Test
  void anOlderOneThatIsAtWorkGoesOnBesideANewerOneAndDoesNotStartAgain(@TempDir Path scripts)
      throws IOException {
    Files.writeString(
        scripts.resolve("V11__later.sql"),
        "ALTER TABLE note ADD COLUMN later TEXT;\n"
            + "ALTER TABLE lease ADD COLUMN later BIGINT;\n"
            + "CREATE TABLE later (id BIGINT);\n");
    JournalSchema later = JournalSchema.server().and("filesystem:" + scripts, 11);
    try (ServerJournal older = ServerJournal.open(server);
        Journal theirs = older.journal()) {
      older.leases().join("old", "old", "1", true, LONG);
      older.leases().take("old", List.of("londres"), Duration.ZERO);
      work(theirs, older.leases(), "old");
      try (ServerJournal newer = ServerJournal.open(server, later);
          Journal ours = newer.journal()) {
        newer.leases().join("new", "new", "2", true, LONG);
        newer.leases().take("new", List.of("dakar"), Duration.ZERO);
        work(theirs, older.leases(), "old");
        work(ours, newer.leases(), "new");

        assertThat(ours.memory("londres").notes()).isEqualTo(theirs.memory("londres").notes());
        older.leases().leave("old");
        assertThat(newer.leases().take("new", List.of("londres"), LONG))
            .containsOnly(Map.entry("londres", 2L));
      }
    }

    assertThat(problem(() -> ServerJournal.open(server)).kind()).isEqualTo(Kind.NEWER);
  }

  @Test
  void aServerThatIsNotThereIsSaidWithoutAnyPassword() {
    DatabaseServer nobody =
        new DatabaseServer(
            "jdbc:postgresql://127.0.0.1:1/entraide?sslmode=disable",
            Optional.of("entraide"),
            Optional.of("a secret"));

    JournalProblem problem = problem(() -> ServerJournal.open(nobody));

    assertThat(problem.kind()).isEqualTo(Kind.AWAY);
    assertThat(problem)
        .hasMessageStartingWith("jdbc:postgresql://127.0.0.1:1/entraide: the database does not");
    assertThat(nobody.toString()).doesNotContain("secret");
  }

  @Test
  void whoeverMayNotUseTheDatabaseIsToldWhatToCheck() {
    Postgres.execute("CREATE ROLE stranger LOGIN");
    DatabaseServer stranger =
        new DatabaseServer(server.url(), Optional.of("stranger"), Optional.empty());
    DatabaseServer none =
        new DatabaseServer(server.url() + "_not", server.user(), server.password());

    JournalProblem problem =
        problem(() -> ServerJournal.open(stranger).journal().reserve("londres", List.of("a")));
    assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
    assertThat(problem).hasMessageContaining("may not read or write Entraide’s tables");
    assertThat(problem(() -> ServerJournal.open(none)))
        .hasMessageContaining("there is no such database");
  }

  @Test
  void theDatabaseHasANameOfItsOwnWhereverItIsOpenedFrom() {
    try (ServerJournal one = ServerJournal.open(server);
        ServerJournal two = ServerJournal.openReadOnly(server);
        ServerJournal other = ServerJournal.open(Postgres.fresh())) {
      assertThat(one.identity()).isEqualTo(two.identity()).isNotEqualTo(other.identity());
    }
  }

  /** Until the driver keeps its statements prepared. */
  private static void work(Journal journal, Leases leases, String member) {
    for (int i = 0; i < 10; i++) {
      journal.storeNotes("londres", Map.of(new Note(Note.Kind.SETTING, member), "%d".formatted(i)));
      assertThat(journal.memory("londres").notes()).isNotEmpty();
      assertThat(leases.renew(member, LONG)).isEqualTo(Renewal.RENEWED);
      assertThat(leases.look(List.of("londres", "dakar"), LONG).campaignLeases()).hasSize(2);
    }
  }

  private static JournalProblem problem(Runnable call) {
    return catchThrowableOfType(JournalProblem.class, call::run);
  }
}
