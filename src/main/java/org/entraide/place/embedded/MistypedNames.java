package org.entraide.place.embedded;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;
import org.entraide.place.index.GazetteerIndex;

/** Looks for names with typing errors, where no name was found. */
final class MistypedNames {

  /** From as many letters on two errors are one person's hurry, not another name. */
  private static final int LETTERS_FOR_TWO = 8;

  /** Shorter names are too near to each other. */
  private static final int LEAST_LETTERS = 5;

  private static final int LONGEST_LETTERS = 40;
  private static final int MOST_WORDS = 4;

  /** A look takes milliseconds. */
  private static final int MOST_LOOKS = 4;

  private static final Set<String> SILENT = PlaceVocabulary.list("silent");
  private static final Set<String> FILLERS = PlaceVocabulary.list("filler");

  private static final Set<String> AT = Set.of("a", "in", "at");

  private final GazetteerIndex index;
  private final CountryContext context;
  private int looks;

  MistypedNames(GazetteerIndex index, CountryContext context) {
    this.index = index;
    this.context = context;
  }

  /** Takes each part of the text as one name, the last first, until one is found. */
  List<Mention> mentions(List<FoldedWord> words) {
    int end = words.size();
    while (end > 0 && looks < MOST_LOOKS) {
      int start = end - 1;
      while (start > 0 && words.get(start - 1).segment() == words.get(start).segment()) {
        start--;
      }
      List<FoldedWord> part = stripped(words.subList(start, end));
      if (isName(part)) {
        List<Mention> mentions = look(part, start);
        if (!mentions.isEmpty()) {
          return mentions;
        }
      }
      end = start;
    }
    return afterPreposition(words);
  }

  /** « j’habite à Toulose depuis mars ». */
  private List<Mention> afterPreposition(List<FoldedWord> words) {
    for (int i = 1; i < words.size() && looks < MOST_LOOKS; i++) {
      FoldedWord word = words.get(i);
      boolean together = word.segment() == words.get(i - 1).segment();
      if (together && AT.contains(words.get(i - 1).text()) && isName(List.of(word))) {
        List<Mention> mentions = look(List.of(word), i);
        if (!mentions.isEmpty()) {
          return mentions;
        }
      }
    }
    return List.of();
  }

  private static List<FoldedWord> stripped(List<FoldedWord> words) {
    int start = 0;
    int end = words.size();
    while (start < end && saysNothing(words.get(start))) {
      start++;
    }
    while (end > start && saysNothing(words.get(end - 1))) {
      end--;
    }
    return words.subList(start, end);
  }

  private static boolean saysNothing(FoldedWord word) {
    return word.isBarrier() || word.isNumber() || FILLERS.contains(word.text());
  }

  private static boolean isName(List<FoldedWord> words) {
    return !words.isEmpty()
        && words.size() <= MOST_WORDS
        && words.stream()
            .noneMatch(w -> w.isBarrier() || w.hasDigit() || SILENT.contains(w.text()));
  }

  private List<Mention> look(List<FoldedWord> words, int start) {
    String name = String.join(" ", words.stream().map(FoldedWord::name).toList());
    if (name.length() < LEAST_LETTERS
        || name.length() > LONGEST_LETTERS
        || !CharMatcher.ascii().matchesAllOf(name)) {
      return List.of();
    }
    for (int edits = 1; edits <= (name.length() >= LETTERS_FOR_TWO ? 2 : 1); edits++) {
      List<Feature> near = near(name, edits);
      if (!near.isEmpty()) {
        boolean latin = words.stream().allMatch(FoldedWord::latin);
        return List.of(
            new Mention(name, How.MISTYPED, near, start, start + words.size(), false, latin));
      }
    }
    return List.of();
  }

  private List<Feature> near(String name, int edits) {
    looks++;
    List<Feature> near = new ArrayList<>();
    GazetteerIndex.Near names = index.near(name, edits);
    for (Feature feature : names.in(context.country())) {
      if (!PlaceAgreement.isWide(feature) && isShown(feature, name, edits)) {
        near.add(feature);
      }
    }
    if (near.isEmpty() && context.stated().isEmpty() && !context.country().isEmpty()) {
      for (Feature feature : names.in("")) {
        if (feature.population() >= PlaceRanking.KNOWN
            && !PlaceAgreement.isWide(feature)
            && isShown(feature, name, edits)) {
          near.add(feature);
        }
      }
    }
    return near;
  }

  /**
   * Whether it is one of the names by which a place goes that is nearly written. London has some
   * eighty more in all the world's languages, and one of them is near to many a village.
   */
  private static boolean isShown(Feature feature, String name, int edits) {
    return Stream.of(feature.name(), feature.nameFr(), feature.nameEn())
        .anyMatch(shown -> EditDistance.between(GazetteerIndex.normalize(shown), name) <= edits);
  }
}
