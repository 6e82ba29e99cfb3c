package org.entraide.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postcodes among words: a British one is reduced to its outward code, however it was spaced.
 *
 * @param words the words, a whole British postcode being one word, its outward code
 * @param british whether there was a whole British postcode, which no other country has
 * @param any whether there was anything like a postcode
 */
record Postcodes(List<Word> words, boolean british, boolean any) {

  private static final Pattern OUTWARD = Pattern.compile("[a-z]{1,2}[0-9][a-z0-9]?");

  /** Royal Mail keeps C, I, K, M, O and V out of the last two letters. */
  private static final Pattern INWARD = Pattern.compile("[0-9][abd-hjlnp-uw-z]{2}");

  private static final Pattern JOINED =
      Pattern.compile("([a-z]{1,2}[0-9][a-z0-9]?)([0-9][abd-hjlnp-uw-z]{2})");
  private static final Pattern FIVE_DIGITS = Pattern.compile("[0-9]{5}");
  private static final Pattern DISTRICT = Pattern.compile("[0-9]{1,2}");
  private static final Set<String> LONDON_AREAS = Set.of("sw", "nw", "se", "ec", "wc");
  private static final Set<String> ORDINALS = Set.of("1st", "2nd", "3rd");

  /** What a short code after it is: « bâtiment E2 » is no postcode. */
  private static final Set<String> BUILDING =
      Set.of(
          "bat",
          "batiment",
          "appt",
          "apt",
          "appartement",
          "escalier",
          "esc",
          "flat",
          "porte",
          "etage",
          "block",
          "bloc",
          "unit",
          "room",
          "chambre",
          "apartment");

  /** Whether a word alone may be a postcode or its half. */
  static boolean looksLikeCode(String word) {
    return FIVE_DIGITS.matcher(word).matches() || OUTWARD.matcher(word).matches() || inward(word);
  }

  static boolean isFiveDigits(String word) {
    return FIVE_DIGITS.matcher(word).matches();
  }

  /** Reads the codes among words. */
  static Postcodes in(List<Word> words) {
    List<Word> read = new ArrayList<>();
    boolean british = false;
    boolean any = false;
    for (int i = 0; i < words.size(); i++) {
      Word word = spaced(words, i);
      if (!word.equals(words.get(i))) {
        i++;
      }
      Matcher joined = JOINED.matcher(word.text());
      if (joined.matches()) {
        read.add(new Word(joined.group(1), word.segment()));
        british = true;
      } else if (outward(word) && i + 1 < words.size() && inward(words.get(i + 1).text())) {
        read.add(word);
        british = true;
        i++;
      } else {
        read.add(isOfABuilding(words, i) ? word.barred() : word);
        any |= isFiveDigits(word.text()) && !isOfATelephone(words, i);
      }
    }
    return new Postcodes(read, british, any || british);
  }

  /** "SW 7" is SW7. */
  private static Word spaced(List<Word> words, int i) {
    Word word = words.get(i);
    if (LONDON_AREAS.contains(word.text())
        && i + 1 < words.size()
        && DISTRICT.matcher(words.get(i + 1).text()).matches()) {
      return new Word(word.text() + words.get(i + 1).text(), word.segment());
    }
    return word;
  }

  private static boolean outward(Word word) {
    return OUTWARD.matcher(word.text()).matches();
  }

  private static boolean inward(String word) {
    return INWARD.matcher(word).matches() && !ORDINALS.contains(word);
  }

  private static boolean isOfATelephone(List<Word> words, int i) {
    return i + 1 < words.size() && words.get(i + 1).isNumber();
  }

  private static boolean isOfABuilding(List<Word> words, int i) {
    return i > 0 && outward(words.get(i)) && BUILDING.contains(words.get(i - 1).text());
  }
}
