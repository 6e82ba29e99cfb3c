package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.journal.sql.Sql;
import org.entraide.match.model.Instance.ProposedPair;

/** What is remembered of the last matching. */
final class MatchedTables {

  private record Pair(boolean made, ProposedPair proposed) {}

  private MatchedTables() {}

  static void store(Connection connection, String campaign, RememberedMatching matched)
      throws SQLException {
    String upsert =
        """
        INSERT INTO matched (campaign, instance) VALUES (?, ?)
        ON CONFLICT (campaign) DO UPDATE SET instance = excluded.instance\
        """;
    String forget = "DELETE FROM matched_pair WHERE campaign = ?";
    String pair = "INSERT INTO matched_pair (campaign, person, helper, made) VALUES (?, ?, ?, ?)";
    Sql.update(connection, upsert, campaign, matched.key());
    Sql.update(connection, forget, campaign);
    List<Pair> pairs = new ArrayList<>();
    matched.previous().forEach(it -> pairs.add(new Pair(false, it)));
    matched.proposed().forEach(it -> pairs.add(new Pair(true, it)));
    Sql.batch(
        connection,
        pair,
        pairs,
        (s, it) ->
            Sql.bind(s, campaign, it.proposed().person(), it.proposed().helper(), it.made()));
  }

  static RememberedMatching of(Connection connection, String campaign) throws SQLException {
    List<String> key =
        Sql.query(
            connection,
            "SELECT instance FROM matched WHERE campaign = ?",
            row -> row.getString(1),
            campaign);
    return key.isEmpty()
        ? RememberedMatching.NOTHING
        : new RememberedMatching(
            key.get(0), pairs(connection, campaign, false), pairs(connection, campaign, true));
  }

  private static List<ProposedPair> pairs(Connection connection, String campaign, boolean made)
      throws SQLException {
    String sql = "SELECT person, helper, made FROM matched_pair WHERE campaign = ?";
    return Sql.query(
            connection,
            sql,
            row ->
                new Pair(
                    row.getBoolean("made"),
                    new ProposedPair(row.getString("person"), row.getString("helper"))),
            campaign)
        .stream()
        .filter(pair -> pair.made() == made)
        .map(Pair::proposed)
        .toList();
  }
}
