package org.entraide.journal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.text.Message;

/**
 * What moving a journal leaves in a database for as long as no daemon may use it: a separate table
 * with one row.
 *
 * @param other of a target the source's identity, of a source that was left the place of what it
 *     became
 */
public record MoveMark(State state, String other) {

  /** How far a move is. */
  public enum State {
    /** Something of the source may be missing. */
    COPYING,
    /** All is there and was compared; the source may be left already. */
    CHECKED,
    /** The journal is elsewhere by now. */
    LEFT
  }

  public static final String TABLE = "migration";

  public static boolean isServer(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  public static Optional<MoveMark> of(Connection connection) throws SQLException {
    String tableQuery =
        isServer(connection)
            ? "SELECT 1 WHERE to_regclass(?) IS NOT NULL"
            : "SELECT 1 FROM sqlite_master WHERE name = ?";
    if (Sql.query(connection, tableQuery, row -> row.getInt(1), TABLE).isEmpty()) {
      return Optional.empty();
    }
    List<MoveMark> marks =
        Sql.query(
            connection,
            "SELECT state, other FROM migration",
            row -> new MoveMark(State.valueOf(row.getString("state")), row.getString("other")));
    return Optional.of(marks.get(0));
  }

  public static void set(Connection connection, State state, String other) throws SQLException {
    clear(connection);
    Sql.update(connection, "CREATE TABLE migration (state TEXT NOT NULL, other TEXT NOT NULL)");
    Sql.update(
        connection, "INSERT INTO migration (state, other) VALUES (?, ?)", state.name(), other);
  }

  public static void clear(Connection connection) throws SQLException {
    Sql.update(connection, "DROP TABLE IF EXISTS migration");
  }

  /**
   * Keeps everybody but a move out.
   *
   * @param place how the database is called in messages
   * @throws JournalProblem if there is such a mark
   */
  public static void refuse(Connection connection, String place) throws SQLException {
    Optional<MoveMark> mark = of(connection);
    if (mark.isPresent()) {
      throw mark.get().problem(place);
    }
  }

  public JournalProblem problem(String place) {
    return state == State.LEFT
        ? new JournalProblem(
            Kind.MOVED, place, Message.of("journal.moved").with("other", other), null)
        : new JournalProblem(Kind.UNFINISHED, place, "journal.unfinished", null);
  }
}
