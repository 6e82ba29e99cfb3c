package org.entraide.sandbox.office.sheets.formula;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.LineEdit;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.value.CellValue;

/** The references in the text of a formula, when it is copied elsewhere or when lines change. */
public final class FormulaReferences {

  /** The title of a tab, in quotes or plain. */
  private static final String TAB =
      "((?:(?<!')'(?:[^']++|'')++'|(?<![\\p{L}\\p{N}_.])[\\p{L}_][\\p{L}\\p{N}_.]*+)!)?";

  /** {@code $A$1}, {@code A1:B2}, {@code A1:B}: four groups for each corner. */
  private static final String CELLS =
      "(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})(?::(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{0,7}))?";

  /** {@code $A:B}: two groups for each side. */
  private static final String COLUMNS = "(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})";

  /** A quoted text, or a reference with the tab before it, if any. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"[^\"]*+\"|"
              + TAB
              + "(?<![\\p{L}\\p{N}_.$])(?:"
              + CELLS
              + "|"
              + COLUMNS
              + ")(?![\\p{L}\\p{N}_.(])");

  private static final String LOST = "#REF!";

  private FormulaReferences() {}

  /** A copied cell: relative references of its formula move as far as it did. */
  public static OfficeCell moved(OfficeCell cell, int rows, int columns) {
    if (!(cell.entered() instanceof CellValue.Formula formula) || (rows == 0 && columns == 0)) {
      return cell;
    }
    String text = replaced(formula.text(), reference -> moved(reference, rows, columns));
    return text.equals(formula.text()) ? cell : cell.withValue(Formulas.of(text));
  }

  private static String moved(Reference reference, int rows, int columns) {
    Corner first = reference.first().moved(rows, columns);
    Corner last = reference.last().moved(rows, columns);
    return reference.print(first, last);
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
        reference -> {
          String tab = reference.title();
          boolean inChangedTab = tab.isEmpty() ? own : tab.equals(changed);
          return inChangedTab ? followed(reference, edit) : reference.text();
        });
  }

  private static String followed(Reference reference, LineEdit edit) {
    boolean rows = edit.dimension() == Dimension.ROWS;
    Corner first = reference.first();
    Corner last = reference.last();
    int start = rows ? first.row() : first.column();
    int end = rows ? last.row() : last.column();
    if (start == Corner.OPEN) {
      return reference.text();
    }
    if (end == Corner.OPEN) {
      return reference.print(first.at(rows, edit.line(start)), last);
    }
    LineEdit.Interval lines = edit.map(Math.min(start, end), Math.max(start, end) + 1);
    if (lines == null) {
      return LOST;
    }
    boolean turned = start > end;
    return reference.print(
        first.at(rows, turned ? lines.end() - 1 : lines.start()),
        last.at(rows, turned ? lines.start() : lines.end() - 1));
  }

  /** A formula after a tab got another title. */
  static String renamed(String formula, String old, String fresh) {
    return replaced(
        formula,
        reference ->
            reference.title().equals(old)
                ? A1.quote(fresh) + reference.text().substring(reference.tab().length() - 1)
                : reference.text());
  }

  /** A formula after a tab was deleted. */
  static String deleted(String formula, String title) {
    return replaced(
        formula, reference -> reference.title().equals(title) ? LOST : reference.text());
  }

  private static String replaced(String formula, Function<Reference, String> change) {
    return REFERENCE
        .matcher(formula)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().startsWith("\"")
                        ? match.group()
                        : change.apply(Reference.of(match))));
  }

  /**
   * One end of a reference.
   *
   * @param columnDollar not empty where the column does not move with the formula
   * @param row {@link #OPEN} where none is named
   */
  private record Corner(String columnDollar, int column, String rowDollar, int row) {

    static final int OPEN = -2;

    static Corner of(MatchResult match, int group) {
      String digits = match.group(group + 3);
      return new Corner(
          match.group(group),
          A1.column(match.group(group + 1)),
          match.group(group + 2),
          digits.isEmpty() ? OPEN : Integer.parseInt(digits) - 1);
    }

    static Corner ofColumn(MatchResult match, int group) {
      return new Corner(match.group(group), A1.column(match.group(group + 1)), "", OPEN);
    }

    Corner moved(int rows, int columns) {
      boolean steady = row == OPEN || !rowDollar.isEmpty();
      return new Corner(
          columnDollar,
          columnDollar.isEmpty() ? column + columns : column,
          rowDollar,
          steady ? row : row + rows);
    }

    Corner at(boolean asRow, int line) {
      return asRow
          ? new Corner(columnDollar, column, rowDollar, line)
          : new Corner(columnDollar, line, rowDollar, row);
    }

    boolean isLost() {
      return column < 0 || (row < 0 && row != OPEN);
    }

    @Override
    public String toString() {
      String number = row == OPEN ? "" : Integer.toString(row + 1);
      return columnDollar + A1.column(column) + rowDollar + number;
    }
  }

  /**
   * A reference in a formula.
   *
   * @param tab with its exclamation mark, as it is written; empty without one
   * @param last the same as the first where it is a single cell
   */
  private record Reference(String text, String tab, Corner first, Corner last, boolean single) {

    static Reference of(MatchResult match) {
      String tab = match.group(1) == null ? "" : match.group(1);
      if (match.group(3) == null) {
        Corner first = Corner.ofColumn(match, 10);
        return new Reference(match.group(), tab, first, Corner.ofColumn(match, 12), false);
      }
      Corner first = Corner.of(match, 2);
      boolean single = match.group(7) == null;
      Corner last = single ? first : Corner.of(match, 6);
      return new Reference(match.group(), tab, first, last, single);
    }

    /** The tab's title; empty where none is named. */
    String title() {
      if (!tab.startsWith("'")) {
        return tab.isEmpty() ? "" : tab.substring(0, tab.length() - 1);
      }
      return tab.substring(1, tab.length() - 2).replace("''", "'");
    }

    String print(Corner from, Corner to) {
      if (from.isLost() || to.isLost()) {
        return LOST;
      }
      return tab + from + (single ? "" : ":" + to);
    }
  }
}
