package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.Journal.EffectOutcome;
import org.entraide.campaign.port.Journal.JournalledEffect;
import org.entraide.journal.sql.Sql;

/** What was asked of the world, and how it ended. */
final class EffectTable {

  private EffectTable() {}

  static long begin(Connection connection, String campaign, String kind, String subject, Instant at)
      throws SQLException {
    String sql =
        "INSERT INTO effect (campaign, kind, subject, begun_at) VALUES (?, ?, ?, ?) RETURNING id";
    return Sql.insert(connection, sql, campaign, kind, subject, Sql.text(at));
  }

  /**
   * Only where it is this campaign's: a database that was set back gives numbers again.
   *
   * @return whether it is there
   */
  static boolean end(
      Connection connection, String campaign, long effect, EffectOutcome outcome, Instant at)
      throws SQLException {
    String sql = "UPDATE effect SET outcome = ?, ended_at = ? WHERE campaign = ? AND id = ?";
    return Sql.update(connection, sql, outcome.name(), Sql.text(at), campaign, effect) == 1;
  }

  static List<JournalledEffect> unfinished(Connection connection, String campaign)
      throws SQLException {
    String sql =
        """
        SELECT id, kind, subject, begun_at, outcome FROM effect
        WHERE campaign = ? AND (outcome IS NULL OR outcome = 'UNKNOWN') ORDER BY id\
        """;
    return Sql.query(connection, sql, EffectTable::map, campaign);
  }

  /**
   * Forgets what ended long ago. What is unknown is kept for people; nothing looks for it by this
   * table.
   */
  static void prune(Connection connection, String campaign, Instant before) throws SQLException {
    String sql =
        """
        DELETE FROM effect
        WHERE campaign = ? AND outcome IS NOT NULL AND outcome <> 'UNKNOWN' AND ended_at < ?\
        """;
    Sql.update(connection, sql, campaign, Sql.text(before));
  }

  private static JournalledEffect map(ResultSet row) throws SQLException {
    return new JournalledEffect(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("subject"),
        Sql.moment(row, "begun_at"),
        Optional.ofNullable(row.getString("outcome")).map(EffectOutcome::valueOf));
  }
}
