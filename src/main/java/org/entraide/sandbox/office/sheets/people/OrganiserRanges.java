package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.batch.ChartRequests;
import org.entraide.sandbox.office.sheets.batch.MergeRequests;
import org.entraide.sandbox.office.sheets.batch.OverlayRequests;
import org.entraide.sandbox.office.sheets.batch.RangeRequests;
import org.entraide.sandbox.office.sheets.batch.RuleRequests;
import org.entraide.sandbox.office.sheets.batch.Tidying;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What organisers lay over cells: merges, protections, filters, names, rules, tables. */
final class OrganiserRanges {

  private OrganiserRanges() {}

  /** Merges {@code range} into one cell, or each of its {@code by}: rows or columns. */
  static void merge(OrganiserTable table) {
    String type =
        "MERGE_" + OfficeJson.text(table.body(), "by").orElse("all").toUpperCase(Locale.ROOT);
    MergeRequests.merge(table.book(), ranged(table).put("mergeType", type), table.world());
  }

  static void unmerge(OrganiserTable table) {
    MergeRequests.unmerge(table.book(), ranged(table), table.world());
  }

  /** Refuses everybody but {@code editors}, or only warns with {@code warning}. */
  static void protect(OrganiserTable table) {
    JsonNode body = table.body();
    ObjectNode protection = OfficeJson.object();
    protection.set("range", table.area().json());
    protection.put("description", OfficeJson.text(body, "description").orElse(""));
    if (body.path("warning").asBoolean()) {
      protection.put("warningOnly", true);
    } else {
      ArrayNode users = protection.putObject("editors").putArray("users");
      body.path("editors").forEach(users::add);
    }
    OverlayRequests.add(table.book(), Kind.PROTECTED_RANGE, protection);
  }

  /** Takes away the protections that touch {@code range}, or the whole tab. */
  static void unprotect(OrganiserTable table) {
    GridArea area = table.area();
    table
        .book()
        .overlays()
        .removeIf(o -> o.kind() == Kind.PROTECTED_RANGE && area.touches(o.json().path("range")));
  }

  /** Hides the rows whose {@code column} shows one of the texts of {@code hide}. */
  static void filter(OrganiserTable table) {
    ObjectNode body = OfficeJson.object();
    body.set("filter", criteria(table));
    OverlayRequests.setBasicFilter(table.book(), body, table.world());
  }

  static void clearFilter(OrganiserTable table) {
    OverlayRequests.clearBasicFilter(table.book(), table.sheet().id());
  }

  static void filterView(OrganiserTable table) {
    ObjectNode view = OverlayRequests.ranged(table.book(), criteria(table));
    OfficeJson.text(table.body(), "title").ifPresent(title -> view.put("title", title));
    OverlayRequests.add(table.book(), Kind.FILTER_VIEW, view);
  }

  static void deleteFilterView(OrganiserTable table) {
    OfficeOverlay view = titled(table, Kind.FILTER_VIEW, "title");
    table.book().overlays().remove(view);
  }

  private static ObjectNode criteria(OrganiserTable table) {
    ObjectNode filter = OfficeJson.object();
    filter.set("range", table.used().json());
    if (table.body().has("column")) {
      ObjectNode criteria = filter.putObject("criteria");
      int column = table.line(Dimension.COLUMNS, "column");
      ArrayNode hidden = criteria.putObject(Integer.toString(column)).putArray("hiddenValues");
      table.body().path("hide").forEach(hidden::add);
    }
    return filter;
  }

  /** Gives {@code range} a {@code name}. */
  static void name(OrganiserTable table) {
    ObjectNode named = OfficeJson.object().put("name", table.text("name"));
    named.set("range", table.area().json());
    OverlayRequests.add(table.book(), Kind.NAMED_RANGE, named);
  }

  static void deleteName(OrganiserTable table) {
    table.book().overlays().remove(titled(table, Kind.NAMED_RANGE, "name"));
  }

  private static OfficeOverlay titled(OrganiserTable table, Kind kind, String field) {
    String wanted = table.text(field);
    return table.book().overlays().of(kind).stream()
        .filter(overlay -> overlay.json().path(field).asText().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidRequest("There is no such " + kind.words() + "."));
  }

  /** Colours cells of {@code range} that show {@code text}, or for which {@code formula} holds. */
  static void colourWhen(OrganiserTable table) {
    boolean formula = table.body().has("formula");
    ObjectNode rule = OfficeJson.object();
    rule.putArray("ranges").add(table.area().json());
    ObjectNode plain = rule.putObject("booleanRule");
    plain
        .putObject("condition")
        .put("type", formula ? "CUSTOM_FORMULA" : "TEXT_EQ")
        .putArray("values")
        .addObject()
        .put("userEnteredValue", table.text(formula ? "formula" : "text"));
    plain
        .putObject("format")
        .set("backgroundColor", OrganiserFormatting.colour(table.text("background")));
    ObjectNode body = OfficeJson.object();
    body.set("rule", rule);
    RuleRequests.add(table.book(), body, table.world());
  }

  /** Makes {@code range}, or all that is filled, a table. */
  static void table(OrganiserTable table) {
    ObjectNode made = OfficeJson.object();
    OfficeJson.text(table.body(), "name").ifPresent(name -> made.put("name", name));
    made.set("range", table.used().json());
    OverlayRequests.add(table.book(), Kind.TABLE, made);
  }

  /** Draws {@code values} by {@code labels}, two ranges with a header each, over their tab. */
  static void chart(OrganiserTable table) {
    GridArea labels = A1.resolve(table.book(), table.text("labels"));
    GridArea values = A1.resolve(table.book(), table.text("values"));
    ObjectNode chart = OfficeJson.object();
    ObjectNode spec = chart.putObject("spec").put("title", table.text("title"));
    ObjectNode basic =
        spec.putObject("basicChart")
            .put("chartType", OfficeJson.text(table.body(), "type").orElse("BAR"))
            .put("headerCount", 1);
    source(basic.putArray("domains").addObject().putObject("domain"), labels);
    source(basic.putArray("series").addObject().putObject("series"), values);
    chart
        .putObject("position")
        .putObject("overlayPosition")
        .putObject("anchorCell")
        .put("sheetId", labels.sheetId())
        .put("columnIndex", values.endColumn() - 1);
    ObjectNode body = OfficeJson.object();
    body.set("chart", chart);
    ChartRequests.add(table.book(), body, table.world());
  }

  private static void source(ObjectNode data, GridArea area) {
    data.putObject("sourceRange").putArray("sources").add(area.json());
  }

  /** Moves the cells at and beyond {@code range} down or right. */
  static void insertCells(OrganiserTable table) {
    RangeRequests.insert(table.book(), table.area(), shift(table, "down", "right"));
  }

  /** Takes {@code range} away; the cells beyond it move up or left. */
  static void deleteCells(OrganiserTable table) {
    RangeRequests.delete(table.book(), table.area(), shift(table, "up", "left"));
  }

  private static Dimension shift(OrganiserTable table, String rows, String columns) {
    String shift = OfficeJson.text(table.body(), "shift").orElse(rows);
    if (!shift.equals(rows) && !shift.equals(columns)) {
      throw new InvalidRequest("The field shift must be " + rows + " or " + columns + ".");
    }
    return shift.equals(rows) ? Dimension.ROWS : Dimension.COLUMNS;
  }

  static void trim(OrganiserTable table) {
    Tidying.trimWhitespace(table.book(), ranged(table), table.world());
  }

  static void removeDuplicates(OrganiserTable table) {
    Tidying.deleteDuplicates(table.book(), ranged(table), table.world());
  }

  private static ObjectNode ranged(OrganiserTable table) {
    ObjectNode body = OfficeJson.object();
    body.set("range", table.area().json());
    return body;
  }
}
