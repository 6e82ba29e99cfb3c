package org.entraide.journal.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that holds the journal's tables. Safe for use by several threads. */
public interface Transactions extends AutoCloseable {

  /** What is done within a transaction; may be done again where the first try was in vain. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** What is done within a transaction, without a result. */
  @FunctionalInterface
  interface Change {
    void in(Connection connection) throws SQLException;
  }

  /** How it is called in messages: a file, or an address without a password. */
  String place();

  /** Reads a state that does not change meanwhile; waits for no other process. */
  <T> T read(Work<T> work);

  /** Writes all or nothing; what was written is on the disk when this returns. */
  <T> T write(Work<T> work);

  /** Like {@link #write}. */
  default void change(Change change) {
    write(
        c -> {
          change.in(c);
          return Boolean.TRUE;
        });
  }

  /**
   * Rewrites what lies on the disk without what was deleted.
   *
   * @throws JournalProblem if another process keeps it from doing so: what was deleted is, and may
   *     still be found on the disk until this succeeds
   */
  void leaveNoTrace();

  @Override
  void close();
}
