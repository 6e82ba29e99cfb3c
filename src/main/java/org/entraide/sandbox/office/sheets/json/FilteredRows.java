package org.entraide.sandbox.office.sheets.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.formula.BooleanCondition;
import org.entraide.sandbox.office.sheets.formula.FormulaScope;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/**
 * The rows that a tab's basic filter hides, or one of its filter views from the person who looks
 * through it.
 */
public final class FilteredRows {

  private static final FilteredRows NONE = new FilteredRows(Set.of());

  private final Set<Integer> hidden;

  private FilteredRows(Set<Integer> hidden) {
    this.hidden = hidden;
  }

  public boolean hides(int row) {
    return hidden.contains(row);
  }

  public static FilteredRows of(Book book, Sheet sheet, Instant now) {
    List<OfficeOverlay> filters = book.overlays().of(Kind.BASIC_FILTER, sheet.id());
    return filters.isEmpty() ? NONE : by(filters.get(0).json(), book, sheet, now);
  }

  /**
   * What a person sees no more, who looks through a filter view: the basic filter does not count
   * then.
   *
   * @param view its number; of one that the tab does not have, the basic filter counts
   */
  public static FilteredRows through(String view, Book book, Sheet sheet, Instant now) {
    return book.overlays().of(Kind.FILTER_VIEW, sheet.id()).stream()
        .filter(filter -> filter.id().equals(view))
        .findFirst()
        .map(filter -> by(filter.json(), book, sheet, now))
        .orElseGet(() -> of(book, sheet, now));
  }

  private static FilteredRows by(JsonNode filter, Book book, Sheet sheet, Instant now) {
    Map<Integer, JsonNode> criteria = criteria(filter);
    Set<Integer> hidden = new HashSet<>();
    GridRanges.now(book, filter.path("range"))
        .ifPresent(
            area ->
                criteria.forEach(
                    (column, one) -> hide(hidden, book, sheet, area, column, one, now)));
    return new FilteredRows(hidden);
  }

  private static Map<Integer, JsonNode> criteria(JsonNode filter) {
    Map<Integer, JsonNode> criteria = new HashMap<>();
    filter
        .path("criteria")
        .properties()
        .forEach(entry -> criteria.put(Integer.parseInt(entry.getKey()), entry.getValue()));
    for (JsonNode spec : filter.path("filterSpecs")) {
      criteria.put(spec.path("columnIndex").asInt(), spec.path("filterCriteria"));
    }
    return criteria;
  }

  /** The first row of a filter is its header and never hidden. */
  private static void hide(
      Set<Integer> hidden,
      Book book,
      Sheet sheet,
      GridArea area,
      int column,
      JsonNode criteria,
      Instant now) {
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    Set<String> values = new HashSet<>();
    criteria.path("hiddenValues").forEach(value -> values.add(value.asText()));
    BooleanCondition condition = new BooleanCondition(criteria.path("condition"), book);
    boolean conditional = criteria.hasNonNull("condition");
    FormulaScope scope = FormulaScope.of(book, sheet, now);
    for (int i = area.startRow() + 1; i < area.endRow(); i++) {
      OfficeCell cell = sheet.cell(i, column);
      boolean meets =
          !conditional || condition.holds(cell, scope.shifted(i - area.startRow() - 1, 0));
      if (!meets || values.contains(format.show(cell))) {
        hidden.add(i);
      }
    }
  }
}
