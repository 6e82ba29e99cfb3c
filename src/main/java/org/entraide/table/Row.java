package org.entraide.table;

import java.util.List;

/**
 * One row as it was read. Its number is only good for the moment of reading: people sort.
 *
 * @param index from 0, the header being row 0
 * @param cells from the first column; trailing empty ones may be missing
 */
public record Row(int index, List<Cell> cells) {

  public Row {
    cells = List.copyOf(cells);
  }

  /**
   * Returns a cell, empty when the row is shorter.
   *
   * @param column from 0
   */
  public Cell cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  public boolean isBlank() {
    return cells.stream().allMatch(Cell::isBlank);
  }
}
