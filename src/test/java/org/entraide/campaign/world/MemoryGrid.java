package org.entraide.campaign.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.table.Cell;

/** A tab as it is. */
public final class MemoryGrid {

  private static final int GRID_ROWS = 1000;
  final int id;
  final String title;
  final boolean hasForm;
  public int width;
  int height = GRID_ROWS;
  public final List<List<Cell>> rows = new ArrayList<>();
  public final Map<Integer, String> marks = new TreeMap<>();

  MemoryGrid(int id, String title, boolean hasForm, int width) {
    this.id = id;
    this.title = title;
    this.hasForm = hasForm;
    this.width = width;
  }

  MemoryGrid copy() {
    MemoryGrid copy = new MemoryGrid(id, title, hasForm, width);
    copy.height = height;
    rows.forEach(row -> copy.rows.add(new ArrayList<>(row)));
    copy.marks.putAll(marks);
    return copy;
  }

  Cell get(int row, int column) {
    return row < rows.size() && column < rows.get(row).size()
        ? rows.get(row).get(column)
        : Cell.EMPTY;
  }

  void set(int row, int column, Cell cell) {
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    List<Cell> cells = rows.get(row);
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
  }

  int lastRow() {
    int last = rows.size();
    while (last > 0 && rows.get(last - 1).stream().allMatch(Cell::isEmpty)) {
      last--;
    }
    return last;
  }
}
