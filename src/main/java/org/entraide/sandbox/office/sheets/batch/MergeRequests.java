package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.Merges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests that merge cells and take merges away. */
public final class MergeRequests {

  private MergeRequests() {}

  /** {@code mergeCells}. */
  public static ObjectNode merge(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    String type = OfficeJson.text(body, "mergeType").orElse("");
    Merges.requireWhole(book.overlays(), area);
    unmerge(book, area);
    switch (type) {
      case "MERGE_ALL" -> merge(book, area);
      case "MERGE_ROWS" -> rows(area).forEach(row -> merge(book, row));
      case "MERGE_COLUMNS" -> columns(area).forEach(column -> merge(book, column));
      default -> throw new InvalidRequest("mergeType must be specified.");
    }
    return OfficeJson.object();
  }

  /** {@code unmergeCells}. */
  public static ObjectNode unmerge(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    Merges.requireWhole(book.overlays(), area);
    unmerge(book, area);
    return OfficeJson.object();
  }

  private static void unmerge(Book book, GridArea area) {
    book.overlays()
        .removeIf(overlay -> overlay.kind() == Kind.MERGE && Merges.area(overlay).intersects(area));
  }

  /** The first value, line by line, is the one that stays. */
  private static void merge(Book book, GridArea area) {
    if (area.isSingleCell()) {
      return;
    }
    Sheet sheet = book.sheet(area.sheetId());
    requireOneSide(sheet, area);
    OfficeCell first = sheet.cell(area.startRow(), area.startColumn());
    for (int i = area.startRow(); i < area.endRow() && first.isBlank(); i++) {
      for (int j = area.startColumn(); j < area.endColumn() && first.isBlank(); j++) {
        first = sheet.cell(i, j);
      }
    }
    sheet.set(area.startRow(), area.startColumn(), first);
    book.overlays().add(Kind.MERGE, area.sheetId(), area.json());
    for (int i = area.startRow(); i < area.endRow(); i++) {
      sheet.setRow(i, sheet.row(i));
    }
  }

  private static void requireOneSide(Sheet sheet, GridArea area) {
    int rows = sheet.gridProperties().path("frozenRowCount").asInt();
    int columns = sheet.gridProperties().path("frozenColumnCount").asInt();
    if (area.startRow() < rows && area.endRow() > rows) {
      throw new InvalidRequest("You can't merge frozen and non-frozen rows.");
    }
    if (area.startColumn() < columns && area.endColumn() > columns) {
      throw new InvalidRequest("You can't merge frozen and non-frozen columns.");
    }
  }

  private static List<GridArea> rows(GridArea area) {
    List<GridArea> rows = new ArrayList<>();
    for (int i = area.startRow(); i < area.endRow(); i++) {
      rows.add(new GridArea(area.sheetId(), i, i + 1, area.startColumn(), area.endColumn()));
    }
    return rows;
  }

  private static List<GridArea> columns(GridArea area) {
    List<GridArea> columns = new ArrayList<>();
    for (int j = area.startColumn(); j < area.endColumn(); j++) {
      columns.add(new GridArea(area.sheetId(), area.startRow(), area.endRow(), j, j + 1));
    }
    return columns;
  }
}
