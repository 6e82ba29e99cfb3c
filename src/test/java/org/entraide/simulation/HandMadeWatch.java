package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/** Holds the rows that organisers typed into the ledger against what must become of them. */
final class HandMadeWatch {

  private static final String ALREADY = "déjà mises en relation";

  private final Site site;
  private final Post post;

  /** By introduction that has a letter, those by hand that stood when it was begun. */
  private final Map<String, Map<String, Set<String>>> whenBegun = new HashMap<>();

  private final Map<Site, Map<String, Set<String>>> atRead = new HashMap<>();

  HandMadeWatch(Site site, Post post) {
    this.site = site;
    this.post = post;
  }

  void read() {
    atRead.put(site, site.byHand.standing());
  }

  /** A row of the ledger gets its reference. */
  void begun(String reference) {
    Map<String, Set<String>> standing = new HashMap<>(atRead.getOrDefault(site, Map.of()));
    standing.keySet().retainAll(site.byHand.standing().keySet());
    whenBegun.putIfAbsent(reference, standing);
  }

  /** Whether a letter is to two who were introduced by hand when it was begun. */
  boolean isRepeated(Letter letter) {
    return whenBegun.getOrDefault(letter.reference, Map.of()).containsValue(letter.tokens);
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab ledger, Desk.Tab answers) {
    List<String> wrong = new ArrayList<>();
    Map<Set<String>, String> counted = new HashMap<>();
    Map<String, List<Integer>> theirs = site.rowsByToken(answers);
    for (int row : HandMadeDeeds.rows(ledger, site.byHand.typed::containsKey)) {
      String ref = ledger.text(row, "ledger_ref");
      HandMadeDeeds.Typed what =
          site.byHand.typed.getOrDefault(
              ledger.response(row).orElse(""), HandMadeDeeds.Typed.NOTHING);
      String where = site.settings.name() + " row " + (row + 1) + " of the ledger";
      String explanation = ledger.text(row, "ledger_explanation");
      if (!what.isWhole()) {
        if (!ref.isEmpty()) {
          wrong.add(where + " is an introduction of nobody, or of oneself");
        }
        if (what.person().isEmpty() ? !explanation.isEmpty() : explanation.isEmpty()) {
          wrong.add(where + " is answered although it is a note, or the reverse");
        }
        continue;
      }
      if (!isSure(what, theirs)) {
        continue;
      }
      Set<String> two = Set.of(what.person(), what.helper());
      if (!ref.isEmpty()) {
        if (post.letters().containsKey(ref)) {
          wrong.add(where + " has a letter");
        }
        named(ledger, row, where, what, answers, theirs, wrong);
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
      Map<String, List<Integer>> theirs,
      List<String> wrong) {
    boolean person = shows(ledger.text(row, "ledger_person"), what.person(), answers, theirs);
    boolean helper = shows(ledger.text(row, "ledger_helper"), what.helper(), answers, theirs);
    if (!person || !helper) {
      wrong.add(where + " names others than were typed");
    }
  }

  private static boolean shows(
      String cell, String token, Desk.Tab answers, Map<String, List<Integer>> theirs) {
    return theirs.getOrDefault(token, List.of()).stream()
        .anyMatch(row -> answers.text(row, "ref").equals(PointedRef.of(cell)));
  }

  /** Whether nothing that happened to the two leaves a doubt who is meant, or may be. */
  private boolean isSure(HandMadeDeeds.Typed what, Map<String, List<Integer>> theirs) {
    for (String token : List.of(what.person(), what.helper())) {
      Soul soul = site.souls.get(token);
      if (soul == null
          || !theirs.containsKey(token)
          || soul.isForgotten()
          || soul.isStrange
          || soul.isIncomplete
          || soul.wasBarred
          || soul.wasEverGone()
          || post.isForgotten()) {
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
        right.add(outcome.isEmpty() ? "Envoyée" : outcome);
      }
    }
    if (barred) {
      right.add("Retirée");
    }
    return right;
  }
}
