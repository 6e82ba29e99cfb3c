package org.entraide.table;

import java.util.List;

/** One thing to write. A list of them is applied together or not at all. */
public sealed interface Change
    permits Change.AddTab,
        Change.AddColumns,
        Change.AddRows,
        Change.MarkColumn,
        Change.SetValue,
        Change.AppendRows,
        Change.Forget,
        Change.MoveName,
        Change.RenameTint,
        Change.Decoration,
        Change.RecalculateHourly {

  /**
   * Adds a tab with a header row, frozen.
   *
   * @param sheetId chosen by us, so that adding it twice is refused instead of done
   * @param columns its columns in order
   */
  record AddTab(int sheetId, String title, List<Column> columns) implements Change {
    public AddTab {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Writes headers to the right of what is there, with their marks, and widens the grid for them.
   *
   * @param firstColumn the first free column, from 0
   * @param columnCount the grid's present width
   */
  record AddColumns(int sheetId, int firstColumn, int columnCount, List<Column> columns)
      implements Change {
    public AddColumns {
      columns = List.copyOf(columns);
    }
  }

  /** Lengthens the grid of a tab that is the daemon's own, at its end: no row moves. */
  record AddRows(int sheetId, int count) implements Change {}

  /** Marks a column that lost its mark and was found by its title. */
  record MarkColumn(int sheetId, int column, String mark) implements Change {}

  /** What one cell is to hold; its format, note and validation stay. */
  sealed interface SetValue extends Change
      permits Change.SetCell, Change.SetNumber, Change.SetFormula, Change.PutBack {
    int sheetId();

    /** From 0, the header being 0; only as good as the read it comes from. */
    int row();

    int column();
  }

  /** Sets one cell to a text, which is never read as a formula; an empty text clears the cell. */
  record SetCell(int sheetId, int row, int column, String text) implements SetValue {}

  /**
   * Sets one cell to a number, or to a day or a time as one; how it is shown is the cell's format.
   *
   * @param number finite; of a time, the days since 1899-12-30 in the sheet's time zone
   */
  record SetNumber(int sheetId, int row, int column, double number) implements SetValue {
    public SetNumber {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("A cell cannot hold " + number + ".");
      }
    }
  }

  /**
   * Sets one cell to a link. Read again, it is a {@link Cell.Kind#TEXT} with the link's label, or a
   * {@link Cell.Kind#ERROR} where the sheet cannot calculate it, for instance because the row that
   * it leads to is gone; nothing that is read says that there is a formula.
   */
  record SetFormula(int sheetId, int row, int column, LinkFormula link) implements SetValue {}

  /**
   * Puts back what was in a cell that was hit by mistake.
   *
   * @param cell as it was read; a formula's result takes the place of the formula
   */
  record PutBack(int sheetId, int row, int column, Cell cell) implements SetValue {}

  /** Appends rows after the last row of a tab that is the daemon's own. */
  record AppendRows(int sheetId, List<List<String>> rows) implements Change {
    public AppendRows {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Clears every cell of a column of the daemon's own that holds just this text, in whichever row
   * it is by then.
   *
   * @param column from 0
   * @param text not empty; upper and lower case count
   */
  record Forget(int sheetId, int column, String text) implements Change {}

  /**
   * Gives a rule that colours a word its word of today.
   *
   * @param tint as the rule is to be, in its place among the tab's rules
   */
  record RenameTint(TintWord tint) implements Change {}

  /** Moves a named range to where it belongs. */
  record MoveName(String id, String name, Area area) implements Change {}

  /**
   * How cells look and what helps to fill them; no value changes. It is made once, with the column
   * or tab that it belongs to, and is people's from then on.
   */
  sealed interface Decoration extends Change
      permits Change.Note,
          Change.Choices,
          Change.TickBoxes,
          Change.TintWord,
          Change.TintWhere,
          Change.Warn,
          Change.Name,
          Change.Format,
          Change.Headline,
          Change.Plain,
          Change.Wrap,
          Change.Width,
          Change.Draw,
          Change.FilterView {
    /** Where. */
    Area area();
  }

  /** A note on one cell. */
  record Note(Area area, String text) implements Decoration {}

  /** A drop-down; other words may still be typed. */
  record Choices(Area area, List<String> words) implements Decoration {
    public Choices {
      words = List.copyOf(words);
    }
  }

  /** Boxes to tick. */
  record TickBoxes(Area area) implements Decoration {}

  /**
   * Colours the cells that hold a word.
   *
   * @param index among the tab's rules, from 0; the first rule that applies wins
   */
  record TintWord(Area area, String word, Tint tint, int index) implements Decoration {}

  /**
   * Colours cells where a formula is true.
   *
   * @param formula relative to the area's first cell
   * @param index among the tab's rules, from 0
   */
  record TintWhere(Area area, String formula, Tint tint, int index) implements Decoration {}

  /** Asks people who change these cells whether they mean it, and lets them. */
  record Warn(Area area, String why) implements Decoration {}

  /** Names cells for formulas. */
  record Name(Area area, String name) implements Decoration {}

  /** Shows numbers as days or times, as the sheet's locale writes them. */
  record Format(Area area, Times times) implements Decoration {}

  /** What a number means. */
  enum Times {
    DAY,
    MOMENT
  }

  /** Makes cells look like titles. */
  record Headline(Area area) implements Decoration {}

  /** Takes the look of titles away from cells. */
  record Plain(Area area) implements Decoration {}

  /** Breaks long texts into lines, so that all of them is seen. */
  record Wrap(Area area) implements Decoration {}

  /** How wide columns are. */
  record Width(Area area, int pixels) implements Decoration {}

  /** Draws a chart over the cells. */
  record Draw(Chart chart) implements Decoration {
    @Override
    public Area area() {
      return chart.at();
    }
  }

  /**
   * Adds a filter that each person can switch on for themselves.
   *
   * @param area what is filtered, the header row first
   * @param id chosen by us, so that adding it twice is refused instead of done; not below 0
   * @param columns which rows are shown: those that each of these lets through
   */
  record FilterView(Area area, int id, String title, List<FilteredColumn> columns)
      implements Decoration {
    public FilterView {
      columns = List.copyOf(columns);
    }
  }

  /**
   * One column of a filter view.
   *
   * @param column of the tab, from 0
   */
  record FilteredColumn(int column, FilterCondition condition) {}

  /** Works formulas that look at the clock out every hour, and not only when something changes. */
  record RecalculateHourly() implements Change {}

  /**
   * A column of the daemon's.
   *
   * @param mark the developer metadata by which it is found again
   * @param hidden whether people need not see it
   */
  record Column(String mark, String title, boolean hidden) {}
}
