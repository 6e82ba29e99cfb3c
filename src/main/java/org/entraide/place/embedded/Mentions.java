package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;
import org.entraide.place.index.GazetteerIndex;

/** Finds the gazetteer's names among words: the longest wins, and no word is used twice. */
final class Mentions {

  private static final int LONGEST = 6;

  /** As many places of one name as are compared. */
  private static final int MOST_CANDIDATES = 40;

  private static final Set<String> FILLERS = PlaceVocabulary.list("filler");
  private static final Set<String> SILENT = PlaceVocabulary.list("silent");
  private static final Set<String> LOCATIVE = PlaceVocabulary.list("locative");
  private static final Set<String> LINKS = PlaceVocabulary.list("link");
  private static final Set<String> OR = Set.of("ou", "or", "et", "and");
  private static final Set<String> NEAR = PlaceVocabulary.list("near");
  private static final List<String> WITH_STATES = List.of("US", "CA", "AU");

  private final GazetteerIndex index;
  private final Areas areas;
  private final List<FoldedWord> words;
  private final List<String> texts;
  private final boolean stated;
  private final BitSet used = new BitSet();
  private final List<Mention> mentions = new ArrayList<>();

  private Mentions(GeocoderTables tables, List<FoldedWord> words, boolean stated) {
    this.index = tables.index();
    this.areas = tables.areas();
    this.stated = stated;
    this.words = words;
    this.texts = words.stream().map(FoldedWord::name).toList();
  }

  /**
   * Returns the mentions in the order of the text.
   *
   * @param stated whether a country was named, so that even « Canton » may be meant as a town
   */
  static List<Mention> in(List<FoldedWord> words, GeocoderTables tables, boolean stated) {
    Mentions mentions = new Mentions(tables, words, stated);
    mentions.lookForStates();
    for (int length = LONGEST; length > 0; length--) {
      for (int start = words.size() - length; start >= 0; start--) {
        mentions.look(start, start + length);
      }
    }
    return mentions.trusted();
  }

  /**
   * IL after Springfield: capitals at the end of a part, of a country whose states people write.
   */
  private void lookForStates() {
    for (int i = 0; i < words.size(); i++) {
      FoldedWord word = words.get(i);
      boolean last =
          i + 1 == words.size() || !sameSegment(i, i + 1) || words.get(i + 1).isBarrier();
      if (word.capitals() && word.text().length() <= 3 && last) {
        List<Feature> states = new ArrayList<>();
        for (String country : WITH_STATES) {
          index.region(country, word.text()).ifPresent(states::add);
        }
        if (!states.isEmpty()) {
          used.set(i);
          mentions.add(new Mention(word.text(), How.ABBREVIATION, states, i, i + 1, false, true));
        }
      }
    }
  }

  private void look(int start, int end) {
    String name = String.join(" ", texts.subList(start, end));
    if (isUsed(start, end) || !sameSegment(start, end - 1) || !mayBeName(name, start, end)) {
      return;
    }
    List<Feature> candidates = candidates(name, start, end);
    if (!candidates.isEmpty()) {
      used.set(start, end);
      boolean latin = words.subList(start, end).stream().allMatch(FoldedWord::latin);
      mentions.add(new Mention(name, How.PARTIAL, candidates, start, end, isLinked(start), latin));
    }
  }

  private boolean mayBeName(String name, int start, int end) {
    if (name.length() < 2 || isOnlyDigits(name)) {
      return false;
    }
    return !saysNothing(start, end)
        || (stated && isWholeSegment(start, end) && isLargeTown(name, start, end));
  }

  /** « Canton, USA » and « College Station, Texas », not « la gare, France ». */
  private boolean isLargeTown(String name, int start, int end) {
    return texts.subList(start, end).stream().anyMatch(SILENT::contains)
        && index.exact(name).stream().limit(1).anyMatch(f -> f.population() >= PlaceRanking.KNOWN);
  }

  /** An area alone in its part of the text, or in several words, is one; « Nord » is a word. */
  private List<Feature> candidates(String name, int start, int end) {
    List<Feature> exact = index.exact(name);
    List<Feature> area = areas.named(name);
    boolean clearly = end - start > 1 || Areas.isNumber(name) || isWholeSegment(start, end);
    if (area.isEmpty() || !clearly) {
      return exact.subList(0, Math.min(MOST_CANDIDATES, exact.size()));
    }
    List<Feature> both = new ArrayList<>(area);
    exact.stream().limit(MOST_CANDIDATES).filter(PlaceRanking::isKnown).forEach(both::add);
    return both;
  }

  /** Gives each what speaks for it, now that all are known. An everyday word needs the most. */
  private List<Mention> trusted() {
    List<Mention> trusted = new ArrayList<>();
    boolean any = mentions.stream().anyMatch(m -> !isEveryday(m));
    for (Mention mention : mentions) {
      How how = how(mention);
      boolean everyday = isEveryday(mention) && !isWholeSegment(mention.start(), mention.end());
      if (!everyday || (any && mention.linked())) {
        trusted.add(with(mention, how));
      }
    }
    trusted.sort(Comparator.comparingInt(Mention::start));
    return trusted;
  }

  private How how(Mention mention) {
    if (mention.how() == How.ABBREVIATION) {
      return mention.how();
    }
    if (isWhole(mention)) {
      return How.WHOLE;
    }
    int wordBefore = mention.start() - 1;
    return sameSegment(mention.start(), wordBefore)
            && LOCATIVE.contains(words.get(wordBefore).text())
        ? How.LOCATED
        : How.PARTIAL;
  }

  private static Mention with(Mention m, How how) {
    return new Mention(m.name(), how, m.candidates(), m.start(), m.end(), m.linked(), m.latin());
  }

  private boolean isEveryday(Mention mention) {
    return index.isEverydayWord(mention.name());
  }

  private boolean isLinked(int start) {
    return start > 0 && LINKS.contains(words.get(start - 1).text());
  }

  private boolean isUsed(int start, int end) {
    int next = used.nextSetBit(start);
    return (next >= 0 && next < end)
        || words.subList(start, end).stream().anyMatch(FoldedWord::isBarrier);
  }

  private boolean saysNothing(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!SILENT.contains(texts.get(i)) && !FILLERS.contains(texts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether its segment says nothing else. */
  private boolean isWhole(Mention mention) {
    int segment = words.get(mention.start()).segment();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).segment() == segment && !used.get(i) && !saysNothing(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isWholeSegment(int start, int end) {
    int segment = words.get(start).segment();
    for (int i = 0; i < words.size(); i++) {
      boolean inside = i >= start && i < end;
      boolean link = OR.contains(words.get(i).text());
      if (!inside && words.get(i).segment() == segment && (link || !saysNothing(words.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean saysNothing(FoldedWord word) {
    return word.isBarrier()
        || word.isNumber()
        || FILLERS.contains(word.text())
        || LINKS.contains(word.text())
        || NEAR.contains(word.text());
  }

  private static boolean isOnlyDigits(String name) {
    return name.chars().allMatch(c -> c == ' ' || Character.isDigit(c));
  }

  private boolean sameSegment(int i, int k) {
    return k >= 0 && k < words.size() && words.get(k).segment() == words.get(i).segment();
  }
}
