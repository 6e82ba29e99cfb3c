package org.entraide.sandbox.office.sheets.book;

import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** The two ways to count lines of a grid, in Google's words. */
public enum Dimension {
  ROWS,
  COLUMNS;

  public static Dimension of(String name) {
    if (name.equals("ROWS")) {
      return ROWS;
    }
    if (name.equals("COLUMNS")) {
      return COLUMNS;
    }
    throw new InvalidRequest("No valid dimension specified.");
  }
}
