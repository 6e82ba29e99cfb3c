package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.json.SpreadsheetJson;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** {@code spreadsheets.batchUpdate}: all of its requests, or none. */
public final class BatchUpdate {

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
    KINDS.put("updateSpreadsheetProperties", BookRequests::update);
    KINDS.put("addProtectedRange", ProtectionRequests::add);
    KINDS.put("updateProtectedRange", ProtectionRequests::update);
    KINDS.put("deleteProtectedRange", ProtectionRequests::delete);
    KINDS.put("setBasicFilter", OverlayRequests::setBasicFilter);
    KINDS.put("clearBasicFilter", OverlayRequests::clearBasicFilter);
    KINDS.put("addConditionalFormatRule", RuleRequests::add);
    KINDS.put("updateConditionalFormatRule", RuleRequests::update);
    KINDS.put("deleteConditionalFormatRule", RuleRequests::delete);
    KINDS.put("addChart", ChartRequests::add);
    KINDS.put("updateChartSpec", ChartRequests::updateSpec);
    KINDS.put("updateEmbeddedObjectPosition", ChartRequests::move);
    KINDS.put("deleteEmbeddedObject", ChartRequests::delete);
    KINDS.put("mergeCells", MergeRequests::merge);
    KINDS.put("unmergeCells", MergeRequests::unmerge);
    KINDS.put("copyPaste", PasteRequests::copyPaste);
    KINDS.put("cutPaste", PasteRequests::cutPaste);
    KINDS.put("pasteData", PasteRequests::pasteData);
    KINDS.put("insertRange", RangeRequests::insert);
    KINDS.put("deleteRange", RangeRequests::delete);
    KINDS.put("trimWhitespace", Tidying::trimWhitespace);
    KINDS.put("deleteDuplicates", Tidying::deleteDuplicates);
    KINDS.put("updateBorders", Tidying::updateBorders);
    KINDS.put("autoResizeDimensions", Tidying::autoResize);
    KINDS.put("duplicateFilterView", OverlayRequests::duplicateFilterView);
    add(
        Kind.NAMED_RANGE,
        "NamedRange",
        "namedRange",
        "namedRangeId",
        Set.of("name", "range", "namedRangeId"));
    add(
        Kind.FILTER_VIEW,
        "FilterView",
        "filter",
        "filterId",
        Set.of(
            "filterViewId",
            "title",
            "range",
            "namedRangeId",
            "sortSpecs",
            "criteria",
            "filterSpecs"));
    add(
        Kind.BANDING,
        "Banding",
        "bandedRange",
        "bandedRangeId",
        Set.of("bandedRangeId", "range", "rowProperties", "columnProperties"));
    add(
        Kind.TABLE,
        "Table",
        "table",
        "tableId",
        Set.of("tableId", "name", "range", "rowsProperties", "columnProperties"));
  }

  /** The three requests about one kind of overlay, which Google names alike. */
  private static void add(
      Kind kind, String suffix, String field, String idField, Set<String> fields) {
    KINDS.put("add" + suffix, OverlayRequests.adding(kind, "add" + suffix, field));
    KINDS.put("update" + suffix, OverlayRequests.updating(kind, field, fields));
    KINDS.put("delete" + suffix, OverlayRequests.deleting(kind, idField));
  }

  private BatchUpdate() {}

  /** The kinds that the office knows. */
  public static List<String> kinds() {
    return List.copyOf(KINDS.keySet());
  }

  public static ObjectNode apply(
      Spreadsheet spreadsheet, ObjectNode body, SheetsWorld world, FieldTree mask, String account) {
    JsonNode requests = body.path("requests");
    if (requests.isEmpty()) {
      throw ApiException.invalid("Must specify at least one request.");
    }
    if (requests.size() > MOST_REQUESTS) {
      throw ApiException.invalid("Cannot exceed 100000 requests in a single batch.");
    }
    requests.forEach(BatchUpdate::kind);
    return spreadsheet.change(
        account,
        book -> {
          ArrayNode replies = replies(book, requests, world);
          settle(book, requests.size() - 1, kind(requests.get(requests.size() - 1)));
          book.recalculate(spreadsheet.now());
          ObjectNode answer = OfficeJson.object().put("spreadsheetId", spreadsheet.id());
          answer.set("replies", replies);
          if (body.path("includeSpreadsheetInResponse").asBoolean()) {
            answer.set(
                "updatedSpreadsheet",
                updated(spreadsheet, book, body, mask.get("updatedSpreadsheet"), account));
          }
          return answer;
        });
  }

  private static ArrayNode replies(Book book, JsonNode requests, SheetsWorld world) {
    ArrayNode replies = OfficeJson.object().arrayNode();
    for (int i = 0; i < requests.size(); i++) {
      String kind = kind(requests.get(i));
      BookRequest request = KINDS.get(kind);
      if (request == null) {
        throw ApiException.unsupported("the request " + kind);
      }
      try {
        replies.add(request.apply(book, OfficeJson.child(requests.get(i), kind), world));
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

  private static ObjectNode updated(
      Spreadsheet spreadsheet, Book book, ObjectNode body, FieldTree mask, String account) {
    List<GridArea> areas = new ArrayList<>();
    body.path("responseRanges").forEach(range -> areas.add(A1.resolve(book, range.asText())));
    boolean grid = body.path("responseIncludeGridData").asBoolean();
    return new SpreadsheetJson(spreadsheet.id(), book, mask, spreadsheet.now(), account)
        .json(areas, grid);
  }
}
