package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.jspecify.annotations.Nullable;

/**
 * One grid row, immutable: an identity that stays when rows are inserted or moved, and the cells
 * that are in it now. Cells right of the last one held are empty.
 */
public final class GridRow {

  private static final OfficeCell[] NONE = {};

  private final long id;
  private final OfficeCell[] cells;
  private final @Nullable ObjectNode properties;
  private final boolean formulas;
  private final boolean blank;

  private GridRow(long id, OfficeCell[] cells, @Nullable ObjectNode properties) {
    this.id = id;
    this.cells = cells;
    this.properties = properties;
    this.formulas = anyFormula(cells);
    this.blank = allBlank(cells);
  }

  private static boolean allBlank(OfficeCell[] cells) {
    for (OfficeCell cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyFormula(OfficeCell[] cells) {
    for (OfficeCell cell : cells) {
      if (cell.entered() instanceof CellValue.Formula) {
        return true;
      }
    }
    return false;
  }

  public static GridRow empty(long id) {
    return new GridRow(id, NONE, null);
  }

  public long id() {
    return id;
  }

  /** {@code hiddenByUser} and {@code pixelSize}, as they came. */
  public @Nullable ObjectNode properties() {
    return properties;
  }

  /** One more than the index of the last cell held. */
  public int width() {
    return cells.length;
  }

  public OfficeCell cell(int column) {
    return column < cells.length ? cells[column] : OfficeCell.EMPTY;
  }

  /** Cells as an array of that length, the caller's own. */
  public OfficeCell[] cells(int width) {
    OfficeCell[] copy = Arrays.copyOf(cells, width);
    if (width > cells.length) {
      Arrays.fill(copy, cells.length, width, OfficeCell.EMPTY);
    }
    return copy;
  }

  /** This grid row with other content. It takes over the array. */
  public GridRow withCells(OfficeCell[] content) {
    int width = content.length;
    while (width > 0 && content[width - 1].equals(OfficeCell.EMPTY)) {
      width--;
    }
    return new GridRow(
        id, width == content.length ? content : Arrays.copyOf(content, width), properties);
  }

  GridRow with(int column, OfficeCell cell) {
    OfficeCell[] copy = cells(Math.max(cells.length, column + 1));
    copy[column] = cell;
    return withCells(copy);
  }

  public GridRow withProperties(@Nullable ObjectNode others) {
    return new GridRow(id, cells, others);
  }

  public boolean hasFormulas() {
    return formulas;
  }

  /** Whether no cell shows anything. */
  boolean isBlank() {
    return blank;
  }
}
