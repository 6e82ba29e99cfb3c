package org.entraide.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The cells of one row after the other, by field, each read as what it should be. What cannot be
 * read becomes a finding, and its row is bad.
 */
public final class RowCells {

  private final String file;
  private final CsvReader csv;
  private final Header header;
  private final RowFindings findings;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

  private long rows;
  private long bad;
  private boolean thisIsBad;
  private int start;
  private int end;

  public RowCells(String file, CsvReader csv, Header header, RowFindings findings) {
    this.file = file;
    this.csv = csv;
    this.header = header;
    this.findings = findings;
  }

  /** Goes to the next row that can be cut into cells; false at the end. */
  public boolean next() throws IOException {
    while (csv.next()) {
      rows++;
      if (thisIsBad) {
        bad++;
      }
      thisIsBad = false;
      CsvReader.Fault fault = csv.fault();
      if (fault != null) {
        report(fault.line(), fault.column(), fault.cause());
      } else if (csv.cells() < header.needed()) {
        report(
            csv.line(0),
            1,
            "%d cells where the first line has at least %d columns"
                .formatted(csv.cells(), header.needed()));
      } else {
        tooMany();
      }
      if (!thisIsBad) {
        return true;
      }
    }
    bad += thisIsBad ? 1 : 0;
    thisIsBad = false;
    return false;
  }

  private void tooMany() {
    for (int cell = header.columns(); cell < csv.cells(); cell++) {
      if (csv.end(cell) > csv.start(cell)) {
        report(
            csv.line(cell),
            csv.column(cell),
            "%s is beyond the %d columns of the first line"
                .formatted(ShownText.cell(csv, cell), header.columns()));
        return;
      }
    }
  }

  private void report(long line, long column, String cause) {
    thisIsBad = true;
    print(line, column, cause);
  }

  private void print(long line, long column, String cause) {
    findings.report("%s:%d:%d: %s".formatted(file, line, column, cause));
  }

  /** Reports what is wrong with a field of the present row, and leaves the row out. */
  public void refuse(int field, String cause) {
    thisIsBad = true;
    remark(field, cause);
  }

  /** Reports what is odd about a field of the present row, which is read all the same. */
  public void remark(int field, String cause) {
    int cell = Math.max(0, header.cellOf(field));
    print(csv.line(cell), csv.column(cell), header.name(field) + ": " + cause);
  }

  /** Whether something in the present row was refused. */
  public boolean isBad() {
    return thisIsBad;
  }

  /** How many rows there were, and how many of them are left out. */
  public Count count() {
    return new Count(rows, bad);
  }

  /**
   * How a file went.
   *
   * @param rows without the first
   */
  public record Count(long rows, long bad) {}

  /** Points at a cell, without the blanks around its content; false if it is empty. */
  public boolean find(int field) {
    int cell = header.cellOf(field);
    if (cell < 0 || cell >= csv.cells()) {
      return false;
    }
    byte[] bytes = csv.bytes();
    start = csv.start(cell);
    end = csv.end(cell);
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (start < end && isBlank(bytes[end - 1])) {
      end--;
    }
    return start < end;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** The first byte of what was found, in {@link #bytes}. */
  public int start() {
    return start;
  }

  /** The byte after what was found. */
  public int end() {
    return end;
  }

  /** The bytes of the present row. */
  public byte[] bytes() {
    return csv.bytes();
  }

  /** A cell that must not be empty, as text without control characters; "" where it is refused. */
  public String text(int field) {
    if (!find(field)) {
      refuse(field, "it is empty");
      return "";
    }
    return foundText(field);
  }

  /** A cell as text in which lines may be broken; "" if it is empty, or refused. */
  public String lines(int field) {
    return find(field) ? foundText(field, true) : "";
  }

  /** The text that {@link #find} found, without control characters; "" where it is refused. */
  public String foundText(int field) {
    return foundText(field, false);
  }

  private String foundText(int field, boolean lines) {
    byte[] bytes = csv.bytes();
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      if (isControl(bytes[i]) && !(lines && isBlankOfLines(bytes[i]))) {
        refuse(field, ShownText.quoted(bytes, start, end) + " holds a control character");
        return "";
      }
      ascii &= bytes[i] >= 0;
    }
    if (ascii) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    try {
      return utf8.decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
    } catch (CharacterCodingException e) {
      refuse(field, ShownText.quoted(bytes, start, end) + " is not UTF-8");
      return "";
    }
  }

  private static boolean isControl(byte b) {
    return (b >= 0 && b < ' ') || b == 0x7F;
  }

  private static boolean isBlankOfLines(byte b) {
    return b == '\n' || b == '\r' || b == '\t';
  }

  /**
   * A number.
   *
   * @param empty what an empty cell means
   */
  public double decimal(int field, double empty, double least, double most) {
    if (!find(field)) {
      return empty;
    }
    double value = Decimals.parse(csv.bytes(), start, end);
    if (Double.isNaN(value)) {
      refuse(field, ShownText.quoted(csv.bytes(), start, end) + " is not a number");
      return empty;
    }
    if (value < least || value > most) {
      refuse(
          field,
          ShownText.quoted(csv.bytes(), start, end)
              + (Double.isInfinite(most)
                  ? " is negative"
                  : " is not between %.0f and %.0f".formatted(least, most)));
      return empty;
    }
    return value + 0.0; // no negative zero
  }

  /** Whether a cell is there and not empty. */
  public boolean isGiven(int field) {
    return find(field);
  }

  /**
   * A whole number.
   *
   * @param empty what an empty cell means
   */
  public int integer(int field, int empty, int least) {
    if (!find(field)) {
      return empty;
    }
    byte[] bytes = csv.bytes();
    int i = bytes[start] == '-' || bytes[start] == '+' ? start + 1 : start;
    long value = 0;
    boolean whole = i < end;
    for (; i < end; i++) {
      whole &= bytes[i] >= '0' && bytes[i] <= '9';
      value = Math.min(value * 10 + ((long) bytes[i] - '0'), 1L << 40);
    }
    value = bytes[start] == '-' ? -value : value;
    if (!whole) {
      refuse(field, ShownText.quoted(bytes, start, end) + " is not a whole number");
      return empty;
    }
    if (value < least || value != (int) value) {
      String cause =
          value >= least ? " is too large" : least == 0 ? " is negative" : " is too small";
      refuse(field, ShownText.quoted(bytes, start, end) + cause);
      return empty;
    }
    return (int) value;
  }
}
