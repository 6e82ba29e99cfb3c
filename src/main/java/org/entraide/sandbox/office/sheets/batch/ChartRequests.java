package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests about charts that float over a tab. */
public final class ChartRequests {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 371;

  /** The kinds of charts, of which a specification has one. */
  private static final List<String> KINDS =
      List.of(
          "basicChart",
          "pieChart",
          "bubbleChart",
          "candlestickChart",
          "orgChart",
          "histogramChart",
          "waterfallChart",
          "treemapChart",
          "scorecardChart");

  private ChartRequests() {}

  public static ObjectNode add(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode chart = OfficeJson.child(body, "chart").deepCopy();
    checkSpec(book, chart.path("spec"));
    ObjectNode position = OfficeJson.child(chart, "position");
    if (position.path("newSheet").asBoolean()) {
      throw ApiException.unsupported("charts on a tab of their own");
    }
    if (chart.hasNonNull("chartId")
        && book.overlays().find(Kind.CHART, chart.get("chartId").asText()).isPresent()) {
      throw new InvalidRequest(
          "The specified embedded object id " + chart.get("chartId").asInt() + " already exists.");
    }
    if (!chart.hasNonNull("chartId")) {
      chart.put("chartId", book.freshId());
    }
    ObjectNode placed = placed(book, position);
    chart.set("position", placed);
    book.overlays().add(Kind.CHART, anchor(placed).path("sheetId").asInt(), chart);
    ObjectNode reply = OfficeJson.object();
    reply.putObject("addChart").set("chart", chart);
    return reply;
  }

  static ObjectNode updateSpec(Book book, ObjectNode body, SheetsWorld world) {
    OfficeOverlay old = book.overlays().require(Kind.CHART, body.path("chartId").asText());
    checkSpec(book, body.path("spec"));
    ObjectNode chart = old.json().deepCopy();
    chart.set("spec", body.path("spec").deepCopy());
    book.overlays().replace(old, chart, old.sheetId());
    return OfficeJson.object();
  }

  static ObjectNode move(Book book, ObjectNode body, SheetsWorld world) {
    OfficeOverlay old = book.overlays().require(Kind.CHART, body.path("objectId").asText());
    FieldTree fields =
        CellData.fields(
            body,
            Set.of(
                "overlayPosition",
                "sheetId",
                "newSheet",
                "anchorCell",
                "offsetXPixels",
                "offsetYPixels",
                "widthPixels",
                "heightPixels"));
    ObjectNode newPosition =
        OfficeJson.child(OfficeJson.child(body, "newPosition"), "overlayPosition");
    FieldTree inner = fields.has("overlayPosition") ? fields.get("overlayPosition") : fields;
    ObjectNode chart = old.json().deepCopy();
    ObjectNode position = chart.withObject("/position");
    position.set(
        "overlayPosition",
        CellData.merge(OfficeJson.child(position, "overlayPosition"), newPosition, inner));
    ObjectNode placed = placed(book, position);
    chart.set("position", placed);
    book.overlays().replace(old, chart, anchor(placed).path("sheetId").asInt());
    ObjectNode reply = OfficeJson.object();
    reply.putObject("updateEmbeddedObjectPosition").set("position", placed);
    return reply;
  }

  static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    book.overlays().remove(book.overlays().require(Kind.CHART, body.path("objectId").asText()));
    return OfficeJson.object();
  }

  private static ObjectNode placed(Book book, ObjectNode position) {
    ObjectNode placed = position.deepCopy();
    ObjectNode overlay = placed.withObject("/overlayPosition");
    ObjectNode cell = overlay.withObject("/anchorCell");
    Sheet sheet = book.sheet(cell.path("sheetId").asInt());
    if (cell.path("rowIndex").asInt() >= sheet.rowCount()
        || cell.path("columnIndex").asInt() >= sheet.columnCount()) {
      throw new InvalidRequest("The anchor cell is outside the grid.");
    }
    cell.put("sheetId", sheet.id());
    if (!overlay.has("widthPixels")) {
      overlay.put("widthPixels", WIDTH);
    }
    if (!overlay.has("heightPixels")) {
      overlay.put("heightPixels", HEIGHT);
    }
    return placed;
  }

  private static JsonNode anchor(ObjectNode position) {
    return position.path("overlayPosition").path("anchorCell");
  }

  private static void checkSpec(Book book, JsonNode spec) {
    if (KINDS.stream().filter(spec::hasNonNull).count() != 1) {
      throw new InvalidRequest("Exactly one kind of chart must be set in spec.");
    }
    JsonNode basic = spec.path("basicChart");
    if (basic.isObject()) {
      if (basic.path("chartType").asText().isEmpty()) {
        throw new InvalidRequest("basicChart.chartType must be specified.");
      }
      if (basic.path("series").isEmpty()) {
        throw new InvalidRequest("basicChart.series must have at least one series.");
      }
    }
    spec.findValues("sources").forEach(sources -> checkSources(book, sources));
  }

  private static void checkSources(Book book, JsonNode sources) {
    for (JsonNode source : sources) {
      GridArea area = GridRanges.area(book, source);
      if (area.rows() > 1 && area.columns() > 1) {
        throw new InvalidRequest(
            "Chart source range must be either a single row or a single column.");
      }
    }
  }
}
