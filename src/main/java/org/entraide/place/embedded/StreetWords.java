package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/**
 * Strikes out streets and what else bears a town's name: « rue de Londres » is in Paris, "Richmond
 * Road" anywhere, « Banque de France » in no country. In French the name follows the street's word,
 * in English and German it comes before; some words are used both ways.
 */
final class StreetWords {

  private static final Set<String> AFTER = PlaceVocabulary.list("street.after");
  private static final Set<String> BEFORE = PlaceVocabulary.list("street.before");
  private static final Set<String> BOTH = PlaceVocabulary.list("street.both");
  private static final Set<String> SUFFIX = PlaceVocabulary.list("street.suffix");
  private static final Set<String> INSTITUTION = PlaceVocabulary.list("institution");
  private static final Set<String> NAMED_BEFORE = PlaceVocabulary.list("institution.before");
  private static final Set<String> ARTICLES = PlaceVocabulary.list("article");
  private static final Set<String> AT = Set.of("a", "at", "in", "en");

  /** A town as large as this may have a street's word in its name: High Wycombe, Villa María. */
  private static final long LARGE = 5000;

  private final GazetteerIndex index;

  StreetWords(GazetteerIndex index) {
    this.index = index;
  }

  /** Whether there is a French street among the words, and therefore an address in French. */
  static boolean hasFrench(List<FoldedWord> words) {
    return words.stream().anyMatch(w -> Set.of("rue", "boulevard", "impasse").contains(w.text()));
  }

  /** Returns as many words, those of streets barred. */
  List<FoldedWord> strike(List<FoldedWord> words) {
    List<FoldedWord> struck = new ArrayList<>(words);
    for (int i = 0; i < words.size(); i++) {
      if (struck.get(i).isBarrier()) {
        continue;
      }
      if (isInstitution(words, i) && !isPartOfAPlace(words, i)) {
        strikeAfter(struck, i);
        if (NAMED_BEFORE.contains(words.get(i).text()) && hasNameBefore(words, i)) {
          strikeBefore(struck, i);
        }
      } else if (isSuffixed(words.get(i).text())) {
        struck.set(i, struck.get(i).barred());
      } else if (isStreetWord(words, i) && !isPartOfAPlace(words, i)) {
        if (isFollowedByName(words, i)) {
          strikeAfter(struck, i);
        } else {
          strikeBefore(struck, i);
        }
      }
    }
    return struck;
  }

  private static boolean isSuffixed(String word) {
    return SUFFIX.stream().anyMatch(s -> word.endsWith(s) && word.length() > s.length() + 2);
  }

  /** « gare de Lyon » is in Paris, and so are most that are named without « de ». */
  private static boolean isInstitution(List<FoldedWord> words, int i) {
    String word = words.get(i).text();
    return INSTITUTION.contains(word)
        || (word.equals("gare")
            && sameSegment(words, i, i + 1)
            && (!ARTICLES.contains(words.get(i + 1).text())
                || (sameSegment(words, i, i + 2) && words.get(i + 2).text().equals("lyon"))));
  }

  private static boolean isFollowedByName(List<FoldedWord> words, int i) {
    String word = words.get(i).text();
    return AFTER.contains(word)
        || (BOTH.contains(word) && (hasArticleAfter(words, i) || !hasNameBefore(words, i)));
  }

  private static boolean isStreetWord(List<FoldedWord> words, int i) {
    String word = words.get(i).text();
    if (!sameSegment(words, i, i - 1) && !sameSegment(words, i, i + 1)) {
      return false; // Largo in Florida
    }
    return AFTER.contains(word)
        || BOTH.contains(word)
        || (BEFORE.contains(word) && hasNameBefore(words, i))
        || isShortStreet(words, i);
  }

  /** "High St", unlike « St Denis »: nothing of its segment follows but a number or a code. */
  private static boolean isShortStreet(List<FoldedWord> words, int i) {
    if (!words.get(i).text().equals("st") || !hasNameBefore(words, i)) {
      return false;
    }
    return !sameSegment(words, i, i + 1)
        || words.get(i + 1).hasDigit()
        || words.get(i + 1).text().equals("london");
  }

  private static boolean hasArticleAfter(List<FoldedWord> words, int i) {
    return sameSegment(words, i, i + 1) && ARTICLES.contains(words.get(i + 1).text());
  }

  private static boolean hasNameBefore(List<FoldedWord> words, int i) {
    return sameSegment(words, i, i - 1)
        && !words.get(i - 1).hasDigit()
        && !Set.of("bis", "ter", "a", "la", "le", "the").contains(words.get(i - 1).text());
  }

  /** Up to the end of the segment, a postcode or « à »: « rue de la Paix 75002 Paris ». */
  private static void strikeAfter(List<FoldedWord> struck, int i) {
    for (int k = i; k == i || sameSegment(struck, i, k); k++) {
      if (k > i && endsStreet(struck, i, k)) {
        return;
      }
      struck.set(k, struck.get(k).barred());
    }
  }

  private static boolean endsStreet(List<FoldedWord> struck, int i, int k) {
    String word = struck.get(k).text();
    boolean another = sameSegment(struck, i, k + 1);
    if (PostcodeMentions.looksLikeCode(word) && k > i + 1) {
      return true;
    }
    if (PostcodeMentions.isFourDigits(word)) {
      return another && !struck.get(k + 1).hasDigit() && !struck.get(k + 1).isBarrier();
    }
    return AT.contains(word) && another && !ARTICLES.contains(struck.get(k + 1).text());
  }

  private static void strikeBefore(List<FoldedWord> struck, int i) {
    for (int k = i; k == i || sameSegment(struck, i, k); k--) {
      if (k < i && PostcodeMentions.looksLikeCode(struck.get(k).text())) {
        return;
      }
      struck.set(k, struck.get(k).barred());
    }
  }

  /** "Gloucester Road", "Sloane Square" and "High Street Kensington" are places, too. */
  private boolean isPartOfAPlace(List<FoldedWord> words, int i) {
    for (int start = Math.max(0, i - 2); start <= i; start++) {
      for (int end = i + 1; end <= Math.min(words.size(), start + 3); end++) {
        boolean together = sameSegment(words, start, end - 1) && sameSegment(words, start, i);
        if (end - start > 1 && together && isAloneAndNamed(words, start, end)) {
          return true;
        }
      }
    }
    return false;
  }

  /** With a house number before it is the street again: "52 Gloucester Road". */
  private boolean isAloneAndNamed(List<FoldedWord> words, int start, int end) {
    if (sameSegment(words, start, start - 1) && words.get(start - 1).isNumber()) {
      return false;
    }
    List<String> name = words.subList(start, end).stream().map(FoldedWord::name).toList();
    return index.exact(String.join(" ", name)).stream().anyMatch(StreetWords::isWellKnown);
  }

  private static boolean isWellKnown(Feature feature) {
    return feature.kind() == FeatureKind.DISTRICT
        ? feature.country().equals("GB")
        : feature.kind() == FeatureKind.TOWN && feature.population() >= LARGE;
  }

  private static boolean sameSegment(List<FoldedWord> words, int i, int k) {
    return k >= 0 && k < words.size() && words.get(k).segment() == words.get(i).segment();
  }
}
