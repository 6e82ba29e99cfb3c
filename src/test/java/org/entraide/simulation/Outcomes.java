package org.entraide.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/**
 * What organisers note under « Suite » in one campaign, in whichever state an introduction is:
 * right, in other words, in words that nobody understands, and corrected; and what follows from it
 * for letters that nobody has sent.
 */
final class Outcomes {

  static final String ACCEPTED = "Acceptée";

  /** After these nobody else is looked for. */
  static final Set<String> CLOSING = Set.of(ACCEPTED, "Terminée");

  private static final String DONE = "Terminée";

  /** By outcome, how people write it. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          ACCEPTED,
          List.of("Acceptée", "accepté", "acceptée, ils sont ravis"),
          "Refusée",
          List.of("Refusée", "refusé", "Refus : trop loin"),
          "Sans réponse",
          List.of("Sans réponse", "pas de réponse", "sans réponse, rappelée"),
          DONE,
          List.of("Terminée", "terminé le 3 mai", "Terminées."));

  private static final List<String> OUTCOMES = List.of(ACCEPTED, "Refusée", "Sans réponse", DONE);

  private static final List<String> NONSENSE =
      List.of("bof", "Acceptée ?", "acceptée puis refusée", "pas acceptée", "voir avec Claire");

  private static final String NOT_UNDERSTOOD = "pas comprise";
  private static final List<String> DO_NOT_SEND =
      List.of(
          "ne l’envoyez plus",
          "ne l’envoyez pas",
          "N’envoyez pas ce brouillon",
          "partira quand même");

  private final Site site;

  /** Introductions beside which words stand that nobody understands. */
  private final Set<String> unclear = new HashSet<>();

  /** Introductions that an outcome ever ended. */
  private final Set<String> ended = new HashSet<>();

  /** Introductions that an outcome closed a need with, at any time. */
  private final Set<String> closing = new HashSet<>();

  /** Introductions that may have held nobody's place, and were accepted after that. */
  private final Set<String> restored = new HashSet<>();

  /** References of those whose need was closed, also by an introduction that has no letter. */
  private final Set<String> met = new HashSet<>();

  /** References of helpers whose place was taken again, also without a letter. */
  private final Set<String> busy = new HashSet<>();

  /** The outcome that some words mean; empty for none. */
  static String meant(String words) {
    return WORDS.entrySet().stream()
        .filter(outcome -> outcome.getValue().contains(words))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  Outcomes(Site site) {
    this.site = site;
  }

  // ---- organisers

  /** An organiser notes an outcome where there is none, or none that anybody understands. */
  void notes(SplittableRandom random) {
    note(random, true);
  }

  /** Another one is noted. */
  void corrects(SplittableRandom random) {
    note(random, false);
  }

  private void note(SplittableRandom random, boolean first) {
    List<String> open = new ArrayList<>();
    Map<String, Integer> rows = rows();
    for (String ref : rows.keySet()) {
      if (site.outcomes.containsKey(ref) != first) {
        open.add(ref);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    open.sort(String::compareTo);
    String ref = open.get(random.nextInt(open.size()));
    String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
    List<String> words = WORDS.getOrDefault(outcome, List.of(outcome));
    if (type(rows, ref, words.get(random.nextInt(words.size())))) {
      unclear.remove(ref);
      isNoted(ref, outcome);
    }
  }

  /** What a person typed is an outcome. */
  void isNoted(String ref, String outcome) {
    String formerOutcome = site.outcomes.getOrDefault(ref, "");
    site.outcomes.put(ref, outcome);
    if (!outcome.equals(ACCEPTED)) {
      ended.add(ref);
    } else if (ended.contains(ref) || formerOutcome.isEmpty()) {
      busy.add(PointedRef.of(shown(ref, "ledger_helper")));
      restored.add(ref); // one without an outcome may have been discarded, or withdrawn
    }
    if (outcome.equals(ACCEPTED) || outcome.equals(DONE)) {
      met.add(PointedRef.of(shown(ref, "ledger_person")));
      closing.add(ref);
    }
  }

  private String shown(String ref, String mark) {
    return site.desk
        .copy()
        .with("ledger_ref")
        .map(ledger -> ledger.text(rows().getOrDefault(ref, 0), mark))
        .orElse("");
  }

  /** Words that are no outcome: what was noted before, and was seen to be, still holds. */
  void notesNonsense(SplittableRandom random) {
    notes(random, "");
  }

  /**
   * Notes words that are no outcome.
   *
   * @param text empty for any
   */
  void notes(SplittableRandom random, String text) {
    Map<String, Integer> rows = rows();
    List<String> all = rows.keySet().stream().filter(ref -> isShown(rows, ref)).sorted().toList();
    if (all.isEmpty()) {
      return;
    }
    String ref = all.get(random.nextInt(all.size()));
    String nonsense = text.isEmpty() ? NONSENSE.get(random.nextInt(NONSENSE.size())) : text;
    if (type(rows, ref, nonsense)) {
      unclear.add(ref);
    }
  }

  private boolean isShown(Map<String, Integer> rows, String ref) {
    String outcome = site.outcomes.getOrDefault(ref, "");
    Desk.Tab ledger = site.desk.copy().with("ledger_ref").orElseThrow();
    return outcome.isEmpty()
        || ledger.text(rows.getOrDefault(ref, 0), "ledger_state").equals(outcome);
  }

  private Map<String, Integer> rows() {
    Map<String, Integer> rows = new HashMap<>();
    site.desk
        .copy()
        .with("ledger_ref")
        .ifPresent(
            ledger -> {
              for (int row = 1; row < ledger.rows(); row++) {
                String ref = ledger.text(row, "ledger_ref");
                if (!ref.isEmpty()) {
                  rows.put(ref, row);
                }
              }
            });
    return rows;
  }

  private boolean type(Map<String, Integer> rows, String ref, String text) {
    Desk.Tab ledger = site.desk.copy().with("ledger_ref").orElseThrow();
    int column = ledger.column("ledger_outcome");
    if (column < 0) {
      return false;
    }
    site.desk.type(ledger.id(), rows.getOrDefault(ref, 0), column, text);
    site.isDisturbed();
    return true;
  }

  // ---- what follows

  /** Whether a letter that nobody sent may have been taken back for what was noted. */
  boolean mayTakeBack(Letter letter, Collection<Letter> all) {
    return ended.contains(letter.reference)
        || letter.tokens.stream().anyMatch(token -> isCalled(token, helps(token) ? busy : met))
        || all.stream()
            .filter(other -> other != letter)
            .anyMatch(
                other ->
                    (closing.contains(other.reference) && sharesPerson(letter, other))
                        || (restored.contains(other.reference) && sharesHelper(letter, other)));
  }

  private boolean isCalled(String token, Set<String> references) {
    Soul soul = site.souls.get(token);
    return soul != null && references.stream().anyMatch(soul::isCalled);
  }

  private boolean sharesPerson(Letter one, Letter other) {
    return one.tokens.stream().anyMatch(token -> other.tokens.contains(token) && !helps(token));
  }

  private boolean sharesHelper(Letter one, Letter other) {
    return one.tokens.stream().anyMatch(token -> other.tokens.contains(token) && helps(token));
  }

  private boolean helps(String token) {
    Soul soul = site.souls.get(token);
    return soul != null && soul.isHelper();
  }

  /** Whether the person's need is met by another introduction for good. */
  private boolean isMet(Letter letter, Collection<Letter> all) {
    return all.stream()
        .filter(other -> other != letter && sharesPerson(letter, other))
        .filter(other -> !site.hasAnyBarred(other.tokens)) // that ends it, and opens the need again
        .map(other -> site.outcomes.getOrDefault(other.reference, ""))
        .anyMatch(outcome -> outcome.equals(ACCEPTED) || outcome.equals(DONE));
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab ledger, Post post) {
    List<String> wrong = new ArrayList<>();
    Collection<Letter> all = post.letters().values();
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      String where = site.settings.name() + " " + ref;
      String explanation = ledger.text(row, "ledger_explanation");
      if (unclear.contains(ref) && !explanation.contains(NOT_UNDERSTOOD)) {
        wrong.add(where + " does not say that its outcome is not understood");
      }
      if (!unclear.contains(ref) && explanation.contains(NOT_UNDERSTOOD)) {
        wrong.add(where + " does not understand its outcome");
      }
      Letter letter = post.letters().get(ref);
      if (letter != null
          && letter.state == LetterState.DRAFT
          && !letter.everSent
          && !letter.astray) {
        String outcome = site.outcomes.getOrDefault(ref, "");
        boolean over = outcome.isEmpty() ? isMet(letter, all) : !outcome.equals(ACCEPTED);
        boolean hers = letter.changed || letter.nameless || post.isForgotten();
        if (over && !hers) {
          wrong.add(where + " is still there although it is over");
        }
        // of two that a new journal finds it cannot tell which one was left behind
        boolean unknown = outcome.isEmpty() && post.isForgotten();
        if (over && !unknown && DO_NOT_SEND.stream().noneMatch(explanation::contains)) {
          wrong.add(where + " does not say that it is not to be sent: " + explanation);
        }
      }
    }
    return wrong;
  }
}
