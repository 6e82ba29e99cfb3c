package org.entraide.table;

import java.util.List;

/** One thing to write. A list of them is applied together or not at all. */
public sealed interface Change {

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

  /** Marks a column that lost its mark and was found by its title. */
  record MarkColumn(int sheetId, int column, String mark) implements Change {}

  /**
   * Sets one cell to a text, which is never read as a formula; an empty text clears the cell.
   *
   * @param row from 0, the header being 0; only as good as the read it comes from
   */
  record SetCell(int sheetId, int row, int column, String text) implements Change {}

  /** Appends rows after the last row of a tab that is the daemon's own. */
  record AppendRows(int sheetId, List<List<String>> rows) implements Change {
    public AppendRows {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A column of the daemon's.
   *
   * @param mark the developer metadata by which it is found again
   * @param hidden whether people need not see it
   */
  record Column(String mark, String title, boolean hidden) {}
}
