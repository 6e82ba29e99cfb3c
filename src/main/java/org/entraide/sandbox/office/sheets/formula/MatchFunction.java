package org.entraide.sandbox.office.sheets.formula;

import java.util.List;
import java.util.function.IntPredicate;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.jspecify.annotations.Nullable;

/**
 * {@code MATCH(key; range; type)}: at which place of a single row or column, counted from 1, a
 * value is. Type 0 finds an equal value, 1 (also where it is left out) the last one that is not
 * greater among ascending ones, -1 the last one that is not less among descending ones. Blanks and
 * errors match nothing.
 */
final class MatchFunction {

  private MatchFunction() {}

  static CellValue apply(FormulaScope scope, List<FormulaNode> arguments) {
    CellValue key = arguments.get(0).value(scope);
    GridArea area = area(scope, arguments.get(1));
    double type = arguments.size() > 2 ? FormulaValues.number(arguments.get(2).value(scope)) : 1;
    if (area.rows() > 1 && area.columns() > 1) {
      throw FormulaError.noLine();
    }
    int place = key == null ? 0 : place(scope, key, area, (int) Math.signum(type));
    if (place == 0) {
      throw FormulaError.notFound(FormulaValues.text(key));
    }
    return new CellValue.Num(place);
  }

  private static GridArea area(FormulaScope scope, FormulaNode range) {
    return range
        .area(scope)
        .orElseGet(
            () -> {
              range.value(scope); // the range's own error is the function's
              throw FormulaError.noLine();
            });
  }

  private static int place(FormulaScope scope, CellValue key, GridArea area, int type) {
    Sheet sheet = scope.book().sheet(area.sheetId());
    boolean down = area.rows() > 1;
    int length = down ? area.rows() : area.columns();
    int last = 0;
    for (int i = 0; i < length; i++) {
      int row = down ? area.startRow() + i : area.startRow();
      int column = down ? area.startColumn() : area.startColumn() + i;
      CellValue value = scope.lookup().at(sheet, row, column);
      if (value == null || value instanceof CellValue.Failure) {
        continue;
      }
      if (type == 0) {
        if (areEqual(key, value)) {
          return i + 1;
        }
      } else if (fits(type).test(FormulaValues.compare(value, key))) {
        last = i + 1;
      } else {
        return last;
      }
    }
    return last;
  }

  private static IntPredicate fits(int type) {
    return type > 0 ? order -> order <= 0 : order -> order >= 0;
  }

  private static boolean areEqual(CellValue key, @Nullable CellValue value) {
    return key instanceof CellValue.Text text
        ? value instanceof CellValue.Text other && text.text().equalsIgnoreCase(other.text())
        : !(value instanceof CellValue.Text) && FormulaValues.compare(key, value) == 0;
  }
}
