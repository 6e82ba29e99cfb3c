package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.BooleanCondition;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests about what lies over a grid and has a range: filters, named ranges, banding, tables. */
public final class OverlayRequests {

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]{0,249}");

  private OverlayRequests() {}

  /**
   * Adds an overlay under the identifier that the client chose, or under a new one.
   *
   * @param field where the request has it, and the reply too
   */
  static BookRequest adding(Kind kind, String request, String field) {
    return (book, body, world) -> {
      ObjectNode requested = ranged(book, OfficeJson.child(body, field));
      ObjectNode added = add(book, kind, requested);
      ObjectNode reply = OfficeJson.object();
      reply.putObject(request).set(field, added);
      return reply;
    };
  }

  /** Checks the ranges of an object, which all lie on one tab, and keeps them as they are. */
  public static ObjectNode ranged(Book book, ObjectNode requested) {
    ObjectNode kept = requested.deepCopy();
    kept.set("range", GridRanges.stored(book, requested.path("range")));
    if (requested.has("unprotectedRanges")) {
      kept.remove("unprotectedRanges");
      for (JsonNode range : requested.path("unprotectedRanges")) {
        kept.withArray("unprotectedRanges").add(GridRanges.stored(book, range));
      }
    }
    return kept;
  }

  public static ObjectNode add(Book book, Kind kind, ObjectNode json) {
    String field = kind.id();
    if (json.hasNonNull(field)
        && book.overlays().find(kind, json.get(field).asText()).isPresent()) {
      throw new InvalidRequest(
          "A " + kind.words() + " with id " + json.get(field).asText() + " already exists.");
    }
    if (!json.hasNonNull(field)) {
      if (kind.isNamedByText()) {
        json.put(field, book.freshTextId());
      } else {
        json.put(field, book.freshId());
      }
    }
    complete(book, kind, json, "");
    book.overlays().add(kind, json.path("range").path("sheetId").asInt(), json);
    return json;
  }

  /** Changes what the mask names of an overlay. */
  static BookRequest updating(Kind kind, String field, Set<String> knownFields) {
    return (book, body, world) -> {
      ObjectNode requested = OfficeJson.child(body, field);
      OfficeOverlay old = book.overlays().require(kind, requested.path(kind.id()).asText());
      change(book, old, requested, CellData.fields(body, knownFields));
      return OfficeJson.object();
    };
  }

  static void change(Book book, OfficeOverlay old, ObjectNode requested, FieldTree fields) {
    Kind kind = old.kind();
    ObjectNode merged = CellData.merge(old.json(), requested, fields);
    merged.set(kind.id(), old.json().get(kind.id()));
    if (fields.has("range")) {
      merged.set("range", GridRanges.stored(book, merged.path("range")));
    }
    complete(book, kind, merged, old.id());
    book.overlays().replace(old, merged, merged.path("range").path("sheetId").asInt());
  }

  static BookRequest deleting(Kind kind, String field) {
    return (book, body, world) -> {
      book.overlays().remove(book.overlays().require(kind, body.path(field).asText()));
      return OfficeJson.object();
    };
  }

  /** What Google requires of an overlay, and what it adds. */
  private static void complete(Book book, Kind kind, ObjectNode json, String id) {
    switch (kind) {
      case NAMED_RANGE -> requireName(book, json.path("name").asText(), id);
      case TABLE -> Tables.complete(book, json, id);
      case BANDING -> requireBands(json);
      case FILTER_VIEW -> {
        checkConditions(book, json);
        if (!json.hasNonNull("title")) {
          int number = book.overlays().of(kind).size() + 1;
          json.put("title", "Filter " + number);
        }
      }
      default -> {}
    }
  }

  private static void requireName(Book book, String name, String id) {
    if (!NAME.matcher(name).matches() || name.matches("(?i)[a-z]{1,3}[0-9]+|true|false")) {
      throw new InvalidRequest(
          "Invalid named range name: '" + name + "'. It may hold letters, digits and underscores.");
    }
    for (OfficeOverlay other : book.overlays().of(Kind.NAMED_RANGE)) {
      if (other.json().path("name").asText().equalsIgnoreCase(name) && !other.id().equals(id)) {
        throw new InvalidRequest(
            "Cannot add named range with name: " + name + ". The named range must be unique.");
      }
    }
  }

  private static void checkConditions(Book book, ObjectNode filter) {
    List<JsonNode> criteria = new ArrayList<>();
    filter.path("criteria").forEach(criteria::add);
    filter.path("filterSpecs").forEach(spec -> criteria.add(spec.path("filterCriteria")));
    for (JsonNode one : criteria) {
      if (one.hasNonNull("condition")) {
        BooleanCondition.check(one.path("condition"), book, false);
      }
    }
  }

  private static void requireBands(ObjectNode json) {
    if (!json.has("rowProperties") && !json.has("columnProperties")) {
      throw new InvalidRequest("Must specify row_properties or column_properties.");
    }
  }

  static ObjectNode duplicateFilterView(Book book, ObjectNode body, SheetsWorld world) {
    OfficeOverlay old = book.overlays().require(Kind.FILTER_VIEW, body.path("filterId").asText());
    ObjectNode copy = old.json().deepCopy();
    copy.remove("filterViewId");
    copy.put("title", "Copy of " + old.json().path("title").asText());
    ObjectNode reply = OfficeJson.object();
    reply.putObject("duplicateFilterView").set("filter", add(book, Kind.FILTER_VIEW, copy));
    return reply;
  }

  public static ObjectNode setBasicFilter(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode filter = OfficeJson.child(body, "filter").deepCopy();
    filter.set("range", GridRanges.area(book, filter.path("range")).json());
    int sheetId = filter.path("range").path("sheetId").asInt();
    clearBasicFilter(book, sheetId);
    book.overlays().add(Kind.BASIC_FILTER, sheetId, filter);
    return OfficeJson.object();
  }

  static ObjectNode clearBasicFilter(Book book, ObjectNode body, SheetsWorld world) {
    clearBasicFilter(book, book.sheet(body.path("sheetId").asInt()).id());
    return OfficeJson.object();
  }

  public static void clearBasicFilter(Book book, int sheetId) {
    book.overlays().of(Kind.BASIC_FILTER, sheetId).forEach(book.overlays()::remove);
  }
}
