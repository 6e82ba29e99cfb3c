package org.entraide.journal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entraide.campaign.Journal;
import org.junit.jupiter.api.io.TempDir;

/** A file that is, or was, a journal. */
abstract class SqliteFileFixture {

  static final int VERSION = Schema.sqlite().version();

  @TempDir Path temp;

  Journal open() {
    return SqliteJournal.open(state());
  }

  Path state() {
    return temp.resolve("a state?mode=ro #1 %20é");
  }

  Path file() {
    return state().resolve("journal.db");
  }

  Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file().toUri());
  }

  static void run(Connection c, String sql) throws SQLException {
    try (Statement statement = c.createStatement()) {
      statement.execute(sql);
    }
  }

  Path opened() {
    open().close();
    return state();
  }

  Database database(Schema schema) {
    StateDirectory.ensure(state());
    return new SqliteFile(state(), schema).open();
  }

  static String ask(Database database, String sql) {
    return database.read(c -> first(c.createStatement(), sql));
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (statement;
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  static JournalProblem problem(ThrowingCallable call) {
    return catchThrowableOfType(JournalProblem.class, call);
  }
}
