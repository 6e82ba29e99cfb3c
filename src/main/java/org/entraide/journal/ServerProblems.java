package org.entraide.journal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.entraide.journal.JournalProblem.Kind;

/**
 * Tells a database server's troubles from each other and from our bugs, by <a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's codes</a>. Its
 * own words are left out: they may quote what was written.
 */
final class ServerProblems {

  /** A deadlock, or a state that another changed: the same again does. */
  private static final Set<String> AGAIN = Set.of("40001", "40P01");

  private ServerProblems() {}

  static boolean isForAnothersSake(SQLException e) {
    return AGAIN.contains(state(e));
  }

  static RuntimeException of(String place, SQLException e) {
    String state = state(e);
    if (state.startsWith("28")) {
      return new JournalProblem(
          Kind.REFUSED, place, "the database refuses this user or password", e);
    }
    if (state.equals("3D000")) {
      return new JournalProblem(Kind.REFUSED, place, "there is no such database", e);
    }
    if (state.equals("42501")) {
      return new JournalProblem(
          Kind.REFUSED, place, "this user may not read or write Entraide's tables", e);
    }
    if (state.startsWith("53") && !state.equals("53300")) {
      return new JournalProblem(Kind.FULL, place, "the database has no room left", e);
    }
    if (state.equals("55P03") || AGAIN.contains(state)) {
      return new JournalProblem(
          Kind.BUSY, place, "other processes keep the journal's tables locked", e);
    }
    if (isAway(state, e)) {
      return new JournalProblem(Kind.AWAY, place, "the database does not answer", e);
    }
    if (e.getMessage() != null && e.getMessage().contains("has been closed")) {
      return new IllegalStateException("The journal was used after it was closed.", e);
    }
    return new IllegalStateException("The journal refused a statement (" + state + "): a bug.", e);
  }

  /** No connection, a server that starts, stops or only reads for now, a query that was ended. */
  private static boolean isAway(String state, SQLException e) {
    return state.startsWith("08")
        || state.startsWith("57")
        || state.equals("53300")
        || state.equals("25006")
        || state.equals("25P03") // this process stopped for too long within a transaction
        || state.startsWith("58")
        || (e instanceof SQLTransientConnectionException);
  }

  /** The first code on the way to the cause: a pool reports the driver's as its cause. */
  private static String state(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
