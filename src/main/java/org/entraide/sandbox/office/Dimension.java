package org.entraide.sandbox.office;

/** The two ways to count lines of a grid, in Google's words. */
enum Dimension {
  ROWS,
  COLUMNS;

  static Dimension of(String name) {
    if (name.equals("ROWS")) {
      return ROWS;
    }
    if (name.equals("COLUMNS")) {
      return COLUMNS;
    }
    throw new InvalidRequest("No valid dimension specified.");
  }
}
