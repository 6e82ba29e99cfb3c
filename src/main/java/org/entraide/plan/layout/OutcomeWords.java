package org.entraide.plan.layout;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.text.Texts;
import org.entraide.text.typed.LowerCase;
import org.jspecify.annotations.Nullable;

/**
 * What organisers type under Suite/Outcome: a word of the list with its inflections, and what they
 * like behind it. A question, or a text with a second outcome, is not understood.
 */
final class OutcomeWords {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}?]+");
  private static final String QUESTION = "?";

  /** Each phrase as its words with single spaces between. */
  private final Map<State, Set<String>> phrases = new EnumMap<>(State.class);

  /** Of all phrases those that are one word. */
  private final Map<State, Set<String>> words = new EnumMap<>(State.class);

  OutcomeWords(List<Texts> languages) {
    for (State outcome : LedgerRow.OUTCOMES) {
      Set<String> outcomePhrases = new HashSet<>();
      for (Texts texts : languages) {
        outcomePhrases.add(plain(texts.get(SheetVocabulary.stateKey(outcome))));
        String others = "outcome." + outcome.name().toLowerCase(Locale.ROOT) + ".also";
        for (String other : texts.get(others).split(",", -1)) {
          outcomePhrases.add(plain(other));
        }
      }
      outcomePhrases.remove("");
      phrases.put(outcome, outcomePhrases);
      Set<String> single = new HashSet<>(outcomePhrases);
      single.removeIf(phrase -> phrase.contains(" "));
      words.put(outcome, single);
    }
  }

  private static String plain(String text) {
    return NO_WORD.matcher(LowerCase.bare(text).replace(QUESTION, " ? ")).replaceAll(" ").strip();
  }

  /** The outcome that a text begins with. */
  Optional<State> read(String typed) {
    String text = plain(typed);
    @Nullable State bestOutcome = null;
    String behind = "";
    for (Map.Entry<State, Set<String>> outcome : phrases.entrySet()) {
      for (String phrase : outcome.getValue()) {
        boolean begins = text.equals(phrase) || text.startsWith(phrase + " ");
        if (begins && (bestOutcome == null || text.length() - phrase.length() < behind.length())) {
          bestOutcome = outcome.getKey();
          behind = text.substring(phrase.length());
        }
      }
    }
    return bestOutcome == null || isDoubtful(bestOutcome, behind.strip())
        ? Optional.empty()
        : Optional.of(bestOutcome);
  }

  private boolean isDoubtful(State bestOutcome, String behind) {
    if (behind.startsWith(QUESTION)) {
      return true;
    }
    Set<String> others = new HashSet<>();
    words.forEach(
        (outcome, outcomeWords) -> {
          if (outcome != bestOutcome) {
            others.addAll(outcomeWords);
          }
        });
    for (String word : behind.split(" ", -1)) {
      if (others.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
