package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One grid row, immutable: an identity that stays when rows are inserted or moved, and the cells
 * that stand in it now. Cells right of the last one held are empty.
 */
final class Row {

  private static final Cell[] NONE = {};

  private final long id;
  private final Cell[] cells;
  private final @Nullable ObjectNode properties;
  private final boolean formulas;

  private Row(long id, Cell[] cells, @Nullable ObjectNode properties) {
    this.id = id;
    this.cells = cells;
    this.properties = properties;
    this.formulas = anyFormula(cells);
  }

  private static boolean anyFormula(Cell[] cells) {
    for (Cell cell : cells) {
      if (cell.entered() instanceof CellValue.Formula) {
        return true;
      }
    }
    return false;
  }

  static Row empty(long id) {
    return new Row(id, NONE, null);
  }

  long id() {
    return id;
  }

  /** {@code hiddenByUser} and {@code pixelSize}, as they came. */
  @Nullable ObjectNode properties() {
    return properties;
  }

  /** One more than the index of the last cell held. */
  int width() {
    return cells.length;
  }

  Cell cell(int column) {
    return column < cells.length ? cells[column] : Cell.EMPTY;
  }

  /** Cells as an array of that length, the caller's own. */
  Cell[] cells(int width) {
    Cell[] copy = Arrays.copyOf(cells, width);
    if (width > cells.length) {
      Arrays.fill(copy, cells.length, width, Cell.EMPTY);
    }
    return copy;
  }

  /** The same grid row with other content. The array is no longer the caller's. */
  Row withCells(Cell[] content) {
    int width = content.length;
    while (width > 0 && content[width - 1].equals(Cell.EMPTY)) {
      width--;
    }
    return new Row(
        id, width == content.length ? content : Arrays.copyOf(content, width), properties);
  }

  Row with(int column, Cell cell) {
    Cell[] copy = cells(Math.max(cells.length, column + 1));
    copy[column] = cell;
    return withCells(copy);
  }

  Row withProperties(@Nullable ObjectNode others) {
    return new Row(id, cells, others);
  }

  boolean hasFormulas() {
    return formulas;
  }

  /** Whether no cell shows anything. */
  boolean isBlank() {
    for (Cell cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
