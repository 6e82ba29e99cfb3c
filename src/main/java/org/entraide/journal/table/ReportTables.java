package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.journal.sql.Sql;
import org.entraide.match.model.HelpFigures;

/** What the daemon last said of each campaign. */
final class ReportTables {

  private record Count(String campaign, String name, long amount) {}

  private ReportTables() {}

  static void store(Connection connection, CampaignReport report) throws SQLException {
    String upsert =
        """
        INSERT INTO report (campaign, last_cycle, last_success, trouble, next_cycle)
          VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (campaign) DO UPDATE SET
          last_cycle = excluded.last_cycle,
          last_success = excluded.last_success,
          trouble = excluded.trouble,
          next_cycle = excluded.next_cycle\
        """;
    String forget = "DELETE FROM report_count WHERE campaign = ?";
    String count = "INSERT INTO report_count (campaign, name, amount) VALUES (?, ?, ?)";
    Sql.update(
        connection,
        upsert,
        report.campaign(),
        Sql.text(report.lastCycle()),
        Sql.textOrNull(report.lastSuccess().orElse(null)),
        MessageJson.write(report.troubles()),
        Sql.textOrNull(report.nextCycle().orElse(null)));
    Sql.update(connection, forget, report.campaign());
    Sql.batch(
        connection,
        count,
        report.counts().entrySet(),
        (s, entry) -> Sql.bind(s, report.campaign(), entry.getKey(), entry.getValue()));
    MatchingReportTables.store(connection, report.campaign(), report.matching());
    FigureTables.store(connection, report.campaign(), report.figures());
  }

  static void storeNextCycle(Connection connection, String campaign, Instant at)
      throws SQLException {
    String sql = "UPDATE report SET next_cycle = ? WHERE campaign = ?";
    Sql.update(connection, sql, Sql.text(at), campaign);
  }

  static List<CampaignReport> all(Connection connection) throws SQLException {
    return where(connection, "");
  }

  static Optional<CampaignReport> of(Connection connection, String campaign) throws SQLException {
    return where(connection, " WHERE campaign = ?", campaign).stream().findFirst();
  }

  /**
   * @param where whose, with the campaigns for its question marks
   */
  private static List<CampaignReport> where(
      Connection connection, String where, Object... campaigns) throws SQLException {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    String numbers = "SELECT campaign, name, amount FROM report_count" + where;
    for (Count count :
        Sql.query(
            connection,
            numbers,
            r -> new Count(r.getString(1), r.getString(2), r.getLong(3)),
            campaigns)) {
      counts
          .computeIfAbsent(count.campaign(), campaign -> new HashMap<>())
          .put(count.name(), count.amount());
    }
    Map<String, MatchingReport> matchings =
        MatchingReportTables.where(connection, where, campaigns);
    Map<String, HelpFigures> figures = FigureTables.where(connection, where, campaigns);
    String sql =
        "SELECT campaign, last_cycle, last_success, trouble, next_cycle FROM report"
            + where
            + " ORDER BY campaign";
    return Sql.query(
        connection,
        sql,
        row ->
            new CampaignReport(
                row.getString("campaign"),
                Sql.moment(row, "last_cycle"),
                Optional.ofNullable(Sql.momentOrNull(row, "last_success")),
                MessageJson.read(row.getString("trouble")),
                counts.getOrDefault(row.getString("campaign"), Map.of()),
                Optional.ofNullable(matchings.get(row.getString("campaign"))),
                figures.getOrDefault(row.getString("campaign"), HelpFigures.NONE),
                Optional.ofNullable(Sql.momentOrNull(row, "next_cycle"))),
        campaigns);
  }
}
