package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridColumn;
import org.entraide.sandbox.office.sheets.book.GridLines;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Requests that add, remove, move and change whole rows or columns. */
public final class DimensionRequests {

  private static final Set<String> PROPERTIES = Set.of("hiddenByUser", "pixelSize");

  private DimensionRequests() {}

  static ObjectNode append(Book book, ObjectNode body, SheetsWorld world) {
    Sheet sheet = book.sheet(body.path("sheetId").asInt());
    Dimension dimension = Dimension.of(body.path("dimension").asText());
    int length = body.path("length").asInt();
    if (length < 1) {
      throw new InvalidRequest("Length must be greater than zero.");
    }
    sheet.insert(dimension, sheet.count(dimension), length);
    return OfficeJson.object();
  }

  static ObjectNode insert(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode range = OfficeJson.child(body, "range");
    Sheet sheet = book.sheet(range.path("sheetId").asInt());
    Dimension dimension = Dimension.of(range.path("dimension").asText());
    int start = range.path("startIndex").asInt();
    int count = range.path("endIndex").asInt() - start;
    if (start < 0 || start > sheet.count(dimension) || count < 1) {
      throw new InvalidRequest(
          "range.startIndex[" + start + "] must be within the grid and before range.endIndex.");
    }
    boolean inheritFromBefore = body.path("inheritFromBefore").asBoolean();
    if (inheritFromBefore && start == 0) {
      throw new InvalidRequest("inheritFromBefore cannot be true when inserting at the start.");
    }
    insert(sheet, dimension, start, count, inheritFromBefore);
    return OfficeJson.object();
  }

  /** New lines look like, and accept what, their neighbour does. */
  public static void insert(
      Sheet sheet, Dimension dimension, int at, int count, boolean likeBefore) {
    sheet.insert(dimension, at, count);
    int model = likeBefore ? at - 1 : at + count;
    if (model >= 0 && model < sheet.count(dimension)) {
      GridLines.inherit(sheet, dimension, at, count, model);
    }
  }

  static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    GridRanges.Span span = GridRanges.span(book, body.path("range"));
    delete(span.sheet(), span.dimension(), span.start(), span.end());
    return OfficeJson.object();
  }

  public static void delete(Sheet sheet, Dimension dimension, int start, int end) {
    if (end - start >= sheet.count(dimension)) {
      throw new InvalidRequest(
          dimension == Dimension.ROWS
              ? "You can't delete all the rows on the sheet."
              : "You can't delete all the columns on the sheet.");
    }
    sheet.delete(dimension, start, end);
  }

  static ObjectNode move(Book book, ObjectNode body, SheetsWorld world) {
    GridRanges.Span span = GridRanges.span(book, body.path("source"));
    int to = body.path("destinationIndex").asInt();
    if (to < 0 || to > span.sheet().count(span.dimension())) {
      throw new InvalidRequest("destinationIndex[" + to + "] is outside the grid.");
    }
    if (to > span.start() && to < span.end()) {
      throw new InvalidRequest("destinationIndex[" + to + "] is within the source.");
    }
    span.sheet().move(span.dimension(), span.start(), span.end(), to);
    return OfficeJson.object();
  }

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    FieldTree fields = CellData.fields(body, PROPERTIES);
    if (!body.hasNonNull("range")) {
      throw new InvalidRequest("A range must be specified.");
    }
    GridRanges.Span span = GridRanges.span(book, body.get("range"));
    ObjectNode properties = OfficeJson.child(body, "properties");
    properties.retain(PROPERTIES);
    for (int i = span.start(); i < span.end(); i++) {
      set(span.sheet(), span.dimension(), i, properties, fields);
    }
    return OfficeJson.object();
  }

  /** Sets what the mask names of one line. */
  public static void set(
      Sheet sheet, Dimension dimension, int index, ObjectNode properties, FieldTree fields) {
    if (dimension == Dimension.ROWS) {
      GridRow row = sheet.row(index);
      sheet.setRow(index, row.withProperties(merged(row.properties(), properties, fields)));
    } else {
      GridColumn column = sheet.columns().get(index);
      sheet.setColumn(
          index, new GridColumn(column.id(), merged(column.properties(), properties, fields)));
    }
  }

  private static @Nullable ObjectNode merged(
      @Nullable ObjectNode old, ObjectNode fresh, FieldTree fields) {
    ObjectNode merged = CellData.merge(old == null ? OfficeJson.object() : old, fresh, fields);
    return merged.isEmpty() ? null : merged;
  }
}
