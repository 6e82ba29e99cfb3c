package org.entraide.sandbox.office;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Requests for several changes at once. */
public abstract class SheetsBatchFixture {

  public final SheetsFixture office = SheetsFixture.french();

  public BatchUpdateSpreadsheetResponse update(List<RowData> rows) throws IOException {
    return office
        .client
        .spreadsheets()
        .batchUpdate(
            SheetsFixture.ID,
            new BatchUpdateSpreadsheetRequest()
                .setIncludeSpreadsheetInResponse(true)
                .setResponseIncludeGridData(true)
                .setResponseRanges(List.of("'Réponses 1'!A1:B1"))
                .setRequests(
                    List.of(
                        new Request()
                            .setUpdateCells(
                                new UpdateCellsRequest()
                                    .setFields("userEnteredValue")
                                    .setStart(new GridCoordinate().setSheetId(7))
                                    .setRows(rows)))))
        .execute();
  }

  public static RowData row(String... texts) {
    List<CellData> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text)));
    }
    return new RowData().setValues(cells);
  }
}
