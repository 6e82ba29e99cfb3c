package org.entraide.text.typed;

/**
 * How much of a text is read that anybody may have sent: no answer needs more, and no cell may hold
 * up a campaign. The text itself stays as it is, whole, wherever it is kept or compared.
 */
public final class ReadLimit {

  /** The most characters (UTF-16) of one cell that are read. */
  public static final int CHARACTERS = 1000;

  /** A letter with more marks than this is no letter, and is divided. */
  private static final int LONGEST_LETTER = 50;

  private static final int JOINER = 0x200D;

  private ReadLimit() {}

  /** Whether some of a text is not read. */
  public static boolean isExceededBy(String text) {
    return text.length() > CHARACTERS;
  }

  /** The beginning of a text that is read: all of it, but for a very long one. */
  public static String cut(String text) {
    return cut(text, CHARACTERS);
  }

  /**
   * The beginning of a text. A letter stays together with its marks and a character with its second
   * half, so that it may be a little shorter.
   *
   * @param most characters (UTF-16)
   */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most;
    while (end > most - LONGEST_LETTER && end > 0 && isInside(text, end)) {
      end--;
    }
    boolean letter = end > 0 && !isInside(text, end);
    return text.substring(0, letter ? end : most - (isHalf(text, most) ? 1 : 0));
  }

  /** Whether the sign before a position belongs together with the one at it. */
  private static boolean isInside(String text, int position) {
    int next = text.codePointAt(position);
    return isHalf(text, position)
        || isMark(next)
        || next == JOINER
        || text.charAt(position - 1) == JOINER;
  }

  private static boolean isHalf(String text, int position) {
    return position > 0
        && Character.isSurrogatePair(text.charAt(position - 1), text.charAt(position));
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
