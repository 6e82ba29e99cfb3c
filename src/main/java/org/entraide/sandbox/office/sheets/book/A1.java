package org.entraide.sandbox.office.sheets.book;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Ranges in A1 notation: {@code 'My tab'!A2:C}, {@code B:D}, {@code 1:3}, a tab's title alone, a
 * named range.
 */
public final class A1 {

  private static final Pattern CELLS =
      Pattern.compile(
          "\\$?([A-Za-z]{0,3})\\$?([0-9]{0,8})(?::\\$?([A-Za-z]{0,3})\\$?([0-9]{0,8}))?");
  private static final Pattern PLAIN_TITLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern LOOKS_LIKE_CELL =
      Pattern.compile("[A-Za-z]{1,3}[0-9]*|[Rr][0-9]*[Cc][0-9]*");

  private A1() {}

  /**
   * The part of the grid that a range means now: open ends reach the grid's, an end beyond the grid
   * is cut.
   *
   * @throws ApiException 400 in Google's words for an unknown tab, nonsense, or a start beyond the
   *     grid
   */
  public static GridArea resolve(Book book, String range) {
    int split = splitAt(range);
    String title = split < 0 ? null : unquote(range.substring(0, split));
    String cells = range.substring(split + 1);
    if (title == null) {
      Optional<Sheet> whole = book.find(unquote(range));
      if (whole.isPresent() && (range.startsWith("'") || !isCells(range))) {
        return whole.get().whole();
      }
      Optional<GridArea> named = named(book, range);
      if (named.isPresent()) {
        return named.get();
      }
    }
    Sheet sheet =
        (title == null ? book.sheets().stream().findFirst() : book.find(title))
            .orElseThrow(() -> unparsable(range));
    if (!isCells(cells)) {
      throw unparsable(range);
    }
    return bounded(sheet, range, cells);
  }

  private static Optional<GridArea> named(Book book, String range) {
    return book.overlays().of(OfficeOverlay.Kind.NAMED_RANGE).stream()
        .filter(overlay -> overlay.json().path("name").asText().equalsIgnoreCase(range))
        .findFirst()
        .flatMap(overlay -> GridRanges.now(book, overlay.json().path("range")));
  }

  static ApiException unparsable(String range) {
    return ApiException.invalid("Unable to parse range: " + range);
  }

  public static ApiException exceeds(Sheet sheet, String range) {
    return ApiException.invalid(
        "Range ("
            + range
            + ") exceeds grid limits. Max rows: "
            + sheet.rowCount()
            + ", max columns: "
            + sheet.columnCount());
  }

  /** The range as Google writes it in answers: with its tab, bounded. */
  public static String print(Book book, GridArea area) {
    String start = column(area.startColumn()) + (area.startRow() + 1);
    String end = column(area.endColumn() - 1) + area.endRow();
    return quote(book.sheet(area.sheetId()).title())
        + "!"
        + (start.equals(end) ? start : start + ":" + end);
  }

  public static String quote(String title) {
    return PLAIN_TITLE.matcher(title).matches() && !LOOKS_LIKE_CELL.matcher(title).matches()
        ? title
        : "'" + title.replace("'", "''") + "'";
  }

  /** A column's letters by its index from 0. */
  public static String column(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** A column's index from 0 by its letters. */
  public static int column(String letters) {
    int index = 0;
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      index = index * 26 + letter - 'A' + 1;
    }
    return index - 1;
  }

  /** The index of the exclamation mark that ends the tab's title, or -1. */
  private static int splitAt(String range) {
    return range.startsWith("'") && range.endsWith("'") && range.length() > 1
        ? -1
        : range.lastIndexOf('!');
  }

  private static String unquote(String title) {
    return title.length() > 1 && title.startsWith("'") && title.endsWith("'")
        ? title.substring(1, title.length() - 1).replace("''", "'")
        : title;
  }

  private static boolean isCells(String text) {
    Matcher cells = CELLS.matcher(text);
    if (!cells.matches()) {
      return false;
    }
    boolean first = !cells.group(1).isEmpty() || !cells.group(2).isEmpty();
    if (cells.group(3) == null) {
      return !cells.group(1).isEmpty() && !cells.group(2).isEmpty();
    }
    return first && (!cells.group(3).isEmpty() || !cells.group(4).isEmpty());
  }

  private static GridArea bounded(Sheet sheet, String range, String text) {
    Matcher cells = CELLS.matcher(text);
    if (!cells.matches()) {
      throw unparsable(range);
    }
    boolean pair = cells.group(3) != null;
    int column1 = orDefault(index(cells.group(1), true), 0);
    int row1 = orDefault(index(cells.group(2), false), 0);
    int column2 = orDefault(index(cells.group(pair ? 3 : 1), true), sheet.columnCount() - 1);
    int row2 = orDefault(index(cells.group(pair ? 4 : 2), false), sheet.rowCount() - 1);
    int startRow = Math.min(row1, row2);
    int startColumn = Math.min(column1, column2);
    if (row1 < 0 || row2 < 0) {
      throw unparsable(range);
    }
    if (startRow >= sheet.rowCount() || startColumn >= sheet.columnCount()) {
      throw exceeds(sheet, range);
    }
    return new GridArea(
        sheet.id(),
        startRow,
        Math.min(Math.max(row1, row2) + 1, sheet.rowCount()),
        startColumn,
        Math.min(Math.max(column1, column2) + 1, sheet.columnCount()));
  }

  private static int orDefault(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  private static @Nullable Integer index(String text, boolean letters) {
    if (text.isEmpty()) {
      return null;
    }
    return letters ? column(text) : Integer.parseInt(text) - 1;
  }
}
