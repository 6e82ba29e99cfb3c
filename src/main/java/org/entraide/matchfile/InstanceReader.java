package org.entraide.matchfile;

import java.io.IOException;
import java.io.InputStream;
import org.entraide.file.FileProblem;

/**
 * The signs of an {@code INSTANCE} one after the other: numbers, brackets, colons, the word {@code
 * group} and ends of lines, with their positions, and what several of them make together. Blanks
 * and comments are passed over.
 */
final class InstanceReader {

  static final int END_OF_FILE = -1;
  static final int END_OF_LINE = '\n';
  static final int NUMBER = '0';
  static final int GROUP = 'g';

  /** How an entry of a list says that it is tied with the one before. */
  static final int TIED = Integer.MIN_VALUE;

  private static final String REST_OF_GROUP = "roup";

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
    } else if (b == GROUP) {
      sign = GROUP;
      restOfGroup();
    } else {
      throw wrong(strange(b));
    }
  }

  private void restOfGroup() throws IOException, FileProblem {
    for (int i = 0; i < REST_OF_GROUP.length(); i++) {
      if (get() != REST_OF_GROUP.charAt(i)) {
        throw wrong(strange(GROUP));
      }
    }
  }

  void skipEmptyLines() throws IOException, FileProblem {
    while (sign == END_OF_LINE) {
      next();
    }
  }

  /** Takes a number. */
  int number(String what) throws IOException, FileProblem {
    if (sign != NUMBER) {
      throw wrong("here must stand " + what);
    }
    int number = value;
    next();
    return number;
  }

  /** Takes a colon. */
  void colon(String after) throws IOException, FileProblem {
    if (sign != ':') {
      throw wrong("a colon must follow " + after);
    }
    next();
  }

  /** Looks whether the line ends here. */
  void endOfLine(String after) throws FileProblem {
    if (sign != END_OF_LINE && sign != END_OF_FILE) {
      throw wrong("nothing may follow " + after);
    }
  }

  /**
   * Takes one entry of a list.
   *
   * @param tie whether a bracket is open, and whether something is in it already
   * @return the number, with the bit {@link #TIED}; 0 at the end of the list
   */
  int entry(boolean[] tie, String what) throws IOException, FileProblem {
    while (true) {
      switch (sign) {
        case '(' -> {
          if (tie[0]) {
            throw wrong("a tie within a tie");
          }
          tie[0] = true;
          tie[1] = false;
        }
        case ')' -> {
          if (!tie[0] || !tie[1]) {
            throw wrong(tie[0] ? "an empty tie" : "this closes no tie");
          }
          tie[0] = false;
        }
        case ':' -> throw wrong("a colon within a list");
        case GROUP -> throw wrong("\"group\" within a list");
        case NUMBER -> {
          return numbered(tie, what);
        }
        default -> {
          if (tie[0]) {
            throw wrong("the tie is not closed");
          }
          return 0;
        }
      }
      next();
    }
  }

  private int numbered(boolean[] tie, String what) throws IOException, FileProblem {
    if (value == 0) {
      throw wrong("the number of " + what + " must be positive");
    }
    int entry = value | (tie[0] && tie[1] ? TIED : 0);
    tie[1] = true;
    next();
    return entry;
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
