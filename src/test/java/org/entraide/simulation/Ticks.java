package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entraide.sandbox.office.Desk;

/** Which helpers the organisers of one campaign know: only they look after children. */
final class Ticks {

  private static final String TRUE = "true";

  private final Site site;
  private Set<String> atRead = Set.of();

  /** Who was ever ticked as the daemon read. */
  private final Set<String> onceAtRead = new TreeSet<>();

  /** By helper, an introduction that was made although their tick was taken back, or is gone. */
  private final Map<String, String> doubted = new TreeMap<>();

  Ticks(Site site) {
    this.site = site;
  }

  /** Whether a row shows a tick, whoever it was meant for. */
  static boolean isShown(Desk.Tab answers, int row) {
    return answers.text(row, "checked").equals(TRUE);
  }

  private boolean isTicked(Desk.Tab answers, int row) {
    String response = answers.response(row).orElse("");
    return isShown(answers, row) && !site.copied.isCopied(response, "checked");
  }

  /** Whether each row of somebody's is ticked for them. */
  boolean isTicked(Desk.Tab answers, List<Integer> rows) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isTicked(answers, row));
  }

  /** The daemon reads. */
  void read(Desk.Tab answers) {
    Set<String> ticked = new TreeSet<>();
    for (int row : site.rows(answers)) {
      // also in a copy of their own row, for whom the tick was typed
      if (isShown(answers, row)
          && !site.copied.isAnothers(answers.response(row).orElse(""), "checked")) {
        site.owner(answers, row).ifPresent(soul -> ticked.add(soul.token()));
      }
    }
    atRead = ticked;
    onceAtRead.addAll(ticked);
  }

  /** The helper of an introduction for which they must be known; empty where they need not be. */
  private Optional<Soul> helper(Letter letter) {
    boolean needed =
        letter.tokens.stream()
            .map(site.souls::get)
            .anyMatch(soul -> soul != null && soul.needsTick());
    return needed
        ? letter.tokens.stream()
            .map(site.souls::get)
            .filter(soul -> soul != null && soul.isHelper())
            .findFirst()
        : Optional.empty();
  }

  /**
   * Whether an introduction may be withdrawn since its helper is not known any more: their tick was
   * taken back, or went with their row, and they answered again.
   */
  boolean mayTakeBack(Letter letter) {
    return helper(letter)
        .filter(soul -> soul.wasUnticked || (soul.wasEverGone() && !atRead.contains(soul.token())))
        .isPresent();
  }

  /** What is wrong with an introduction that was just made. */
  Optional<String> introduced(Letter letter) {
    Optional<Soul> helper =
        helper(letter).filter(soul -> !atRead.contains(soul.token()) && !soul.isForgotten());
    if (helper.isEmpty()) {
      return Optional.empty();
    }
    // it may look as if the tick had been moved: a row must ask
    if (helper.get().wasUnticked || wentWithRow(helper.get())) {
      doubted.put(helper.get().token(), letter.reference);
      return Optional.empty();
    }
    return Optional.of(letter.reference + " is for a child, with a helper whom nobody knows");
  }

  /** Whether a tick that was read went with a row: where others were ticked, it may be theirs. */
  private boolean wentWithRow(Soul helper) {
    return helper.wasEverGone() && onceAtRead.contains(helper.token());
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab answers, Map<String, List<Integer>> rows, Post post) {
    List<String> wrong = new ArrayList<>();
    doubted.forEach(
        (token, reference) -> {
          List<Integer> rowsOfPerson = rows.getOrDefault(token, List.of());
          Letter letter = post.letters().get(reference);
          Soul soul = site.souls.get(token);
          boolean open =
              letter != null && letter.isThere() && !site.outcomes.containsKey(reference);
          if (open // else it was taken back, or an organiser decided
              && soul != null
              && !soul.isForgotten()
              && !rowsOfPerson.isEmpty()
              && rowsOfPerson.stream()
                  .noneMatch(row -> isShown(answers, row) || Site.asks(answers, row))) {
            wrong.add(reference + " is for a child, with a helper whose tick was taken back");
          }
        });
    for (Letter letter : post.letters().values()) {
      Optional<Soul> helper = helper(letter);
      if (helper.isEmpty()
          || post.isForgotten() // what was found counts as the delegate's
          || letter.state != LetterState.DRAFT
          || letter.changed
          || letter.nameless // likewise
          || !site.outcomes.getOrDefault(letter.reference, "").isEmpty()) {
        continue;
      }
      List<Integer> rowsOfHelper = rows.getOrDefault(helper.get().token(), List.of());
      if (!rowsOfHelper.isEmpty()
          && rowsOfHelper.stream()
              .noneMatch(row -> isShown(answers, row) || Site.asks(answers, row))) {
        wrong.add(letter.reference + " waits to be sent although a tick was taken back");
      }
    }
    return wrong;
  }
}
