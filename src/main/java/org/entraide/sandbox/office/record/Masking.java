package org.entraide.sandbox.office.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * Leaves what a request or an answer is made of, and nothing that a person wrote or is called: a
 * text stays only under a name that never holds such, everything else is masked. Pure.
 */
final class Masking {

  /** Instead of a text. */
  static final String TEXT = "…";

  /** Instead of a number that may be somebody's. */
  static final String NUMBER = "#";

  /** Names in Google's schemas whose texts are words of the API, identifiers, titles or times. */
  private static final Set<String> KEPT =
      Set.of(
          // Sheets
          "spreadsheetId",
          "sheetType",
          "majorDimension",
          "dimension",
          "range",
          "ranges",
          "title",
          "valueInputOption",
          "valueRenderOption",
          "dateTimeRenderOption",
          "insertDataOption",
          "responseValueRenderOption",
          "updatedRange",
          "tableRange",
          "clearedRange",
          "locale",
          "timeZone",
          "autoRecalc",
          "metadataKey",
          "metadataValue",
          "visibility",
          "locationType",
          "locationMatchingStrategy",
          "type",
          "pattern",
          "relativeDate",
          "wrapStrategy",
          "wrapMode",
          "horizontalAlignment",
          "verticalAlignment",
          "hyperlinkDisplayType",
          "chartType",
          "stackedType",
          "legendPosition",
          "position",
          "headerCount",
          "targetAxis",
          "mergeType",
          "fields",
          "style",
          "themeColor",
          "fontFamily",
          "pasteType",
          "pasteOrientation",
          "sortOrder",
          "tableId",
          "namedRangeId",
          "filterViewId",
          "columnType",
          "columnName",
          // Forms
          "formId",
          "responseId",
          "questionId",
          "itemId",
          "linkedSheetId",
          "revisionId",
          "createTime",
          "lastSubmittedTime",
          "documentTitle",
          "emailCollectionType",
          // Gmail
          "id",
          "threadId",
          "historyId",
          "labelIds",
          "labelsAdded",
          "labelsRemoved",
          "messageId",
          "mimeType",
          "name",
          "nextPageToken",
          "internalDate",
          "labelListVisibility",
          "messageListVisibility",
          // errors
          "status",
          "reason",
          "domain",
          "location",
          "error",
          "@type",
          "service",
          "method",
          // tokens
          "grant_type",
          "scope",
          "token_type",
          "token_type_hint",
          "access_type",
          "response_type",
          "code_challenge_method");

  /** Parameters of a request whose values say nothing of a person. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "alt",
          "fields",
          "prettyPrint",
          "$.xgafv",
          "includeGridData",
          "majorDimension",
          "valueRenderOption",
          "dateTimeRenderOption",
          "valueInputOption",
          "insertDataOption",
          "includeValuesInResponse",
          "responseValueRenderOption",
          "ranges",
          "format",
          "metadataHeaders",
          "maxResults",
          "pageSize",
          "pageToken",
          "labelIds",
          "labelId",
          "includeSpamTrash",
          "historyTypes",
          "startHistoryId",
          "uploadType",
          "grant_type",
          "scope");

  /** Cells' numbers may be somebody's telephone. */
  private static final Set<String> CELLS = Set.of("values", "numberValue");

  private Masking() {}

  /** A body. */
  static JsonNode json(JsonNode body) {
    return masked("", body);
  }

  /** Parameters of an address or of a form-encoded body. */
  static ObjectNode parameters(Map<String, List<String>> parameters) {
    ObjectNode kept = OfficeJson.object();
    parameters.forEach(
        (name, values) -> {
          ArrayNode all = kept.putArray(name);
          values.forEach(value -> all.add(PARAMETERS.contains(name) ? value : TEXT));
        });
    return kept;
  }

  private static JsonNode masked(String name, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode kept = OfficeJson.object();
      object.properties().forEach(f -> kept.set(f.getKey(), masked(f.getKey(), f.getValue())));
      return kept;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode kept = OfficeJson.object().arrayNode();
      array.forEach(each -> kept.add(masked(name, each)));
      return kept;
    }
    if (node.isTextual()) {
      return text(name, node);
    }
    return node.isNumber() && CELLS.contains(name) ? kept(NUMBER) : node;
  }

  private static JsonNode text(String name, JsonNode node) {
    if (node.asText().isEmpty() || KEPT.contains(name)) {
      return node;
    }
    // an error's message may quote what was sent
    return name.equals("message") || name.equals("error_description")
        ? kept(
            node.asText()
                .replaceAll("\"[^\"]*+\"|'[^']*+'", TEXT)
                .replaceAll("(?<![^ ])[^ @]*+@[^ ]*+", TEXT))
        : kept(TEXT);
  }

  private static JsonNode kept(String text) {
    return OfficeJson.object().textNode(text);
  }
}
