package org.entraide.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Strikes out streets: « rue de Londres » is in Paris and "Richmond Road" anywhere. In French the
 * name follows the street's word, in English it comes before; some words are used both ways.
 */
final class StreetWords {

  private static final Set<String> FRENCH =
      Set.of(
          "rue",
          "boulevard",
          "bd",
          "bld",
          "boul",
          "impasse",
          "allee",
          "allees",
          "chemin",
          "quai",
          "cours",
          "route",
          "rte",
          "faubourg",
          "fbg",
          "ruelle",
          "sentier",
          "esplanade",
          "residence",
          "res",
          "lotissement",
          "promenade",
          "chaussee",
          "montee",
          "hameau",
          "cite",
          "rond",
          "strasse",
          "via",
          "calle",
          "rua");
  private static final Set<String> ENGLISH =
      Set.of(
          "road",
          "rd",
          "street",
          "lane",
          "terrace",
          "crescent",
          "drive",
          "close",
          "mews",
          "gardens",
          "walk",
          "row",
          "way",
          "high",
          "buildings",
          "estate",
          "mansions",
          "circus");
  private static final Set<String> BOTH =
      Set.of("avenue", "ave", "av", "place", "pl", "square", "sq", "court", "passage", "villa");
  private static final Set<String> ARTICLES =
      Set.of("de", "du", "des", "d", "la", "le", "les", "l");

  private final Gazetteer gazetteer;

  StreetWords(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Whether a name after this word may be a street's. */
  static boolean opensStreet(String word) {
    return FRENCH.contains(word) || BOTH.contains(word);
  }

  /** Returns as many words, those of streets barred. */
  List<Word> strike(List<Word> words) {
    List<Word> struck = new ArrayList<>(words);
    for (int i = 0; i < words.size(); i++) {
      if (struck.get(i).isBarrier() || !isStreetWord(words, i) || isPartOfAPlace(words, i)) {
        continue;
      }
      if (followedByName(words, i)) {
        strikeAfter(struck, i);
      } else {
        strikeBefore(struck, i);
      }
    }
    return struck;
  }

  private static boolean followedByName(List<Word> words, int i) {
    String word = words.get(i).text();
    return FRENCH.contains(word)
        || (BOTH.contains(word) && (hasArticleAfter(words, i) || !hasNameBefore(words, i)));
  }

  private static boolean isStreetWord(List<Word> words, int i) {
    String word = words.get(i).text();
    return opensStreet(word) || ENGLISH.contains(word) || isShortStreet(words, i);
  }

  /** "High St", unlike « St Denis »: nothing of its segment follows but a number or a code. */
  private static boolean isShortStreet(List<Word> words, int i) {
    if (!words.get(i).text().equals("st") || !hasNameBefore(words, i)) {
      return false;
    }
    return !sameSegment(words, i, i + 1)
        || Postcodes.looksLikeCode(words.get(i + 1).text())
        || words.get(i + 1).text().equals("london");
  }

  private static boolean hasArticleAfter(List<Word> words, int i) {
    return sameSegment(words, i, i + 1) && ARTICLES.contains(words.get(i + 1).text());
  }

  private static boolean hasNameBefore(List<Word> words, int i) {
    return sameSegment(words, i, i - 1)
        && !words.get(i - 1).text().chars().anyMatch(Character::isDigit)
        && !Set.of("bis", "ter").contains(words.get(i - 1).text());
  }

  /** Up to the end of the segment or a postcode: « rue de la Paix 75002 Paris ». */
  private static void strikeAfter(List<Word> struck, int i) {
    for (int k = i; k == i || sameSegment(struck, i, k); k++) {
      if (k > i && Postcodes.looksLikeCode(struck.get(k).text())) {
        return;
      }
      struck.set(k, struck.get(k).barred());
    }
  }

  private static void strikeBefore(List<Word> struck, int i) {
    for (int k = i; k == i || sameSegment(struck, i, k); k--) {
      if (k < i && Postcodes.looksLikeCode(struck.get(k).text())) {
        return;
      }
      struck.set(k, struck.get(k).barred());
    }
  }

  /** "Gloucester Road", "Sloane Square" and "High Street Kensington" are places, too. */
  private boolean isPartOfAPlace(List<Word> words, int i) {
    for (int start = Math.max(0, i - 2); start <= i; start++) {
      for (int end = i + 1; end <= Math.min(words.size(), start + 3); end++) {
        if (end - start > 1 && isAloneAndNamed(words, start, end)) {
          return true;
        }
      }
    }
    return false;
  }

  /** With a house number before it is the street again: "52 Gloucester Road". */
  private boolean isAloneAndNamed(List<Word> words, int start, int end) {
    if (sameSegment(words, start, start - 1) && words.get(start - 1).isNumber()) {
      return false;
    }
    List<String> name =
        words.subList(start, end).stream().map(w -> Folding.saint(w.text())).toList();
    return !gazetteer.named(String.join(" ", name)).isEmpty();
  }

  private static boolean sameSegment(List<Word> words, int i, int k) {
    return k >= 0 && k < words.size() && words.get(k).segment() == words.get(i).segment();
  }
}
