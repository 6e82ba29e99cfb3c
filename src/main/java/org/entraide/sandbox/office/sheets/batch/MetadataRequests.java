package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.Metadata;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests about developer metadata, and the search for it. */
public final class MetadataRequests {

  private static final int MOST_CHARACTERS = 30_000;
  private static final Set<String> FIELDS =
      Set.of("metadataKey", "metadataValue", "visibility", "location");

  private MetadataRequests() {}

  static ObjectNode create(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode requested = OfficeJson.child(body, "developerMetadata");
    String key = OfficeJson.text(requested, "metadataKey").orElse("");
    if (key.isEmpty()) {
      throw new InvalidRequest("Developer metadata must have a key.");
    }
    int id =
        requested.hasNonNull("metadataId") ? requested.get("metadataId").asInt() : book.freshId();
    if (book.metadata().stream().anyMatch(entry -> entry.id() == id)) {
      throw new InvalidRequest("Developer metadata with id " + id + " already exists.");
    }
    Metadata entry =
        new Metadata(
            id,
            key,
            OfficeJson.text(requested, "metadataValue").orElse(null),
            visibility(requested),
            DataFilters.place(book, requested.path("location")));
    requireRoom(book, entry);
    book.metadata().add(entry);
    ObjectNode reply = OfficeJson.object();
    reply.putObject("createDeveloperMetadata").set("developerMetadata", entry.json(book));
    return reply;
  }

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    FieldTree fields = CellData.fields(body, FIELDS);
    ObjectNode requested = OfficeJson.child(body, "developerMetadata");
    ObjectNode reply = OfficeJson.object();
    ObjectNode updated = reply.putObject("updateDeveloperMetadata");
    for (Metadata old : matching(book, body.path("dataFilters"))) {
      Metadata entry = updated(book, old, requested, fields);
      requireRoom(book, entry);
      book.metadata().set(book.metadata().indexOf(old), entry);
      updated.withArray("developerMetadata").add(entry.json(book));
    }
    return reply;
  }

  private static Metadata updated(Book book, Metadata old, ObjectNode requested, FieldTree fields) {
    return new Metadata(
        old.id(),
        fields.has("metadataKey")
            ? OfficeJson.text(requested, "metadataKey").orElse(old.key())
            : old.key(),
        fields.has("metadataValue")
            ? OfficeJson.text(requested, "metadataValue").orElse(null)
            : old.value(),
        fields.has("visibility") && requested.hasNonNull("visibility")
            ? visibility(requested)
            : old.visibility(),
        fields.has("location") && requested.hasNonNull("location")
            ? DataFilters.place(book, requested.get("location"))
            : old.place());
  }

  static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode reply = OfficeJson.object();
    ObjectNode deleted = reply.putObject("deleteDeveloperMetadata");
    for (Metadata entry : DataFilters.metadata(book, body.path("dataFilter"))) {
      deleted.withArray("deletedDeveloperMetadata").add(entry.json(book));
      book.metadata().remove(entry);
    }
    return reply;
  }

  /** The answer of {@code developerMetadata.search}. */
  public static ObjectNode search(Book book, JsonNode filters) {
    ObjectNode answer = OfficeJson.object();
    for (Metadata entry : matching(book, filters)) {
      ObjectNode match = answer.withArray("matchedDeveloperMetadata").addObject();
      match.set("developerMetadata", entry.json(book));
      for (JsonNode filter : filters) {
        if (DataFilters.metadata(book, filter).contains(entry)) {
          match.withArray("dataFilters").add(filter);
        }
      }
    }
    return answer;
  }

  private static Set<Metadata> matching(Book book, JsonNode filters) {
    Set<Metadata> entries = new LinkedHashSet<>();
    filters.forEach(filter -> entries.addAll(DataFilters.metadata(book, filter)));
    return entries;
  }

  private static String visibility(ObjectNode requested) {
    String visibility = OfficeJson.text(requested, "visibility").orElse("");
    if (!visibility.equals("DOCUMENT") && !visibility.equals("PROJECT")) {
      throw new InvalidRequest("Developer metadata visibility must be specified.");
    }
    return visibility;
  }

  private static void requireRoom(Book book, Metadata entry) {
    long used = size(entry);
    for (Metadata other : book.metadata()) {
      if (other.id() != entry.id() && shareQuota(other, entry)) {
        used += size(other);
      }
    }
    if (used > MOST_CHARACTERS) {
      throw new InvalidRequest("Developer metadata exceeds the limit of 30000 characters.");
    }
  }

  /** A spreadsheet has one store, and each tab with its rows and columns has its own. */
  private static boolean shareQuota(Metadata a, Metadata b) {
    Integer one = a.place().sheetId();
    Integer other = b.place().sheetId();
    return one == null ? other == null : one.equals(other);
  }

  private static int size(Metadata entry) {
    String value = entry.value();
    return entry.key().length() + (value == null ? 0 : value.length());
  }
}
