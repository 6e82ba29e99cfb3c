package org.entraide.sandbox.office.sheets.formula;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.LineEdit;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Recalculation;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.formula.FormulaParser.Parsed;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/**
 * Calculates formulas. What the office does not understand gives the error that Sheets shows for a
 * name that it does not know, or for a text that is no formula.
 */
public final class Formulas implements Recalculation {

  /** What a formula sees that is in no book. */
  private static final FormulaScope NOWHERE =
      new FormulaScope(
          new Book("", "en_US", "UTC", new Formulas()),
          null,
          0,
          0,
          Instant.EPOCH,
          (sheet, row, column) -> null);

  /** A formula by its text, which begins with an equals sign. */
  public static CellValue.Formula of(String text) {
    return new CellValue.Formula(text, evaluate(text, NOWHERE));
  }

  /**
   * Where a formula leads when it is clicked: empty where it is no {@code HYPERLINK} or an error.
   *
   * @param scope where its cell is
   */
  public static Optional<String> link(CellValue.Formula formula, FormulaScope scope) {
    try {
      return parsed(formula.text(), scope.book()).root().link(scope);
    } catch (FormulaError error) {
      return Optional.empty();
    }
  }

  private static Parsed parsed(String formula, Book book) {
    return FormulaParser.parse(formula.substring(1), SheetLocale.of(book.locale()).commaDecimal());
  }

  /** Reads a text that begins with an equals sign; empty when it is no formula in that book. */
  static Optional<Parsed> parse(String formula, Book book) {
    try {
      return Optional.of(parsed(formula, book));
    } catch (FormulaError notParsed) {
      return Optional.empty();
    }
  }

  static @Nullable CellValue evaluate(String formula, FormulaScope scope) {
    try {
      return parsed(formula, scope.book()).root().value(scope);
    } catch (FormulaError error) {
      return error.failure();
    }
  }

  @Override
  public void recalculate(Book book, Instant now) {
    if (book.sheets().stream().noneMatch(Sheet::hasFormulas)) {
      return;
    }
    Run run = new Run(book, now);
    book.sheets().forEach(run::recalculate);
  }

  @Override
  public void follow(Book book, Sheet changed, LineEdit edit) {
    int count = edit.end() - edit.from();
    boolean atTheEnd =
        edit.kind() == LineEdit.Kind.INSERT
            && edit.from() + count == changed.count(edit.dimension());
    if (atTheEnd || edit.bandEnd() != LineEdit.OPEN) {
      return;
    }
    for (Sheet sheet : book.sheets()) {
      boolean own = sheet == changed;
      rewrite(sheet, text -> FormulaReferences.followed(text, changed.title(), own, edit));
    }
  }

  @Override
  public void renamed(Book book, String old, String fresh) {
    book.sheets().forEach(s -> rewrite(s, text -> FormulaReferences.renamed(text, old, fresh)));
  }

  @Override
  public void deleted(Book book, String title) {
    book.sheets().forEach(s -> rewrite(s, text -> FormulaReferences.deleted(text, title)));
  }

  private static void rewrite(Sheet sheet, UnaryOperator<String> change) {
    for (int i = 0; i < sheet.rowCount(); i++) {
      if (sheet.row(i).hasFormulas()) {
        sheet.setCalculated(i, rewritten(sheet.row(i), change));
      }
    }
  }

  private static GridRow rewritten(GridRow row, UnaryOperator<String> change) {
    OfficeCell[] cells = row.cells(row.width());
    for (int j = 0; j < cells.length; j++) {
      if (cells[j].entered() instanceof CellValue.Formula formula) {
        String text = change.apply(formula.text());
        if (!text.equals(formula.text())) {
          cells[j] = cells[j].withValue(of(text));
        }
      }
    }
    return row.withCells(cells);
  }

  private record CellPlace(int sheetId, int row, int column) {}

  /** One calculation of a whole book; each formula is calculated once. */
  private static final class Run {

    private final Book book;
    private final Instant now;
    private final Map<CellPlace, Optional<CellValue>> done = new HashMap<>();
    private final Set<CellPlace> underWay = new HashSet<>();

    Run(Book book, Instant now) {
      this.book = book;
      this.now = now;
    }

    private void recalculate(Sheet sheet) {
      for (int i = 0; i < sheet.rowCount(); i++) {
        GridRow row = sheet.row(i);
        if (row.hasFormulas()) {
          OfficeCell[] cells = row.cells(row.width());
          boolean changed = false;
          for (int j = 0; j < cells.length; j++) {
            if (cells[j].entered() instanceof CellValue.Formula) {
              OfficeCell fresh = cells[j].calculated(at(sheet, i, j));
              changed |= !fresh.equals(cells[j]);
              cells[j] = fresh;
            }
          }
          if (changed) {
            sheet.setCalculated(i, row.withCells(cells));
          }
        }
      }
    }

    private @Nullable CellValue at(Sheet sheet, int row, int column) {
      OfficeCell cell = sheet.cell(row, column);
      if (!(cell.entered() instanceof CellValue.Formula formula)) {
        return cell.effective();
      }
      CellPlace place = new CellPlace(sheet.id(), row, column);
      Optional<CellValue> calculated = done.get(place);
      if (calculated != null) {
        return calculated.orElse(null);
      }
      if (!underWay.add(place)) {
        return FormulaError.circular().failure();
      }
      FormulaScope scope = new FormulaScope(book, sheet, 0, 0, now, this::at);
      CellValue value = evaluate(formula.text(), scope);
      underWay.remove(place);
      done.put(place, Optional.ofNullable(value));
      return value;
    }
  }
}
