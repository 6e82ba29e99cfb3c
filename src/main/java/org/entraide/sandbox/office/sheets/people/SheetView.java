package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridColumn;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.Metadata;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/** Spreadsheets as the page shows them. */
final class SheetView {

  private static final int USUAL_ROWS = 200;
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_FOUND = 20;
  private static final int USUAL_WIDTH = 100;

  private SheetView() {}

  static ObjectNode list(SheetsWorld world) {
    ObjectNode json = OfficeJson.object();
    ArrayNode all = json.putArray("spreadsheets");
    for (Spreadsheet spreadsheet : world.all()) {
      all.addObject()
          .put("id", spreadsheet.id())
          .put("title", spreadsheet.book().title())
          .put("version", spreadsheet.version());
    }
    return json;
  }

  static ObjectNode overview(Spreadsheet spreadsheet) {
    Book book = spreadsheet.book();
    ObjectNode json =
        OfficeJson.object()
            .put("id", spreadsheet.id())
            .put("title", book.title())
            .put("locale", book.locale())
            .put("timeZone", book.timeZone())
            .put("version", spreadsheet.version());
    ArrayNode tabs = json.putArray("tabs");
    for (Sheet sheet : book.sheets()) {
      tabs.addObject()
          .put("sheetId", sheet.id())
          .put("title", sheet.title())
          .put("hidden", sheet.isHidden())
          .put("rows", sheet.rowCount())
          .put("columns", sheet.columnCount())
          .put("usedRows", sheet.usedRows());
    }
    return json;
  }

  /**
   * A page of a tab's rows as people see them: {@code tab}, {@code from} (1), {@code count}, and
   * the number of a filter view as {@code view}.
   */
  static ObjectNode rows(Spreadsheet spreadsheet, OfficeRequest request) {
    Book book = spreadsheet.book();
    Sheet sheet = OrganiserTable.tab(book, request.parameter("tab").orElse(""));
    int from = Math.max(1, number(request, "from", 1));
    int count = Math.min(MOST_ROWS, Math.max(0, number(request, "count", USUAL_ROWS)));
    int used = sheet.usedRows();
    ObjectNode json =
        OfficeJson.object()
            .put("tab", sheet.title())
            .put("version", spreadsheet.version())
            .put("usedRows", used)
            .put("from", from);
    columns(json.putArray("columns"), book, sheet);
    ArrayNode rows = json.putArray("rows");
    json.set("charts", ChartView.charts(book, sheet));
    ArrayNode views = json.putArray("views");
    for (OfficeOverlay view : book.overlays().of(Kind.FILTER_VIEW, sheet.id())) {
      views.addObject().put("id", view.id()).put("title", view.json().path("title").asText());
    }
    String through = request.parameter("view").orElse("");
    RowView view = new RowView(book, sheet, spreadsheet.now(), through);
    for (int i = from - 1; i < Math.min((long) used, (long) from - 1 + count); i++) {
      view.row(rows.addObject(), i);
    }
    json.set("choices", view.choices());
    return json;
  }

  /**
   * The first rows in which some cell shows {@code text}, or with {@code within=true} a text that
   * contains it: {@code tab}. To follow a person one needs no other rows, wherever they are sorted
   * to.
   */
  static ObjectNode find(Spreadsheet spreadsheet, OfficeRequest request) {
    Book book = spreadsheet.book();
    Sheet sheet = OrganiserTable.tab(book, request.parameter("tab").orElse(""));
    String text = request.parameter("text").orElse("");
    if (text.isEmpty()) {
      throw ApiException.invalid("The parameter text must not be empty.");
    }
    boolean within = flag(request, "within");
    RowView view = new RowView(book, sheet, spreadsheet.now(), "");
    ObjectNode json =
        OfficeJson.object().put("tab", sheet.title()).put("version", spreadsheet.version());
    ArrayNode rows = json.putArray("rows");
    for (int i = 0; i < sheet.usedRows() && rows.size() < MOST_FOUND; i++) {
      if (view.shows(i, shown -> within ? shown.contains(text) : shown.equals(text))) {
        view.row(rows.addObject(), i);
      }
    }
    json.set("choices", view.choices());
    return json;
  }

  private static boolean flag(OfficeRequest request, String name) {
    String text = request.parameter(name).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw ApiException.invalid("The parameter " + name + " must be true or false.");
    }
    return text.equals("true");
  }

  /**
   * How often each text occurs in a column, whatever its header: {@code tab}, {@code column} by its
   * letters. A count needs no rows.
   */
  static ObjectNode tally(Spreadsheet spreadsheet, OfficeRequest request) {
    Book book = spreadsheet.book();
    Sheet sheet = OrganiserTable.tab(book, request.parameter("tab").orElse(""));
    String letters = request.parameter("column").orElse("");
    int column = A1.column(letters);
    if (!letters.matches("[A-Za-z]{1,3}") || column >= sheet.columnCount()) {
      throw ApiException.invalid("The parameter column must be the letters of a column.");
    }
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 1; i < sheet.usedRows(); i++) {
      GridRow row = sheet.row(i);
      String text = column < row.width() ? format.show(row.cell(column)) : "";
      if (!text.isEmpty()) {
        counts.merge(text, 1, Integer::sum);
      }
    }
    ObjectNode json = OfficeJson.object().put("version", spreadsheet.version());
    counts.forEach(json.putObject("counts")::put);
    return json;
  }

  /**
   * Each with its letters, whether it is {@code hidden}, its {@code width} in pixels, and as {@code
   * * mark} what a program left on it as developer metadata.
   */
  private static void columns(ArrayNode columns, Book book, Sheet sheet) {
    Map<Long, String> marks = new HashMap<>();
    for (Metadata entry : book.metadata()) {
      Metadata.MetadataPlace place = entry.place();
      String value = entry.value();
      if (Objects.equals(place.sheetId(), sheet.id())
          && place.dimension() == Dimension.COLUMNS
          && value != null) {
        marks.put(place.line(), value);
      }
    }
    for (int i = 0; i < sheet.columnCount(); i++) {
      GridColumn column = sheet.columns().get(i);
      ObjectNode json =
          columns
              .addObject()
              .put("name", A1.column(i))
              .put("hidden", isHidden(column.properties()))
              .put("width", width(column.properties()));
      String mark = marks.get(column.id());
      if (mark != null) {
        json.put("mark", mark);
      }
    }
  }

  private static int width(@Nullable ObjectNode properties) {
    return properties == null ? USUAL_WIDTH : properties.path("pixelSize").asInt(USUAL_WIDTH);
  }

  static boolean isHidden(@Nullable ObjectNode properties) {
    return properties != null && properties.path("hiddenByUser").asBoolean();
  }

  private static int number(OfficeRequest request, String name, int otherwise) {
    String text = request.parameter(name).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.invalid("The parameter " + name + " must be a whole number.");
    }
  }
}
