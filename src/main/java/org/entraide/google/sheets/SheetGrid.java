package org.entraide.google.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/** One tab while it is being read, in as many pieces as Google sends. */
final class SheetGrid {

  int sheetId;
  String title = "";
  int rowCount;
  int columnCount;

  /** False for a tab that is one big chart. */
  boolean hasGrid;

  private final List<List<Cell>> rows = new ArrayList<>();
  private final Map<Integer, String> marks = new HashMap<>();

  /** Puts a piece where it belongs. */
  void place(Piece piece) {
    for (int i = 0; i < piece.rows.size(); i++) {
      List<Cell> cells = piece.rows.get(i);
      if (cells.isEmpty()) {
        continue;
      }
      int index = piece.startRow + i;
      while (rows.size() <= index) {
        rows.add(List.of());
      }
      rows.set(index, merged(rows.get(index), piece.startColumn, cells));
    }
    piece.marks.forEach((column, mark) -> marks.put(piece.startColumn + column, mark));
  }

  private static List<Cell> merged(List<Cell> old, int startColumn, List<Cell> cells) {
    if (old.isEmpty() && startColumn == 0) {
      return cells;
    }
    List<Cell> merged = new ArrayList<>(old);
    while (merged.size() < startColumn + cells.size()) {
      merged.add(Cell.EMPTY);
    }
    for (int i = 0; i < cells.size(); i++) {
      merged.set(startColumn + i, cells.get(i));
    }
    return List.copyOf(merged);
  }

  /** The rows from the first, trailing empty ones left out. */
  List<Row> rows() {
    List<Row> result = new ArrayList<>(rows.size());
    for (List<Cell> cells : rows) {
      result.add(new Row(result.size(), cells));
    }
    return result;
  }

  Tab toTab() {
    // No field of the API says which tab a form writes to.
    return new Tab(sheetId, title, false, rowCount, columnCount, rows(), marks);
  }

  /** One {@code GridData}. */
  static final class Piece {
    int startRow;
    int startColumn;

    /** The rows, without empty cells at their ends. */
    final List<List<Cell>> rows = new ArrayList<>();

    /** Column, counted from {@link #startColumn}, to the daemon's mark. */
    final Map<Integer, String> marks = new HashMap<>();
  }
}
