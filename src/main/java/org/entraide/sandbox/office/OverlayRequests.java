package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Requests about what lies over a grid and is only kept: protection and the basic filter. */
final class OverlayRequests {

  private OverlayRequests() {}

  static ObjectNode addProtectedRange(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode given = Json.child(body, "protectedRange").deepCopy();
    GridArea area = GridRanges.area(book, given.path("range"));
    Sheet sheet = book.sheet(area.sheetId());
    int id =
        given.hasNonNull("protectedRangeId")
            ? given.get("protectedRangeId").asInt()
            : book.freshId();
    List<ObjectNode> ranges = new ArrayList<>(sheet.protectedRanges());
    if (ranges.stream().anyMatch(range -> range.path("protectedRangeId").asInt() == id)) {
      throw new InvalidRequest("A protected range with id " + id + " already exists.");
    }
    given.put("protectedRangeId", id);
    given.set("range", area.json());
    if (given.path("warningOnly").asBoolean()) {
      given.remove("editors");
    }
    ranges.add(given);
    sheet.protectedRanges(ranges);
    ObjectNode reply = Json.object();
    reply.putObject("addProtectedRange").set("protectedRange", given);
    return reply;
  }

  static ObjectNode setBasicFilter(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode filter = Json.child(body, "filter").deepCopy();
    GridArea area = GridRanges.area(book, filter.path("range"));
    filter.set("range", area.json());
    book.sheet(area.sheetId()).basicFilter(filter);
    return Json.object();
  }

  static ObjectNode clearBasicFilter(Book book, ObjectNode body, SheetsWorld world) {
    book.sheet(body.path("sheetId").asInt()).basicFilter(null);
    return Json.object();
  }
}
