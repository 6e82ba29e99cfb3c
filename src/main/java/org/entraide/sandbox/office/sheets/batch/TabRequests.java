package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridLines;
import org.entraide.sandbox.office.sheets.book.Metadata;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Overlays;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.json.SpreadsheetJson;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/** Requests that add, change and remove tabs. */
public final class TabRequests {

  private static final Set<String> PROPERTIES =
      Set.of(
          "title", "index", "hidden", "gridProperties", "tabColor", "tabColorStyle", "rightToLeft");

  private TabRequests() {}

  static ObjectNode add(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode properties = OfficeJson.child(body, "properties");
    int id = properties.hasNonNull("sheetId") ? properties.get("sheetId").asInt() : book.freshId();
    JsonNode grid = properties.path("gridProperties");
    Sheet sheet =
        book.addSheet(
            id,
            OfficeJson.text(properties, "title").orElseGet(() -> freeTitle(book)),
            grid.path("rowCount").asInt(Sheet.DEFAULT_ROWS),
            grid.path("columnCount").asInt(Sheet.DEFAULT_COLUMNS),
            properties.path("index").asInt(book.sheets().size()));
    keep(sheet, properties, FieldTree.all());
    ObjectNode reply = OfficeJson.object();
    reply.putObject("addSheet").set("properties", SpreadsheetJson.properties(book, sheet));
    return reply;
  }

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode properties = OfficeJson.child(body, "properties");
    FieldTree fields = CellData.fields(body, PROPERTIES);
    Sheet sheet = book.sheet(properties.path("sheetId").asInt());
    if (fields.has("title") && properties.hasNonNull("title")) {
      String title = properties.get("title").asText();
      if (!title.equalsIgnoreCase(sheet.title())) {
        book.requireFreeTitle(title);
      }
      book.rename(sheet, title);
    }
    if (fields.has("index") && properties.hasNonNull("index")) {
      int from = book.sheets().indexOf(sheet);
      int to = Math.min(properties.get("index").asInt(), book.sheets().size());
      GridLines.move(book.sheets(), from, from + 1, to);
    }
    if (fields.has("gridProperties")) {
      JsonNode grid = properties.path("gridProperties");
      FieldTree inner = fields.get("gridProperties");
      resize(sheet, Dimension.ROWS, inner.has("rowCount") ? grid.get("rowCount") : null);
      resize(sheet, Dimension.COLUMNS, inner.has("columnCount") ? grid.get("columnCount") : null);
    }
    keep(sheet, properties, fields);
    if (book.sheets().stream().allMatch(Sheet::isHidden)) {
      throw new InvalidRequest("You can't hide all the sheets in a document.");
    }
    return OfficeJson.object();
  }

  public static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    Sheet sheet = book.sheet(body.path("sheetId").asInt());
    if (book.sheets().size() == 1) {
      throw new InvalidRequest("You can't remove all the sheets in a document.");
    }
    book.delete(sheet);
    return OfficeJson.object();
  }

  static ObjectNode duplicate(Book book, ObjectNode body, SheetsWorld world) {
    Sheet source = book.sheet(body.path("sourceSheetId").asInt());
    int id = body.hasNonNull("newSheetId") ? body.get("newSheetId").asInt() : book.freshId();
    String title = OfficeJson.text(body, "newSheetName").orElseGet(() -> copyTitle(book, source));
    Sheet copy = duplicate(book, source, id, title, body.path("insertSheetIndex").asInt(0), world);
    ObjectNode reply = OfficeJson.object();
    reply.putObject("duplicateSheet").set("properties", SpreadsheetJson.properties(book, copy));
    return reply;
  }

  public static Sheet duplicate(
      Book book, Sheet source, int id, String title, int index, SheetsWorld world) {
    if (book.find(id).isPresent()) {
      throw new InvalidRequest("A sheet with id " + id + " already exists.");
    }
    book.requireFreeTitle(title);
    Sheet copy = source.duplicate(id, title);
    book.attach(index, copy);
    duplicateOverlays(book, source, copy);
    if (world.duplicateCopiesMetadata()) {
      for (Metadata entry : List.copyOf(book.metadata())) {
        Metadata.MetadataPlace at = entry.place();
        if (at.sheetId() != null && at.sheetId() == source.id()) {
          Metadata.MetadataPlace to = new Metadata.MetadataPlace(id, at.dimension(), at.line());
          book.metadata()
              .add(
                  new Metadata(book.freshId(), entry.key(), entry.value(), entry.visibility(), to));
        }
      }
    }
    return copy;
  }

  /**
   * Copies what lies on a tab to its duplicate, as Google does: with new identifiers, and named
   * ranges that carry the tab's title.
   */
  private static void duplicateOverlays(Book book, Sheet source, Sheet copy) {
    Overlays overlays = book.overlays();
    for (OfficeOverlay overlay : overlays.on(source.id())) {
      ObjectNode json = overlay.onTab(copy.id());
      Kind kind = overlay.kind();
      if (kind.isNamedByText()) {
        json.put(kind.id(), book.freshTextId());
      } else if (!kind.id().isEmpty()) {
        json.put(kind.id(), book.freshId());
      }
      if (kind == Kind.NAMED_RANGE) {
        json.put("name", A1.quote(copy.title()) + "!" + json.path("name").asText());
      } else if (kind == Kind.TABLE) {
        json.put("name", Overlays.freeTableName(overlays, json.path("name").asText()));
      }
      overlays.add(kind, copy.id(), json);
    }
  }

  /** The title that a spreadsheet program gives to the copy of a tab. */
  public static String copyTitle(Book book, Sheet source) {
    boolean french = SheetLocale.of(book.locale()).isFrench();
    String title = french ? "Copie de " + source.title() : "Copy of " + source.title();
    for (int i = 1; ; i++) {
      String numbered = i == 1 ? title : title + " " + i;
      if (book.find(numbered).isEmpty()) {
        return numbered;
      }
    }
  }

  private static String freeTitle(Book book) {
    for (int i = book.sheets().size() + 1; ; i++) {
      String title = "Sheet" + i;
      if (book.find(title).isEmpty()) {
        return title;
      }
    }
  }

  private static void resize(Sheet sheet, Dimension dimension, @Nullable JsonNode count) {
    if (count == null || count.isNull()) {
      return;
    }
    int now = sheet.count(dimension);
    int wanted = count.asInt();
    if (wanted < 1) {
      throw new InvalidRequest("A sheet must have at least one row and one column.");
    }
    if (wanted > now) {
      sheet.insert(dimension, now, wanted - now);
    } else if (wanted < now) {
      sheet.delete(dimension, wanted, now);
    }
  }

  /** Copies properties that the office keeps and does not read. */
  private static void keep(Sheet sheet, ObjectNode properties, FieldTree fields) {
    ObjectNode kept = sheet.properties().deepCopy();
    for (String name : List.of("hidden", "tabColor", "tabColorStyle", "rightToLeft")) {
      if (fields.has(name)) {
        CellData.put(kept, name, properties.get(name));
      }
    }
    sheet.properties(kept);
    if (fields.has("gridProperties")) {
      ObjectNode grid =
          CellData.merge(
              sheet.gridProperties(),
              OfficeJson.child(properties, "gridProperties"),
              fields.get("gridProperties"));
      grid.remove(List.of("rowCount", "columnCount"));
      sheet.gridProperties(grid);
    }
  }
}
