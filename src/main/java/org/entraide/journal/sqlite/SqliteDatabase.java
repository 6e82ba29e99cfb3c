package org.entraide.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.SqliteProblems;
import org.entraide.journal.sql.Transactions;

/** A file of SQLite: one connection, which one thread at a time uses, a transaction at a time. */
public final class SqliteDatabase implements Transactions {

  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  SqliteDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public <T> T read(Work<T> work) {
    return transaction("BEGIN", work);
  }

  @Override
  public <T> T write(Work<T> work) {
    // The write lock at once: one that is asked for later, after a read, cannot be waited for.
    return transaction("BEGIN IMMEDIATE", work);
  }

  /** Copies all of it, as it is at one moment, into an empty file. */
  void copy(Path to) {
    lock.lock();
    try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, to.toString());
      statement.execute();
    } catch (SQLException e) {
      throw SqliteProblems.of(to, e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the write-ahead log: the file is all there is of it from now on, as in a backup. */
  public void leaveNoLog() {
    lock.lock();
    try {
      execute("PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leaveNoTrace() {
    lock.lock();
    try {
      execute("VACUUM");
      boolean busy =
          Sql.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1)).get(0)
              != 0;
      if (busy) {
        throw new JournalProblem(JournalProblem.Kind.BUSY, file, "journal.read_meanwhile", null);
      }
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T transaction(String begin, Work<T> work) {
    lock.lock();
    try {
      execute(begin);
      try {
        T result = work.in(connection);
        execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  private void rollback(Throwable why) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      why.addSuppressed(e); // a full disk, for one, has already undone the transaction
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
