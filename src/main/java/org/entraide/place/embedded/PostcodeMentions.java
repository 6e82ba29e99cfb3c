package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Postcodes among words, by how each country writes them (the Universal Postal Union's addressing
 * sheets). Whether one counts is decided later, beside the rest.
 *
 * @param words the words, those of codes barred
 * @param codes what may be a code
 */
record PostcodeMentions(List<FoldedWord> words, List<PostcodeCandidate> codes) {

  private static final Pattern OUTWARD = Pattern.compile("[a-z]{1,2}[0-9][a-z0-9]?");

  /** Royal Mail keeps C, I, K, M, O and V out of the last two letters. */
  private static final Pattern INWARD = Pattern.compile("[0-9][abd-hjlnp-uw-z]{2}");

  private static final Pattern BRITISH =
      Pattern.compile("[a-z]{1,2}[0-9][a-z0-9]?[0-9][abd-hjlnp-uw-z]{2}");
  private static final Pattern CANADIAN =
      Pattern.compile("[abceghj-nprstvxy][0-9][a-z][0-9][a-z][0-9]");
  private static final Pattern IRISH =
      Pattern.compile("(?:[ac-fhknprtv-y][0-9]{2}|d6w)[0-9ac-fhknprtv-y]{4}");
  private static final Pattern DUTCH = Pattern.compile("[1-9][0-9]{3}[a-z]{2}");
  private static final Pattern FIVE_DIGITS = Pattern.compile("[0-9]{5}");
  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
  private static final Pattern DISTRICT = Pattern.compile("[0-9]{1,2}[a-z]?");
  private static final Set<String> LONDON_AREAS = Set.of("sw", "nw", "se", "ec", "wc");
  private static final Set<String> ORDINALS = Set.of("1st", "2nd", "3rd", "4th");

  private static final Set<String> OF_FIVE =
      Set.of(
          "US", "FR", "DE", "ES", "IT", "RE", "GP", "MQ", "GF", "YT", "MC", "MX", "TR", "FI", "MA",
          "DZ", "GR", "SN", "PL");
  private static final Set<String> OF_FOUR =
      Set.of("BE", "CH", "AT", "LU", "AU", "NL", "DK", "NO", "PT", "HU");
  private static final Set<String> OF_SHORT = Set.of("GB", "CA", "IE");

  /** What a short code after it is: « bâtiment E2 » is no postcode. */
  private static final Set<String> BUILDING = PlaceVocabulary.list("code.building");

  /** Whether a word alone may be a postcode or its half. */
  static boolean looksLikeCode(String word) {
    return isFiveDigits(word) || OUTWARD.matcher(word).matches() || isInward(word);
  }

  static boolean isFiveDigits(String word) {
    return word.length() == 5 && FIVE_DIGITS.matcher(word).matches();
  }

  static boolean isFourDigits(String word) {
    return word.length() == 4 && FOUR_DIGITS.matcher(word).matches();
  }

  /** Reads the codes among words. */
  static PostcodeMentions in(List<FoldedWord> words) {
    List<FoldedWord> read = new ArrayList<>(words);
    List<PostcodeCandidate> codes = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      PostcodeCandidate code = words.get(i).hasDigit() || isLondon(words, i) ? at(words, i) : null;
      if (code == null) {
        continue;
      }
      if (!isOfABuilding(words, i) || code.certain()) {
        codes.add(code);
      }
      int letters = 0;
      for (int k = i; letters < code.text().length() && k < words.size(); k++) {
        letters += words.get(k).text().length();
        read.set(k, words.get(k).barred());
        i = k;
      }
    }
    return new PostcodeMentions(read, codes);
  }

  private static @Nullable PostcodeCandidate at(List<FoldedWord> words, int i) {
    String one = words.get(i).text();
    String two = next(words, i);
    String both = one + two;
    if (both.length() <= 7 && BRITISH.matcher(both).matches() && (two.isEmpty() || isInward(two))) {
      return code(words, i, both, Set.of("GB"), true);
    }
    if (BRITISH.matcher(one).matches()) {
      return code(words, i, one, Set.of("GB"), true);
    }
    if (LONDON_AREAS.contains(one)) {
      return london(words, i, both);
    }
    for (String text : List.of(both, one)) {
      if (CANADIAN.matcher(text).matches()) {
        return code(words, i, text, Set.of("CA"), true);
      }
      if (IRISH.matcher(text).matches()) {
        return code(words, i, text, Set.of("IE"), true);
      }
      if (DUTCH.matcher(text).matches()) {
        return code(words, i, text, Set.of("NL"), false);
      }
    }
    return digits(words, i, one, two);
  }

  /** "SW 7" is SW7, and "SW 7 2AZ" whole. */
  private static PostcodeCandidate london(List<FoldedWord> words, int i, String both) {
    String third = i + 2 < words.size() ? words.get(i + 2).text() : "";
    return isInward(third)
        ? code(words, i, both + third, Set.of("GB"), true)
        : code(words, i, both, Set.of("GB"), false);
  }

  private static @Nullable PostcodeCandidate digits(
      List<FoldedWord> words, int i, String one, String two) {
    if (isFiveDigits(one)) {
      return code(words, i, one, OF_FIVE, false);
    }
    if (isFourDigits(one)) {
      boolean portuguese = two.length() == 3 && words.get(i + 1).isNumber();
      return portuguese
          ? code(words, i, one + two, Set.of("PT"), false)
          : code(words, i, one, OF_FOUR, false);
    }
    return OUTWARD.matcher(one).matches() ? code(words, i, one, OF_SHORT, false) : null;
  }

  private static PostcodeCandidate code(
      List<FoldedWord> words, int i, String text, Set<String> countries, boolean certain) {
    return new PostcodeCandidate(
        text.toUpperCase(Locale.ROOT), countries, certain, i, words.get(i).segment());
  }

  private static boolean isLondon(List<FoldedWord> words, int i) {
    return LONDON_AREAS.contains(words.get(i).text()) && DISTRICT.matcher(next(words, i)).matches();
  }

  private static String next(List<FoldedWord> words, int i) {
    boolean together = i + 1 < words.size() && words.get(i + 1).segment() == words.get(i).segment();
    return together ? words.get(i + 1).text() : "";
  }

  private static boolean isInward(String word) {
    return word.length() == 3 && INWARD.matcher(word).matches() && !ORDINALS.contains(word);
  }

  private static boolean isOfABuilding(List<FoldedWord> words, int i) {
    return i > 0 && BUILDING.contains(words.get(i - 1).text());
  }
}
