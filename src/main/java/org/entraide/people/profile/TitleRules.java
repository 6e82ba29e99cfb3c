package org.entraide.people.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.people.word.Fold;
import org.entraide.people.word.WordFile;

/**
 * What a question's title asks for: the usual wordings of {@code titles.txt} first, then the rules
 * of {@code title-rules.txt}, the first that fits.
 */
final class TitleRules {

  /**
   * A title's meaning.
   *
   * @param field empty for a title that is known to ask for none
   * @param weak only where no other title asks for the field
   */
  record Guess(Optional<Field> field, Certainty certainty, boolean weak) {}

  /** A rule for titles, by the phrases to look for in them. */
  private record Rule(Guess guess, List<List<String>> allOf, List<String> noneOf) {
    boolean fits(String padded) {
      for (List<String> any : allOf) {
        if (!hasAny(padded, any)) {
          return false;
        }
      }
      return !hasAny(padded, noneOf);
    }

    private static boolean hasAny(String padded, List<String> sought) {
      for (String phrase : sought) {
        if (padded.contains(phrase)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final Pattern PARENTHESIS = Pattern.compile("\\([^()]*\\)");

  /** Words that a title may begin or end with and mean the same without. */
  private static final Set<String> FILLERS =
      Set.copyOf(WordFile.section(WordFile.read("title-words"), "filler"));

  private static final Map<String, Guess> EXACT = exact();
  private static final List<Rule> RULES = rules();

  private TitleRules() {}

  /** Returns what a title asks for; empty when nothing is known about it. */
  static Optional<Guess> guess(String title) {
    String words = Fold.words(title);
    Optional<Guess> exact = exactly(words);
    if (exact.isPresent()) {
      return exact;
    }
    String padded = Fold.padded(words);
    Optional<Guess> likely =
        RULES.stream().filter(r -> r.fits(padded)).findFirst().map(Rule::guess);
    if (likely.isPresent() && likely.get().field().isEmpty()) {
      return likely;
    }
    Optional<Guess> bare = exactly(Fold.words(PARENTHESIS.matcher(title).replaceAll(" ")));
    return bare.isPresent() ? bare : likely;
  }

  private static Optional<Guess> exactly(String words) {
    Guess guess = EXACT.get(words);
    return guess != null ? Optional.of(guess) : Optional.ofNullable(EXACT.get(core(words)));
  }

  /** The words without the fillers around them. */
  private static String core(String words) {
    List<String> rest = new ArrayList<>(Arrays.asList(words.split(" ", -1)));
    while (rest.size() > 1 && FILLERS.contains(rest.get(0))) {
      rest.remove(0);
    }
    while (rest.size() > 1 && FILLERS.contains(rest.get(rest.size() - 1))) {
      rest.remove(rest.size() - 1);
    }
    return String.join(" ", rest);
  }

  private static Map<String, Guess> exact() {
    Map<String, Guess> exact = new HashMap<>();
    for (WordFile.SectionLine line : WordFile.read("titles")) {
      Guess guess = new Guess(field(line.section()), Certainty.EXACT, false);
      String words = Fold.words(line.text());
      exact.put(words, guess);
      exact.putIfAbsent(core(words), guess);
    }
    return Map.copyOf(exact);
  }

  private static List<Rule> rules() {
    return WordFile.read("title-rules").stream().map(TitleRules::rule).toList();
  }

  private static Rule rule(WordFile.SectionLine line) {
    boolean weak = line.section().endsWith("?");
    String name = line.section().replace("?", "");
    List<List<String>> allOf = new ArrayList<>();
    List<String> noneOf = new ArrayList<>();
    for (String part : line.text().split("(?= [+-] )", -1)) {
      String group = part.strip();
      List<String> phrases =
          Arrays.stream(group.substring(1).split("\\|", -1))
              .map(phrase -> Fold.sought(phrase.strip()))
              .toList();
      if (group.startsWith("-")) {
        noneOf.addAll(phrases);
      } else {
        allOf.add(phrases);
      }
    }
    return new Rule(new Guess(field(name), Certainty.LIKELY, weak), allOf, noneOf);
  }

  private static Optional<Field> field(String section) {
    if (section.equals("-")) {
      return Optional.empty();
    }
    return Optional.of(
        Field.ofKey(section)
            .orElseThrow(() -> new IllegalStateException("No field is named " + section + ".")));
  }
}
