package org.entraide.simulation;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;
import org.entraide.testkit.PointedRef;

/** Holds a campaign's ledger against the letters in the mailbox. */
final class LedgerWatch {

  private final Site site;
  private final Post post;
  private static final Set<String> HELD_BACK = Set.of("En pause", "Orienté ailleurs", "Terminé");

  private final Watch watch;
  private final HandMadeWatch byHand;
  private final InstantSource clock;

  LedgerWatch(Site site, Post post, Watch watch, HandMadeWatch byHand, InstantSource clock) {
    this.byHand = byHand;
    this.clock = clock;
    this.site = site;
    this.post = post;
    this.watch = watch;
  }

  void settled(Desk.Tab ledger, Desk.Tab answers) {
    Map<String, List<Integer>> rowsByToken = site.rowsByToken(answers);
    Map<String, Integer> rows = new HashMap<>();
    Map<String, String> pairs = new HashMap<>();
    if (ledger.text(0, "ledger_helper").equals("Aidant")) {
      watch.wrong(site.settings.name() + " still has the version before's title");
    }
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      if (ref.isEmpty()) {
        continue;
      }
      String where = site.settings.name() + " " + ref;
      boolean byHand = HandMadeDeeds.isIntroduction(ledger, row);
      if (rows.put(ref, row) != null && !byHand) {
        watch.wrong(where + " is in the ledger twice");
      }
      String person = PointedRef.of(ledger.text(row, "ledger_person"));
      if (ref.startsWith("Q-")) {
        question(where, ref, ledger, row, answers);
        continue;
      }
      if (!byHand) {
        String pair = person + "+" + PointedRef.of(ledger.text(row, "ledger_helper"));
        String earlier = pairs.getOrDefault(pair, ref);
        String first = site.week.first(earlier, ref);
        String last = first.equals(ref) ? earlier : ref;
        pairs.put(pair, first);
        boolean again = !earlier.equals(ref) && areSame(earlier, ref);
        if (again
            && !gaveWay(ledger, rows.getOrDefault(last, -1), last)
            && !wasSomebodyNew(ref)
            && !isOfTwoByAWord(ref)) {
          watch.wrong(where + " is of two who are in the ledger already");
        }
      }
      boolean barred =
          site.isBarred(person) || site.isBarred(PointedRef.of(ledger.text(row, "ledger_helper")));
      String state = ledger.text(row, "ledger_state");
      if (byHand && !post.letters().containsKey(ref)) {
        Set<String> right = HandMadeWatch.states(ledger, ref, barred);
        if (!right.contains(state)) {
          watch.wrong(where + ", made by hand, is " + state + " instead of " + right);
        }
        continue;
      }
      if (!post.letters().containsKey(ref) && Burden.isToBeRung(ledger, row)) {
        isRung(where, person, PointedRef.of(ledger.text(row, "ledger_helper")), state);
        continue;
      }
      state(where, ref, state, barred);
      if (state.equals("Brouillon prêt") && ledger.text(row, "ledger_delegate").isEmpty()) {
        watch.wrong(where + " does not say whose drafts it is in");
      }
      Letter letter = post.letters().get(ref);
      if (state.equals("Brouillon prêt")
          && letter != null
          && letter.tokens.stream().anyMatch(token -> lacksConsent(answers, token, rowsByToken))
          && !ledger.text(row, "ledger_explanation").contains("N’envoyez pas ce brouillon")) {
        watch.wrong(where + " is to be sent although somebody gave no consent");
      }
    }
    post.questions()
        .forEach(
            (ref, letter) -> {
              if (site.souls.keySet().containsAll(letter.tokens) && !rows.containsKey(ref)) {
                watch.wrong(site.settings.name() + " " + ref + " is not in the ledger");
              }
            });
    post.letters()
        .forEach(
            (ref, letter) -> {
              if (site.souls.keySet().containsAll(letter.tokens) && !rows.containsKey(ref)) {
                watch.wrong(site.settings.name() + " " + ref + " is not in the ledger");
              }
            });
  }

  /**
   * Of two installations that began one pair at once, the last to begin gives way before there is a
   * letter.
   *
   * @param row of the last one, wherever people have sorted it since; negative where it is gone
   */
  private boolean gaveWay(Desk.Tab ledger, int row, String last) {
    return !post.letters().containsKey(last)
        && ((row > 0 && ledger.text(row, "ledger_state").equals("Retirée"))
            || site.outcomes.containsKey(last)); // noted there since
  }

  /** Whether two letters were to the same two, who did not become so by an organiser's word. */
  private boolean areSame(String one, String other) {
    Letter first = post.letters().get(one);
    Letter second = post.letters().get(other);
    return first == null || second == null || first.tokens.equals(second.tokens);
  }

  /**
   * Whether it is of a person who counted as somebody new, since the journal was lost while no row
   * had their reference: once such a row is put back, both introductions are theirs.
   */
  private boolean wasSomebodyNew(String ref) {
    Letter letter = post.letters().get(ref);
    return letter != null && site.hasAnyForgotten(letter.tokens);
  }

  /** Whether no row of somebody's says that they agree; it may have said so before. */
  private boolean lacksConsent(
      Desk.Tab answers, String token, Map<String, List<Integer>> rowsByToken) {
    List<Integer> rows = rowsByToken.getOrDefault(token, List.of());
    int consent = answers.titled(Human.CONSENT);
    Soul soul = site.souls.get(token);
    return soul != null
        && !soul.isForgotten() // else another may be meant
        && consent >= 0
        && !rows.isEmpty()
        && rows.stream().noneMatch(row -> isYes(answers.text(row, consent)));
  }

  /** A long answer is read from its beginning: one of « oui » again and again says yes. */
  static boolean isYes(String answer) {
    return answer.equals("Oui") || answer.startsWith("oui oui ");
  }

  /** Whether an organiser ever said that answers of one of them are those of another person. */
  private boolean isOfTwoByAWord(String ref) {
    Letter letter = post.letters().get(ref);
    return letter != null && letter.tokens.stream().anyMatch(site.bars::isApart);
  }

  /** Where neither has an address there is no letter: a delegate rings both. */
  private void isRung(String where, String person, String helper, String state) {
    boolean written =
        site.souls.values().stream()
            .filter(soul -> soul.isCalled(person) || soul.isCalled(helper))
            .anyMatch(soul -> !soul.contact().email().isEmpty());
    if (written) {
      watch.wrong(where + " is " + state + " without a letter, and somebody has an address");
    }
  }

  /** Whether an organiser keeps somebody out for now. */
  private boolean isHeldBack(Desk.Tab answers, String person) {
    return site.rows(answers).stream()
        .filter(row -> answers.text(row, "ref").equals(person))
        .anyMatch(row -> HELD_BACK.contains(answers.text(row, "status")));
  }

  /** A question names one person, and tells what became of its draft. */
  private void question(String where, String ref, Desk.Tab ledger, int row, Desk.Tab answers) {
    if (!ledger.text(row, "ledger_helper").isEmpty()) {
      watch.wrong(where + " asks somebody, and names a helper");
    }
    Letter letter = post.questions().get(ref);
    String state = ledger.text(row, "ledger_state");
    Set<String> right = new HashSet<>(Set.of("Retirée"));
    right.add(site.outcomes.getOrDefault(ref, "Retirée"));
    boolean pauses = isHeldBack(answers, PointedRef.of(ledger.text(row, "ledger_person")));
    if (letter == null && (pauses || !site.wishes.asks().orElse(false))) {
      right.add("En préparation"); // as long as a pause lasts, or nobody is asked
    }
    if (letter != null) {
      if (letter.everSent && (letter.purged || post.isForgotten())) {
        right.add("Envoyée");
      }
      if (letter.untold) {
        right.add("Écartée");
      }
      right.add(
          switch (letter.state) {
            case DRAFT -> "Brouillon prêt";
            case SENT -> "Envoyée";
            case DISCARDED -> "Écartée";
            case DELETED -> "Retirée";
          });
    }
    if ((letter == null || !letter.astray) && !right.contains(state)) {
      watch.wrong(where + " is " + state + " instead of " + right);
    }
    if (letter != null && state.equals("Retirée") && isUntouched(letter)) {
      watch.wrong(where + " is not asked any more, and its draft is there, untouched");
    }
  }

  private static boolean isUntouched(Letter letter) {
    boolean waits = letter.state == LetterState.DRAFT && !letter.changed;
    return waits && !letter.nameless && !letter.astray && letter.known && !letter.wasOutlived;
  }

  private void state(String where, String ref, String state, boolean barred) {
    Letter letter = post.letters().get(ref);
    String outcome = site.outcomes.getOrDefault(ref, "");
    Set<String> right = new HashSet<>();
    if (barred || (letter != null && site.hasAnyBarred(letter.tokens))) {
      right.add("Retirée"); // that ends an introduction in every state
    }
    if (letter != null && letter.wasDiscarded && letter.state == LetterState.DELETED) {
      right.add("Écartée"); // as an installation knows it that was away as another deleted it
    }
    if (letter != null && site.bars.hasEnded(letter)) {
      // and nothing else can be
    } else if (!outcome.isEmpty()) {
      right.add(outcome);
    } else if (letter == null) {
      right.add("Retirée");
    } else {
      if (site.hasAnyLeft(letter.tokens, clock.instant())
          || site.hasForgotten(letter.tokens)
          || site.ticks.mayTakeBack(letter)) {
        right.add("Retirée");
      }
      if (site.noted.mayTakeBack(letter, post.letters().values())
          || (!letter.everSent && byHand.mayTakeBack(letter))) {
        right.add("Retirée");
      }
      if (letter.everSent && (letter.purged || post.isForgotten())) {
        right.add("Envoyée"); // as if the delegate had deleted a sent letter
      }
      if (letter.purged && !letter.known) {
        // as one that was never made: it is begun again, unless one of the two does not take part
        right.add("Retirée");
      }
      if (letter.untold) {
        right.add("Écartée"); // as if the delegate had deleted it for good
      }
      right.add(
          switch (letter.state) {
            case DRAFT -> "Brouillon prêt";
            case SENT -> "Envoyée";
            case DISCARDED -> "Écartée";
            case DELETED -> "Retirée";
          });
    }
    boolean astray = letter != null && letter.astray;
    if (!astray && !right.contains(state)) {
      watch.wrong(where + " is " + state + " instead of " + right);
    }
  }
}
