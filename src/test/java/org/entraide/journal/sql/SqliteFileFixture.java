package org.entraide.journal.sql;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.sqlite.SqliteDatabase;
import org.entraide.journal.sqlite.SqliteFile;
import org.entraide.journal.sqlite.SqliteJournal;
import org.junit.jupiter.api.io.TempDir;

/** A file that is, or was, a journal. */
public abstract class SqliteFileFixture {

  public static final int VERSION = JournalSchema.sqlite().version();

  @TempDir Path temp;

  public Journal open() {
    return SqliteJournal.open(state());
  }

  public Path state() {
    return temp.resolve("a state?mode=ro #1 %20é");
  }

  public Path file() {
    return state().resolve("journal.db");
  }

  public Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file().toUri());
  }

  public static void run(Connection c, String sql) throws SQLException {
    try (Statement statement = c.createStatement()) {
      statement.execute(sql);
    }
  }

  public Path opened() {
    open().close();
    return state();
  }

  public SqliteDatabase database(JournalSchema schema) {
    StateDirectory.ensure(state());
    return new SqliteFile(state(), schema).open();
  }

  public static String ask(SqliteDatabase database, String sql) {
    return database.read(c -> first(c.createStatement(), sql));
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (statement;
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  public static JournalProblem problem(ThrowingCallable call) {
    return catchThrowableOfType(JournalProblem.class, call);
  }
}
