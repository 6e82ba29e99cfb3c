package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;

/** The filter views of a spreadsheet, and what organisers do with them without the API. */
public final class DeskViews {

  private static final OfficeOverlay.Kind KIND = OfficeOverlay.Kind.FILTER_VIEW;

  private final Spreadsheet spreadsheet;

  DeskViews(Spreadsheet spreadsheet) {
    this.spreadsheet = spreadsheet;
  }

  /**
   * A filter view.
   *
   * @param conditions by column, such as {@code TEXT_EQ Disponible}
   */
  public record View(int tab, String id, String title, Map<Integer, String> conditions) {

    private static View of(OfficeOverlay overlay) {
      JsonNode json = overlay.json();
      Map<Integer, String> conditions = new TreeMap<>();
      for (JsonNode spec : json.path("filterSpecs")) {
        JsonNode condition = spec.path("filterCriteria").path("condition");
        JsonNode value = condition.path("values").path(0);
        String text = value.path("userEnteredValue").asText(value.path("relativeDate").asText());
        String shown = condition.path("type").asText() + " " + text;
        conditions.put(spec.path("columnIndex").asInt(), shown);
      }
      return new View(overlay.sheetId(), overlay.id(), json.path("title").asText(), conditions);
    }
  }

  static List<View> of(Book book) {
    return book.overlays().of(KIND).stream().map(View::of).toList();
  }

  /** Deletes one. */
  public void delete(View view) {
    spreadsheet.organise(book -> book.overlays().remove(book.overlays().require(KIND, view.id())));
  }

  public void rename(View view, String title) {
    change(view, json -> json.put("title", title));
  }

  /** Lets its first column show a text. */
  public void show(View view, String text) {
    change(
        view,
        json -> {
          if (json.path("filterSpecs").path(0) instanceof ObjectNode first) {
            first.set("filterCriteria", showing(text));
          }
        });
  }

  private void change(View view, Consumer<ObjectNode> change) {
    spreadsheet.organise(
        book -> {
          OfficeOverlay old = book.overlays().require(KIND, view.id());
          ObjectNode json = old.json().deepCopy();
          change.accept(json);
          book.overlays().replace(old, json, old.sheetId());
        });
  }

  /** Makes one of the rows of a tab in which a column shows a text. */
  public void add(int tab, int id, String title, int column, String text) {
    spreadsheet.organise(
        book -> {
          ObjectNode json = OfficeJson.object().put("filterViewId", id).put("title", title);
          json.putObject("range").put("sheetId", tab);
          ObjectNode spec = json.putArray("filterSpecs").addObject().put("columnIndex", column);
          spec.set("filterCriteria", showing(text));
          book.overlays().add(KIND, tab, json);
        });
  }

  private static ObjectNode showing(String text) {
    ObjectNode criteria = OfficeJson.object();
    ObjectNode condition = criteria.putObject("condition").put("type", "TEXT_EQ");
    condition.putArray("values").addObject().put("userEnteredValue", text);
    return criteria;
  }
}
