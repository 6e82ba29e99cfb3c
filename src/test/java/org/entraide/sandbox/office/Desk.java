package org.entraide.sandbox.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.entraide.sandbox.office.sheets.batch.Sorting;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.Metadata;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.value.CellValue;

/**
 * A spreadsheet without the API: its content costs nothing to look at, so that it can be compared
 * before and after each write, and people can act at every moment.
 */
public final class Desk {

  /** The key of the daemon's marks on columns. */
  private static final String MARK = "entraide";

  /** Whose question a column of the form's is: the column stays the form's. */
  private static final String PIN = "form:";

  private final Spreadsheet spreadsheet;

  /** Of a spreadsheet that is there. */
  public Desk(SheetsWorld sheets, String id) {
    spreadsheet = sheets.find(id).orElseThrow();
  }

  /** Grows with every change by anyone. */
  public long version() {
    return spreadsheet.version();
  }

  /** What organisers do with its filter views. */
  public DeskViews views() {
    return new DeskViews(spreadsheet);
  }

  /** Everything as it is; nothing changes it later. */
  public Copy copy() {
    return new Copy(spreadsheet.book());
  }

  /** A spreadsheet as it was once. */
  public static final class Copy {
    private final Book book;
    private final Map<Integer, Tab> tabs = new HashMap<>();

    Copy(Book book) {
      this.book = book;
      book.sheets().forEach(sheet -> tabs.put(sheet.id(), new Tab(sheet, marks(sheet))));
    }

    private Map<Integer, String> marks(Sheet sheet) {
      Map<Integer, String> marks = new HashMap<>();
      for (Metadata entry : book.metadata()) {
        String value = entry.value();
        boolean column =
            Objects.equals(entry.place().sheetId(), sheet.id())
                && entry.place().dimension() == Dimension.COLUMNS;
        if (column && entry.key().equals(MARK) && value != null && !value.startsWith(PIN)) {
          entry.place().area(book).ifPresent(area -> marks.put(area.startColumn(), value));
        }
      }
      return marks;
    }

    public Tab tab(int id) {
      Tab tab = tabs.get(id);
      if (tab == null) {
        throw new IllegalStateException("no tab " + id);
      }
      return tab;
    }

    /** The first tab that has a column with a mark. */
    public Optional<Tab> with(String mark) {
      return book.sheets().stream()
          .map(sheet -> tab(sheet.id()))
          .filter(tab -> tab.marks.containsValue(mark))
          .findFirst();
    }

    /** The tab with a title. */
    public Optional<Tab> titled(String title) {
      return book.sheets().stream()
          .filter(sheet -> sheet.title().equals(title))
          .map(sheet -> tab(sheet.id()))
          .findFirst();
    }

    /** The filter views of all tabs, in their order. */
    public List<DeskViews.View> views() {
      return DeskViews.of(book);
    }

    public boolean has(int tab) {
      return tabs.containsKey(tab);
    }

    /** The cells that another state of the same tabs holds otherwise. */
    public List<Changed> changes(Copy after) {
      List<Changed> changes = new ArrayList<>();
      for (Sheet was : book.sheets()) {
        Sheet is = after.book.sheet(was.id());
        for (int row = 0; row < Math.max(was.rowCount(), is.rowCount()); row++) {
          changes(was, is, row, after.tab(was.id()), changes);
        }
      }
      return changes;
    }

    private static void changes(Sheet was, Sheet is, int row, Tab tab, List<Changed> changes) {
      GridRow old = row < was.rowCount() ? was.row(row) : GridRow.empty(0);
      GridRow now = row < is.rowCount() ? is.row(row) : GridRow.empty(0);
      if (old == now) { // states share the rows that nobody changed
        return;
      }
      for (int column = 0; column < Math.max(old.width(), now.width()); column++) {
        if (!Objects.equals(old.cell(column).entered(), now.cell(column).entered())) {
          changes.add(
              new Changed(
                  was.id(),
                  row,
                  column,
                  tab.marks.getOrDefault(column, ""),
                  text(old.cell(column)),
                  text(now.cell(column))));
        }
      }
    }
  }

  /**
   * A cell that changed.
   *
   * @param mark of its column; empty for one that is not the daemon's
   */
  public record Changed(int tab, int row, int column, String mark, String was, String is) {}

  /** A tab as it was once. */
  public static final class Tab {
    private final Sheet sheet;
    private final Map<Integer, String> marks;

    Tab(Sheet sheet, Map<Integer, String> marks) {
      this.sheet = sheet;
      this.marks = marks;
    }

    public int id() {
      return sheet.id();
    }

    /** The rows down to the last that is not empty. */
    public int rows() {
      return sheet.usedRows();
    }

    /** The column with a mark; -1 for none. */
    public int column(String mark) {
      return marks.entrySet().stream()
          .filter(e -> e.getValue().equals(mark))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(-1);
    }

    public String text(int row, int column) {
      boolean exists = column >= 0 && row >= 0 && row < sheet.rowCount();
      return exists ? Desk.text(sheet.row(row).cell(column)) : "";
    }

    public String text(int row, String mark) {
      return text(row, column(mark));
    }

    /** The column under a title; -1 for none. */
    public int titled(String title) {
      for (int column = 0; column < sheet.columnCount(); column++) {
        if (text(0, column).equals(title)) {
          return column;
        }
      }
      return -1;
    }

    /** The columns that are not the daemon's. */
    public List<Integer> answerColumns() {
      List<Integer> columns = new ArrayList<>();
      for (int column = 0; column < sheet.columnCount(); column++) {
        if (!marks.containsKey(column)) {
          columns.add(column);
        }
      }
      return columns;
    }

    /** The response of the form's that wrote a row, wherever people moved it. */
    public Optional<String> response(int row) {
      GridRow cells = sheet.row(row);
      for (int column = 0; column < cells.width(); column++) {
        String origin = cells.cell(column).origin();
        if (origin != null) {
          return Optional.of(origin);
        }
      }
      return Optional.empty();
    }
  }

  private static String text(OfficeCell cell) {
    CellValue value = cell.effective();
    return value == null ? "" : value.plain().asText();
  }

  // ---- what organisers do, and can undo

  /** Types a text; an empty one clears the cell. */
  public void type(int tab, int row, int column, String text) {
    spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(tab);
          CellValue value = text.isEmpty() ? null : new CellValue.Text(text);
          sheet.set(row, column, sheet.cell(row, column).withValue(value));
        });
  }

  /** Ticks a box, or empties it. */
  public void tick(int tab, int row, int column, boolean ticked) {
    spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(tab);
          OfficeCell cell = sheet.cell(row, column);
          sheet.set(row, column, cell.withValue(new CellValue.Bool(ticked)));
        });
  }

  /**
   * Types several cells of a row at once, which tell from then on whose row it is.
   *
   * @param origin by which the row is known, as those of the form are by their response
   * @param formulas whether texts that begin as a formula are one
   */
  public void fill(int tab, int row, Map<Integer, String> texts, String origin, boolean formulas) {
    spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(tab);
          texts.forEach(
              (column, text) -> {
                CellValue value =
                    formulas && text.startsWith("=") ? Formulas.of(text) : new CellValue.Text(text);
                OfficeCell cell = sheet.cell(row, column).withValue(text.isEmpty() ? null : value);
                sheet.set(row, column, cell.withOrigin(origin));
              });
        });
  }

  /** The content of a row, whatever happens to it later. */
  public static final class GridLine {
    private final GridRow row;

    GridLine(GridRow row) {
      this.row = row;
    }
  }

  /** A row as it is. */
  public GridLine line(int tab, int row) {
    return new GridLine(spreadsheet.book().sheet(tab).row(row));
  }

  /**
   * Puts what was in a row into a new row, with everything that was there.
   *
   * @param origin by which the row is known from now on; empty for what it was known by
   * @param texts typed over it at once
   */
  public void putLine(int tab, int at, GridLine line, String origin, Map<Integer, String> texts) {
    spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(tab);
          sheet.insert(Dimension.ROWS, at, 1);
          for (int column = 0; column < line.row.width(); column++) {
            OfficeCell cell = line.row.cell(column);
            if (texts.containsKey(column)) {
              cell = cell.withValue(new CellValue.Text(texts.get(column))).withOrigin(origin);
            }
            boolean hasOrigin = cell.origin() != null && !origin.isEmpty();
            sheet.set(at, column, hasOrigin ? cell.withOrigin(origin) : cell);
          }
        });
  }

  /** Sorts all rows below the header. */
  public void sort(int tab, int column, boolean descending) {
    onSheet(
        tab,
        (book, sheet) ->
            Sorting.sort(
                book,
                new GridArea(tab, 1, sheet.usedRows(), 0, sheet.columnCount()),
                List.of(new Sorting.SortKey(column, descending))));
  }

  public void insert(int tab, int row, int count) {
    onSheet(tab, (book, sheet) -> sheet.insert(Dimension.ROWS, row, count));
  }

  public void delete(int tab, int row) {
    onSheet(tab, (book, sheet) -> sheet.delete(Dimension.ROWS, row, row + 1));
  }

  /**
   * Every other tab ends after so many rows, if nothing is below them. Nobody can undo it: a world
   * is made so, where a tab's empty rows would only take time.
   */
  public void trimOthers(int tab, int rows) {
    Book now = spreadsheet.book();
    for (Sheet sheet : now.sheets()) {
      int id = sheet.id();
      if (id != tab && sheet.rowCount() > rows && sheet.usedRows() <= rows) {
        spreadsheet.change(
            null,
            book -> {
              book.sheet(id).delete(Dimension.ROWS, rows, sheet.rowCount());
              return book;
            });
      }
    }
  }

  public void deleteColumn(int tab, int column) {
    onSheet(tab, (book, sheet) -> sheet.delete(Dimension.COLUMNS, column, column + 1));
  }

  /** Deletes a tab. */
  public void deleteTab(int tab) {
    spreadsheet.organise(book -> book.sheets().remove(book.sheet(tab)));
  }

  private void onSheet(int tab, BiConsumer<Book, Sheet> change) {
    spreadsheet.organise(book -> change.accept(book, book.sheet(tab)));
  }

  /** Takes the last of these back; nothing if there was none. */
  public boolean undo() {
    return spreadsheet.undo();
  }
}
