package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of organisers by name, and what they share. */
final class OrganiserOperations {

  private static final Map<String, Operation> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("type", OrganiserCells::type);
    BY_NAME.put("paste", OrganiserCells::paste);
    BY_NAME.put("clear", OrganiserCells::clear);
    BY_NAME.put("sort", OrganiserCells::sort);
    BY_NAME.put("copyRows", OrganiserCells::copyRows);
    BY_NAME.put("cutRows", OrganiserCells::cutRows);
    BY_NAME.put("insertRows", table -> OrganiserLines.insert(table, Dimension.ROWS));
    BY_NAME.put("insertColumns", table -> OrganiserLines.insert(table, Dimension.COLUMNS));
    BY_NAME.put("deleteRows", table -> OrganiserLines.delete(table, Dimension.ROWS));
    BY_NAME.put("deleteColumns", table -> OrganiserLines.delete(table, Dimension.COLUMNS));
    BY_NAME.put("moveRows", table -> OrganiserLines.move(table, Dimension.ROWS));
    BY_NAME.put("moveColumns", table -> OrganiserLines.move(table, Dimension.COLUMNS));
    BY_NAME.put("hideRows", table -> OrganiserLines.hide(table, Dimension.ROWS));
    BY_NAME.put("hideColumns", table -> OrganiserLines.hide(table, Dimension.COLUMNS));
    BY_NAME.put("addTab", OrganiserTabs::add);
    BY_NAME.put("renameTab", OrganiserTabs::rename);
    BY_NAME.put("hideTab", OrganiserTabs::hide);
    BY_NAME.put("deleteTab", OrganiserTabs::delete);
    BY_NAME.put("duplicateTab", OrganiserTabs::duplicate);
    BY_NAME.put("settings", OrganiserTabs::settings);
  }

  private OrganiserOperations() {}

  /** Something that a person does to a spreadsheet. */
  @FunctionalInterface
  interface Operation {

    /**
     * Does it to the table's book.
     *
     * @throws InvalidRequest if it cannot be done
     * @throws ApiException if a range cannot be understood
     */
    void apply(Table table);
  }

  static Optional<Operation> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** The tab of that title, or the first one for an empty title. */
  static Sheet tab(Book book, String title) {
    return title.isEmpty()
        ? book.sheets().get(0)
        : book.find(title).orElseThrow(() -> new InvalidRequest("There is no such tab."));
  }

  /**
   * What an operation works on.
   *
   * @param body rows are counted from 1, columns are letters, {@code tab} is a title
   */
  record Table(Book book, ObjectNode body, SheetsWorld world) {

    Sheet sheet() {
      return tab(book, Json.text(body, "tab").orElse(""));
    }

    String text(String field) {
      return Json.text(body, field)
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
  }
}
