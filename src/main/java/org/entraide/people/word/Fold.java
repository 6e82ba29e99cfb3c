package org.entraide.people.word;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.entraide.text.typed.LowerCase;

/** Text as people compare it, and text that is safe to show. */
public final class Fold {

  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");

  /** Format characters (bidi marks, zero-width ones), private use, unassigned, lone surrogates. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]+");

  /** What holds emoji together: a mark of format that is seen when it is missing. */
  private static final Pattern JOINER =
      Pattern.compile("([\\p{So}\\p{Sk}\\x{FE0F}])\\x{200D}(?=\\p{So})");

  /** Replaces a joiner while the invisible characters are removed. */
  private static final String JOINER_STAND_IN = "\u0001";

  private static final char DELETE = 0x7F;
  private static final char NO_BREAK = 0xA0;
  private static final char SOFT_HYPHEN = 0xAD;
  private static final int LATIN_END = 0x250;

  /** What each Latin letter or sign folds to; none depends on its neighbours. */
  private static final String[] LATIN = latin();

  private Fold() {}

  private static String[] latin() {
    String[] folded = new String[LATIN_END];
    for (int c = 0; c < LATIN_END; c++) {
      folded[c] = anyWords(String.valueOf((char) c));
    }
    return folded;
  }

  /**
   * Returns words in lower case without accents, one space between them, and nothing else: {@code «
   * De quoi avez-vous besoin ? * »} becomes {@code de quoi avez vous besoin}.
   */
  public static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LATIN_END) {
        return anyWords(text).strip();
      }
      append(words, LATIN[c]);
    }
    return words.toString().strip();
  }

  private static void append(StringBuilder words, String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) == ' ') {
        separate(words);
      } else {
        words.append(folded.charAt(i));
      }
    }
  }

  /** Folds any text into words; some ten times slower than the way for Latin text. */
  static String anyWords(String text) {
    String bare = INVISIBLE.matcher(text).replaceAll("");
    bare = LowerCase.bare(bare);
    bare = bare.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o");
    return NOT_ALPHANUMERIC.matcher(bare).replaceAll(" ");
  }

  private static void separate(StringBuilder words) {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /** Returns the text on one line, composed, without invisible characters. */
  public static String line(String text) {
    return isPlainLine(text) ? text.strip() : anyLine(text);
  }

  /** Whether nothing but visible Latin signs and single spaces is in it, as in most answers. */
  private static boolean isPlainLine(String text) {
    char previous = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= ' ' && c < DELETE) || (c > NO_BREAK && c < LATIN_END && c != SOFT_HYPHEN);
      if (!plain || (c == ' ' && previous == ' ')) {
        return false;
      }
      previous = c;
    }
    return true;
  }

  /** Returns any text on one line; some ten times slower than the way for plain lines. */
  static String anyLine(String text) {
    String oneLine = SPACES.matcher(text).replaceAll(" ");
    oneLine = JOINER.matcher(oneLine).replaceAll("$1" + JOINER_STAND_IN);
    oneLine = INVISIBLE.matcher(oneLine).replaceAll("").replace(JOINER_STAND_IN, "\u200D");
    return Normalizer.normalize(oneLine, Normalizer.Form.NFC).strip();
  }

  /**
   * Returns the text, cut with an ellipsis where it is longer.
   *
   * @param max code points, the ellipsis included
   */
  public static String shorten(String text, int max) {
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, max - 1)).stripTrailing() + "…";
  }

  /** Whether folded words contain a phrase as whole words; {@code *} at its end: as a start. */
  public static boolean has(String words, String phrase) {
    return padded(words).contains(sought(phrase));
  }

  /** Folded words between two spaces, so that {@link #sought} phrases are found in them. */
  public static String padded(String words) {
    return " " + words + " ";
  }

  /** A phrase as it is in padded words. */
  public static String sought(String phrase) {
    return phrase.endsWith("*")
        ? " " + phrase.substring(0, phrase.length() - 1)
        : " " + phrase + " ";
  }
}
