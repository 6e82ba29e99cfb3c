package org.entraide.place.postcode;

import java.io.IOException;
import org.entraide.file.CsvReader;
import org.entraide.file.Decimals;
import org.entraide.file.FileProblem;
import org.entraide.file.ShownText;

/** Reads the rows of one file of one format. */
abstract class Rows {

  private final CsvReader csv;
  private final Tally tally;
  private final int needed;

  /**
   * @param needed cells that a row has at least
   */
  Rows(CsvReader csv, Tally tally, int needed) {
    this.csv = csv;
    this.tally = tally;
    this.needed = needed;
  }

  /** Reads them all. */
  final void read(boolean header) throws IOException, FileProblem {
    if (header) {
      csv.next();
    }
    while (csv.next()) {
      tally.row();
      CsvReader.Fault fault = csv.fault();
      if (fault != null) {
        tally.refuse(fault.line(), fault.column(), fault.cause());
      } else if (csv.cells() < needed) {
        tally.refuse(csv.line(0), 1, "%d cells where %d are needed".formatted(csv.cells(), needed));
      } else {
        row();
      }
    }
  }

  /** Reads the present row, which is whole and has cells enough. */
  abstract void row();

  CsvReader csv() {
    return csv;
  }

  Tally tally() {
    return tally;
  }

  boolean isEmpty(int cell) {
    return cell < 0 || cell >= csv.cells() || from(cell) == to(cell);
  }

  /** The first byte of a cell that is not blank. */
  int from(int cell) {
    int start = csv.start(cell);
    while (start < csv.end(cell) && csv.bytes()[start] == ' ') {
      start++;
    }
    return start;
  }

  private int to(int cell) {
    int end = csv.end(cell);
    while (end > from(cell) && csv.bytes()[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  /** A number, or NaN. */
  double number(int cell) {
    return Decimals.parse(csv.bytes(), from(cell), to(cell));
  }

  long key(int cell) {
    return PostcodeKey.of(csv.bytes(), csv.start(cell), csv.end(cell));
  }

  /** Leaves the row out. */
  void refuse(int cell, String cause) {
    tally.refuse(csv.line(cell), csv.column(cell), ShownText.cell(csv, cell) + " " + cause);
  }

  /**
   * A British postcode such as SW1A 1AA, also one of long ago; NONE, and a finding, if it is none.
   */
  long british(int cell) {
    long key = key(cell);
    boolean shaped = key != PostcodeKey.NONE && isBritish(key);
    if (!shaped) {
      refuse(cell, "is no British postcode");
    }
    return shaped ? key : PostcodeKey.NONE;
  }

  /** One to three letters, then digits and letters, at last a digit and two letters. */
  static boolean isBritish(long key) {
    int letters = PostcodeKey.letters(key);
    if (letters < 5 || letters > 7) {
      return false;
    }
    long rest = key;
    for (int i = letters; i < PostcodeKey.MOST_LETTERS; i++) {
      rest /= PostcodeKey.BASE;
    }
    boolean inward = isLetter(rest) && isLetter(rest / 37) && !isLetter(rest / (37 * 37));
    long first = rest;
    for (int i = 1; i < letters; i++) {
      first /= PostcodeKey.BASE;
    }
    return inward && isLetter(first);
  }

  private static boolean isLetter(long digits) {
    return digits % PostcodeKey.BASE > 10;
  }
}
