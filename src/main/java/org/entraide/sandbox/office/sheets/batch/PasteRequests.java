package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.Merges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.FormulaReferences;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests that copy, cut and paste cells. */
public final class PasteRequests {

  private static final List<Kind> CUT_ALONG =
      List.of(Kind.NAMED_RANGE, Kind.CONDITIONAL_FORMAT, Kind.MERGE);

  private PasteRequests() {}

  public static ObjectNode copyPaste(Book book, ObjectNode body, SheetsWorld world) {
    GridArea source = GridRanges.area(book, body.path("source"));
    GridArea wanted = GridRanges.area(book, body.path("destination"));
    boolean turned = body.path("pasteOrientation").asText().equals("TRANSPOSE");
    Pasting how = Pasting.of(body.path("pasteType").asText());
    OfficeCell[][] block = block(book, source, turned);
    // a destination of whole copies is filled with them, any other gets one
    int rows = Math.max(1, wanted.rows() / block.length) * block.length;
    int columns = Math.max(1, wanted.columns() / block[0].length) * block[0].length;
    GridArea target = at(wanted.sheetId(), wanted.startRow(), wanted.startColumn(), rows, columns);
    Sheet sheet = book.sheet(target.sheetId());
    grow(sheet, target);
    Merges.requireWhole(book.overlays(), target);
    for (int i = 0; i < rows; i++) {
      GridRow row = sheet.row(target.startRow() + i);
      OfficeCell[] cells = row.cells(Math.max(row.width(), target.endColumn()));
      for (int j = 0; j < columns; j++) {
        int at = target.startColumn() + j;
        int down = target.startRow() + i - source.startRow() - i % block.length;
        int right = at - source.startColumn() - j % block[0].length;
        OfficeCell copied =
            FormulaReferences.moved(block[i % block.length][j % block[0].length], down, right);
        cells[at] = how.paste(cells[at], copied.withOrigin(null));
      }
      sheet.setRow(target.startRow() + i, row.withCells(cells));
    }
    return OfficeJson.object();
  }

  private static OfficeCell[][] block(Book book, GridArea source, boolean turned) {
    Sheet sheet = book.sheet(source.sheetId());
    int rows = turned ? source.columns() : source.rows();
    int columns = turned ? source.rows() : source.columns();
    OfficeCell[][] block = new OfficeCell[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        block[i][j] =
            sheet.cell(
                source.startRow() + (turned ? j : i), source.startColumn() + (turned ? i : j));
      }
    }
    return block;
  }

  static ObjectNode cutPaste(Book book, ObjectNode body, SheetsWorld world) {
    GridArea source = GridRanges.area(book, body.path("source"));
    JsonNode to = body.path("destination");
    GridArea target =
        at(
            book.sheet(to.path("sheetId").asInt()).id(),
            to.path("rowIndex").asInt(),
            to.path("columnIndex").asInt(),
            source.rows(),
            source.columns());
    cut(book, source, target, Pasting.of(body.path("pasteType").asText()));
    return OfficeJson.object();
  }

  /** What is cut keeps the response that wrote it; what lies wholly on it goes along. */
  public static void cut(Book book, GridArea source, GridArea target, Pasting how) {
    Merges.requireWhole(book.overlays(), source);
    Merges.requireWhole(book.overlays(), target);
    Sheet from = book.sheet(source.sheetId());
    Sheet to = book.sheet(target.sheetId());
    grow(to, target);
    OfficeCell[][] block = block(book, source, false);
    book.overlays().removeIf(o -> o.kind() == Kind.MERGE && target.contains(Merges.area(o)));
    List<OfficeOverlay> along = along(book, source);
    along.forEach(book.overlays()::remove);
    for (int i = source.startRow(); i < source.endRow(); i++) {
      from.setRow(i, emptied(from.row(i), source));
    }
    for (int i = 0; i < block.length; i++) {
      GridRow row = to.row(target.startRow() + i);
      OfficeCell[] cells = row.cells(Math.max(row.width(), target.endColumn()));
      for (int j = 0; j < block[i].length; j++) {
        int at = target.startColumn() + j;
        cells[at] = how.paste(cells[at], block[i][j]);
      }
      to.setRow(target.startRow() + i, row.withCells(cells));
    }
    along.forEach(overlay -> land(book, overlay, source, target));
  }

  private static List<OfficeOverlay> along(Book book, GridArea source) {
    List<OfficeOverlay> along = new ArrayList<>();
    for (Kind kind : CUT_ALONG) {
      for (OfficeOverlay overlay : book.overlays().of(kind, source.sheetId())) {
        JsonNode range = range(overlay);
        if (overlay.json().path("ranges").size() < 2
            && GridRanges.now(book, range).filter(source::contains).isPresent()) {
          along.add(overlay);
        }
      }
    }
    return along;
  }

  private static JsonNode range(OfficeOverlay overlay) {
    return switch (overlay.kind()) {
      case MERGE -> overlay.json();
      case CONDITIONAL_FORMAT -> overlay.json().path("ranges").path(0);
      default -> overlay.json().path("range");
    };
  }

  private static void land(Book book, OfficeOverlay overlay, GridArea source, GridArea target) {
    GridArea area = GridRanges.now(book, range(overlay)).orElse(source);
    ObjectNode landed =
        at(
                target.sheetId(),
                area.startRow() - source.startRow() + target.startRow(),
                area.startColumn() - source.startColumn() + target.startColumn(),
                area.rows(),
                area.columns())
            .json();
    ObjectNode json = overlay.json().deepCopy();
    if (overlay.kind() == Kind.MERGE) {
      json = landed;
    } else if (overlay.kind() == Kind.CONDITIONAL_FORMAT) {
      json.putArray("ranges").add(landed);
    } else {
      json.set("range", landed);
    }
    book.overlays().add(overlay.kind(), target.sheetId(), json);
  }

  private static GridRow emptied(GridRow row, GridArea area) {
    OfficeCell[] cells = row.cells(row.width());
    for (int j = area.startColumn(); j < Math.min(area.endColumn(), cells.length); j++) {
      cells[j] = OfficeCell.EMPTY;
    }
    return row.withCells(cells);
  }

  static ObjectNode pasteData(Book book, ObjectNode body, SheetsWorld world) {
    if (body.path("html").asBoolean()) {
      throw ApiException.unsupported("pasteData of HTML");
    }
    String delimiter = OfficeJson.text(body, "delimiter").orElse("");
    if (delimiter.isEmpty()) {
      throw new InvalidRequest("One of 'delimiter' or 'html' must be set.");
    }
    JsonNode start = body.path("coordinate");
    Sheet sheet = book.sheet(start.path("sheetId").asInt());
    Pasting how = Pasting.of(body.path("type").asText());
    InputParser parser = InputParser.of(book, world);
    int row = start.path("rowIndex").asInt();
    for (String line : OfficeJson.text(body, "data").orElse("").split("\r?\n", -1)) {
      String[] texts = line.split(Pattern.quote(delimiter), -1);
      int column = start.path("columnIndex").asInt();
      grow(sheet, at(sheet.id(), row, column, 1, texts.length));
      for (String text : texts) {
        OfficeCell old = sheet.cell(row, column);
        sheet.set(row, column++, how.paste(old, parser.type(old, text)));
      }
      row++;
    }
    return OfficeJson.object();
  }

  public static GridArea at(int sheetId, int row, int column, int rows, int columns) {
    return new GridArea(sheetId, row, row + rows, column, column + columns);
  }

  static void grow(Sheet sheet, GridArea area) {
    if (area.endRow() > sheet.rowCount()) {
      sheet.insert(Dimension.ROWS, sheet.rowCount(), area.endRow() - sheet.rowCount());
    }
    if (area.endColumn() > sheet.columnCount()) {
      sheet.insert(Dimension.COLUMNS, sheet.columnCount(), area.endColumn() - sheet.columnCount());
    }
  }
}
