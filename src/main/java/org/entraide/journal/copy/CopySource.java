package org.entraide.journal.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection that tables are read from while another is written to.
 *
 * @param trouble makes what went wrong here this database's trouble, not the other's
 */
record CopySource(Connection connection, Function<SQLException, RuntimeException> trouble) {

  /** Rows in memory at once, of at most some hundred characters each. */
  static final int BATCH = 1_000;

  /** Takes some rows of a table. */
  @FunctionalInterface
  interface Reader {
    void take(List<@Nullable Object[]> rows) throws SQLException;
  }

  /** Reads all of a table, {@link #BATCH} rows at a time, in no particular order. */
  void read(CopiedTable table, Reader reader) throws SQLException {
    try (Cursor cursor = new Cursor(table)) {
      for (List<@Nullable Object[]> rows = cursor.next(); !rows.isEmpty(); rows = cursor.next()) {
        reader.take(rows);
      }
    }
  }

  long count(CopiedTable table) {
    try {
      return TableCopy.count(connection, table);
    } catch (SQLException e) {
      throw trouble.apply(e);
    }
  }

  private final class Cursor implements AutoCloseable {

    private final CopiedTable table;
    private final PreparedStatement statement;
    private final ResultSet rows;

    private Cursor(CopiedTable table) {
      this.table = table;
      try {
        statement = connection.prepareStatement(table.select());
        statement.setFetchSize(BATCH); // else the driver of PostgreSQL holds all of it
        rows = statement.executeQuery();
      } catch (SQLException e) {
        throw trouble.apply(e);
      }
    }

    private List<@Nullable Object[]> next() {
      try {
        List<@Nullable Object[]> some = new ArrayList<>();
        while (some.size() < BATCH && rows.next()) {
          some.add(table.read(rows));
        }
        return some;
      } catch (SQLException e) {
        throw trouble.apply(e);
      }
    }

    @Override
    public void close() {
      try {
        statement.close();
      } catch (SQLException e) {
        throw trouble.apply(e);
      }
    }
  }
}
