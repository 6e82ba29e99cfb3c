package org.entraide.sandbox.office.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.QueryNames;
import org.entraide.sandbox.office.sheets.batch.DataFilters;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** {@code values.get}, {@code values.batchGet} and {@code values.batchGetByDataFilter}. */
public final class ValuesReads {

  private ValuesReads() {}

  public static ObjectNode get(Book book, String range, OfficeRequest request) {
    QueryNames.check(request, "majorDimension", "valueRenderOption", "dateTimeRenderOption");
    return valueRange(book, A1.resolve(book, range), dimension(request), rendering(request));
  }

  public static ObjectNode batchGet(Spreadsheet spreadsheet, OfficeRequest request) {
    QueryNames.check(
        request, "ranges", "majorDimension", "valueRenderOption", "dateTimeRenderOption");
    Book book = spreadsheet.book();
    ObjectNode answer = OfficeJson.object().put("spreadsheetId", spreadsheet.id());
    ArrayNode ranges = OfficeJson.object().arrayNode();
    for (String range : request.parameters("ranges")) {
      ranges.add(valueRange(book, A1.resolve(book, range), dimension(request), rendering(request)));
    }
    if (!ranges.isEmpty()) {
      answer.set("valueRanges", ranges);
    }
    return answer;
  }

  public static ObjectNode batchGetByDataFilter(Spreadsheet spreadsheet, ObjectNode body) {
    Book book = spreadsheet.book();
    Rendering rendering =
        new Rendering(
            OfficeJson.text(body, "valueRenderOption").orElse("FORMATTED_VALUE"),
            OfficeJson.text(body, "dateTimeRenderOption").orElse("SERIAL_NUMBER"));
    Dimension major = dimension(OfficeJson.text(body, "majorDimension").orElse("ROWS"));
    Map<GridArea, List<JsonNode>> filtersByArea = new LinkedHashMap<>();
    for (JsonNode filter : body.path("dataFilters")) {
      for (GridArea area : DataFilters.areas(book, filter)) {
        filtersByArea.computeIfAbsent(area, a -> new ArrayList<>()).add(filter);
      }
    }
    ObjectNode answer = OfficeJson.object().put("spreadsheetId", spreadsheet.id());
    filtersByArea.forEach(
        (area, filters) -> {
          ObjectNode matched = answer.withArray("valueRanges").addObject();
          matched.set("valueRange", valueRange(book, area, major, rendering));
          filters.forEach(matched.withArray("dataFilters")::add);
        });
    return answer;
  }

  /** A {@code ValueRange}; it has no {@code values} when there are none. */
  static ObjectNode valueRange(Book book, GridArea area, Dimension major, Rendering rendering) {
    ObjectNode json = OfficeJson.object();
    json.put("range", A1.print(book, area)).put("majorDimension", major.name());
    rendering.read(book, area, major).ifPresent(values -> json.set("values", values));
    return json;
  }

  static Dimension dimension(String name) {
    if (name.equals("DIMENSION_UNSPECIFIED")) {
      return Dimension.ROWS;
    }
    try {
      return Dimension.of(name);
    } catch (InvalidRequest e) {
      throw ApiException.invalid(
          "Invalid value at 'major_dimension'"
              + " (type.googleapis.com/google.apps.sheets.v4.Dimension), \""
              + name
              + "\"");
    }
  }

  private static Dimension dimension(OfficeRequest request) {
    return dimension(request.parameter("majorDimension").orElse("ROWS"));
  }

  private static Rendering rendering(OfficeRequest request) {
    return new Rendering(
        request.parameter("valueRenderOption").orElse("FORMATTED_VALUE"),
        request.parameter("dateTimeRenderOption").orElse("SERIAL_NUMBER"));
  }
}
