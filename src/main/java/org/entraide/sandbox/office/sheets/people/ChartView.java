package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/**
 * The charts of a tab with what they show now: {@code title}, {@code type}, {@code labels}, {@code
 * * labelAxis} and {@code valueAxis} as titles, and {@code series}, each with a {@code name} and
 * {@code values}.
 */
final class ChartView {

  private final Book book;
  private final CellFormat format;

  private ChartView(Book book) {
    this.book = book;
    this.format = new CellFormat(SheetLocale.of(book.locale()));
  }

  static ArrayNode charts(Book book, Sheet sheet) {
    ArrayNode charts = OfficeJson.object().arrayNode();
    ChartView view = new ChartView(book);
    for (OfficeOverlay chart : book.overlays().of(Kind.CHART, sheet.id())) {
      view.chart(charts.addObject(), chart.json().path("spec"));
    }
    return charts;
  }

  private void chart(ObjectNode json, JsonNode spec) {
    json.put("title", spec.path("title").asText());
    JsonNode pie = spec.path("pieChart");
    JsonNode basic = spec.path("basicChart");
    json.put("type", pie.isObject() ? "PIE" : basic.path("chartType").asText("NONE"));
    axes(json, basic.path("axis"), json.path("type").asText().equals("BAR"));
    int headers = pie.isObject() ? 0 : basic.path("headerCount").asInt(0);
    JsonNode domain =
        pie.isObject() ? pie.path("domain") : basic.path("domains").path(0).path("domain");
    json.set("labels", texts(domain, headers));
    ArrayNode series = json.putArray("series");
    if (pie.isObject()) {
      series(series.addObject(), pie.path("series"), 0);
    }
    for (JsonNode one : basic.path("series")) {
      series(series.addObject(), one.path("series"), headers);
    }
  }

  /** Lying bars have their labels on the left. */
  private static void axes(ObjectNode json, JsonNode axes, boolean lying) {
    json.put("labelAxis", "").put("valueAxis", "");
    for (JsonNode axis : axes) {
      boolean left = axis.path("position").asText().equals("LEFT_AXIS");
      json.put(left == lying ? "labelAxis" : "valueAxis", axis.path("title").asText());
    }
  }

  private ArrayNode texts(JsonNode data, int headers) {
    ArrayNode texts = OfficeJson.object().arrayNode();
    cells(data, headers).forEach(cell -> texts.add(format.show(cell)));
    return texts;
  }

  private void series(ObjectNode json, JsonNode data, int headers) {
    List<OfficeCell> all = cells(data, 0);
    json.put("name", headers > 0 && !all.isEmpty() ? format.show(all.get(0)) : "");
    ArrayNode values = json.putArray("values");
    for (OfficeCell cell : all.subList(Math.min(headers, all.size()), all.size())) {
      if (cell.effective() instanceof CellValue.Num number) {
        values.add(number.plain());
      } else {
        values.addNull();
      }
    }
  }

  /** The cells of a source in their order, blank ones at the end left out. */
  private List<OfficeCell> cells(JsonNode data, int headers) {
    List<OfficeCell> cells = new ArrayList<>();
    for (JsonNode source : data.path("sourceRange").path("sources")) {
      GridRanges.now(book, source).ifPresent(area -> collect(cells, area));
    }
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(Math.min(headers, end), end);
  }

  private void collect(List<OfficeCell> cells, GridArea area) {
    Sheet sheet = book.sheet(area.sheetId());
    for (int i = area.startRow(); i < area.endRow(); i++) {
      for (int j = area.startColumn(); j < area.endColumn(); j++) {
        cells.add(sheet.cell(i, j));
      }
    }
  }
}
