package org.entraide.sandbox.office;

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
final class SheetsWorld {

  private final InstantSource time;
  private final Map<String, Spreadsheet> spreadsheets = new ConcurrentSkipListMap<>();
  private volatile boolean duplicateCopiesMetadata;

  SheetsWorld(InstantSource time) {
    this.time = time;
  }

  InstantSource time() {
    return time;
  }

  /** Puts a book, which must have at least one tab, under that id. */
  Spreadsheet create(String id, Book book) {
    if (book.sheets().isEmpty()) {
      throw new IllegalArgumentException("a spreadsheet has at least one tab");
    }
    Spreadsheet spreadsheet = new Spreadsheet(id, book);
    spreadsheets.put(id, spreadsheet);
    return spreadsheet;
  }

  Optional<Spreadsheet> find(String id) {
    return Optional.ofNullable(spreadsheets.get(id));
  }

  Collection<Spreadsheet> all() {
    return List.copyOf(spreadsheets.values());
  }

  boolean duplicateCopiesMetadata() {
    return duplicateCopiesMetadata;
  }

  void duplicateCopiesMetadata(boolean copies) {
    duplicateCopiesMetadata = copies;
  }
}
