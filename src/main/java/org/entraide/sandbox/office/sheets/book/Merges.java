package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Merged cells: only the first of them has a value; what is written into the others is lost. */
public final class Merges {

  private Merges() {}

  /** The row as it is kept: without values in cells that a merge covers. */
  static GridRow masked(Book book, Sheet sheet, int index, GridRow fresh) {
    List<OfficeOverlay> merges = book.overlays().of(Kind.MERGE, sheet.id());
    GridRow result = fresh;
    for (OfficeOverlay merge : merges) {
      GridArea area = area(merge);
      if (index >= area.startRow() && index < area.endRow()) {
        result = masked(result, area, index == area.startRow() ? area.startColumn() : -1);
      }
    }
    return result;
  }

  private static GridRow masked(GridRow row, GridArea area, int kept) {
    OfficeCell @Nullable [] cells = null;
    for (int j = area.startColumn(); j < Math.min(area.endColumn(), row.width()); j++) {
      if (j != kept && row.cell(j).entered() != null) {
        cells = cells == null ? row.cells(row.width()) : cells;
        cells[j] = cells[j].withValue(null);
      }
    }
    return cells == null ? row : row.withCells(cells);
  }

  /** Where merges came back over cells that were written since, these lose their values, too. */
  static void cover(Book book) {
    for (Sheet sheet : book.sheets()) {
      for (OfficeOverlay merge : book.overlays().of(Kind.MERGE, sheet.id())) {
        GridArea area = area(merge);
        for (int row = area.startRow(); row < Math.min(area.endRow(), sheet.rowCount()); row++) {
          sheet.setRow(row, sheet.row(row)); // which keeps only what is not covered
        }
      }
    }
  }

  public static GridArea area(OfficeOverlay merge) {
    ObjectNode range = merge.json();
    return new GridArea(
        merge.sheetId(),
        RangeJson.start(range, "Row"),
        RangeJson.end(range, "Row"),
        RangeJson.start(range, "Column"),
        RangeJson.end(range, "Column"));
  }

  /** {@code mergeCells}. */
  public static ObjectNode merge(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    String type = OfficeJson.text(body, "mergeType").orElse("");
    requireWhole(book, area);
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
    requireWhole(book, area);
    unmerge(book, area);
    return OfficeJson.object();
  }

  private static void unmerge(Book book, GridArea area) {
    book.overlays()
        .removeIf(overlay -> overlay.kind() == Kind.MERGE && area(overlay).intersects(area));
  }

  /** A merge that a change would take apart refuses it. */
  public static void requireWhole(Book book, GridArea area) {
    for (OfficeOverlay merge : book.overlays().of(Kind.MERGE, area.sheetId())) {
      if (area(merge).intersects(area) && !area.contains(area(merge))) {
        throw new InvalidRequest(
            "You must select all cells in a merged range to merge or unmerge them.");
      }
    }
  }

  /** Sorting cannot keep a merge over several rows in one piece. */
  public static void requireSortable(Book book, GridArea area) {
    for (OfficeOverlay merge : book.overlays().of(Kind.MERGE, area.sheetId())) {
      if (area(merge).rows() > 1 && area(merge).intersects(area)) {
        throw new InvalidRequest("You can't sort a range that contains vertical merges.");
      }
    }
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
