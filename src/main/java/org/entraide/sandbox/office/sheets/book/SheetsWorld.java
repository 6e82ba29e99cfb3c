package org.entraide.sandbox.office.sheets.book;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All spreadsheets of the office.
 *
 * <p>{@code duplicateCopiesMetadata} settles what no source settles: whether a duplicated tab has
 * copies of the developer metadata of its original.
 */
public final class SheetsWorld {

  private final InstantSource time;
  private final Recalculation formulas;
  private final Map<String, Spreadsheet> spreadsheets = new ConcurrentSkipListMap<>();
  private volatile boolean duplicateCopiesMetadata;

  /**
   * An office without spreadsheets.
   *
   * @param time decides the year of dates typed without one
   * @param formulas keeps the formulas of its spreadsheets right
   */
  public SheetsWorld(InstantSource time, Recalculation formulas) {
    this.time = time;
    this.formulas = formulas;
  }

  public InstantSource time() {
    return time;
  }

  /**
   * A new spreadsheet with one empty tab, shared with nobody.
   *
   * @param locale as Google writes it, such as {@code fr_FR}
   * @param timeZone a CLDR name, such as {@code Europe/London}
   */
  public Spreadsheet create(String id, String title, String locale, String timeZone, String tab) {
    Book book = new Book(title, locale, timeZone, formulas);
    book.addSheet(tab, Sheet.DEFAULT_ROWS, Sheet.DEFAULT_COLUMNS);
    return create(id, book);
  }

  /** Puts a book, which must have at least one tab, under that id. */
  public Spreadsheet create(String id, Book book) {
    if (book.sheets().isEmpty()) {
      throw new IllegalArgumentException("a spreadsheet has at least one tab");
    }
    Spreadsheet spreadsheet = new Spreadsheet(id, book, time);
    spreadsheets.put(id, spreadsheet);
    return spreadsheet;
  }

  /** The spreadsheet of that id. */
  public Optional<Spreadsheet> find(String id) {
    return Optional.ofNullable(spreadsheets.get(id));
  }

  public Collection<Spreadsheet> all() {
    return List.copyOf(spreadsheets.values());
  }

  public boolean duplicateCopiesMetadata() {
    return duplicateCopiesMetadata;
  }

  public void duplicateCopiesMetadata(boolean copies) {
    duplicateCopiesMetadata = copies;
  }
}
