package org.entraide.google.sheets;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.table.Area;
import org.entraide.table.Overlay;

/** Reads what lies over the cells, as it arrives. */
final class OverlayReader {

  private final JsonParser json;
  private final Map<String, Overlay.NamedArea> names = new HashMap<>();
  private final Set<Integer> charts = new HashSet<>();
  private final Set<Integer> filterViews = new HashSet<>();
  private final List<Overlay.Lock> locks = new ArrayList<>();
  private final List<Area> merges = new ArrayList<>();

  OverlayReader(JsonParser json) {
    this.json = json;
  }

  Overlay overlay() {
    return new Overlay(names, charts, locks, merges, filterViews);
  }

  /** One {@code ProtectedRange}: a warning locks nobody out. */
  void protection() throws IOException {
    boolean[] editable = {false};
    boolean[] warning = {false};
    Area[] area = {Area.whole(0)};
    List<Area> open = new ArrayList<>();
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "requestingUserCanEdit" -> editable[0] = JsonWalk.bool(json);
            case "warningOnly" -> warning[0] = JsonWalk.bool(json);
            case "range" -> area[0] = area();
            case "unprotectedRanges" -> JsonWalk.array(json, () -> open.add(area()));
            default -> json.skipChildren();
          }
        });
    if (!editable[0] && !warning[0]) {
      locks.add(new Overlay.Lock(area[0], open));
    }
  }

  /** One {@code GridRange} of merged cells. */
  void merge() throws IOException {
    merges.add(area());
  }

  /** One {@code NamedRange}. */
  void name() throws IOException {
    String[] idAndName = {"", ""};
    Area[] area = {Area.whole(0)};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "namedRangeId" -> idAndName[0] = JsonWalk.text(json);
            case "name" -> idAndName[1] = JsonWalk.text(json);
            case "range" -> area[0] = area();
            default -> json.skipChildren();
          }
        });
    names.put(idAndName[1], new Overlay.NamedArea(idAndName[0], area[0]));
  }

  /** One {@code GridRange}; what is left out has no bounds, and the number 0 is left out. */
  private Area area() throws IOException {
    int[] bounds = {0, 0, Area.OPEN, 0, Area.OPEN};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "sheetId" -> bounds[0] = JsonWalk.number(json);
            case "startRowIndex" -> bounds[1] = JsonWalk.number(json);
            case "endRowIndex" -> bounds[2] = JsonWalk.number(json);
            case "startColumnIndex" -> bounds[3] = JsonWalk.number(json);
            case "endColumnIndex" -> bounds[4] = JsonWalk.number(json);
            default -> json.skipChildren();
          }
        });
    return new Area(bounds[0], bounds[1], bounds[2], bounds[3], bounds[4]);
  }

  /** One {@code EmbeddedChart}. */
  void chart() throws IOException {
    number("chartId", charts);
  }

  /** One {@code FilterView}. */
  void filterView() throws IOException {
    number("filterViewId", filterViews);
  }

  private void number(String id, Set<Integer> numbers) throws IOException {
    JsonWalk.object(
        json,
        field -> {
          if (field.equals(id)) {
            numbers.add(JsonWalk.number(json));
          } else {
            json.skipChildren();
          }
        });
  }
}
