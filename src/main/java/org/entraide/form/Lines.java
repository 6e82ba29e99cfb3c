package org.entraide.form;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Text as it is compared between a form and its sheet. */
final class Lines {

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");

  private Lines() {}

  /** The text on one line, composed, without white space around it. */
  static String line(String text) {
    if (isOneLine(text)) {
      return Normalizer.isNormalized(text, Normalizer.Form.NFC)
          ? text
          : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    return Normalizer.normalize(SPACES.matcher(text).replaceAll(" "), Normalizer.Form.NFC).strip();
  }

  /** Most texts need no work: single plain spaces, none at the ends. */
  private static boolean isOneLine(String text) {
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isSpaceChar(c);
      if (Character.isISOControl(c) || (space && (c != ' ' || last == ' '))) {
        return false;
      }
      last = c;
    }
    return last != ' ' || text.isEmpty();
  }

  /** What a form writes into a cell for these answers. */
  static String joined(List<String> values) {
    return values.size() == 1 ? values.get(0) : String.join(", ", values);
  }
}
