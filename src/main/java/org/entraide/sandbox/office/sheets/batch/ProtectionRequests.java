package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Protection;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;

/** Requests about protected ranges. Who makes a range that refuses others may still edit it. */
final class ProtectionRequests {

  private static final Set<String> FIELDS =
      Set.of(
          "range",
          "namedRangeId",
          "tableId",
          "description",
          "warningOnly",
          "unprotectedRanges",
          "editors");

  private ProtectionRequests() {}

  static ObjectNode add(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode requested = OfficeJson.child(body, "protectedRange").deepCopy();
    if (!requested.hasNonNull("range") && requested.hasNonNull("namedRangeId")) {
      OfficeOverlay named =
          book.overlays().require(Kind.NAMED_RANGE, requested.get("namedRangeId").asText());
      requested.set("range", named.json().path("range"));
    }
    requested.remove("requestingUserCanEdit");
    ObjectNode kept = editors(book, OverlayRequests.ranged(book, requested));
    ObjectNode reply = OfficeJson.object();
    reply
        .putObject("addProtectedRange")
        .set("protectedRange", OverlayRequests.add(book, Kind.PROTECTED_RANGE, kept));
    return reply;
  }

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode requested = OfficeJson.child(body, "protectedRange");
    OfficeOverlay old = require(book, requested.path("protectedRangeId").asText());
    OverlayRequests.change(book, old, requested, CellData.fields(body, FIELDS));
    OfficeOverlay fresh = book.overlays().require(Kind.PROTECTED_RANGE, old.id());
    book.overlays().replace(fresh, editors(book, fresh.json().deepCopy()), fresh.sheetId());
    return OfficeJson.object();
  }

  static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    book.overlays().remove(require(book, body.path("protectedRangeId").asText()));
    return OfficeJson.object();
  }

  private static OfficeOverlay require(Book book, String id) {
    OfficeOverlay old = book.overlays().require(Kind.PROTECTED_RANGE, id);
    String actor = book.actor();
    if (actor != null) {
      Protection.requireEditor(old.json(), actor);
    }
    return old;
  }

  /** A warning has no editors; without any named, who asks is one. */
  private static ObjectNode editors(Book book, ObjectNode range) {
    String actor = book.actor();
    if (range.path("warningOnly").asBoolean()) {
      range.remove("editors");
    } else if (actor != null && !Protection.mayEdit(range, actor)) {
      range.withObject("/editors").withArray("users").add(actor);
    }
    return range;
  }
}
