package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Change.Decoration;
import org.entraide.table.Chart;
import org.entraide.table.Tint;
import org.entraide.text.Texts;

/** How the dashboard looks when it is new, and what moved in one that an earlier version made. */
final class DashboardFormatting {

  /** How many rows a chart of ours covers. */
  private static final int ROWS_A_CHART = 17;

  /** Rows of a dashboard that an earlier version made, in which now there are no titles. */
  private static final List<Integer> FORMER_TITLES = List.of(5, 14, 30);

  private static final int FORMER_HEARTBEAT = 1;

  /** The blocks whose titles were elsewhere then. */
  private static final List<DashboardBlock> MOVED =
      List.of(
          DashboardBlock.TODO,
          DashboardBlock.WRONG,
          DashboardBlock.COUNTS,
          DashboardBlock.SIGNPOST);

  private final int sheet;
  private final Texts texts;
  private final List<Decoration> looks = new ArrayList<>();

  private DashboardFormatting(int sheet, Texts texts) {
    this.sheet = sheet;
    this.texts = texts;
  }

  static List<Decoration> dashboard(int sheet, Map<DashboardColumn, Integer> at, Texts texts) {
    DashboardFormatting looks = new DashboardFormatting(sheet, texts);
    new TreeMap<>(at).forEach((column, index) -> looks.width(index, column.pixels()));
    Integer first = at.get(DashboardColumn.FIRST);
    Integer second = at.get(DashboardColumn.SECOND);
    Integer third = at.get(DashboardColumn.THIRD);
    for (DashboardBlock block : DashboardBlock.values()) {
      int row = block == DashboardBlock.LIFE ? 0 : block.row();
      for (SheetFormatting.Run run : SheetFormatting.Run.of(at.values())) {
        looks.looks.add(new Change.Headline(new Area(sheet, row, row + 1, run.from(), run.to())));
      }
    }
    if (second != null) {
      Area signOfLife = heartbeat(sheet, second);
      looks.looks.add(new Change.Format(signOfLife, Change.Times.MOMENT));
      looks.looks.add(new Change.TintWhere(signOfLife, SheetFormatting.STOPPED, Tint.STOPPED, 0));
      looks.looks.add(new Change.Name(signOfLife, SheetFormatting.HEARTBEAT));
    }
    if (third != null) {
      looks.day(DashboardBlock.LONGEST.below(sheet, third));
    }
    if (first != null) {
      looks.day(DashboardBlock.WEEKS.below(sheet, first));
    }
    if (first != null && second != null) {
      int beside = at.values().stream().mapToInt(i -> i + 2).max().orElse(0);
      looks.charts(first, second, beside);
    }
    looks.looks.add(new Change.Warn(Area.whole(sheet), texts.get("look.warn.tab")));
    return looks.looks;
  }

  /** Where an earlier version had the cell with the sign of life. */
  static Area formerHeartbeat(int sheet, int column) {
    return Area.cell(sheet, FORMER_HEARTBEAT, column);
  }

  /**
   * What looks otherwise since the tasks came above the sign of life: its new cell, the titles that
   * moved, and the rows in which they were.
   *
   * @param at all columns
   */
  static List<Decoration> moved(int sheet, Map<DashboardColumn, Integer> at) {
    List<Decoration> looks = new ArrayList<>();
    for (SheetFormatting.Run run : SheetFormatting.Run.of(at.values())) {
      for (int row : FORMER_TITLES) {
        looks.add(new Change.Plain(new Area(sheet, row, row + 1, run.from(), run.to())));
      }
      for (DashboardBlock block : MOVED) {
        int row = block.row();
        looks.add(new Change.Headline(new Area(sheet, row, row + 1, run.from(), run.to())));
      }
    }
    Area signOfLife = heartbeat(sheet, at.getOrDefault(DashboardColumn.SECOND, 0));
    looks.add(new Change.TintWhere(signOfLife, SheetFormatting.STOPPED, Tint.STOPPED, 0));
    return looks;
  }

  /** The cell with the sign of life. */
  static Area heartbeat(int sheet, int column) {
    return Area.cell(sheet, DashboardBlock.LIFE.row(), column);
  }

  private void width(int column, int pixels) {
    looks.add(new Change.Width(Area.columns(sheet, column, column + 1), pixels));
  }

  private void day(Area area) {
    looks.add(new Change.Format(area, Change.Times.DAY));
  }

  private void charts(int labels, int values, int beside) {
    chart(
        SheetFormatting.NEEDS_CHART,
        DashboardBlock.NEEDS,
        Chart.Shape.BARS,
        labels,
        values,
        beside,
        "need");
    chart(
        SheetFormatting.AREAS_CHART,
        DashboardBlock.AREAS,
        Chart.Shape.BARS,
        labels,
        values,
        beside,
        "area");
    chart(
        SheetFormatting.WEEKS_CHART,
        DashboardBlock.WEEKS,
        Chart.Shape.COLUMNS,
        labels,
        values,
        beside,
        "week");
  }

  private void chart(
      int id,
      DashboardBlock block,
      Chart.Shape shape,
      int labels,
      int values,
      int beside,
      String words) {
    int row = 1 + (id - SheetFormatting.NEEDS_CHART) * ROWS_A_CHART;
    looks.add(
        new Change.Draw(
            new Chart(
                id,
                shape,
                Area.cell(sheet, row, beside),
                texts.get("chart." + words + ".title"),
                block.titled(sheet, labels),
                block.titled(sheet, values),
                texts.get("chart." + words + ".labels"),
                texts.get("chart." + words + ".values"))));
  }
}
