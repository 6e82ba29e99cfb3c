package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.Metadata;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What a {@code DataFilter} selects: areas of the grid, or metadata entries. */
public final class DataFilters {

  private DataFilters() {}

  /** The areas to read or write. */
  public static List<GridArea> areas(Book book, JsonNode filter) {
    if (filter.hasNonNull("a1Range")) {
      return List.of(A1.resolve(book, filter.get("a1Range").asText()));
    }
    if (filter.hasNonNull("gridRange")) {
      return List.of(gridRange(book, filter.get("gridRange")));
    }
    if (!filter.hasNonNull("developerMetadataLookup")) {
      throw ApiException.invalid("Invalid dataFilter: no filter is set.");
    }
    return metadata(book, filter).stream()
        .flatMap(entry -> entry.place().area(book).stream())
        .toList();
  }

  /** The metadata entries meant: by a lookup, or those that lie in a range. */
  static List<Metadata> metadata(Book book, JsonNode filter) {
    if (filter.hasNonNull("developerMetadataLookup")) {
      JsonNode lookup = filter.get("developerMetadataLookup");
      Optional<Metadata.MetadataPlace> at =
          lookup.hasNonNull("metadataLocation")
              ? Optional.of(place(book, lookup.get("metadataLocation")))
              : Optional.empty();
      return book.metadata().stream()
          .filter(entry -> matches(entry, lookup))
          .filter(entry -> at.isEmpty() || liesAt(book, entry, at.get(), lookup))
          .toList();
    }
    List<GridArea> areas = areas(book, filter);
    return book.metadata().stream()
        .filter(
            entry ->
                entry
                    .place()
                    .area(book)
                    .filter(a -> areas.stream().anyMatch(a::intersects))
                    .isPresent())
        .toList();
  }

  /** Reads a {@code DeveloperMetadataLocation}: a row or column must be a single one. */
  static Metadata.MetadataPlace place(Book book, JsonNode location) {
    if (location.hasNonNull("dimensionRange")) {
      ObjectNode range = OfficeJson.child(location, "dimensionRange");
      if (!range.hasNonNull("endIndex")
          || range.path("endIndex").asInt() - range.path("startIndex").asInt() != 1) {
        throw new InvalidRequest(
            "The dimensionRange must represent a single row or column. It cannot be unbounded or"
                + " span multiple rows or columns.");
      }
      GridRanges.Span span = GridRanges.span(book, range);
      return new Metadata.MetadataPlace(
          span.sheet().id(), span.dimension(), span.sheet().line(span.dimension(), span.start()));
    }
    if (location.hasNonNull("sheetId")) {
      return new Metadata.MetadataPlace(book.sheet(location.get("sheetId").asInt()).id(), null, 0);
    }
    if (location.path("spreadsheet").asBoolean()) {
      return Metadata.MetadataPlace.SPREADSHEET;
    }
    throw new InvalidRequest("A developer metadata location must be specified.");
  }

  private static GridArea gridRange(Book book, JsonNode range) {
    try {
      return GridRanges.area(book, range);
    } catch (InvalidRequest e) {
      throw ApiException.invalid("Invalid dataFilter.gridRange: " + e.getMessage());
    }
  }

  private static boolean matches(Metadata entry, JsonNode lookup) {
    String value = entry.value() == null ? "" : entry.value();
    return agrees(lookup, "metadataId", Integer.toString(entry.id()))
        && agrees(lookup, "metadataKey", entry.key())
        && agrees(lookup, "metadataValue", value)
        && agrees(lookup, "visibility", entry.visibility())
        && agrees(lookup, "locationType", entry.place().locationType());
  }

  private static boolean agrees(JsonNode lookup, String field, String value) {
    return !lookup.hasNonNull(field) || lookup.get(field).asText().equals(value);
  }

  private static boolean liesAt(
      Book book, Metadata entry, Metadata.MetadataPlace at, JsonNode lookup) {
    if (lookup.path("locationMatchingStrategy").asText().equals("EXACT_LOCATION")) {
      return entry.place().equals(at);
    }
    Optional<GridArea> one = entry.place().area(book);
    Optional<GridArea> other = at.area(book);
    return one.isEmpty() || other.isEmpty() || one.get().intersects(other.get());
  }
}
