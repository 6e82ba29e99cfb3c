package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What a strict rule refuses to a person who types. Programs and pastes are not asked. */
public final class Validation {

  private Validation() {}

  /**
   * Refuses what a cell's rule does not take.
   *
   * @param place the cell as people write it, for the message
   * @throws InvalidRequest if the cell's rule is strict and its list lacks what it would show
   */
  public static void requireAccepted(OfficeCell cell, String place) {
    ObjectNode extras = cell.extras();
    JsonNode rule = extras == null ? OfficeJson.object() : extras.path("dataValidation");
    if (rule.path("strict").asBoolean() && !accepts(rule.path("condition"), cell)) {
      throw new InvalidRequest(
          "The data you entered in cell "
              + place
              + " violates the data validation rules set on this cell.");
    }
  }

  private static boolean accepts(JsonNode condition, OfficeCell cell) {
    CellValue value = cell.effective();
    if (value == null) {
      return true;
    }
    return switch (condition.path("type").asText()) {
      case "BOOLEAN" -> value instanceof CellValue.Bool;
      case "ONE_OF_LIST" -> lists(condition, value.plain().asText());
      default -> true;
    };
  }

  private static boolean lists(JsonNode condition, String text) {
    for (JsonNode value : condition.path("values")) {
      if (value.path("userEnteredValue").asText().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
