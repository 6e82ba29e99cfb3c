package org.entraide.table;

/**
 * A chart of one series.
 *
 * @param id chosen by us, so that adding it twice is refused instead of done
 * @param at the cell over whose upper left corner it begins
 * @param title what it shows
 * @param labels what each bar means, one column wide, its title first
 * @param values how long each bar is, likewise
 * @param labelAxis what the labels are
 * @param valueAxis what is counted
 */
public record Chart(
    int id,
    Shape shape,
    Area at,
    String title,
    Area labels,
    Area values,
    String labelAxis,
    String valueAxis) {

  /** Which way the bars go. */
  public enum Shape {
    /** To the right, for labels that are words. */
    BARS,
    /** Upwards, for labels that are times. */
    COLUMNS
  }
}
