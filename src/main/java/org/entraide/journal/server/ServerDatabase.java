package org.entraide.journal.server;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.Transactions;

/** A database of PostgreSQL: a few connections, each a transaction's at a time. */
public final class ServerDatabase implements Transactions {

  /** So often a transaction is tried that the database gave up for another's sake. */
  private static final int TRIES = 5;

  /** Every table with data about people. */
  private static final List<String> OF_PEOPLE =
      List.of(
          "given_reference",
          "fingerprint",
          "first_answer",
          "cell",
          "introduction",
          "effect",
          "matched_pair",
          "note",
          "place",
          "command");

  private final DatabaseServer server;
  private final HikariDataSource pool;

  public ServerDatabase(DatabaseServer server) {
    this(server, server.pool());
  }

  ServerDatabase(DatabaseServer server, HikariDataSource pool) {
    this.server = server;
    this.pool = pool;
  }

  HikariDataSource pool() {
    return pool;
  }

  ServerTrust trust() {
    return server.trust();
  }

  @Override
  public String place() {
    return server.place();
  }

  @Override
  public <T> T read(Work<T> work) {
    return transaction(
        c -> {
          Sql.update(c, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
          return work.in(c);
        });
  }

  @Override
  public <T> T write(Work<T> work) {
    return transaction(work);
  }

  private <T> T transaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (attempt >= TRIES || !ServerProblems.isForAnothersSake(e)) {
          throw ServerProblems.of(server.place(), e);
        }
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private static void rollback(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e); // a connection that broke has already undone the transaction
    }
  }

  /**
   * Takes what was deleted out of tables and indexes while others read and write them. Pages keep
   * its bytes until they are written again; to have that at once ({@code VACUUM FULL}), each table
   * would be locked and copied for all campaigns. That, and what the server keeps besides, such as
   * its log and backups, is its administrator's.
   */
  @Override
  public void leaveNoTrace() {
    try (Connection connection = pool.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, DatabaseServer.LONG_ANSWER_SECONDS * 1000);
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        for (String table : OF_PEOPLE) {
          statement.execute("VACUUM (INDEX_CLEANUP ON) " + table);
        }
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      throw ServerProblems.of(server.place(), e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
