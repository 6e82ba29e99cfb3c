package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.MatchingReport.Alternatives;
import org.entraide.journal.sql.Sql;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Policy;
import org.jspecify.annotations.Nullable;

/** How good each campaign's last matching was. */
final class MatchingReportTables {

  private record Row(String campaign, MatchingReport report) {}

  private record Choice(String campaign, Policy policy, Alternative alternative) {}

  private MatchingReportTables() {}

  static void store(Connection connection, String campaign, Optional<MatchingReport> report)
      throws SQLException {
    for (String table : List.of("report_alternative", "report_matching")) {
      Sql.update(connection, "DELETE FROM " + table + " WHERE campaign = ?", campaign);
    }
    if (report.isPresent()) {
      insert(connection, campaign, report.get());
    }
  }

  private static void insert(Connection connection, String campaign, MatchingReport report)
      throws SQLException {
    String matching =
        """
        INSERT INTO report_matching (campaign, instance, decided_at, bound, policy,
          alternatives_instance, alternatives_at, people_helped, introductions, upper_bound,
          blocking_pairs, alternatives_beside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    Optional<Alternatives> others = report.alternatives();
    Sql.batch(
        connection,
        matching,
        List.of(report),
        (s, r) -> {
          Sql.bind(
              s,
              campaign,
              r.key(),
              Sql.text(r.at()),
              r.bound(),
              r.policy().name(),
              others.map(Alternatives::key).orElse(null),
              Sql.textOrNull(others.map(Alternatives::at).orElse(null)));
          s.setInt(8, r.peopleHelped());
          s.setInt(9, r.introductions());
          number(s, 10, r.upperBound());
          s.setLong(11, r.blockingPairs());
          number(s, 12, others.map(Alternatives::beside).orElse(null));
        });
    insert(connection, campaign, others.map(Alternatives::byPolicy).orElse(Map.of()));
  }

  private static void insert(
      Connection connection, String campaign, Map<Policy, Alternative> alternatives)
      throws SQLException {
    String choice =
        """
        INSERT INTO report_alternative (campaign, policy, people_helped, blocking_pairs,
          blocking_priority) VALUES (?, ?, ?, ?, ?)\
        """;
    Sql.batch(
        connection,
        choice,
        alternatives.entrySet(),
        (s, entry) -> {
          Alternative alternative = entry.getValue();
          Sql.bind(s, campaign, entry.getKey().name());
          number(s, 3, alternative.peopleHelped());
          number(s, 4, alternative.blockingPairs());
          number(s, 5, alternative.blockingPriority());
        });
  }

  private static void number(PreparedStatement statement, int index, @Nullable Number number)
      throws SQLException {
    if (number == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, number.longValue());
    }
  }

  /**
   * The reports by campaign.
   *
   * @param where whose, with the campaigns for its question marks
   */
  static Map<String, MatchingReport> where(Connection connection, String where, Object... campaigns)
      throws SQLException {
    Map<String, Map<Policy, Alternative>> others = new HashMap<>();
    for (Choice it :
        Sql.query(
            connection,
            "SELECT * FROM report_alternative" + where,
            MatchingReportTables::choice,
            campaigns)) {
      others
          .computeIfAbsent(it.campaign(), campaign -> new EnumMap<>(Policy.class))
          .put(it.policy(), it.alternative());
    }
    Map<String, MatchingReport> reports = new HashMap<>();
    for (Row it :
        Sql.query(
            connection,
            "SELECT * FROM report_matching" + where,
            row -> report(row, others),
            campaigns)) {
      reports.put(it.campaign(), it.report());
    }
    return reports;
  }

  private static Choice choice(ResultSet row) throws SQLException {
    Long people = number(row, "people_helped");
    return new Choice(
        row.getString("campaign"),
        Policy.valueOf(row.getString("policy")),
        new Alternative(
            people == null ? null : Integer.valueOf(people.intValue()),
            number(row, "blocking_pairs"),
            number(row, "blocking_priority")));
  }

  private static Row report(ResultSet row, Map<String, Map<Policy, Alternative>> others)
      throws SQLException {
    String campaign = row.getString("campaign");
    Long upperBound = number(row, "upper_bound");
    String key = row.getString("alternatives_instance");
    Optional<Alternatives> alternatives =
        key == null
            ? Optional.empty()
            : Optional.of(
                new Alternatives(
                    key,
                    Sql.moment(row, "alternatives_at"),
                    row.getInt("alternatives_beside"),
                    others.getOrDefault(campaign, Map.of())));
    return new Row(
        campaign,
        new MatchingReport(
            row.getString("instance"),
            Sql.moment(row, "decided_at"),
            row.getInt("people_helped"),
            row.getInt("introductions"),
            upperBound == null ? null : Integer.valueOf(upperBound.intValue()),
            row.getString("bound"),
            row.getLong("blocking_pairs"),
            Policy.valueOf(row.getString("policy")),
            alternatives));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : Long.valueOf(number);
  }
}
