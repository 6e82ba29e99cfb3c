package org.entraide.google.sheets;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendCellsRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.FindReplaceRequest;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateDimensionPropertiesRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.table.Cell;
import org.entraide.table.Change;

/**
 * Says changes in Google's words. Text always goes as {@code stringValue}, which Sheets never reads
 * as a formula, a number or a date; the one formula is a {@link org.entraide.table.LinkFormula},
 * which holds no text of a person. Only values are named in {@code fields}, so that formats, notes
 * and validation stay as they are.
 */
final class ChangeRequests {

  /** Google's limit for one cell. */
  private static final int LONGEST_TEXT = 50_000;

  private static final String VALUE = "userEnteredValue";
  private static final String COLUMNS = "COLUMNS";

  /** What a new tab has unless asked otherwise. */
  private static final int USUAL_ROWS = 1000;

  private static final int USUAL_COLUMNS = 26;

  private final List<Request> requests = new ArrayList<>();

  /** Cells that wait to be gathered, by tab. */
  private final Map<Integer, List<Change.SetValue>> cells = new LinkedHashMap<>();

  private ChangeRequests() {}

  /** Keeps the order of the changes, gathering cells that are set one after another. */
  static List<Request> of(List<Change> changes) {
    ChangeRequests result = new ChangeRequests();
    changes.forEach(result::add);
    result.flushCells();
    return result.requests;
  }

  private void add(Change change) {
    if (change instanceof Change.SetValue cell) {
      cells.computeIfAbsent(cell.sheetId(), s -> new ArrayList<>()).add(cell);
      return;
    }
    flushCells();
    if (change instanceof Change.AddTab tab) {
      addTab(tab);
    } else if (change instanceof Change.AddColumns columns) {
      addColumns(columns);
    } else if (change instanceof Change.MarkColumn mark) {
      mark(mark.sheetId(), mark.column(), mark.mark());
    } else if (change instanceof Change.AppendRows rows) {
      requests.add(
          new Request()
              .setAppendCells(
                  new AppendCellsRequest()
                      .setSheetId(rows.sheetId())
                      .setRows(rows.rows().stream().map(ChangeRequests::row).toList())
                      .setFields(VALUE)));
    } else if (change instanceof Change.Forget forget) {
      requests.add(forget(forget));
    } else if (change instanceof Change.AddRows rows) {
      lengthen(rows.sheetId(), "ROWS", rows.count());
    } else if (change instanceof Change.Decoration decoration) {
      requests.add(DecorationRequests.of(decoration));
    } else if (change instanceof Change.MoveName name) {
      requests.add(DecorationRequests.move(name));
    } else if (change instanceof Change.RenameTint renamed) {
      requests.add(DecorationRequests.rename(renamed.tint()));
    } else if (change instanceof Change.RecalculateHourly) {
      requests.add(DecorationRequests.recalculateHourly());
    } else {
      throw new IllegalArgumentException("no request for " + change.getClass().getSimpleName());
    }
  }

  private static Request forget(Change.Forget forget) {
    return new Request()
        .setFindReplace(
            new FindReplaceRequest()
                .setRange(
                    new GridRange()
                        .setSheetId(forget.sheetId())
                        .setStartColumnIndex(forget.column())
                        .setEndColumnIndex(forget.column() + 1))
                .setFind(forget.text())
                .setReplacement("")
                .setMatchCase(true)
                .setMatchEntireCell(true));
  }

  private void flushCells() {
    cells.forEach(
        (sheetId, list) ->
            CellBlocks.of(list)
                .forEach(
                    block ->
                        set(
                            sheetId,
                            block.row(),
                            block.column(),
                            block.rows().stream().map(ChangeRequests::values).toList())));
    cells.clear();
  }

  private void addTab(Change.AddTab tab) {
    GridProperties grid =
        new GridProperties()
            .setRowCount(USUAL_ROWS)
            .setColumnCount(Math.max(USUAL_COLUMNS, tab.columns().size()))
            .setFrozenRowCount(1);
    SheetProperties properties =
        new SheetProperties()
            .setSheetId(tab.sheetId())
            .setTitle(tab.title())
            .setGridProperties(grid);
    requests.add(new Request().setAddSheet(new AddSheetRequest().setProperties(properties)));
    columns(tab.sheetId(), 0, tab.columns());
  }

  private void addColumns(Change.AddColumns change) {
    int missing = change.firstColumn() + change.columns().size() - change.columnCount();
    if (missing > 0) {
      lengthen(change.sheetId(), COLUMNS, missing);
    }
    columns(change.sheetId(), change.firstColumn(), change.columns());
  }

  private void lengthen(int sheetId, String dimension, int count) {
    requests.add(
        new Request()
            .setAppendDimension(
                new AppendDimensionRequest()
                    .setSheetId(sheetId)
                    .setDimension(dimension)
                    .setLength(count)));
  }

  private void columns(int sheetId, int first, List<Change.Column> columns) {
    if (columns.isEmpty()) {
      return;
    }
    set(sheetId, 0, first, List.of(row(columns.stream().map(Change.Column::title).toList())));
    for (int i = 0; i < columns.size(); i++) {
      mark(sheetId, first + i, columns.get(i).mark());
      if (columns.get(i).hidden()) {
        hide(sheetId, first + i);
      }
    }
  }

  private void mark(int sheetId, int column, String mark) {
    requests.add(marking(column(sheetId, column), mark));
  }

  /** Marks one line of a grid. */
  static Request marking(DimensionRange line, String mark) {
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest()
                .setDeveloperMetadata(
                    new DeveloperMetadata()
                        .setMetadataKey(SpreadsheetReader.MARK_KEY)
                        .setMetadataValue(mark)
                        .setVisibility("DOCUMENT")
                        .setLocation(new DeveloperMetadataLocation().setDimensionRange(line))));
  }

  private void hide(int sheetId, int column) {
    requests.add(
        new Request()
            .setUpdateDimensionProperties(
                new UpdateDimensionPropertiesRequest()
                    .setRange(column(sheetId, column))
                    .setProperties(new DimensionProperties().setHiddenByUser(true))
                    .setFields("hiddenByUser")));
  }

  private void set(int sheetId, int row, int column, List<RowData> rows) {
    requests.add(
        new Request()
            .setUpdateCells(
                new UpdateCellsRequest()
                    .setStart(
                        new GridCoordinate()
                            .setSheetId(sheetId)
                            .setRowIndex(row)
                            .setColumnIndex(column))
                    .setRows(rows)
                    .setFields(VALUE)));
  }

  private static DimensionRange column(int sheetId, int column) {
    return new DimensionRange()
        .setSheetId(sheetId)
        .setDimension(COLUMNS)
        .setStartIndex(column)
        .setEndIndex(column + 1);
  }

  private static RowData row(List<String> texts) {
    return new RowData().setValues(texts.stream().map(ChangeRequests::cell).toList());
  }

  private static RowData values(List<Change.SetValue> values) {
    return new RowData().setValues(values.stream().map(ChangeRequests::cell).toList());
  }

  private static CellData cell(Change.SetValue value) {
    if (value instanceof Change.SetNumber number) {
      return new CellData()
          .setUserEnteredValue(new ExtendedValue().setNumberValue(number.number()));
    }
    if (value instanceof Change.SetFormula formula) {
      return new CellData()
          .setUserEnteredValue(new ExtendedValue().setFormulaValue(formula.link().text()));
    }
    if (value instanceof Change.PutBack back) {
      return cell(back.cell());
    }
    return cell(((Change.SetCell) value).text());
  }

  private static CellData cell(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER ->
          new CellData().setUserEnteredValue(new ExtendedValue().setNumberValue(cell.number()));
      case BOOLEAN ->
          new CellData().setUserEnteredValue(new ExtendedValue().setBoolValue(cell.isTrue()));
      case EMPTY, TEXT, ERROR -> cell(cell.text());
    };
  }

  /** A cell without a value clears what is there. */
  private static CellData cell(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a text of " + text.length() + " characters is too long for a cell");
    }
    return text.isEmpty()
        ? new CellData()
        : new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text));
  }
}
