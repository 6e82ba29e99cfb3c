package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.Dimension;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

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
    BY_NAME.put("moveTab", OrganiserTabs::move);
    BY_NAME.put("colourTab", OrganiserTabs::colour);
    BY_NAME.put("settings", OrganiserTabs::settings);
    BY_NAME.put("copyCells", OrganiserCells::copyCells);
    BY_NAME.put("cutCells", OrganiserCells::cutCells);
    BY_NAME.put("fillDown", OrganiserCells::fillDown);
    BY_NAME.put("renameHeader", OrganiserCells::renameHeader);
    BY_NAME.put("duplicateHeader", OrganiserCells::duplicateHeader);
    BY_NAME.put("findReplace", OrganiserCells::findReplace);
    BY_NAME.put("insertCells", OrganiserRanges::insertCells);
    BY_NAME.put("deleteCells", OrganiserRanges::deleteCells);
    BY_NAME.put("trim", OrganiserRanges::trim);
    BY_NAME.put("removeDuplicates", OrganiserRanges::removeDuplicates);
    BY_NAME.put("merge", OrganiserRanges::merge);
    BY_NAME.put("unmerge", OrganiserRanges::unmerge);
    BY_NAME.put("protect", OrganiserRanges::protect);
    BY_NAME.put("unprotect", OrganiserRanges::unprotect);
    BY_NAME.put("filter", OrganiserRanges::filter);
    BY_NAME.put("clearFilter", OrganiserRanges::clearFilter);
    BY_NAME.put("filterView", OrganiserRanges::filterView);
    BY_NAME.put("deleteFilterView", OrganiserRanges::deleteFilterView);
    BY_NAME.put("nameRange", OrganiserRanges::name);
    BY_NAME.put("deleteName", OrganiserRanges::deleteName);
    BY_NAME.put("colourWhen", OrganiserRanges::colourWhen);
    BY_NAME.put("table", OrganiserRanges::table);
    BY_NAME.put("chart", OrganiserRanges::chart);
    BY_NAME.put("note", OrganiserFormatting::note);
    BY_NAME.put("format", OrganiserFormatting::format);
    BY_NAME.put("clearFormat", OrganiserFormatting::clearFormat);
    BY_NAME.put("dropDown", OrganiserFormatting::dropDown);
    BY_NAME.put("checkboxes", OrganiserFormatting::checkboxes);
    BY_NAME.put("clearRule", OrganiserFormatting::clearRule);
    BY_NAME.put("freeze", OrganiserFormatting::freeze);
    BY_NAME.put("resizeRows", table -> OrganiserFormatting.resize(table, Dimension.ROWS));
    BY_NAME.put("resizeColumns", table -> OrganiserFormatting.resize(table, Dimension.COLUMNS));
  }

  private OrganiserOperations() {}

  /** Something that a person does to a spreadsheet. */
  @FunctionalInterface
  interface Operation {

    /**
     * Does it to the table's book.
     *
     * @throws InvalidRequest if it cannot be done
     * @throws org.entraide.sandbox.office.http.ApiException if a range cannot be understood
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
  }
}
