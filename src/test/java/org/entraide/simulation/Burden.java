package org.entraide.simulation;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/** How many introductions helpers have to bear at a time. */
final class Burden {

  private final Post post;
  private final InstantSource clock;

  /** By introduction, those that held nobody's capacity when it was begun. */
  private final Map<String, Set<String>> freeWhenBegun = new HashMap<>();

  /** By site, those that held nobody's capacity when the daemon read last. */
  private final Map<Site, Set<String>> freeAtRead = new HashMap<>();

  Burden(Post post, InstantSource clock) {
    this.post = post;
    this.clock = clock;
  }

  /** The daemon reads: by what is there now it may begin introductions. */
  void read(Site site) {
    freeAtRead.put(site, free(site));
  }

  /**
   * An introduction stands in the ledger, made by what the daemon could read: a letter that was
   * withdrawn and that the delegate sends since that, nobody knows of yet.
   */
  void begun(Site site, String reference) {
    Set<String> free = free(site);
    free.addAll(freeAtRead.getOrDefault(site, Set.of()));
    freeWhenBegun.putIfAbsent(reference, free);
  }

  private Set<String> free(Site site) {
    return post.letters().values().stream()
        .filter(letter -> !isLive(site, letter, site.outcomesAtRead))
        .map(letter -> letter.reference)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The introductions that held a helper's capacity when another was begun, with that and those
   * begun since. It stands from then on: where a delegate sends a letter after that although it was
   * withdrawn, or an outcome is noted beside one that was discarded, nothing that stands is undone.
   */
  long of(Site site, String token, Letter begun) {
    Set<String> free = freeWhenBegun.getOrDefault(begun.reference, Set.of());
    return post.letters().values().stream()
        .filter(letter -> letter.tokens.contains(token) && isLive(site, letter, site.outcomes))
        .filter(letter -> !free.contains(letter.reference))
        .count();
  }

  /** All that hold a helper's capacity, with those of which nobody can say any more. */
  long most(Site site, String token) {
    return acceptedWithoutLetter(site, token)
        + post.letters().values().stream()
            .filter(letter -> letter.tokens.contains(token))
            .filter(letter -> isLive(site, letter, site.outcomes) || maybe(site, letter))
            .count();
  }

  /** Whether two wait for a call, as neither has an address. */
  static boolean isToBeRung(Desk.Tab ledger, int row) {
    return ledger.text(row, "ledger_state").equals("En préparation")
        && ledger.text(row, "ledger_explanation").contains("Il n’y a pas de brouillon");
  }

  /**
   * An outcome that was noted before there was a letter is obeyed, and none is made; nor is there
   * one where two wait for a call.
   */
  private long acceptedWithoutLetter(Site site, String token) {
    Soul soul = site.souls.get(token);
    return site.desk
        .copy()
        .with("ledger_ref")
        .map(
            ledger ->
                IntStream.range(1, ledger.rows())
                    .filter(
                        row ->
                            ledger.text(row, "ledger_state").equals(Outcomes.ACCEPTED)
                                || isToBeRung(ledger, row))
                    .filter(
                        row ->
                            soul != null
                                && soul.isCalled(PointedRef.of(ledger.text(row, "ledger_helper"))))
                    .filter(row -> !post.letters().containsKey(ledger.text(row, "ledger_ref")))
                    .count())
        .orElse(0L);
  }

  private static boolean maybe(Site site, Letter letter) {
    String outcome = site.outcomes.getOrDefault(letter.reference, "");
    return ((letter.everSent || letter.state == LetterState.DRAFT) && outcome.isEmpty())
        || outcome.equals(Outcomes.ACCEPTED);
  }

  private boolean isLive(Site site, Letter letter, Map<String, String> outcomes) {
    if (site.hasAnyBarred(letter.tokens)) { // that ends an introduction in every state
      return false;
    }
    String outcome = outcomes.getOrDefault(letter.reference, "");
    boolean isStanding =
        letter.state == LetterState.SENT
            || (letter.state == LetterState.DRAFT
                && !site.hasAnyLeft(letter.tokens, clock.instant())
                && !site.hasAnyForgotten(letter.tokens)
                && !site.noted.mayTakeBack(letter, post.letters().values())
                && !site.ticks.mayTakeBack(letter));
    return outcome.isEmpty() ? isStanding && !letter.astray : outcome.equals("Acceptée");
  }
}
