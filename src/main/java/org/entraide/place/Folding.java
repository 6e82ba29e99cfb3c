package org.entraide.place;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes spellings of one name equal: « Saint-Étienne », "st etienne" and "SAINT ETIENNE". */
final class Folding {

  private static final Transliterator LATIN =
      Transliterator.getInstance("NFKC; Latin-ASCII; Lower");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private Folding() {}

  /** Returns the words of a text: no accents, no capitals, no punctuation, no emoji. */
  static List<String> words(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80); // most texts, and ten times as fast
    String latin = ascii ? text.toLowerCase(Locale.ROOT) : LATIN.transliterate(text);
    String plain = NOT_A_WORD.matcher(latin).replaceAll(" ").strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1));
  }

  /** Returns a name as it is looked up. */
  static String name(String text) {
    return String.join(" ", words(text).stream().map(Folding::saint).toList());
  }

  /** A saint shortened is still a saint. A street shortened is told apart before. */
  static String saint(String word) {
    return switch (word) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      default -> word;
    };
  }
}
