package org.entraide.sandbox.office.sheets;

import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.OfficeRequest;

/**
 * A request to Sheets, its path taken apart.
 *
 * @param range the range, or the id of a metadata entry; empty where the path has none
 */
record SheetsCall(SheetsMethod method, String spreadsheetId, String range) {

  static Optional<SheetsCall> of(OfficeRequest request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(0).equals("v4") || !path.get(1).equals("spreadsheets")) {
      return Optional.empty();
    }
    String verb = request.method();
    String second = path.get(2);
    if (path.size() == 3) {
      return spreadsheet(verb, second);
    }
    String what = path.get(3);
    if (path.size() == 4) {
      return collection(verb, second, what);
    }
    String range = path.get(4);
    if (path.size() != 5) {
      return Optional.empty();
    }
    if (what.equals("values")) {
      return values(verb, second, range);
    }
    return what.equals("developerMetadata") && verb.equals("GET")
        ? call(SheetsMethod.METADATA_GET, second, range)
        : Optional.empty();
  }

  /** The path without ids and ranges, for messages. */
  static String shape(OfficeRequest request) {
    List<String> path = request.segments();
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      String segment = path.get(i);
      int colon = segment.lastIndexOf(':');
      boolean opaque = i == 2 || i > 3;
      String custom = colon < 0 ? "" : segment.substring(colon);
      shape
          .append('/')
          .append(opaque ? "*" + (custom.matches(":[a-z][A-Za-z]+") ? custom : "") : segment);
    }
    return shape.toString();
  }

  private static Optional<SheetsCall> spreadsheet(String verb, String id) {
    if (verb.equals("GET") && !id.contains(":")) {
      return call(SheetsMethod.GET, id, "");
    }
    if (verb.equals("POST") && id.endsWith(":batchUpdate")) {
      return call(SheetsMethod.BATCH_UPDATE, before(id, ":batchUpdate"), "");
    }
    if (verb.equals("POST") && id.endsWith(":getByDataFilter")) {
      return call(SheetsMethod.GET_BY_DATA_FILTER, before(id, ":getByDataFilter"), "");
    }
    return Optional.empty();
  }

  private static Optional<SheetsCall> collection(String verb, String id, String what) {
    SheetsMethod method =
        switch (verb + " " + what) {
          case "GET values:batchGet" -> SheetsMethod.VALUES_BATCH_GET;
          case "POST values:batchUpdate" -> SheetsMethod.VALUES_BATCH_UPDATE;
          case "POST values:batchClear" -> SheetsMethod.VALUES_BATCH_CLEAR;
          case "POST values:batchGetByDataFilter" -> SheetsMethod.VALUES_BATCH_GET_BY_DATA_FILTER;
          case "POST values:batchUpdateByDataFilter" ->
              SheetsMethod.VALUES_BATCH_UPDATE_BY_DATA_FILTER;
          case "POST values:batchClearByDataFilter" ->
              SheetsMethod.VALUES_BATCH_CLEAR_BY_DATA_FILTER;
          case "POST developerMetadata:search" -> SheetsMethod.METADATA_SEARCH;
          default -> null;
        };
    return method == null ? Optional.empty() : call(method, id, "");
  }

  private static Optional<SheetsCall> values(String verb, String id, String range) {
    if (verb.equals("POST") && range.endsWith(":append")) {
      return call(SheetsMethod.VALUES_APPEND, id, before(range, ":append"));
    }
    if (verb.equals("POST") && range.endsWith(":clear")) {
      return call(SheetsMethod.VALUES_CLEAR, id, before(range, ":clear"));
    }
    if (verb.equals("GET")) {
      return call(SheetsMethod.VALUES_GET, id, range);
    }
    return verb.equals("PUT") ? call(SheetsMethod.VALUES_UPDATE, id, range) : Optional.empty();
  }

  private static Optional<SheetsCall> call(SheetsMethod method, String id, String range) {
    return Optional.of(new SheetsCall(method, id, range));
  }

  private static String before(String text, String suffix) {
    return text.substring(0, text.length() - suffix.length());
  }
}
