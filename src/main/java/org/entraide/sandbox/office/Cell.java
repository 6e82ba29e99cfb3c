package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One cell, immutable, so that rows and snapshots share it.
 *
 * <p>{@code extras} holds the other settable parts of Google's {@code CellData} ({@code
 * userEnteredFormat}, {@code note}, {@code dataValidation}…) as they came; nobody changes that
 * object in place. {@code origin} names the form response that wrote the cell; it travels with the
 * content, as Google's own link between a response and its row may do.
 */
record Cell(
    @Nullable CellValue entered,
    @Nullable CellValue effective,
    @Nullable ObjectNode extras,
    @Nullable String origin) {

  static final Cell EMPTY = new Cell(null, null, null, null);

  /** The longest text that a cell takes, in characters. */
  static final int MOST_CHARACTERS = 50_000;

  static Cell of(@Nullable CellValue entered, @Nullable ObjectNode extras) {
    return EMPTY.withExtras(extras).withValue(entered);
  }

  /** The same cell with other content, calculated where it is a formula. */
  Cell withValue(@Nullable CellValue value) {
    if (value instanceof CellValue.Text text && text.text().length() > MOST_CHARACTERS) {
      throw new InvalidRequest(
          "Your input contains more than the maximum of 50000 characters in a single cell.");
    }
    CellValue result =
        value instanceof CellValue.Formula formula ? Formulas.calculate(formula) : value;
    return normal(value, result, extras, null);
  }

  Cell withExtras(@Nullable ObjectNode others) {
    return normal(entered, effective, others == null || others.isEmpty() ? null : others, origin);
  }

  Cell withOrigin(@Nullable String response) {
    return normal(entered, effective, extras, response);
  }

  /** The same formula with what it gives now. */
  Cell calculated(@Nullable CellValue result) {
    return new Cell(entered, result, extras, origin);
  }

  /** Whether nothing is shown; a format alone shows nothing. */
  boolean isBlank() {
    return effective == null;
  }

  private static Cell normal(
      @Nullable CellValue entered,
      @Nullable CellValue effective,
      @Nullable ObjectNode extras,
      @Nullable String origin) {
    return entered == null && extras == null && origin == null
        ? EMPTY
        : new Cell(entered, effective, extras, origin);
  }
}
