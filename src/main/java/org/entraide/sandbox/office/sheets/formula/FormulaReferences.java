package org.entraide.sandbox.office.sheets.formula;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.Dimension;
import org.entraide.sandbox.office.sheets.value.LineEdit;

/** The references in the text of a formula, when it is copied elsewhere or when lines change. */
public final class FormulaReferences {

  /** A quoted text, or a reference with the tab before it, if any. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"[^\"]*+\"|((?:(?<!')'(?:[^']++|'')++'|(?<![\\p{L}\\p{N}_.])[\\p{L}_][\\p{L}\\p{N}_.]*+)!)?"
              + "(?<![\\p{L}\\p{N}_.$])(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})(?![\\p{L}\\p{N}_.(])");

  private FormulaReferences() {}

  /** A copied cell: relative references of its formula move as far as it did. */
  public static OfficeCell moved(OfficeCell cell, int rows, int columns) {
    if (!(cell.entered() instanceof CellValue.Formula formula) || (rows == 0 && columns == 0)) {
      return cell;
    }
    String text = replaced(formula.text(), match -> moved(match, rows, columns));
    return text.equals(formula.text()) ? cell : cell.withValue(Formulas.of(text));
  }

  private static String moved(MatchResult match, int rows, int columns) {
    int row = Integer.parseInt(match.group(5)) - 1;
    int column = A1.column(match.group(3));
    return printed(
        match,
        match.group(4).isEmpty() ? row + rows : row,
        match.group(2).isEmpty() ? column + columns : column);
  }

  /**
   * A formula after lines of a tab changed.
   *
   * @param changed the title of that tab
   * @param own whether the formula is on it
   */
  static String followed(String formula, String changed, boolean own, LineEdit edit) {
    return replaced(
        formula,
        match -> {
          String tab = match.group(1);
          boolean there = tab == null ? own : tab.equals(A1.quote(changed) + "!");
          if (!there) {
            return match.group();
          }
          int row = Integer.parseInt(match.group(5)) - 1;
          int column = A1.column(match.group(3));
          return edit.dimension() == Dimension.ROWS
              ? printed(match, edit.line(row), column)
              : printed(match, row, edit.line(column));
        });
  }

  private static String printed(MatchResult match, int row, int column) {
    if (row < 0 || column < 0) {
      return "#REF!";
    }
    String tab = match.group(1) == null ? "" : match.group(1);
    return tab + match.group(2) + A1.column(column) + match.group(4) + (row + 1);
  }

  private static String replaced(String formula, Function<MatchResult, String> change) {
    return REFERENCE
        .matcher(formula)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(3) == null ? match.group() : change.apply(match)));
  }
}
