package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;

/** One kind of request of {@code spreadsheets.batchUpdate}. */
@FunctionalInterface
interface BookRequest {

  /**
   * Changes the book.
   *
   * @return the reply, empty where Google's is
   * @throws org.entraide.sandbox.office.sheets.value.InvalidRequest if it cannot be done to this
   *     book
   */
  ObjectNode apply(Book book, ObjectNode body, SheetsWorld world);
}
