package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of request of {@code spreadsheets.batchUpdate}. */
@FunctionalInterface
interface BookRequest {

  /**
   * Changes the book.
   *
   * @return the reply, empty where Google's is
   * @throws InvalidRequest if it cannot be done to this book
   */
  ObjectNode apply(Book book, ObjectNode body, SheetsWorld world);
}
