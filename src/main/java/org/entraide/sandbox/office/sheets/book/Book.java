package org.entraide.sandbox.office.sheets.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * The content of one spreadsheet. A book that was published is never changed again: a change works
 * on a {@link #copy} and is published whole or not at all.
 */
public final class Book implements SheetGuard {

  private static final long MOST_CELLS = 10_000_000;
  private static final int MOST_COLUMNS = 18_278;

  private String title;
  private String locale;
  private String timeZone;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Metadata> metadata;
  private final Overlays overlays;
  private final Recalculation formulas;
  private String autoRecalc = "ON_CHANGE";
  private int numbersGiven;
  private @Nullable String actor;

  /**
   * @param locale as Google writes it, such as {@code fr_FR}
   * @param timeZone a CLDR name, such as {@code Europe/London}
   * @param formulas keeps the formulas of the book right
   */
  public Book(String title, String locale, String timeZone, Recalculation formulas) {
    this(title, locale, timeZone, new ArrayList<>(), new Overlays(), formulas);
  }

  private Book(
      String title,
      String locale,
      String timeZone,
      List<Metadata> metadata,
      Overlays overlays,
      Recalculation formulas) {
    this.title = title;
    this.locale = locale;
    this.timeZone = timeZone;
    this.metadata = metadata;
    this.overlays = overlays;
    this.formulas = formulas;
  }

  Book copy() {
    Book copy =
        new Book(title, locale, timeZone, new ArrayList<>(metadata), overlays.copy(), formulas);
    copy.autoRecalc = autoRecalc;
    copy.numbersGiven = numbersGiven;
    sheets.forEach(sheet -> copy.attach(copy.sheets.size(), sheet.copy()));
    return copy;
  }

  /** Puts a tab at that place, or last where there are fewer; the book watches over it. */
  public void attach(int index, Sheet sheet) {
    sheets.add(Math.min(index, sheets.size()), sheet.guardedBy(this));
  }

  public Overlays overlays() {
    return overlays;
  }

  public String autoRecalc() {
    return autoRecalc;
  }

  public void autoRecalc(String when) {
    autoRecalc = when;
  }

  /** Who changes the book, where protections may refuse it; null for its owner and for forms. */
  void actor(@Nullable String account) {
    actor = account;
  }

  public @Nullable String actor() {
    return actor;
  }

  @Override
  public void touch(Sheet sheet, int row, int column) {
    if (actor != null) {
      Protection.requireOpen(
          overlays, actor, new GridArea(sheet.id(), row, row + 1, column, column + 1));
    }
  }

  @Override
  public GridRow admit(Sheet sheet, int index, GridRow fresh) {
    if (actor != null) {
      Protection.requireOpen(overlays, actor, sheet, index, fresh);
    }
    return Merges.masked(overlays, sheet.id(), index, fresh);
  }

  @Override
  public void before(Sheet sheet, LineEdit edit) {
    if (actor != null) {
      Protection.requireOpen(overlays, actor, sheet, edit);
    }
  }

  @Override
  public void after(Sheet sheet, LineEdit edit) {
    overlays.follow(sheet.id(), edit);
    formulas.follow(this, sheet, edit);
  }

  public String title() {
    return title;
  }

  public String locale() {
    return locale;
  }

  public String timeZone() {
    return timeZone;
  }

  public void describe(String newTitle, String newLocale, String newTimeZone) {
    title = newTitle;
    locale = newLocale;
    timeZone = newTimeZone;
  }

  /** The tabs in their order; the list may be changed while the book is under change. */
  public List<Sheet> sheets() {
    return sheets;
  }

  public List<Metadata> metadata() {
    return metadata;
  }

  public Sheet sheet(int id) {
    return find(id).orElseThrow(() -> new InvalidRequest("No grid with id: " + id));
  }

  public Optional<Sheet> find(int id) {
    for (Sheet sheet : sheets) { // asked for each mark at each request
      if (sheet.id() == id) {
        return Optional.of(sheet);
      }
    }
    return Optional.empty();
  }

  public Optional<Sheet> find(String tab) {
    return sheets.stream().filter(sheet -> sheet.title().equals(tab)).findFirst();
  }

  /** A number that was given to nothing in this book; looks random as Google's do, and is not. */
  public int freshId() {
    while (true) {
      long mixed = (++numbersGiven + 0x632BL) * 0x9E3779B97F4A7C15L;
      int id = (int) ((mixed >>> 33) & 0x7FFFFFFF);
      if (find(id).isEmpty()
          && metadata.stream().noneMatch(entry -> entry.id() == id)
          && !overlays.hasId(Integer.toString(id))) {
        return id;
      }
    }
  }

  /** An identifier of those kinds of overlays that have text for one. */
  public String freshTextId() {
    return Integer.toString(freshId(), 36);
  }

  /** Calculates the formulas anew, as at the end of every change. */
  public void recalculate(Instant now) {
    formulas.recalculate(this, now);
  }

  /** Gives a tab another title; formulas that name it do so by the new one. */
  public void rename(Sheet sheet, String fresh) {
    String old = sheet.title();
    sheet.rename(fresh);
    formulas.renamed(this, old, fresh);
  }

  /** Deletes a tab; what formulas say of it is {@code #REF!}, also when it is made again. */
  public void delete(Sheet sheet) {
    sheets.remove(sheet);
    formulas.deleted(this, sheet.title());
  }

  public Sheet addSheet(String tab, int rowCount, int columnCount) {
    return addSheet(freshId(), tab, rowCount, columnCount, sheets.size());
  }

  public Sheet addSheet(int id, String tab, int rowCount, int columnCount, int index) {
    if (find(id).isPresent()) {
      throw new InvalidRequest("A sheet with id " + id + " already exists.");
    }
    requireFreeTitle(tab);
    Sheet sheet = new Sheet(id, tab, rowCount, columnCount);
    attach(index, sheet);
    return sheet;
  }

  public void requireFreeTitle(String tab) {
    if (sheets.stream().anyMatch(sheet -> sheet.title().equalsIgnoreCase(tab))) {
      throw new InvalidRequest(
          "A sheet with the name \"" + tab + "\" already exists. Please enter another name.");
    }
  }

  /** Settles the book after a change: what lost its row, column or tab goes, and limits hold. */
  public void settle() {
    metadata.removeIf(
        entry -> entry.place().sheetId() != null && entry.place().area(this).isEmpty());
    overlays.removeIf(overlay -> find(overlay.sheetId()).isEmpty());
    long cells = 0;
    for (Sheet sheet : sheets) {
      cells += (long) sheet.rowCount() * sheet.columnCount();
      if (sheet.columnCount() > MOST_COLUMNS) {
        throw new InvalidRequest("This document is too large to continue editing.");
      }
    }
    if (cells > MOST_CELLS) {
      throw new InvalidRequest(
          "This action would increase the number of cells in the workbook above the limit of"
              + " 10000000 cells.");
    }
  }
}
