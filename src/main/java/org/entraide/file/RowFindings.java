package org.entraide.file;

/** Receives a line for every row that is left out or odd, and for every column that is not read. */
@FunctionalInterface
public interface RowFindings {

  /**
   * Reports a line such as {@code people.csv:17:5: lat: "95" is not between -90 and 90}.
   *
   * @param text file, line, column in characters, and the cause
   */
  void report(String text);
}
