package org.entraide.sandbox.office.sheets.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.StreamedJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.Metadata;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Protection;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A book as a {@code Spreadsheet}. The mask is obeyed where that saves work; who asked for it cuts
 * the rest.
 */
public record SpreadsheetJson(String id, Book book, FieldTree mask, Instant now, String account) {

  private static final List<Kind> ON_TABS =
      List.of(
          Kind.MERGE,
          Kind.CONDITIONAL_FORMAT,
          Kind.FILTER_VIEW,
          Kind.PROTECTED_RANGE,
          Kind.CHART,
          Kind.BANDING,
          Kind.TABLE);

  /** What a request asks by mask decides alone whether grid data comes, as Google says. */
  public static boolean wantsGridData(FieldTree mask) {
    return mask.has("sheets") && mask.get("sheets").has("data");
  }

  /**
   * The spreadsheet as Google's JSON.
   *
   * @param areas the parts wanted; none for all tabs
   */
  public ObjectNode json(List<GridArea> areas, boolean gridData) {
    ObjectNode json = OfficeJson.object().put("spreadsheetId", id);
    json.putObject("properties")
        .put("title", book.title())
        .put("locale", book.locale())
        .put("autoRecalc", book.autoRecalc())
        .put("timeZone", book.timeZone());
    if (mask.has("sheets")) {
      ArrayNode sheets = json.putArray("sheets");
      for (Sheet sheet : book.sheets()) {
        List<GridArea> wanted =
            areas.isEmpty()
                ? List.of(sheet.whole())
                : areas.stream().filter(area -> area.sheetId() == sheet.id()).toList();
        if (!wanted.isEmpty()) {
          sheets.add(sheet(sheet, wanted, gridData, mask.get("sheets")));
        }
      }
    }
    if (mask.has("namedRanges")) {
      book.overlays()
          .of(Kind.NAMED_RANGE)
          .forEach(o -> json.withArray("namedRanges").add(o.json()));
    }
    metadata(json, Metadata.MetadataPlace.SPREADSHEET);
    return json.put("spreadsheetUrl", "https://docs.google.com/spreadsheets/d/" + id + "/edit");
  }

  private ObjectNode sheet(Sheet sheet, List<GridArea> areas, boolean gridData, FieldTree fields) {
    ObjectNode json = OfficeJson.object();
    json.set("properties", properties(book, sheet));
    if (gridData) {
      GridDataJson grid = new GridDataJson(book, sheet, fields.get("data"), now);
      ArrayNode data = json.putArray("data");
      areas.forEach(area -> data.add(grid.json(area)));
    }
    for (Kind kind : ON_TABS) {
      if (fields.has(kind.list())) {
        for (OfficeOverlay overlay : book.overlays().of(kind, sheet.id())) {
          json.withArray(kind.list()).add(shown(overlay));
        }
      }
    }
    for (OfficeOverlay filter : book.overlays().of(Kind.BASIC_FILTER, sheet.id())) {
      json.set("basicFilter", filter.json());
    }
    metadata(json, new Metadata.MetadataPlace(sheet.id(), null, 0));
    return json;
  }

  private ObjectNode shown(OfficeOverlay overlay) {
    return overlay.kind() == Kind.PROTECTED_RANGE && Protection.mayEdit(overlay.json(), account)
        ? overlay.json().deepCopy().put("requestingUserCanEdit", true)
        : overlay.json();
  }

  private void metadata(ObjectNode json, Metadata.MetadataPlace place) {
    for (Metadata entry : book.metadata()) {
      if (entry.place().equals(place)) {
        json.withArray("developerMetadata").add(entry.json(book));
      }
    }
  }

  /** A tab as {@code SheetProperties}. */
  public static ObjectNode properties(Book book, Sheet sheet) {
    ObjectNode json = OfficeJson.object();
    json.put("sheetId", sheet.id())
        .put("title", sheet.title())
        .put("index", book.sheets().indexOf(sheet))
        .put("sheetType", "GRID");
    ObjectNode grid = json.putObject("gridProperties");
    grid.put("rowCount", sheet.rowCount()).put("columnCount", sheet.columnCount());
    grid.setAll(sheet.gridProperties());
    return json.setAll(sheet.properties());
  }

  /** Puts together a tab's rows as {@code GridData}. */
  private record GridDataJson(Book book, Sheet sheet, FieldTree fields, Instant now) {

    private static final int ROW_PIXELS = 21;
    private static final int COLUMN_PIXELS = 100;

    ObjectNode json(GridArea area) {
      ObjectNode json = OfficeJson.object();
      if (area.startRow() > 0) {
        json.put("startRow", area.startRow());
      }
      if (area.startColumn() > 0) {
        json.put("startColumn", area.startColumn());
      }
      if (fields.has("rowData")) {
        rows(json, area);
      }
      if (fields.has("rowMetadata")) {
        lines(json.putArray("rowMetadata"), Dimension.ROWS, area.startRow(), area.endRow());
      }
      if (fields.has("columnMetadata")) {
        lines(
            json.putArray("columnMetadata"),
            Dimension.COLUMNS,
            area.startColumn(),
            area.endColumn());
      }
      return json;
    }

    private void rows(ObjectNode json, GridArea area) {
      CellJson cells = new CellJson(book, sheet, fields.get("rowData").get("values"), now);
      int end = area.endRow();
      while (end > area.startRow() && RowsJson.width(sheet.row(end - 1), area) == 0) {
        end--;
      }
      if (end == area.startRow()) {
        return;
      }
      int filled = end;
      json.set("rowData", StreamedJson.node(new RowsJson(sheet, area, filled, cells)));
    }

    private void lines(ArrayNode lines, Dimension dimension, int from, int to) {
      boolean rows = dimension == Dimension.ROWS;
      FilteredRows filtered = FilteredRows.of(book, sheet, now);
      for (int i = from; i < to; i++) {
        ObjectNode properties =
            rows ? sheet.row(i).properties() : sheet.columns().get(i).properties();
        ObjectNode line = line(properties, rows ? ROW_PIXELS : COLUMN_PIXELS);
        if (rows && filtered.hides(i)) {
          line.put("hiddenByFilter", true);
        }
        lines.add(line);
      }
      for (Metadata entry : book.metadata()) {
        Metadata.MetadataPlace place = entry.place();
        if (place.dimension() == dimension
            && place.sheetId() != null
            && place.sheetId() == sheet.id()) {
          int index = sheet.indexOf(dimension, place.line());
          if (index >= from && index < to) {
            ((ObjectNode) lines.get(index - from))
                .withArray("developerMetadata")
                .add(entry.json(book));
          }
        }
      }
    }

    private static ObjectNode line(@Nullable ObjectNode properties, int pixels) {
      ObjectNode line = OfficeJson.object().put("pixelSize", pixels);
      return properties == null ? line : line.setAll(properties);
    }
  }
}
