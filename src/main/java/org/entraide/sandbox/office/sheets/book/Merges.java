package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Merged cells: only the first of them has a value; what is written into the others is lost. */
public final class Merges {

  private Merges() {}

  /** The row as it is kept: without values in cells that a merge covers. */
  static GridRow masked(Overlays overlays, int sheetId, int index, GridRow fresh) {
    List<OfficeOverlay> merges = overlays.of(Kind.MERGE, sheetId);
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

  public static GridArea area(OfficeOverlay merge) {
    ObjectNode range = merge.json();
    return new GridArea(
        merge.sheetId(),
        RangeJson.start(range, "Row"),
        RangeJson.end(range, "Row"),
        RangeJson.start(range, "Column"),
        RangeJson.end(range, "Column"));
  }

  /** A merge that a change would take apart refuses it. */
  public static void requireWhole(Overlays overlays, GridArea area) {
    for (OfficeOverlay merge : overlays.of(Kind.MERGE, area.sheetId())) {
      if (area(merge).intersects(area) && !area.contains(area(merge))) {
        throw new InvalidRequest(
            "You must select all cells in a merged range to merge or unmerge them.");
      }
    }
  }

  /** Sorting cannot keep a merge over several rows in one piece. */
  public static void requireSortable(Overlays overlays, GridArea area) {
    for (OfficeOverlay merge : overlays.of(Kind.MERGE, area.sheetId())) {
      if (area(merge).rows() > 1 && area(merge).intersects(area)) {
        throw new InvalidRequest("You can't sort a range that contains vertical merges.");
      }
    }
  }
}
