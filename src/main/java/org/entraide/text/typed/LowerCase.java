package org.entraide.text.typed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Small letters in one pass. Java looks at a whole text again for each capital sigma in it, since
 * the last of a word is written otherwise: so it is given a word at a time, and of one without end
 * a piece.
 */
public final class LowerCase {

  private static final char SIGMA = 'Σ';
  private static final int LONGEST_WORD = 64;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private LowerCase() {}

  /** Without accents too, and of each sign its plain form: ligatures apart, figures plain. */
  public static String bare(String text) {
    return of(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll(""));
  }

  /** What {@link String#toLowerCase} makes of it in no country in particular. */
  public static String of(String text) {
    if (text.indexOf(SIGMA) < 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder lower = new StringBuilder(text.length());
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      boolean end = i == text.length() || text.charAt(i - 1) == ' ';
      if (end || (i - from >= LONGEST_WORD && !Character.isLowSurrogate(text.charAt(i)))) {
        lower.append(text.substring(from, i).toLowerCase(Locale.ROOT));
        from = i;
      }
    }
    return lower.toString();
  }
}
