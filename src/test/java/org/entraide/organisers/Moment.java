package org.entraide.organisers;

/** When people do something to the sheet, as the daemon sees it. */
enum Moment {
  BETWEEN_CYCLES("between cycles"),
  /** After the daemon read everything, before it looks again at who is where. */
  BEFORE_THE_SECOND_LOOK("between read and write, before the second look"),
  /** After that look, right before the rows are written. */
  BEFORE_THE_WRITE("between read and write, after the second look"),
  /** The rows are written and read back, and the daemon has not seen the answer yet. */
  AFTER_THE_WRITE("between write and check");

  private final String words;

  Moment(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
