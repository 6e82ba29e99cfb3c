package org.entraide.google.sheets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.google.wire.GarbledAnswerException;
import org.entraide.table.Cell;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a {@code Spreadsheet} as it arrives: Google's own model objects would need more memory for
 * half a million cells than a small machine has.
 */
final class SpreadsheetReader {

  /** The cells' part of a field mask. */
  static final String CELLS_MASK =
      "startRow,startColumn,rowData(values(effectiveValue,formattedValue))";

  /** Everything that {@link #workbook} reads. */
  static final String WORKBOOK_MASK =
      "spreadsheetId,properties(title,locale,timeZone),namedRanges(namedRangeId,name,range),"
          + "sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount)),"
          + "charts(chartId),filterViews(filterViewId),merges,"
          + "protectedRanges(range,unprotectedRanges,requestingUserCanEdit,warningOnly),data("
          + CELLS_MASK
          + ",columnMetadata(developerMetadata(metadataKey,metadataValue))))";

  /** The key of the daemon's developer metadata. */
  static final String MARK_KEY = "entraide";

  private static final Logger LOG = LoggerFactory.getLogger(SpreadsheetReader.class);
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;
  private final CellReader cells;
  private String id = "";
  private String title = "";
  private String locale = "";
  private String timeZone = "";
  private final List<SheetGrid> sheets = new ArrayList<>();
  private final OverlayReader overlay;

  private SpreadsheetReader(JsonParser json) {
    this.json = json;
    this.cells = new CellReader(json);
    this.overlay = new OverlayReader(json);
  }

  /**
   * Reads an answer whose root is a spreadsheet or holds one as {@code updatedSpreadsheet}.
   *
   * @throws IOException if it breaks off or is something else
   */
  static SpreadsheetReader read(@Nullable InputStream body) throws IOException {
    if (body == null) {
      throw new GarbledAnswerException("no body");
    }
    try (JsonParser json = JSON.createParser(body)) {
      SpreadsheetReader reader = new SpreadsheetReader(json);
      if (json.nextToken() == null) {
        throw new GarbledAnswerException("an empty body");
      }
      JsonWalk.object(json, reader::field);
      return reader;
    }
  }

  String id() {
    return id;
  }

  /** A whole spreadsheet has at least one tab: none at all is an answer cut short. */
  Workbook workbook() throws GarbledAnswerException {
    if (id.isEmpty() || sheets.isEmpty()) {
      throw new GarbledAnswerException("a spreadsheet without id or tabs");
    }
    return new Workbook(
        id,
        title,
        locale,
        zone(),
        sheets.stream().filter(s -> s.hasGrid).map(SheetGrid::toTab).toList(),
        overlay.overlay());
  }

  Optional<SheetGrid> sheet(int sheetId) {
    return sheets.stream().filter(s -> s.sheetId == sheetId).findFirst();
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      if (!timeZone.isEmpty()) {
        LOG.warn("The spreadsheet's time zone {} is not known; it is read as UTC.", timeZone);
      }
      return ZoneOffset.UTC;
    }
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "spreadsheetId" -> id = JsonWalk.text(json);
      case "updatedSpreadsheet" -> JsonWalk.object(json, this::field);
      case "properties" -> JsonWalk.object(json, this::property);
      case "namedRanges" -> JsonWalk.array(json, overlay::name);
      case "sheets" -> JsonWalk.array(json, this::sheet);
      default -> json.skipChildren();
    }
  }

  private void property(String name) throws IOException {
    switch (name) {
      case "title" -> title = JsonWalk.text(json);
      case "locale" -> locale = JsonWalk.text(json);
      case "timeZone" -> timeZone = JsonWalk.text(json);
      default -> json.skipChildren();
    }
  }

  private void sheet() throws IOException {
    SheetGrid sheet = new SheetGrid();
    JsonWalk.object(
        json,
        name -> {
          switch (name) {
            case "properties" -> JsonWalk.object(json, p -> sheetProperty(sheet, p));
            case "data" -> JsonWalk.array(json, () -> sheet.place(piece()));
            case "charts" -> JsonWalk.array(json, overlay::chart);
            case "filterViews" -> JsonWalk.array(json, overlay::filterView);
            case "merges" -> JsonWalk.array(json, overlay::merge);
            case "protectedRanges" -> JsonWalk.array(json, overlay::protection);
            default -> json.skipChildren();
          }
        });
    sheets.add(sheet);
  }

  private void sheetProperty(SheetGrid sheet, String name) throws IOException {
    switch (name) {
      case "sheetId" -> sheet.sheetId = JsonWalk.number(json);
      case "title" -> sheet.title = JsonWalk.text(json);
      case "gridProperties" -> {
        sheet.hasGrid = true;
        JsonWalk.object(json, p -> gridProperty(sheet, p));
      }
      default -> json.skipChildren();
    }
  }

  private void gridProperty(SheetGrid sheet, String name) throws IOException {
    switch (name) {
      case "rowCount" -> sheet.rowCount = JsonWalk.number(json);
      case "columnCount" -> sheet.columnCount = JsonWalk.number(json);
      default -> json.skipChildren();
    }
  }

  private SheetGrid.Piece piece() throws IOException {
    SheetGrid.Piece piece = new SheetGrid.Piece();
    JsonWalk.object(
        json,
        name -> {
          switch (name) {
            case "startRow" -> piece.startRow = JsonWalk.number(json);
            case "startColumn" -> piece.startColumn = JsonWalk.number(json);
            case "rowData" -> JsonWalk.array(json, () -> piece.rows.add(row()));
            case "columnMetadata" -> columns(piece);
            default -> json.skipChildren();
          }
        });
    return piece;
  }

  private List<Cell> row() throws IOException {
    List<Cell> row = new ArrayList<>();
    JsonWalk.object(
        json,
        name -> {
          if (name.equals("values")) {
            JsonWalk.array(json, () -> row.add(cells.read()));
          } else {
            json.skipChildren();
          }
        });
    int width = row.size();
    while (width > 0 && row.get(width - 1).isEmpty()) {
      width--;
    }
    return List.copyOf(row.subList(0, width));
  }

  private void columns(SheetGrid.Piece piece) throws IOException {
    int[] column = {-1};
    JsonWalk.array(
        json,
        () -> {
          column[0]++;
          JsonWalk.object(
              json,
              name -> {
                if (name.equals("developerMetadata")) {
                  JsonWalk.array(json, () -> mark(piece, column[0]));
                } else {
                  json.skipChildren();
                }
              });
        });
  }

  private void mark(SheetGrid.Piece piece, int column) throws IOException {
    String[] keyAndValue = {"", ""};
    JsonWalk.object(
        json,
        name -> {
          switch (name) {
            case "metadataKey" -> keyAndValue[0] = JsonWalk.text(json);
            case "metadataValue" -> keyAndValue[1] = JsonWalk.text(json);
            default -> json.skipChildren();
          }
        });
    if (keyAndValue[0].equals(MARK_KEY) && !keyAndValue[1].isEmpty()) {
      piece.marks.merge(column, keyAndValue[1], (a, b) -> b.startsWith(Tab.LEFT) ? b : a);
    }
  }
}
