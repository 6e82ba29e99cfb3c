package org.entraide.matchfile;

import java.io.IOException;
import java.io.InputStream;
import org.entraide.file.FileProblem;

/**
 * The signs of an {@code INSTANCE} one after the other: numbers, brackets, colons and ends of
 * lines, with their positions. Blanks and comments are passed over.
 */
final class InstanceReader {

  static final int END_OF_FILE = -1;
  static final int END_OF_LINE = '\n';
  static final int NUMBER = '0';

  private static final int INPUT_BYTES = 1 << 16;
  private static final int BYTE = 0xFF;

  private final String file;
  private final InputStream in;
  private final byte[] input = new byte[INPUT_BYTES];
  private int position;
  private int limit;

  private int line = 1;
  private int column;
  private int signLine = 1;
  private int signColumn = 1;
  private int sign;
  private int value;

  InstanceReader(String file, InputStream in) throws IOException, FileProblem {
    this.file = file;
    this.in = in;
    limit = Math.max(0, in.readNBytes(input, 0, INPUT_BYTES));
    if (limit >= 3
        && input[0] == (byte) 0xEF
        && input[1] == (byte) 0xBB
        && input[2] == (byte) 0xBF) {
      position = 3;
    }
    next();
  }

  /** The present sign: a character, or one of the constants. */
  int sign() {
    return sign;
  }

  /** The present number. */
  int value() {
    return value;
  }

  /** The line of the present sign. */
  int line() {
    return signLine;
  }

  /** The column of the present sign. */
  int column() {
    return signColumn;
  }

  /**
   * Goes to the next sign.
   *
   * @throws FileProblem if something is there that is none
   */
  void next() throws IOException, FileProblem {
    int b = get();
    while (b == ' ' || b == '\t' || b == '#') {
      b = b == '#' ? comment() : get();
    }
    signLine = line;
    signColumn = Math.max(1, column);
    if (b >= '0' && b <= '9') {
      sign = NUMBER;
      number(b);
    } else if (b == '\n' || b == '\r') {
      if (b == '\r' && peek() == '\n') {
        get();
      }
      sign = END_OF_LINE;
      line++;
      column = 0;
    } else if (b == '(' || b == ')' || b == ':' || b == END_OF_FILE) {
      sign = b;
    } else {
      throw wrong(strange(b));
    }
  }

  private static String strange(int b) {
    if (b == '-') {
      return "a number must not be negative";
    }
    return b > ' ' && b < 0x7F
        ? "\"" + (char) b + "\" has no meaning here"
        : "the byte 0x%02x has no meaning here".formatted(b);
  }

  private int comment() throws IOException {
    int b = peek();
    while (b != '\n' && b != '\r' && b != END_OF_FILE) {
      get();
      b = peek();
    }
    return get();
  }

  private void number(int first) throws IOException, FileProblem {
    long number = (long) first - '0';
    int b = peek();
    while (b >= '0' && b <= '9') {
      number = number * 10 + (b - '0');
      if (number > Integer.MAX_VALUE) {
        throw wrong("the number is larger than " + Integer.MAX_VALUE);
      }
      get();
      b = peek();
    }
    value = (int) number;
  }

  private int peek() throws IOException {
    return position < limit || fill() ? input[position] & BYTE : END_OF_FILE;
  }

  private int get() throws IOException {
    if (position == limit && !fill()) {
      column++;
      return END_OF_FILE;
    }
    int b = input[position++] & BYTE;
    if ((b & 0xC0) != 0x80) {
      column++;
    }
    return b;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(input, 0, INPUT_BYTES));
    return limit > 0;
  }

  /** A problem with the present sign. */
  FileProblem wrong(String cause) {
    return wrong(signLine, signColumn, cause);
  }

  FileProblem wrong(int atLine, int atColumn, String cause) {
    return new FileProblem(file, atLine, atColumn, cause);
  }
}
