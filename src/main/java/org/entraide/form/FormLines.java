package org.entraide.form;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.entraide.text.typed.ReadLimit;

/** Text as it is compared between a form and its sheet. */
public final class FormLines {

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");

  private FormLines() {}

  /** The part of the text that is read, on one line, composed, without white space around it. */
  public static String line(String text) {
    if (isOneLine(text)) {
      String read = ReadLimit.cut(text);
      return Normalizer.isNormalized(read, Normalizer.Form.NFC)
          ? read
          : Normalizer.normalize(read, Normalizer.Form.NFC);
    }
    String line = SPACES.matcher(text).replaceAll(" ").strip();
    return Normalizer.normalize(ReadLimit.cut(line), Normalizer.Form.NFC).strip();
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
