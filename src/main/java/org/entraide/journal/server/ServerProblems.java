package org.entraide.journal.server;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.postgresql.util.GT;

/**
 * Distinguishes a database server's problems from each other and from our bugs, by <a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's codes</a>. Its
 * own words are left out: they may quote what was written.
 */
public final class ServerProblems {

  /** A deadlock, or a state that another changed: the same again does. */
  private static final Set<String> AGAIN = Set.of("40001", "40P01");

  /** The variable part of a message of the driver. */
  private static final String OPEN = "\u0000";

  /** Why a server is refused before it is sent a password. */
  private static final List<String> UNTRUSTED =
      List.of(
          beginning("The server does not support SSL."),
          beginning("The hostname {0} could not be verified by hostnameverifier {1}.", OPEN, OPEN));

  private ServerProblems() {}

  static boolean isForAnothersSake(SQLException e) {
    return AGAIN.contains(state(e));
  }

  public static RuntimeException of(String place, SQLException e) {
    String state = state(e);
    if (state.startsWith("28")) {
      return new JournalProblem(Kind.REFUSED, place, "journal.server.refused", e);
    }
    if (state.equals("3D000")) {
      return new JournalProblem(Kind.REFUSED, place, "journal.server.no_database", e);
    }
    if (state.equals("42501")) {
      return new JournalProblem(Kind.REFUSED, place, "journal.server.tables", e);
    }
    if (state.startsWith("53") && !state.equals("53300")) {
      return new JournalProblem(Kind.FULL, place, "journal.server.full", e);
    }
    if (state.equals("55P03") || AGAIN.contains(state)) {
      return new JournalProblem(Kind.BUSY, place, "journal.server.locked", e);
    }
    if (state.startsWith("08") && isUntrusted(e)) {
      return new JournalProblem(Kind.UNTRUSTED, place, "journal.server.untrusted", e);
    }
    if (isAway(state, e)) {
      return new JournalProblem(Kind.AWAY, place, "journal.server.away", e);
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
        || (e instanceof SQLTransientConnectionException)
        || isInterrupted(e);
  }

  /** This process ends, and did not wait for a connection: the pool has no code for that. */
  private static boolean isInterrupted(SQLException e) {
    return Throwables.getCausalChain(e).stream().anyMatch(InterruptedException.class::isInstance);
  }

  /** A failed handshake is a separate cause; for the rest the driver has only words. */
  private static boolean isUntrusted(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage());
      if (cause instanceof SSLException || UNTRUSTED.stream().anyMatch(words::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** How a message of the driver's begins in the language of this process. */
  private static String beginning(String message, Object... values) {
    return GT.tr(message, values).split(OPEN, 2)[0];
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
