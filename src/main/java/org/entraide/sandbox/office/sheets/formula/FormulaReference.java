package org.entraide.sandbox.office.sheets.formula;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.jspecify.annotations.Nullable;

/** A reference to cells; as a value it is what the first of them holds. */
final class FormulaReference implements FormulaNode {

  private final Function<FormulaScope, GridArea> cells;

  private FormulaReference(Function<FormulaScope, GridArea> cells) {
    this.cells = cells;
  }

  @Override
  public @Nullable CellValue value(FormulaScope scope) {
    return scope.first(cells.apply(scope));
  }

  @Override
  public Optional<GridArea> area(FormulaScope scope) {
    return Optional.of(cells.apply(scope));
  }

  static FormulaNode named(String name) {
    return new FormulaReference(scope -> scope.named(name));
  }

  static FormulaNode indirect(FormulaNode text) {
    return new FormulaReference(scope -> scope.indirect(FormulaValues.text(text.value(scope))));
  }

  /** {@code A1}, {@code $A1:B$2}: four groups for each corner, a dollar and a name in turn. */
  static FormulaNode cells(String tab, Matcher match) {
    Edge column = new Edge(match.group(1), A1.column(match.group(2)));
    Edge row = new Edge(match.group(3), Integer.parseInt(match.group(4)) - 1);
    boolean single = match.group(6) == null;
    Edge lastColumn = single ? column : new Edge(match.group(5), A1.column(match.group(6)));
    Edge lastRow = single ? row : new Edge(match.group(7), Integer.parseInt(match.group(8)) - 1);
    return new FormulaReference(
        scope ->
            area(
                scope.tab(tab),
                row.at(scope.rowShift()),
                lastRow.at(scope.rowShift()),
                column.at(scope.columnShift()),
                lastColumn.at(scope.columnShift())));
  }

  /** {@code A2:B}: to the last row. */
  static FormulaNode openBelow(String tab, Matcher match) {
    Edge first = new Edge(match.group(1), A1.column(match.group(2)));
    Edge row = new Edge(match.group(3), Integer.parseInt(match.group(4)) - 1);
    Edge last = new Edge(match.group(5), A1.column(match.group(6)));
    return new FormulaReference(
        scope -> {
          Sheet sheet = scope.tab(tab);
          int top = row.at(scope.rowShift());
          int shift = scope.columnShift();
          int bottom = Math.max(top, sheet.rowCount() - 1);
          return area(sheet, top, bottom, first.at(shift), last.at(shift));
        });
  }

  /** {@code A:B}. */
  static FormulaNode columns(String tab, Matcher match) {
    Edge first = new Edge(match.group(1), A1.column(match.group(2)));
    Edge last = new Edge(match.group(3), A1.column(match.group(4)));
    return new FormulaReference(
        scope -> {
          Sheet sheet = scope.tab(tab);
          int shift = scope.columnShift();
          return area(sheet, 0, sheet.rowCount() - 1, first.at(shift), last.at(shift));
        });
  }

  private static GridArea area(Sheet sheet, int row1, int row2, int column1, int column2) {
    int startRow = Math.min(row1, row2);
    int startColumn = Math.min(column1, column2);
    int endRow = Math.min(Math.max(row1, row2) + 1, sheet.rowCount());
    int endColumn = Math.min(Math.max(column1, column2) + 1, sheet.columnCount());
    if (startRow < 0 || startColumn < 0 || startRow >= endRow || startColumn >= endColumn) {
      throw FormulaError.reference();
    }
    return new GridArea(sheet.id(), startRow, endRow, startColumn, endColumn);
  }

  /**
   * One edge of a reference.
   *
   * @param dollar not empty where the edge does not move with the formula
   */
  private record Edge(String dollar, int index) {
    int at(int shift) {
      return dollar.isEmpty() ? index + shift : index;
    }
  }
}
