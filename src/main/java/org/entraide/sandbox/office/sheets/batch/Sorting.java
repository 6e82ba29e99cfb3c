package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.Merges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.FormulaReferences;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/**
 * Sorts as people and {@code sortRange} do: cell contents are permuted within the area; the rows,
 * and what is attached to them, stay where they are.
 */
public final class Sorting {

  private Sorting() {}

  /**
   * A column to sort by.
   *
   * @param column its index in the grid
   */
  public record SortKey(int column, boolean descending) {}

  static ObjectNode apply(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    List<SortKey> keys = new ArrayList<>();
    for (JsonNode spec : body.path("sortSpecs")) {
      if (!spec.has("sortOrder") && !spec.has("dimensionIndex")) {
        throw ApiException.unsupported("sorting by colour");
      }
      boolean descending = spec.path("sortOrder").asText().equals("DESCENDING");
      keys.add(new SortKey(spec.path("dimensionIndex").asInt(), descending));
    }
    sort(book, area, keys);
    return OfficeJson.object();
  }

  public static void sort(Book book, GridArea area, List<SortKey> keys) {
    for (SortKey key : keys) {
      if (key.column() < area.startColumn() || key.column() >= area.endColumn()) {
        throw new InvalidRequest(
            "Sort column " + key.column() + " must be within the range to be sorted.");
      }
    }
    Merges.requireSortable(book.overlays(), area);
    Sheet sheet = book.sheet(area.sheetId());
    List<Placed> sorted = new ArrayList<>();
    for (int i = area.startRow(); i < area.endRow(); i++) {
      sorted.add(new Placed(i, sheet.row(i)));
    }
    Comparator<GridRow> order =
        order(keys, Collator.getInstance(SheetLocale.of(book.locale()).java()));
    sorted.sort((a, b) -> order.compare(a.row(), b.row()));
    for (int i = 0; i < sorted.size(); i++) {
      int at = area.startRow() + i;
      Placed from = sorted.get(i);
      if (from.index() != at) {
        sheet.setRow(at, transplanted(sheet.row(at), from, at - from.index(), area));
      }
    }
  }

  private record Placed(int index, GridRow row) {}

  /** The row with the area's cells taken from another one; their formulas look at their own row. */
  private static GridRow transplanted(GridRow row, Placed placed, int down, GridArea area) {
    GridRow from = placed.row();
    int end = Math.min(area.endColumn(), Math.max(row.width(), from.width()));
    OfficeCell[] cells = row.cells(Math.max(row.width(), end));
    for (int i = area.startColumn(); i < end; i++) {
      cells[i] = FormulaReferences.moved(from.cell(i), down, 0);
    }
    return row.withCells(cells);
  }

  private static Comparator<GridRow> order(List<SortKey> keys, Collator collator) {
    return (a, b) -> {
      int result = 0;
      for (int i = 0; i < keys.size() && result == 0; i++) {
        SortKey key = keys.get(i);
        result = compare(a.cell(key.column()), b.cell(key.column()), key, collator);
      }
      return result;
    };
  }

  /** Blank cells come last in either direction. */
  private static int compare(OfficeCell a, OfficeCell b, SortKey key, Collator collator) {
    if (a.isBlank() || b.isBlank()) {
      return Boolean.compare(a.isBlank(), b.isBlank());
    }
    int ascending = Integer.compare(rank(a), rank(b));
    if (ascending == 0) {
      ascending = compareAlike(a, b, collator);
    }
    return key.descending() ? -ascending : ascending;
  }

  private static int compareAlike(OfficeCell a, OfficeCell b, Collator collator) {
    if (a.effective() instanceof CellValue.Num x && b.effective() instanceof CellValue.Num y) {
      return Double.compare(x.number(), y.number());
    }
    if (a.effective() instanceof CellValue.Bool x && b.effective() instanceof CellValue.Bool y) {
      return Boolean.compare(x.flag(), y.flag());
    }
    if (a.effective() instanceof CellValue.Text x && b.effective() instanceof CellValue.Text y) {
      return collator.compare(x.text(), y.text());
    }
    return 0;
  }

  /** Numbers, then texts, then truth values, then errors. */
  private static int rank(OfficeCell cell) {
    if (cell.effective() instanceof CellValue.Num) {
      return 0;
    }
    if (cell.effective() instanceof CellValue.Text) {
      return 1;
    }
    return cell.effective() instanceof CellValue.Bool ? 2 : 3;
  }
}
