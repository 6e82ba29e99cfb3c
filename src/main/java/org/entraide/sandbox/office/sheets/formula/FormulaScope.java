package org.entraide.sandbox.office.sheets.formula;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.SerialDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a formula is, and what it sees from there.
 *
 * @param sheet the tab that references without a tab mean
 * @param rowShift by how many rows relative references are moved; a rule counts from the first cell
 *     of its range
 * @param lookup what a cell holds
 */
public record FormulaScope(
    Book book, @Nullable Sheet sheet, int rowShift, int columnShift, Instant now, Lookup lookup) {

  /** Gives the values of cells. */
  @FunctionalInterface
  interface Lookup {

    @Nullable CellValue at(Sheet sheet, int row, int column);

    /** What the cells hold already. */
    static @Nullable CellValue held(Sheet sheet, int row, int column) {
      return sheet.cell(row, column).effective();
    }
  }

  public static FormulaScope of(Book book, Sheet sheet, Instant now) {
    return new FormulaScope(book, sheet, 0, 0, now, Lookup::held);
  }

  public FormulaScope shifted(int rows, int columns) {
    return new FormulaScope(book, sheet, rows, columns, now, lookup);
  }

  /** This moment as the spreadsheet counts days, in its own time zone. */
  double serialNow() {
    return SerialDate.of(now, book.timeZone());
  }

  /** The cells of a named range, or of a range in A1 notation. */
  GridArea named(String name) {
    for (OfficeOverlay overlay : book.overlays().of(Kind.NAMED_RANGE)) {
      if (overlay.json().path("name").asText().equalsIgnoreCase(name)) {
        return GridRanges.now(book, overlay.json().path("range"))
            .orElseThrow(FormulaError::reference);
      }
    }
    throw FormulaError.name(name);
  }

  /** What INDIRECT makes of a text. */
  GridArea indirect(String text) {
    try {
      return named(text);
    } catch (FormulaError noSuchName) {
      return a1(text);
    }
  }

  private GridArea a1(String text) {
    Sheet ownSheet = sheet;
    if (ownSheet == null || book.sheets().isEmpty()) {
      throw FormulaError.reference();
    }
    try {
      boolean elsewhere = text.contains("!");
      return A1.resolve(book, elsewhere ? text : A1.quote(ownSheet.title()) + "!" + text);
    } catch (ApiException noRange) {
      throw FormulaError.reference();
    }
  }

  /** The first cell's value. */
  @Nullable CellValue first(GridArea area) {
    return at(area.sheetId(), area.startRow(), area.startColumn());
  }

  /** All values of an area that are not blank. */
  List<CellValue> filled(GridArea area) {
    List<CellValue> values = new ArrayList<>();
    Sheet tab = book.sheet(area.sheetId());
    for (int i = area.startRow(); i < area.endRow(); i++) {
      int end = Math.min(area.endColumn(), tab.row(i).width());
      for (int j = area.startColumn(); j < end; j++) {
        CellValue value = at(area.sheetId(), i, j);
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private @Nullable CellValue at(int sheetId, int row, int column) {
    CellValue value = lookup.at(book.sheet(sheetId), row, column);
    if (value instanceof CellValue.Failure failure) {
      throw new FormulaError(failure);
    }
    return value;
  }

  /** The tab of that title, or the formula's own for an empty one. */
  Sheet tab(String title) {
    Optional<Sheet> titled = title.isEmpty() ? Optional.ofNullable(sheet) : book.find(title);
    return titled.orElseThrow(FormulaError::reference);
  }
}
