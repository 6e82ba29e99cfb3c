package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/**
 * What an operation of an organiser works on.
 *
 * @param body rows are counted from 1, columns are letters, {@code tab} is a title
 */
record OrganiserTable(Book book, ObjectNode body, SheetsWorld world) {

  Sheet sheet() {
    return tab(book, OfficeJson.text(body, "tab").orElse(""));
  }

  /** The cells of {@code range}, or the whole tab where there is none. */
  GridArea area() {
    return OfficeJson.text(body, "range")
        .map(range -> A1.resolve(book, range))
        .orElseGet(() -> sheet().whole());
  }

  /** The cells of {@code range}, or all the filled rows of the tab. */
  GridArea used() {
    if (body.has("range")) {
      return area();
    }
    Sheet sheet = sheet();
    return new GridArea(sheet.id(), 0, Math.max(1, sheet.usedRows()), 0, sheet.columnCount());
  }

  String text(String field) {
    return OfficeJson.text(body, field)
        .orElseThrow(() -> new InvalidRequest("The field " + field + " is missing."));
  }

  int count() {
    int count = body.path("count").asInt(1);
    if (count < 1) {
      throw new InvalidRequest("The field count must be at least 1.");
    }
    return count;
  }

  /** An index from 0, of a row by its number or of a column by its letters. */
  int line(Dimension dimension, String field) {
    JsonNode value = body.path(field);
    boolean letters = value.isTextual() && value.asText().matches("[A-Za-z]{1,3}");
    if (dimension == Dimension.ROWS ? value.asInt() < 1 : !letters) {
      throw new InvalidRequest("The field " + field + " must be a row number or column letters.");
    }
    return dimension == Dimension.ROWS ? value.asInt() - 1 : A1.column(value.asText());
  }

  /** The lines from {@code from} on, as many as {@code count} says, all within the grid. */
  GridRanges.Span span(Dimension dimension) {
    Sheet sheet = sheet();
    int from = line(dimension, "from");
    int end = from + count();
    if (end > sheet.count(dimension)) {
      throw new InvalidRequest("These lines are not all within the grid.");
    }
    return new GridRanges.Span(sheet, dimension, from, end);
  }

  void grow(Sheet sheet, int rows, int columns) {
    if (rows > sheet.rowCount()) {
      sheet.insert(Dimension.ROWS, sheet.rowCount(), rows - sheet.rowCount());
    }
    if (columns > sheet.columnCount()) {
      sheet.insert(Dimension.COLUMNS, sheet.columnCount(), columns - sheet.columnCount());
    }
  }

  /** The tab of that title, or the first one for an empty title. */
  static Sheet tab(Book book, String title) {
    return title.isEmpty()
        ? book.sheets().get(0)
        : book.find(title).orElseThrow(() -> new InvalidRequest("There is no such tab."));
  }
}
