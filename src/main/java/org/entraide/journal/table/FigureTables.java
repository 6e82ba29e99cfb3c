package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.entraide.journal.sql.Sql;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.jspecify.annotations.Nullable;

/** How far away help is in each campaign, and how much helpers have taken on. */
final class FigureTables {

  private static final String DISTANCE_MEDIAN = "distance.median_km";
  private static final String DISTANCE_P90 = "distance.p90_km";
  private static final String DISTANCE_MAX = "distance.max_km";
  private static final String LOAD_MEDIAN = "load.median";
  private static final String LOAD_P90 = "load.p90";

  private record Figure(String campaign, String name, double amount) {}

  private FigureTables() {}

  static void store(Connection connection, String campaign, HelpFigures figures)
      throws SQLException {
    Sql.update(connection, "DELETE FROM report_figure WHERE campaign = ?", campaign);
    Map<String, Double> amounts = new HashMap<>();
    put(amounts, DISTANCE_MEDIAN, figures.distance().medianKm());
    put(amounts, DISTANCE_P90, figures.distance().p90Km());
    put(amounts, DISTANCE_MAX, figures.distance().maxKm());
    put(amounts, LOAD_MEDIAN, figures.load().median());
    put(amounts, LOAD_P90, figures.load().p90());
    Sql.batch(
        connection,
        "INSERT INTO report_figure (campaign, name, amount) VALUES (?, ?, ?)",
        amounts.entrySet(),
        (s, entry) -> Sql.bind(s, campaign, entry.getKey(), entry.getValue()));
  }

  private static void put(Map<String, Double> amounts, String name, @Nullable Double amount) {
    if (amount != null) {
      amounts.put(name, amount);
    }
  }

  /**
   * The figures by campaign; none of a campaign of which nothing is known.
   *
   * @param where whose, with the campaigns for its question marks
   */
  static Map<String, HelpFigures> where(Connection connection, String where, Object... campaigns)
      throws SQLException {
    Map<String, Map<String, Double>> amountsByCampaign = new HashMap<>();
    for (Figure it :
        Sql.query(
            connection,
            "SELECT campaign, name, amount FROM report_figure" + where,
            row -> new Figure(row.getString(1), row.getString(2), row.getDouble(3)),
            campaigns)) {
      amountsByCampaign
          .computeIfAbsent(it.campaign(), campaign -> new HashMap<>())
          .put(it.name(), it.amount());
    }
    Map<String, HelpFigures> figures = new HashMap<>();
    amountsByCampaign.forEach((campaign, amounts) -> figures.put(campaign, figures(amounts)));
    return figures;
  }

  private static HelpFigures figures(Map<String, Double> amounts) {
    return new HelpFigures(
        new DistanceFigures(
            amounts.get(DISTANCE_MEDIAN), amounts.get(DISTANCE_P90), amounts.get(DISTANCE_MAX)),
        new LoadFigures(amounts.get(LOAD_MEDIAN), amounts.get(LOAD_P90)));
  }
}
