package org.entraide.file;

import java.nio.charset.StandardCharsets;

/** Text of a file, as a message shows it: short, and without anything a terminal obeys. */
public final class ShownText {

  private static final int MOST = 40;

  private ShownText() {}

  public static String cell(CsvReader csv, int cell) {
    return quoted(csv.bytes(), csv.start(cell), csv.end(cell));
  }

  public static String quoted(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return quoted(bytes, 0, bytes.length);
  }

  /** The bytes between quotes, cut after 40 characters. */
  public static String quoted(byte[] bytes, int start, int end) {
    // no more bytes than could be shown, for a cell may be large
    int few = Math.min(end, start + MOST * 4 + 4);
    String text = text(bytes, start, few);
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints().limit(MOST).forEach(c -> append(shown, c));
    shown.append('"');
    return text.codePointCount(0, text.length()) > MOST
        ? shown.append('…').toString()
        : shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    int type = Character.getType(c);
    if (type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      shown.append("\\u%04x".formatted(c));
    } else {
      shown.appendCodePoint(c);
    }
  }

  /** The bytes as UTF-8; what is none becomes U+FFFD. */
  public static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
