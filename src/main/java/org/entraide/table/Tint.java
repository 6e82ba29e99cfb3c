package org.entraide.table;

/**
 * A few calm colours, each for one sort of news. Dark text on all of them has a contrast of more
 * than 7 to 1 (WCAG 2.1, level AAA).
 */
public enum Tint {
  /** Something is asked of an organiser. */
  ASKING(0xFDE3C8),
  WAITING(0xFFF4C2),
  /** On its way. */
  MOVING(0xD6E6F7),
  GOOD(0xD8EFD9),
  /** Nothing is expected any more. */
  QUIET(0xE4E4E4),
  /** Stop. */
  STOPPED(0xF4B9B4),
  /** A title. */
  TITLE(0xEDEFF2);

  private final int rgb;

  Tint(int rgb) {
    this.rgb = rgb;
  }

  /** Red, green and blue, a byte each. */
  public int rgb() {
    return rgb;
  }
}
