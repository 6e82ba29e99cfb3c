package org.entraide.journal.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.MoveMark;
import org.entraide.journal.sql.Sql;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** Copies the journal's tables between two databases of whichever kind, and compares them. */
final class TableCopy {

  private TableCopy() {}

  static long count(Connection connection, CopiedTable table) throws SQLException {
    String sql = "SELECT COUNT(*) FROM " + table.name();
    return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
  }

  static boolean isEmpty(Connection connection, List<CopiedTable> tables) throws SQLException {
    for (CopiedTable table : tables) {
      String sql = "SELECT 1 FROM " + table.name() + " LIMIT 1";
      if (!Sql.query(connection, sql, row -> row.getInt(1)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  static void clear(Connection connection, List<CopiedTable> tables) throws SQLException {
    List<CopiedTable> childrenFirst = new ArrayList<>(tables);
    Collections.reverse(childrenFirst);
    for (CopiedTable table : childrenFirst) {
      Sql.update(connection, "DELETE FROM " + table.name());
    }
  }

  /**
   * Puts all rows of one database's table into the other's, which is empty.
   *
   * @param some is given how many more rows are there
   */
  static void copy(CopySource from, Connection to, CopiedTable table, LongConsumer some)
      throws SQLException {
    try (PreparedStatement statement = to.prepareStatement(table.insert())) {
      from.read(
          table,
          rows -> {
            for (@Nullable Object[] row : rows) {
              table.write(statement, row);
              statement.addBatch();
            }
            statement.executeBatch();
            some.accept(rows.size());
          });
    }
    if (MoveMark.isServer(to)) {
      number(to, table);
    }
  }

  /** The next number that the server gives comes after all that are there; SQLite sees to it. */
  private static void number(Connection server, CopiedTable table) throws SQLException {
    for (CopiedTable.Column column : table.columns()) {
      List<String> sequence =
          Sql.query(
              server,
              "SELECT pg_get_serial_sequence(?, ?)",
              row -> row.getString(1),
              table.name(),
              column.name());
      if (sequence.get(0) != null) {
        String set =
            "SELECT setval(CAST(? AS regclass), COALESCE(MAX(%1$s), 1), MAX(%1$s) IS NOT NULL) FROM"
                + " %2$s";
        Sql.query(
            server,
            set.formatted(column.name(), table.name()),
            row -> row.getLong(1),
            sequence.get(0));
      }
    }
  }

  static TableContent content(CopySource from, CopiedTable table, LongConsumer some)
      throws SQLException {
    TableContent content = new TableContent();
    from.read(
        table,
        rows -> {
          rows.forEach(content::add);
          some.accept(rows.size());
        });
    return content;
  }

  /**
   * Replaces all that is in one database by what is in another, and compares them.
   *
   * @throws JournalProblem if they differ after all
   */
  static void replace(CopySource from, CopySource to, List<CopiedTable> tables, String place)
      throws SQLException {
    clear(to.connection(), tables);
    for (CopiedTable table : tables) {
      copy(from, to.connection(), table, rows -> {});
    }
    for (CopiedTable table : tables) {
      compare(content(from, table, rows -> {}), content(to, table, rows -> {}), table, place);
    }
  }

  /**
   * @throws JournalProblem if they differ
   */
  static void compare(TableContent from, TableContent to, CopiedTable table, String place) {
    if (!from.equals(to)) {
      Message cause =
          Message.of("journal.different")
              .with("table", table.name())
              .with("there", String.valueOf(from.rows()))
              .with("here", String.valueOf(to.rows()));
      throw new JournalProblem(Kind.DIFFERENT, place, cause, null);
    }
  }
}
