package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code spreadsheets.batchUpdate}: all of its requests, or none. */
final class BatchUpdate {

  private static final int MOST_REQUESTS = 100_000;

  private static final Map<String, BookRequest> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("addSheet", TabRequests::add);
    KINDS.put("updateSheetProperties", TabRequests::update);
    KINDS.put("deleteSheet", TabRequests::delete);
    KINDS.put("duplicateSheet", TabRequests::duplicate);
    KINDS.put("updateCells", CellRequests::update);
    KINDS.put("appendCells", CellRequests::append);
    KINDS.put("repeatCell", CellRequests::repeat);
    KINDS.put("setDataValidation", CellRequests::setDataValidation);
    KINDS.put("appendDimension", DimensionRequests::append);
    KINDS.put("insertDimension", DimensionRequests::insert);
    KINDS.put("deleteDimension", DimensionRequests::delete);
    KINDS.put("moveDimension", DimensionRequests::move);
    KINDS.put("updateDimensionProperties", DimensionRequests::update);
    KINDS.put("sortRange", Sorting::apply);
    KINDS.put("findReplace", FindReplace::apply);
    KINDS.put("createDeveloperMetadata", MetadataRequests::create);
    KINDS.put("updateDeveloperMetadata", MetadataRequests::update);
    KINDS.put("deleteDeveloperMetadata", MetadataRequests::delete);
    KINDS.put("addProtectedRange", OverlayRequests::addProtectedRange);
    KINDS.put("setBasicFilter", OverlayRequests::setBasicFilter);
    KINDS.put("clearBasicFilter", OverlayRequests::clearBasicFilter);
  }

  private BatchUpdate() {}

  /** The kinds that the office knows. */
  static List<String> kinds() {
    return List.copyOf(KINDS.keySet());
  }

  static ObjectNode apply(
      Spreadsheet spreadsheet, ObjectNode body, SheetsWorld world, FieldTree mask) {
    JsonNode requests = body.path("requests");
    if (requests.isEmpty()) {
      throw ApiException.invalid("Must specify at least one request.");
    }
    if (requests.size() > MOST_REQUESTS) {
      throw ApiException.invalid("Cannot exceed 100000 requests in a single batch.");
    }
    requests.forEach(BatchUpdate::kind);
    return spreadsheet.change(
        book -> {
          ArrayNode replies = replies(book, requests, world);
          settle(book, requests.size() - 1, kind(requests.get(requests.size() - 1)));
          ObjectNode answer = Json.object().put("spreadsheetId", spreadsheet.id());
          answer.set("replies", replies);
          if (body.path("includeSpreadsheetInResponse").asBoolean()) {
            answer.set(
                "updatedSpreadsheet",
                updated(spreadsheet.id(), book, body, mask.get("updatedSpreadsheet")));
          }
          return answer;
        });
  }

  private static ArrayNode replies(Book book, JsonNode requests, SheetsWorld world) {
    ArrayNode replies = Json.object().arrayNode();
    for (int i = 0; i < requests.size(); i++) {
      String kind = kind(requests.get(i));
      BookRequest request = KINDS.get(kind);
      if (request == null) {
        throw ApiException.unsupported("the request " + kind);
      }
      try {
        replies.add(request.apply(book, Json.child(requests.get(i), kind), world));
      } catch (InvalidRequest e) {
        throw invalid(i, kind, e);
      }
    }
    return replies;
  }

  private static void settle(Book book, int last, String kind) {
    try {
      book.settle();
    } catch (InvalidRequest e) {
      throw invalid(last, kind, e);
    }
  }

  private static ApiException invalid(int index, String kind, InvalidRequest cause) {
    return ApiException.invalid(
        "Invalid requests[" + index + "]." + kind + ": " + cause.getMessage());
  }

  /** The one field of a {@code Request}; an unknown kind is refused before anything is done. */
  private static String kind(JsonNode request) {
    List<String> names = new ArrayList<>();
    request.fieldNames().forEachRemaining(names::add);
    if (names.size() != 1) {
      throw ApiException.invalid("Each request must have exactly one kind set.");
    }
    if (!KINDS.containsKey(names.get(0))) {
      throw ApiException.unsupported("the request " + names.get(0));
    }
    return names.get(0);
  }

  private static ObjectNode updated(String id, Book book, ObjectNode body, FieldTree mask) {
    List<GridArea> areas = new ArrayList<>();
    body.path("responseRanges").forEach(range -> areas.add(A1.resolve(book, range.asText())));
    boolean grid = body.path("responseIncludeGridData").asBoolean();
    return new SpreadsheetJson(id, book, mask).json(areas, grid);
  }
}
