package org.entraide.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/** Holds the rows that organisers typed into the ledger against what must become of them. */
final class HandMadeWatch {

  private static final String ALREADY = "déjà mises en relation";
  private static final String IN_EXCESS = "Supprimez les lignes en trop";
  private static final String SENT = "Envoyée";
  private static final Set<String> HOLDS = Set.of(SENT, Outcomes.ACCEPTED);
  private static final Set<String> MEETS = Set.of(SENT, Outcomes.ACCEPTED, "Terminée");

  /** A row must be there unchanged for so long. */
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /** A cycle counts from its beginning, and reads so much later. */
  private static final Duration A_PASS = Duration.ofSeconds(10);

  private final Site site;
  private final Post post;

  /** By introduction that has a letter, those by hand that stood when it was begun. */
  private final Map<String, Map<String, Set<String>>> whenBegun = new HashMap<>();

  private Map<String, Set<String>> atRead = Map.of();
  private int passes = -1;

  /**
   * An introduction made by hand.
   *
   * @param meets whether it covers what its person needs, now or for good
   * @param holdsPlace whether it counts against what its helper can bear
   */
  private record Held(HandMadeDeeds.Typed two, boolean meets, boolean holdsPlace) {}

  private Map<String, Held> heldAtRead = Map.of();

  /** Two whom a row names that did not count yet when the daemon read. */
  private Set<Set<String>> awaitedAtRead = Set.of();

  /** By introduction that has a letter, such pairs when it was begun. */
  private final Map<String, Set<Set<String>>> awaitedWhenBegun = new HashMap<>();

  /** By introduction that has a letter, those by hand that surely stood when it was begun. */
  private final Map<String, List<Held>> heldWhenBegun = new HashMap<>();

  HandMadeWatch(Site site, Post post) {
    this.site = site;
    this.post = post;
  }

  /**
   * The daemon reads. A pass that is broken off may leave a plan in the journal alone, so that what
   * came since the last whole one does not count.
   */
  void read() {
    Map<String, Set<String>> standingPairs = new HashMap<>(site.byHand.standingPairs());
    Map<String, Held> held = held();
    Set<Set<String>> awaited = awaited();
    if (passes == site.byHand.passes()) {
      standingPairs.keySet().retainAll(atRead.keySet());
      held.keySet().retainAll(heldAtRead.keySet());
      awaited.retainAll(awaitedAtRead);
    }
    passes = site.byHand.passes();
    atRead = standingPairs;
    heldAtRead = held;
    awaitedAtRead = awaited;
  }

  private Set<Set<String>> awaited() {
    Set<Set<String>> awaited = new HashSet<>();
    site.desk
        .copy()
        .with("ledger_ref")
        .ifPresent(
            ledger -> {
              for (int row : HandMadeDeeds.rows(ledger, site.byHand.typed::containsKey)) {
                HandMadeDeeds.Typed what = typed(ledger, row);
                boolean early = !site.byHand.isThereFor(ledger.response(row).orElse(""), A_MINUTE);
                if (early && what.isWhole() && ledger.text(row, "ledger_ref").isEmpty()) {
                  awaited.add(new HashSet<>(List.of(what.person(), what.helper())));
                }
              }
            });
    return awaited;
  }

  /**
   * A row of the ledger gets its reference.
   *
   * @param row of the ledger as it was before
   * @return what is wrong with that
   */
  Optional<String> begun(String reference, Desk.Tab ledger, int row) {
    Map<String, Set<String>> standingPairs = new HashMap<>(atRead);
    standingPairs.keySet().retainAll(site.byHand.standingPairs().keySet());
    whenBegun.putIfAbsent(reference, standingPairs);
    awaitedWhenBegun.putIfAbsent(reference, awaitedAtRead);
    Map<String, Held> held = new HashMap<>(heldAtRead);
    held.entrySet().retainAll(held().entrySet());
    heldWhenBegun.putIfAbsent(reference, List.copyOf(held.values()));
    boolean early = // what a write hit is emptied again
        !reference.isEmpty()
            && ledger
                .response(row)
                .filter(HandMadeDeeds::isOne)
                .filter(origin -> !site.byHand.isThereFor(origin, A_MINUTE.minus(A_PASS)))
                .isPresent();
    return early && !site.wasOvertaken()
        ? Optional.of(reference + " was typed less than a minute ago")
        : Optional.empty();
  }

  /**
   * Whether another row of the same introduction notes what became of it, and so something else.
   */
  private static boolean isAnswered(Desk.Tab ledger, String ref, String state) {
    return IntStream.range(1, ledger.rows())
        .filter(row -> ledger.text(row, "ledger_ref").equals(ref))
        .anyMatch(row -> !noted(ledger, row).equals(state));
  }

  /** Those by hand that surely stand, by their reference. */
  private Map<String, Held> held() {
    Map<String, Held> held = new HashMap<>();
    Optional<Desk.Tab> ledger = site.desk.copy().with("ledger_ref");
    if (ledger.isPresent()) {
      Map<String, List<Integer>> rowsByToken = site.rowsByToken(site.answers());
      for (int row : HandMadeDeeds.rows(ledger.get(), site.byHand.typed::containsKey)) {
        String ref = ledger.get().text(row, "ledger_ref");
        HandMadeDeeds.Typed what = typed(ledger.get(), row);
        String state = ledger.get().text(row, "ledger_state");
        if (!ref.isEmpty()
            && what.isWhole()
            && state.equals(noted(ledger.get(), row))
            && !isAnswered(ledger.get(), ref, state)
            && isSure(what, rowsByToken)) {
          boolean covers = !ledger.get().text(row, "ledger_needs").isEmpty();
          held.put(ref, new Held(what, covers && MEETS.contains(state), HOLDS.contains(state)));
        }
      }
    }
    return held;
  }

  /**
   * Whether a draft may be taken back since a row says that its person has help: also again, once
   * somebody in that row is barred no more.
   */
  boolean mayTakeBack(Letter letter) {
    return site.desk
        .copy()
        .with("ledger_ref")
        .filter(
            ledger ->
                HandMadeDeeds.rows(ledger, site.byHand.typed::containsKey).stream()
                    .filter(row -> Outcomes.CLOSING.contains(noted(ledger, row)))
                    .anyMatch(row -> letter.tokens.contains(typed(ledger, row).person())))
        .isPresent();
  }

  /** The state that the words beside a row ask for; empty where they are not understood. */
  private static String noted(Desk.Tab ledger, int row) {
    String words = ledger.text(row, "ledger_outcome");
    return words.isEmpty() ? SENT : Outcomes.meant(words);
  }

  private HandMadeDeeds.Typed typed(Desk.Tab ledger, int row) {
    return site.byHand.typed.getOrDefault(
        ledger.response(row).orElse(""), HandMadeDeeds.Typed.NOTHING);
  }

  /** What is wrong with a letter: those by hand are not repeated, and hold needs and places. */
  List<String> introduced(Letter letter, Burden burden) {
    List<String> wrong = new ArrayList<>();
    if (whenBegun.getOrDefault(letter.reference, Map.of()).containsValue(letter.tokens)
        && !site.hasAnyForgotten(letter.tokens)) {
      wrong.add(letter.reference + " introduces two who were introduced by hand");
    }
    if (awaitedWhenBegun.getOrDefault(letter.reference, Set.of()).contains(letter.tokens)) {
      wrong.add(letter.reference + " introduces two whom a row names that does not count yet");
    }
    List<Held> held = heldWhenBegun.getOrDefault(letter.reference, List.of());
    for (String token : letter.tokens) {
      Soul soul = Objects.requireNonNull(site.souls.get(token));
      long taken = // the same two may have been typed, deleted, typed again and put back
          held.stream()
              .filter(it -> it.holdsPlace() && it.two().helper().equals(token))
              .map(Held::two)
              .distinct()
              .count();
      boolean met = held.stream().anyMatch(it -> it.meets() && it.two().person().equals(token));
      if (taken > 0 && burden.of(site, token, letter) + taken > soul.human().capacity()) {
        wrong.add(letter.reference + " takes a place that was taken by hand");
      }
      if (met) {
        wrong.add(letter.reference + " introduces somebody whose need is met by hand");
      }
    }
    return wrong;
  }

  /** Whether the ledger shows that what somebody needs is met by hand, now or for good. */
  boolean isMet(String token) {
    return shown().stream().anyMatch(it -> it.meets() && it.two().person().equals(token));
  }

  /** How many places of a helper the ledger shows as taken by hand. */
  long taken(String token) {
    return shown().stream()
        .filter(it -> it.holdsPlace() && it.two().helper().equals(token))
        .map(Held::two)
        .distinct() // the same two may have been typed, deleted, typed again and put back
        .count();
  }

  /** Those by hand, as their rows show them now. */
  private List<Held> shown() {
    List<Held> shown = new ArrayList<>();
    Optional<Desk.Tab> ledger = site.desk.copy().with("ledger_ref");
    if (ledger.isPresent()) {
      for (int row : HandMadeDeeds.rows(ledger.get(), site.byHand.typed::containsKey)) {
        String state = ledger.get().text(row, "ledger_state");
        boolean covers = !ledger.get().text(row, "ledger_needs").isEmpty();
        if (!ledger.get().text(row, "ledger_ref").isEmpty()) {
          shown.add(
              new Held(
                  typed(ledger.get(), row),
                  covers && MEETS.contains(state),
                  HOLDS.contains(state)));
        }
      }
    }
    return shown;
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab ledger, Desk.Tab answers) {
    List<String> wrong = new ArrayList<>();
    Map<Set<String>, String> counted = new HashMap<>();
    Map<String, List<Integer>> rowsByToken = site.rowsByToken(answers);
    for (int row : HandMadeDeeds.rows(ledger, site.byHand.typed::containsKey)) {
      String ref = ledger.text(row, "ledger_ref");
      HandMadeDeeds.Typed what = typed(ledger, row);
      String where = site.settings.name() + " row " + (row + 1) + " of the ledger";
      String explanation = ledger.text(row, "ledger_explanation");
      if (!what.isWhole()) {
        // what a write hit, and the journal that knew it was lost before the next pass, stays there
        if (!ref.isEmpty() && !post.isForgotten()) {
          wrong.add(where + " is an introduction of nobody, or of oneself");
        }
        boolean note = what.person().isEmpty();
        if (note ? !explanation.isEmpty() && !post.isForgotten() : explanation.isEmpty()) {
          wrong.add(where + " is answered although it is a note, or the reverse");
        }
        continue;
      }
      if (!isSure(what, rowsByToken) || post.isForgotten()) {
        continue;
      }
      Set<String> two = Set.of(what.person(), what.helper());
      if (!ref.isEmpty()) {
        if (post.letters().containsKey(ref)) {
          wrong.add(where + " has a letter");
        }
        boolean alone =
            IntStream.range(1, ledger.rows())
                    .filter(it -> ledger.text(it, "ledger_ref").equals(ref))
                    .count()
                == 1;
        if (alone == explanation.contains(IN_EXCESS)) {
          wrong.add(where + " is one of several, and does not say so, or the reverse");
        }
        named(ledger, row, where, what, answers, rowsByToken, wrong);
        if (!counted.computeIfAbsent(two, t -> ref).equals(ref)) {
          wrong.add(where + " is a pair that counts twice");
        }
      } else if (!explanation.contains(ALREADY)) {
        wrong.add(where + " is no introduction: " + explanation);
      }
    }
    return wrong;
  }

  private void named(
      Desk.Tab ledger,
      int row,
      String where,
      HandMadeDeeds.Typed what,
      Desk.Tab answers,
      Map<String, List<Integer>> rowsByToken,
      List<String> wrong) {
    boolean person = shows(ledger.text(row, "ledger_person"), what.person(), answers, rowsByToken);
    boolean helper = shows(ledger.text(row, "ledger_helper"), what.helper(), answers, rowsByToken);
    if (!person || !helper) {
      wrong.add(where + " names others than were typed");
    }
  }

  private static boolean shows(
      String cell, String token, Desk.Tab answers, Map<String, List<Integer>> rowsByToken) {
    return rowsByToken.getOrDefault(token, List.of()).stream()
        .anyMatch(row -> answers.text(row, "ref").equals(PointedRef.of(cell)));
  }

  /** Whether nothing that happened to the two leaves a doubt who is meant, or may be. */
  private boolean isSure(HandMadeDeeds.Typed what, Map<String, List<Integer>> rowsByToken) {
    for (String token : List.of(what.person(), what.helper())) {
      Soul soul = site.souls.get(token);
      if (soul == null
          || !rowsByToken.containsKey(token)
          || soul.isForgotten()
          || soul.isStrange
          || soul.isIncomplete
          || soul.wasBarred
          || soul.wasEverGone()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The state of an introduction made by hand: what its row says, or another row of it, as where a
   * row was put back after the same two had been typed again.
   */
  static Set<String> states(Desk.Tab ledger, String ref, boolean barred) {
    Set<String> right = new HashSet<>();
    for (int row = 1; row < ledger.rows(); row++) {
      if (ledger.text(row, "ledger_ref").equals(ref)) {
        String outcome = Outcomes.meant(ledger.text(row, "ledger_outcome"));
        right.add(outcome.isEmpty() ? SENT : outcome);
      }
    }
    if (barred) {
      right.add("Retirée");
    }
    return right;
  }
}
