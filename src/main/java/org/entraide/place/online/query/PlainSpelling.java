package org.entraide.place.online.query;

import java.util.List;
import java.util.regex.Pattern;
import org.entraide.text.typed.LowerCase;
import org.entraide.text.typed.ReadLimit;

/** Makes spellings of one word equal. */
public final class PlainSpelling {

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern SAINT = Pattern.compile("(?<![^ ])st(e?)(?![^ ])");

  private static final int LONGEST_NAME = 80;

  private PlainSpelling() {}

  /** No accents, no capitals, no punctuation; « St-Étienne » and "saint etienne" are equal. */
  public static String fold(String text) {
    String bare =
        LowerCase.bare(text)
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l");
    String words = NOT_A_WORD.matcher(bare).replaceAll(" ").strip();
    return SAINT.matcher(words).replaceAll("saint$1");
  }

  static List<String> words(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
  }

  /** Returns letters and digits only, for comparing postcodes. */
  public static String code(String text) {
    return fold(text).replace(" ", "");
  }

  /** A name from a service, fit for one line of a row. */
  public static String line(String text) {
    String line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
    return ReadLimit.cut(line, LONGEST_NAME);
  }
}
