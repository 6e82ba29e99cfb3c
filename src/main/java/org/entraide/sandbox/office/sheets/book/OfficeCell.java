package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * One cell, immutable, so that rows and snapshots share it.
 *
 * <p>{@code extras} holds the other settable parts of Google's {@code CellData} ({@code *
 * userEnteredFormat}, {@code note}, {@code dataValidation}…) as they came; nobody changes that
 * object in place. {@code origin} names the form response that wrote the cell; it travels with the
 * content, as Google's own link between a response and its row may do.
 */
public record OfficeCell(
    @Nullable CellValue entered,
    @Nullable CellValue effective,
    @Nullable ObjectNode extras,
    @Nullable String origin) {

  public static final OfficeCell EMPTY = new OfficeCell(null, null, null, null);

  /** The longest text that a cell takes, in characters. */
  public static final int MOST_CHARACTERS = 50_000;

  public static OfficeCell of(@Nullable CellValue entered, @Nullable ObjectNode extras) {
    return EMPTY.withExtras(extras).withValue(entered);
  }

  /** This cell with other content; until a formula is calculated, it shows what it gives alone. */
  public OfficeCell withValue(@Nullable CellValue value) {
    if (value instanceof CellValue.Text text && text.text().length() > MOST_CHARACTERS) {
      throw new InvalidRequest(
          "Your input contains more than the maximum of 50000 characters in a single cell.");
    }
    CellValue result = value instanceof CellValue.Formula formula ? formula.alone() : value;
    return normal(value, result, extras, null);
  }

  public OfficeCell withExtras(@Nullable ObjectNode others) {
    return normal(entered, effective, others == null || others.isEmpty() ? null : others, origin);
  }

  public OfficeCell withOrigin(@Nullable String response) {
    return normal(entered, effective, extras, response);
  }

  /** This formula with its new result. */
  public OfficeCell calculated(@Nullable CellValue result) {
    return new OfficeCell(entered, result, extras, origin);
  }

  /** Whether nothing is shown; a format alone shows nothing. */
  public boolean isBlank() {
    return effective == null;
  }

  private static OfficeCell normal(
      @Nullable CellValue entered,
      @Nullable CellValue effective,
      @Nullable ObjectNode extras,
      @Nullable String origin) {
    return entered == null && extras == null && origin == null
        ? EMPTY
        : new OfficeCell(entered, effective, extras, origin);
  }
}
