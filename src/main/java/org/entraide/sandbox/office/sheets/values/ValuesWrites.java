package org.entraide.sandbox.office.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.sheets.batch.DataFilters;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;

/**
 * The writing methods of {@code spreadsheets.values}; each applies wholly or not at all.
 *
 * @param id of the spreadsheet, for the answers
 */
public record ValuesWrites(String id, Book book, SheetsWorld world) {

  /** How the answer shows what was written, from a query or from a body. */
  public record Echo(boolean wanted, Rendering rendering) {

    public static Echo of(OfficeRequest request) {
      return of(
          request.parameter("includeValuesInResponse").orElse("false"),
          request.parameter("responseValueRenderOption").orElse("FORMATTED_VALUE"),
          request.parameter("responseDateTimeRenderOption").orElse("SERIAL_NUMBER"));
    }

    static Echo of(ObjectNode body) {
      return of(
          OfficeJson.text(body, "includeValuesInResponse").orElse("false"),
          OfficeJson.text(body, "responseValueRenderOption").orElse("FORMATTED_VALUE"),
          OfficeJson.text(body, "responseDateTimeRenderOption").orElse("SERIAL_NUMBER"));
    }

    private static Echo of(String wanted, String values, String times) {
      return new Echo(wanted.equals("true"), new Rendering(values, times));
    }
  }

  public ObjectNode update(String range, ObjectNode body, String inputOption, Echo echo) {
    ValueWriter writer = ValueWriter.of(book, world, inputOption);
    String inBody = OfficeJson.text(body, "range").orElse(range);
    GridArea area = A1.resolve(book, range);
    if (!A1.resolve(book, inBody).equals(area)) {
      throw ApiException.invalid(
          "Requested writing within range [" + range + "], but body.range is [" + inBody + "]");
    }
    return written(writer, area, range, body, echo);
  }

  public ObjectNode batchUpdate(ObjectNode body) {
    ValueWriter writer =
        ValueWriter.of(book, world, OfficeJson.text(body, "valueInputOption").orElse(""));
    Echo echo = Echo.of(body);
    Totals totals = new Totals();
    for (JsonNode data : body.path("data")) {
      String range =
          OfficeJson.text(data, "range")
              .orElseThrow(() -> ApiException.invalid("Unable to parse range: "));
      totals.add(written(writer, A1.resolve(book, range), range, data, echo));
    }
    return totals.answer(id);
  }

  public ObjectNode batchUpdateByDataFilter(ObjectNode body) {
    ValueWriter writer =
        ValueWriter.of(book, world, OfficeJson.text(body, "valueInputOption").orElse(""));
    Echo echo = Echo.of(body);
    Totals totals = new Totals();
    for (JsonNode data : body.path("data")) {
      JsonNode filter = data.path("dataFilter");
      for (GridArea area : DataFilters.areas(book, filter)) {
        ObjectNode answer = written(writer, area, A1.print(book, area), data, echo);
        answer.remove("spreadsheetId");
        answer.set("dataFilter", filter);
        totals.add(answer);
      }
    }
    return totals.answer(id);
  }

  public ObjectNode append(
      String range, ObjectNode body, String inputOption, boolean insertRows, Echo echo) {
    ValueWriter writer = ValueWriter.of(book, world, inputOption);
    GridArea table = ValueTable.find(book, A1.resolve(book, range));
    Sheet sheet = book.sheet(table.sheetId());
    boolean blank = ValueTable.isBlank(sheet, table);
    int row = blank ? table.startRow() : table.endRow();
    Dimension major = ValuesReads.dimension(OfficeJson.text(body, "majorDimension").orElse("ROWS"));
    int count = lines(body, major);
    if (insertRows && !blank) {
      sheet.insert(Dimension.ROWS, row, count);
    } else if (row + count > sheet.rowCount()) {
      sheet.insert(Dimension.ROWS, sheet.rowCount(), row + count - sheet.rowCount());
    }
    GridArea start =
        new GridArea(sheet.id(), row, row + 1, table.startColumn(), table.startColumn() + 1);
    ObjectNode answer = OfficeJson.object().put("spreadsheetId", id);
    if (!blank) {
      answer.put("tableRange", A1.print(book, table));
    }
    if (count > 0) {
      answer.set("updates", written(writer, start, A1.print(book, start), body, echo));
    }
    return answer;
  }

  private static int lines(ObjectNode body, Dimension major) {
    JsonNode values = body.path("values");
    if (major == Dimension.ROWS) {
      return values.size();
    }
    int longest = 0;
    for (JsonNode column : values) {
      longest = Math.max(longest, column.size());
    }
    return longest;
  }

  public ObjectNode clear(String range) {
    GridArea area = A1.resolve(book, range);
    ValueWriter.clear(book, area);
    return OfficeJson.object().put("spreadsheetId", id).put("clearedRange", A1.print(book, area));
  }

  public ObjectNode batchClear(List<GridArea> areas) {
    ObjectNode answer = OfficeJson.object().put("spreadsheetId", id);
    for (GridArea area : areas) {
      ValueWriter.clear(book, area);
      answer.withArray("clearedRanges").add(A1.print(book, area));
    }
    return answer;
  }

  private ObjectNode written(
      ValueWriter writer, GridArea area, String range, JsonNode data, Echo echo) {
    Dimension major = ValuesReads.dimension(OfficeJson.text(data, "majorDimension").orElse("ROWS"));
    ValueWriter.Written written = writer.write(area, range, data.path("values"), major);
    ObjectNode answer = writer.answer(id, written);
    if (echo.wanted()) {
      // a range larger than what was written is shown whole: that is how a writer sees neighbours
      GridArea shown = area.isSingleCell() ? written.area() : area;
      answer.set("updatedData", ValuesReads.valueRange(book, shown, major, echo.rendering()));
    }
    return answer;
  }

  /** Sums over the ranges of a batch. */
  private static final class Totals {
    private final ObjectNode responses = OfficeJson.object();
    private final Set<String> sheets = new HashSet<>();
    private int rows;
    private int columns;
    private int cells;

    void add(ObjectNode one) {
      rows += one.path("updatedRows").asInt();
      columns += one.path("updatedColumns").asInt();
      cells += one.path("updatedCells").asInt();
      if (one.has("updatedCells")) {
        String range = one.path("updatedRange").asText();
        sheets.add(range.substring(0, range.lastIndexOf('!')));
      }
      responses.withArray("responses").add(one);
    }

    ObjectNode answer(String id) {
      ObjectNode answer = OfficeJson.object().put("spreadsheetId", id);
      if (cells > 0) {
        answer
            .put("totalUpdatedRows", rows)
            .put("totalUpdatedColumns", columns)
            .put("totalUpdatedCells", cells)
            .put("totalUpdatedSheets", sheets.size());
      }
      return answer.setAll(responses);
    }
  }
}
