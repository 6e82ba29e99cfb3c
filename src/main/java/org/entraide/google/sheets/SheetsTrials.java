package org.entraide.google.sheets;

import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.DataValidationRule;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SetDataValidationRequest;
import com.google.api.services.sheets.v4.model.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.PastedIds;
import org.entraide.livecheck.Trials;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;
import org.jspecify.annotations.Nullable;

/** What the rehearsal tries on a scratch sheet, one request for each method. */
public final class SheetsTrials implements Trials {

  private static final Operation READING =
      Operation.read("google.doing.scratch.read", Operation.Target.SPREADSHEET);
  private static final Operation TRYING =
      Operation.write("google.doing.scratch.try", Operation.Target.SPREADSHEET);

  private static final String MASK =
      "sheets(properties(sheetId),tables(range),"
          + "data(startRow,rowMetadata(developerMetadata(metadataKey,metadataValue))))";

  private final Sheets sheets;
  private final String id;
  private final SheetsTable table;

  /**
   * @param table the same sheet, by which calls are counted and repeated
   */
  SheetsTrials(Sheets sheets, String id, SheetsTable table) {
    this.sheets = sheets;
    this.id = id;
    this.table = table;
  }

  @Override
  public void markRow(int sheetId, int row, String mark) throws RemoteFailure {
    DimensionRange place =
        new DimensionRange()
            .setSheetId(sheetId)
            .setDimension("ROWS")
            .setStartIndex(row)
            .setEndIndex(row + 1);
    change(ChangeRequests.marking(place, mark));
  }

  @Override
  public Optional<Integer> rowMarked(int sheetId, String mark) throws RemoteFailure {
    return sheet(sheetId).map(Sheet::getData).stream()
        .flatMap(List::stream)
        .flatMap(
            block -> {
              List<Integer> rows = new ArrayList<>();
              List<DimensionProperties> all = orNone(block.getRowMetadata());
              for (int i = 0; i < all.size(); i++) {
                if (isMarked(all.get(i), mark)) {
                  rows.add(orZero(block.getStartRow()) + i);
                }
              }
              return rows.stream();
            })
        .findFirst();
  }

  private static boolean isMarked(DimensionProperties row, String mark) {
    return orNone(row.getDeveloperMetadata()).stream()
        .anyMatch(
            it ->
                SpreadsheetReader.MARK_KEY.equals(it.getMetadataKey())
                    && mark.equals(it.getMetadataValue()));
  }

  @Override
  public void strictChoices(Area cells, List<String> words) throws RemoteFailure {
    List<ConditionValue> values =
        words.stream().map(word -> new ConditionValue().setUserEnteredValue(word)).toList();
    change(
        new Request()
            .setSetDataValidation(
                new SetDataValidationRequest()
                    .setRange(
                        new GridRange()
                            .setSheetId(cells.sheetId())
                            .setStartRowIndex(cells.row())
                            .setEndRowIndex(cells.endRow())
                            .setStartColumnIndex(cells.column())
                            .setEndColumnIndex(cells.endColumn()))
                    .setRule(
                        new DataValidationRule()
                            .setCondition(
                                new BooleanCondition().setType("ONE_OF_LIST").setValues(values))
                            .setStrict(true))));
  }

  @Override
  public List<Area> tables(int sheetId) throws RemoteFailure {
    return sheet(sheetId).map(Sheet::getTables).stream()
        .flatMap(List::stream)
        .map(com.google.api.services.sheets.v4.model.Table::getRange)
        .filter(Objects::nonNull)
        .map(range -> area(sheetId, range))
        .toList();
  }

  private static Area area(int sheetId, GridRange range) {
    return new Area(
        sheetId,
        orZero(range.getStartRowIndex()),
        orOpen(range.getEndRowIndex()),
        orZero(range.getStartColumnIndex()),
        orOpen(range.getEndColumnIndex()));
  }

  private Optional<Sheet> sheet(int sheetId) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    List<Sheet> all =
        table.ask(
            READING,
            () ->
                orNone(sheets.spreadsheets().get(checkedId).setFields(MASK).execute().getSheets()));
    return all.stream()
        .filter(sheet -> orZero(sheet.getProperties().getSheetId()) == sheetId)
        .findFirst();
  }

  private void change(Request request) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    BatchUpdateSpreadsheetRequest batch =
        new BatchUpdateSpreadsheetRequest().setRequests(List.of(request));
    table.ask(
        TRYING,
        () ->
            sheets
                .spreadsheets()
                .batchUpdate(checkedId, batch)
                .setFields("spreadsheetId")
                .execute());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Google leaves zeros out. */
  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static int orOpen(@Nullable Integer end) {
    return end == null ? Area.OPEN : end;
  }
}
