package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One developer metadata entry. It is held by the identity of its row or column, so that it moves
 * with it.
 *
 * @param value null when none was given
 * @param visibility {@code DOCUMENT} or {@code PROJECT}
 */
public record Metadata(
    int id, String key, @Nullable String value, String visibility, MetadataPlace place) {

  /**
   * Where an entry is attached.
   *
   * @param sheetId null for the spreadsheet itself
   * @param dimension null for a whole tab
   * @param line the identity of the row or column
   */
  public record MetadataPlace(@Nullable Integer sheetId, @Nullable Dimension dimension, long line) {

    public static final MetadataPlace SPREADSHEET = new MetadataPlace(null, null, 0);

    public String locationType() {
      if (sheetId == null) {
        return "SPREADSHEET";
      }
      if (dimension == null) {
        return "SHEET";
      }
      return dimension == Dimension.ROWS ? "ROW" : "COLUMN";
    }

    /** The part of the grid that the place covers now; empty for the spreadsheet, or when gone. */
    public Optional<GridArea> area(Book book) {
      if (sheetId == null) {
        return Optional.empty();
      }
      return book.find(sheetId).flatMap(sheet -> area(sheet));
    }

    private Optional<GridArea> area(Sheet sheet) {
      if (dimension == null) {
        return Optional.of(sheet.whole());
      }
      int index = sheet.indexOf(dimension, line);
      if (index < 0) {
        return Optional.empty();
      }
      return Optional.of(
          dimension == Dimension.ROWS
              ? new GridArea(sheet.id(), index, index + 1, 0, sheet.columnCount())
              : new GridArea(sheet.id(), 0, sheet.rowCount(), index, index + 1));
    }
  }

  /** The entry as a {@code DeveloperMetadata}. */
  public ObjectNode json(Book book) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("metadataId", id).put("metadataKey", key);
    if (value != null) {
      json.put("metadataValue", value);
    }
    ObjectNode location = json.putObject("location").put("locationType", place.locationType());
    Integer sheetId = place.sheetId();
    Dimension dimension = place.dimension();
    if (sheetId == null) {
      location.put("spreadsheet", true);
    } else if (dimension == null) {
      location.put("sheetId", sheetId);
    } else {
      int index = book.sheet(sheetId).indexOf(dimension, place.line());
      location
          .putObject("dimensionRange")
          .put("sheetId", sheetId)
          .put("dimension", dimension.name())
          .put("startIndex", index)
          .put("endIndex", index + 1);
    }
    return json.put("visibility", visibility);
  }
}
