package org.entraide.plan.dashboard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.plan.layout.DashboardPlace;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/** What is to be written so that the dashboard says what it should. Pure. */
public final class DashboardChanges {

  /** A tenth of a second in days: Sheets keeps 15 digits. */
  private static final double A_TENTH = 1e-6;

  /** What a tab that was just added has. */
  private static final int USUAL_ROWS = 1000;

  private DashboardChanges() {}

  /**
   * The cells to write so that the dashboard says what it should, wherever people sorted or moved
   * its rows to: in the daemon's four columns there is nothing else.
   *
   * @param layout complete: {@code SheetLayout.prepared}
   * @param rows of the tab as they are; none where it was just added
   * @param zone the sheet's
   */
  public static List<Change> changes(
      DashboardPlace layout, List<Row> rows, DashboardFacts facts, Texts texts, ZoneId zone) {
    Map<Dashboard.Spot, Cell> wanted = Dashboard.cells(facts, texts, zone);
    int sheet = layout.dashboardSheet();
    List<Change> changes = new ArrayList<>();
    int lacking = DashboardBlock.ROWS - layout.dashboard().map(Tab::rowCount).orElse(USUAL_ROWS);
    if (lacking > 0) {
      changes.add(new Change.AddRows(sheet, lacking));
    }
    Map<Integer, Row> shown = new HashMap<>();
    rows.forEach(row -> shown.put(row.index(), row));
    Set<Integer> strays = strays(layout, rows, texts);
    int end = rows.stream().mapToInt(row -> row.index() + 1).max().orElse(0);
    for (int row = 0; row < Math.max(end, DashboardBlock.ROWS); row++) {
      Row now = shown.getOrDefault(row, new Row(row, List.of()));
      if (isUnknown(row, facts) && !strays.contains(row)) {
        continue;
      }
      for (DashboardColumn column : DashboardColumn.values()) {
        int at = layout.dashboardColumns().of(column);
        Dashboard.Spot spot = new Dashboard.Spot(row, column);
        Cell want = wanted.getOrDefault(spot, Cell.EMPTY);
        boolean unknown = spot.equals(Dashboard.WEEK) && facts.week().isEmpty();
        if (!unknown && !says(now.cell(at), want)) {
          changes.add(
              want.kind() == Cell.Kind.NUMBER
                  ? new Change.SetNumber(sheet, row, at, want.number())
                  : new Change.SetCell(sheet, row, at, want.text()));
        }
      }
    }
    boolean news = lacking > 0 || !changes.stream().allMatch(DashboardChanges::isAdvice);
    return news ? changes : List.of();
  }

  /** Whether nobody knows what a row should say: that of a task. */
  private static boolean isUnknown(int row, DashboardFacts facts) {
    return facts.todo().isEmpty()
        && DashboardBlock.TODO.contains(row)
        && row != DashboardBlock.TODO.row();
  }

  /**
   * The rows to which people sorted the sign of life, or in which an earlier version has it: of two
   * signs the upper one would be read.
   */
  private static Set<Integer> strays(DashboardPlace layout, List<Row> rows, Texts texts) {
    int first = layout.dashboardColumns().of(DashboardColumn.FIRST);
    Set<String> labels =
        Set.of(
            texts.get("dashboard.heartbeat"),
            texts.get("dashboard.installation"),
            texts.get("dashboard.state"));
    return rows.stream()
        .filter(row -> labels.contains(row.cell(first).text()))
        .map(Row::index)
        .filter(index -> !DashboardBlock.LIFE.contains(index))
        .collect(Collectors.toSet());
  }

  /** What is worked out after a pass waits until there is something else to write. */
  private static boolean isAdvice(Change change) {
    int from = DashboardBlock.ADVICE.row();
    return change instanceof Change.SetValue value
        && value.row() >= from
        && value.row() <= from + DashboardBlock.ADVICE.lines();
  }

  /** Of {@link #changes} the signs of life and what is wrong: the rest is not known just now. */
  public static List<Change> signs(
      DashboardPlace layout, List<Row> rows, DashboardFacts facts, Texts texts, ZoneId zone) {
    return changes(layout, rows, facts, texts, zone).stream()
        .filter(
            change ->
                !(change instanceof Change.SetValue value)
                    || value.row() < DashboardBlock.COUNTS.row())
        .toList();
  }

  /** Of {@link #changes} the sign of life alone. */
  public static List<Change> life(
      DashboardPlace layout, List<Row> rows, DashboardFacts facts, Texts texts, ZoneId zone) {
    Set<Integer> strays = strays(layout, rows, texts);
    return changes(layout, rows, facts, texts, zone).stream()
        .filter(
            change ->
                !(change instanceof Change.SetValue value)
                    || DashboardBlock.LIFE.contains(value.row())
                    || strays.contains(value.row()))
        .toList();
  }

  /** A text that looks like the number is not the number: charts pass it over. */
  private static boolean says(Cell shown, Cell wanted) {
    return wanted.kind() == Cell.Kind.NUMBER
        ? shown.kind() == Cell.Kind.NUMBER && Math.abs(shown.number() - wanted.number()) < A_TENTH
        : shown.kind() == wanted.kind() && shown.text().equals(wanted.text());
  }
}
