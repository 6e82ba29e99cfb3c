package org.entraide.place.index;

import com.google.common.base.CharMatcher;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes spellings of one name equal. */
final class NameSpelling {

  private static final Transliterator LATIN =
      Transliterator.getInstance("NFKC; Latin-ASCII; Lower");

  /** Loaded when first needed: it is large, and few write in another script. */
  private static final class AnyScript {
    static final Transliterator LATIN =
        Transliterator.getInstance("Any-Latin; NFKC; Latin-ASCII; Lower");
  }

  /** What is not seen, such as marks of direction and soft hyphens: no end of a word. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /** What is left above a letter that has no plain one below it. */
  private static final Pattern MARK = Pattern.compile("\\p{Mn}+");

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private NameSpelling() {}

  /** Returns the words of a name, parted by single spaces. */
  static String normalize(String text) {
    return saints(NOT_A_WORD.matcher(latin(text)).replaceAll(" ").strip());
  }

  private static String latin(String text) {
    if (CharMatcher.ascii().matchesAllOf(text)) {
      return text.toLowerCase(Locale.ROOT); // most texts, and ten times as fast
    }
    String seen = INVISIBLE.matcher(text).replaceAll("");
    String latin = MARK.matcher(LATIN.transliterate(seen)).replaceAll("");
    return latin.codePoints().anyMatch(NameSpelling::isForeign)
        ? MARK.matcher(AnyScript.LATIN.transliterate(seen)).replaceAll("")
        : latin;
  }

  private static boolean isForeign(int codePoint) {
    return codePoint >= 0x80 && Character.isLetter(codePoint);
  }

  /** A saint shortened is still a saint. A shortened street must be recognised before. */
  private static String saints(String words) {
    if (!words.contains("st")) {
      return words;
    }
    String[] each = words.split(" ", -1);
    for (int i = 0; i < each.length; i++) {
      each[i] =
          switch (each[i]) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            default -> each[i];
          };
    }
    return String.join(" ", each);
  }
}
