package org.entraide.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them, row by row, without an object for a row or a cell:
 * the cells of the present row are slices of one array of bytes. Everything that separates is
 * ASCII, so UTF-8 need not be decoded to be cut.
 *
 * <p>A row in which a quote is misplaced, or that is longer than a mebibyte, has a {@link Fault}
 * and is over at the end of its line; the next row is read as if nothing had happened. A quote that
 * is never closed takes all that follows with it, and the fault says so. LF, CRLF and CR end a
 * line; a line without anything on it is no row.
 */
public final class CsvReader implements Closeable {

  /**
   * Why a row cannot be read.
   *
   * @param column in characters
   */
  public record Fault(long line, long column, String cause) {}

  private static final int INPUT_BYTES = 1 << 16;
  private static final int MOST_ROW_BYTES = 1 << 20;
  private static final int EOF = -1;
  private static final int CONTINUATION_MASK = 0xC0;
  private static final int CONTINUATION = 0x80;

  private final InputStream in;
  private final char separator;
  private final boolean quotes;
  private final byte[] input = new byte[INPUT_BYTES];
  private int position;
  private int limit;

  private boolean utf16;
  private long line = 1;
  private long column = 1;

  private byte[] row = new byte[1 << 12];
  private int rowLength;
  private int[] cellEnd = new int[16];
  private long[] cellLine = new long[16];
  private long[] cellColumn = new long[16];
  private int cells;

  /**
   * The column after the last character of the row: distinguishes {@code ""} from an empty line.
   */
  private long endColumn;

  private @Nullable Fault fault;

  /** Reads rows of cells between commas. */
  public CsvReader(InputStream in) throws IOException {
    this(in, ',', true);
  }

  /**
   * @param separator an ASCII character between cells
   * @param quotes whether a cell may be in quotes; else a quote is a letter like any other
   */
  public CsvReader(InputStream in, char separator, boolean quotes) throws IOException {
    this.in = in;
    this.separator = separator;
    this.quotes = quotes;
    skipByteOrderMark();
  }

  private void skipByteOrderMark() throws IOException {
    limit = Math.max(0, in.readNBytes(input, 0, INPUT_BYTES));
    utf16 =
        limit >= 2
            && ((input[0] == (byte) 0xFF && input[1] == (byte) 0xFE)
                || (input[0] == (byte) 0xFE && input[1] == (byte) 0xFF));
    if (limit >= 3
        && input[0] == (byte) 0xEF
        && input[1] == (byte) 0xBB
        && input[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  /** Whether the file begins as UTF-16 does, which spreadsheet programs call "Unicode text". */
  public boolean looksLikeUtf16() {
    return utf16;
  }

  /** Goes to the next row; false at the end of the file. */
  public boolean next() throws IOException {
    while (peek() != EOF) {
      cells = 0;
      rowLength = 0;
      fault = null;
      readRow();
      if (cells > 1 || rowLength > 0 || fault != null || cellColumn[0] + 1 < endColumn) {
        return true;
      }
    }
    return false;
  }

  private void readRow() throws IOException {
    boolean more = true;
    while (more) {
      beginCell();
      if (quotes && peek() == '"') {
        quoted();
      } else {
        plain();
      }
      endCell();
      endColumn = column;
      more = peek() == separator;
      if (more) {
        take();
      }
    }
    endOfLine();
  }

  private void beginCell() {
    if (cells == cellEnd.length) {
      cellEnd = Arrays.copyOf(cellEnd, cells * 2);
      cellLine = Arrays.copyOf(cellLine, cells * 2);
      cellColumn = Arrays.copyOf(cellColumn, cells * 2);
    }
    cellLine[cells] = line;
    cellColumn[cells] = column;
  }

  private void endCell() {
    cellEnd[cells++] = rowLength;
  }

  private void plain() throws IOException {
    int b = peek();
    while (b != EOF && b != separator && b != '\n' && b != '\r') {
      if (quotes && b == '"') {
        fail("a quote inside a cell that does not begin with one");
        skipLine();
        return;
      }
      append((byte) b);
      take();
      b = peek();
    }
  }

  private void quoted() throws IOException {
    long openLine = line;
    long openColumn = column;
    take();
    while (true) {
      int b = peek();
      if (b == EOF) {
        unclosed(openLine, openColumn);
        return;
      }
      if (b == '"') {
        take();
        if (peek() != '"') {
          afterClosingQuote();
          return;
        }
      }
      append((byte) b);
      take();
      if (b == '\n' || (b == '\r' && peek() != '\n')) {
        line++;
        column = 1;
      }
    }
  }

  private void unclosed(long openLine, long openColumn) {
    String reach = line > openLine ? "; all up to line " + line + " is left out" : "";
    fault = new Fault(openLine, openColumn, "the quote that opens here is never closed" + reach);
  }

  private void afterClosingQuote() throws IOException {
    int b = peek();
    if (b != EOF && b != separator && b != '\n' && b != '\r') {
      fail("something after a closing quote; a quote inside a quoted cell is written twice");
      skipLine();
    }
  }

  private void skipLine() throws IOException {
    while (peek() != EOF && peek() != '\n' && peek() != '\r') {
      take();
    }
  }

  private void endOfLine() throws IOException {
    int b = peek();
    if (b == EOF) {
      return;
    }
    take();
    if (b == '\r' && peek() == '\n') {
      take();
    }
    line++;
    column = 1;
  }

  private void append(byte b) {
    if (rowLength == row.length) {
      if (rowLength >= MOST_ROW_BYTES) {
        if (fault == null) {
          fail("the row is longer than " + MOST_ROW_BYTES + " bytes");
        }
        return;
      }
      row = Arrays.copyOf(row, row.length * 2);
    }
    row[rowLength++] = b;
  }

  private void fail(String cause) {
    if (fault == null) {
      fault = new Fault(line, column, cause);
    }
  }

  private int peek() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(input, 0, INPUT_BYTES));
      if (limit == 0) {
        return EOF;
      }
    }
    return input[position] & 0xFF;
  }

  /** Goes past the byte that was peeked at. */
  private void take() {
    if ((input[position++] & CONTINUATION_MASK) != CONTINUATION) {
      column++;
    }
  }

  /** Why the present row cannot be read; null if it can. */
  public @Nullable Fault fault() {
    return fault;
  }

  public int cells() {
    return cells;
  }

  /** The bytes of all cells of the row, one after the other. */
  public byte[] bytes() {
    return row;
  }

  public int start(int cell) {
    return cell == 0 ? 0 : cellEnd[cell - 1];
  }

  public int end(int cell) {
    return cellEnd[cell];
  }

  /** The line on which a cell begins, from 1. */
  public long line(int cell) {
    return cellLine[cell];
  }

  /** The column of a cell's first character, from 1. */
  public long column(int cell) {
    return cellColumn[cell];
  }

  /** The last line that was begun. */
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
