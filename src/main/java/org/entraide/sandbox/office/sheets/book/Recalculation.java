package org.entraide.sandbox.office.sheets.book;

import java.time.Instant;

/** Keeps the formulas of a book right when something else in it changes. */
public interface Recalculation {

  /** Calculates every formula of a book under change anew. */
  void recalculate(Book book, Instant now);

  /** Has every formula of the book follow a change of a tab's lines. */
  void follow(Book book, Sheet changed, LineEdit edit);

  /** Has every formula of the book name a tab by its new title. */
  void renamed(Book book, String old, String fresh);

  /** Has every formula of the book lose its references to a tab that is deleted, for good. */
  void deleted(Book book, String title);
}
