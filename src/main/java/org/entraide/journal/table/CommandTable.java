package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.entraide.campaign.port.Journal.Command;
import org.entraide.journal.sql.Sql;

/** Commands that wait for the daemon. */
final class CommandTable {

  private CommandTable() {}

  static long enqueue(Connection connection, String kind, String argument, Instant at)
      throws SQLException {
    String sql = "INSERT INTO command (kind, argument, queued_at) VALUES (?, ?, ?) RETURNING id";
    return Sql.insert(connection, sql, kind, argument, Sql.text(at));
  }

  static List<Command> queued(Connection connection) throws SQLException {
    String sql =
        "SELECT id, kind, argument, queued_at FROM command WHERE done_at IS NULL ORDER BY id";
    return Sql.query(
        connection,
        sql,
        row ->
            new Command(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("argument"),
                Sql.moment(row, "queued_at")));
  }

  /** Returns whether it is there. */
  static boolean finish(Connection connection, long command, String result, Instant at)
      throws SQLException {
    String sql = "UPDATE command SET done_at = ?, result = ?, argument = '' WHERE id = ?";
    return Sql.update(connection, sql, Sql.text(at), result, command) == 1;
  }
}
