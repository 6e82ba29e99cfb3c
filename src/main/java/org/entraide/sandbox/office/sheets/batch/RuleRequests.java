package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.BooleanCondition;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests about conditional formatting; rules are known by their place in the tab's list. */
public final class RuleRequests {

  private RuleRequests() {}

  public static ObjectNode add(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode rule = checked(book, body.path("rule"));
    int sheetId = sheetId(rule);
    int index = body.path("index").asInt();
    if (index < 0 || index > rules(book, sheetId).size()) {
      throw missing(sheetId, index);
    }
    book.overlays().add(Kind.CONDITIONAL_FORMAT, sheetId, rule, index);
    return OfficeJson.object();
  }

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    int index = body.path("index").asInt();
    ObjectNode reply = OfficeJson.object();
    ObjectNode updated = reply.putObject("updateConditionalFormatRule");
    if (body.hasNonNull("rule")) {
      ObjectNode rule = checked(book, body.get("rule"));
      OfficeOverlay old = require(book, body.path("sheetId").asInt(sheetId(rule)), index);
      book.overlays().replace(old, rule, sheetId(rule));
      updated.put("oldIndex", index).put("newIndex", index);
      updated.set("oldRule", old.json());
      updated.set("newRule", rule);
      return reply;
    }
    if (!body.hasNonNull("newIndex")) {
      throw new InvalidRequest("One of 'rule' or 'newIndex' must be set.");
    }
    int sheetId = book.sheet(body.path("sheetId").asInt()).id();
    int newIndex = body.get("newIndex").asInt();
    OfficeOverlay old = require(book, sheetId, index);
    require(book, sheetId, newIndex);
    book.overlays().remove(old);
    book.overlays().add(Kind.CONDITIONAL_FORMAT, sheetId, old.json(), newIndex);
    updated.put("oldIndex", index).put("newIndex", newIndex).set("newRule", old.json());
    return reply;
  }

  static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    int sheetId = book.sheet(body.path("sheetId").asInt()).id();
    OfficeOverlay old = require(book, sheetId, body.path("index").asInt());
    book.overlays().remove(old);
    ObjectNode reply = OfficeJson.object();
    reply.putObject("deleteConditionalFormatRule").set("rule", old.json());
    return reply;
  }

  private static List<OfficeOverlay> rules(Book book, int sheetId) {
    return book.overlays().of(Kind.CONDITIONAL_FORMAT, sheetId);
  }

  private static OfficeOverlay require(Book book, int sheetId, int index) {
    List<OfficeOverlay> rules = rules(book, sheetId);
    if (index < 0 || index >= rules.size()) {
      throw missing(sheetId, index);
    }
    return rules.get(index);
  }

  private static InvalidRequest missing(int sheetId, int index) {
    return new InvalidRequest("No conditional format on sheet: " + sheetId + " at index: " + index);
  }

  private static int sheetId(ObjectNode rule) {
    return rule.path("ranges").path(0).path("sheetId").asInt();
  }

  private static ObjectNode checked(Book book, JsonNode requested) {
    if (requested.path("ranges").isEmpty()) {
      throw new InvalidRequest("At least one range must be specified.");
    }
    boolean plain = requested.hasNonNull("booleanRule");
    if (plain == requested.hasNonNull("gradientRule")) {
      throw new InvalidRequest("Exactly one of booleanRule or gradientRule must be set.");
    }
    if (plain) {
      BooleanCondition.check(requested.path("booleanRule").path("condition"), book, true);
    }
    ObjectNode rule = OfficeJson.object();
    rule.setAll((ObjectNode) requested.deepCopy());
    rule.remove("ranges");
    for (JsonNode range : requested.path("ranges")) {
      ObjectNode stored = GridRanges.stored(book, range);
      rule.withArray("ranges").add(stored);
      if (stored.path("sheetId").asInt() != sheetId(rule)) {
        throw new InvalidRequest("All ranges in a conditional format must be on the same sheet.");
      }
    }
    return rule;
  }
}
