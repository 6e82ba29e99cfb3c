package org.entraide.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the names of the table among words: the longest wins, and no word is used twice. */
final class Mentions {

  /** Words that say nothing of where, so that « à Nice » is still nothing but Nice. */
  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "au",
          "aux",
          "en",
          "dans",
          "de",
          "du",
          "d",
          "la",
          "le",
          "les",
          "l",
          "in",
          "at",
          "the",
          "of",
          "j",
          "je",
          "habite",
          "vis",
          "suis",
          "reside",
          "i",
          "live",
          "quartier",
          "ville",
          "city",
          "town",
          "metro",
          "station",
          "tube",
          "gare",
          "centre",
          "center",
          "actuellement",
          "cedex",
          "area",
          "sur",
          "chez");

  private static final Pattern DIVIDED = Pattern.compile("(ec|wc|w|sw|se|n|nw|e)[1-4][a-z]");

  private static final Set<String> LINKS = Set.of("a", "ou", "or", "et", "and", "puis");

  private final Gazetteer gazetteer;
  private final List<Word> words;
  private final List<String> texts;
  private final BitSet used = new BitSet();
  private final List<Mention> found = new ArrayList<>();

  private Mentions(Gazetteer gazetteer, List<Word> words) {
    this.gazetteer = gazetteer;
    this.texts = words.stream().map(w -> Folding.saint(w.text())).toList();
    this.words = words;
  }

  /** Returns the mentions in the order of the text. */
  static List<Mention> in(List<Word> words, Gazetteer gazetteer) {
    Mentions mentions = new Mentions(gazetteer, words);
    for (int length = gazetteer.longestName(); length > 0; length--) {
      for (int start = 0; start + length <= words.size(); start++) {
        mentions.look(start, start + length);
      }
    }
    return mentions.trusted();
  }

  /** An everyday word alone is a place; beside a place it can only make that one doubtful. */
  private List<Mention> trusted() {
    Predicate<Mention> certain = m -> !gazetteer.isEverydayWord(m.name()) || isAlone(m);
    boolean any = found.stream().anyMatch(certain);
    return found.stream()
        .filter(m -> certain.test(m) || (any && isLinked(m)))
        .sorted(Comparator.comparingInt(Mention::start))
        .toList();
  }

  private boolean isLinked(Mention mention) {
    return mention.start() > 0 && LINKS.contains(words.get(mention.start() - 1).text());
  }

  private void look(int start, int end) {
    if (isUsed(start, end) || words.get(start).isBarrier()) {
      return;
    }
    String folded = withoutLetterAfter(String.join(" ", texts.subList(start, end)));
    List<Entry> candidates = gazetteer.named(folded);
    if (!candidates.isEmpty()) {
      used.set(start, end);
      found.add(new Mention(folded, candidates, start, end, words.get(start).segment()));
    }
  }

  private boolean isUsed(int start, int end) {
    int next = used.nextSetBit(start);
    return next >= 0 && next < end;
  }

  /** The inner outward codes are divided further, as SW1A: the table knows the whole. */
  private static String withoutLetterAfter(String name) {
    return DIVIDED.matcher(name).matches() ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether its segment says nothing else. */
  private boolean isAlone(Mention mention) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.segment() == mention.segment() && !used.get(i) && !isSilent(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSilent(Word word) {
    return word.isBarrier()
        || word.isNumber()
        || FILLERS.contains(word.text())
        || Postcodes.looksLikeCode(word.text());
  }
}
