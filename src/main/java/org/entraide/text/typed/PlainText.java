package org.entraide.text.typed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes people's text fit for a mail: nothing in it can begin a header or turn text around. */
public final class PlainText {

  private static final String CUT = "…";

  /** What a person sees as one, such as a family drawn from five code points. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private PlainText() {}

  /**
   * Makes one line of it, without control, line and direction characters.
   *
   * @param most code points; a longer text ends visibly with an ellipsis
   */
  public static String line(String text, int most) {
    String line =
        text.codePoints()
            .map(c -> Character.isWhitespace(c) || isLineBreak(c) || c == '\t' ? ' ' : c)
            .filter(c -> !isControl(c) && !isDirection(c))
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .replaceAll(" {2,}", " ")
            // Two characters that would make a mail program decode what follows (RFC 2047).
            .replace("=?", "= ?")
            .strip();
    return shortened(line, most);
  }

  /** Keeps paragraphs, ended by CRLF as mail wants them. */
  public static String paragraphs(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || (!isControl(c) && !isDirection(c)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .replace("\n", "\r\n");
  }

  private static String shortened(String line, int most) {
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int limit = line.offsetByCodePoints(0, most - 1);
    int end = 0;
    Matcher characters = CHARACTER.matcher(line);
    while (characters.find() && characters.end() <= limit) {
      end = characters.end();
    }
    // One "character" of a letter and thousands of accents is cut, too.
    return line.substring(0, end == 0 ? limit : end).stripTrailing() + CUT;
  }

  private static boolean isLineBreak(int c) {
    return c == '\n'
        || c == '\r'
        || c == 0x0B
        || c == 0x0C
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE || c == 0xFEFF;
  }

  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
