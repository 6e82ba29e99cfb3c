package org.entraide.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.Desk;

/**
 * What stood beside people in all tabs that the form left. Whoever had no row in the next one, or
 * none with a reference, gets it as soon as there is one.
 */
final class FormerWords {

  private final Site site;

  /** By token and column. */
  private final Map<String, Map<String, Set<String>>> words = new HashMap<>();

  FormerWords(Site site) {
    this.site = site;
  }

  void remember(Desk.Tab left) {
    for (int row : site.rows(left)) {
      Map<String, Set<String>> wordsByMark =
          words.computeIfAbsent(token(left, row), t -> new HashMap<>());
      Relinking.texts(left, row)
          .forEach(
              (mark, text) -> wordsByMark.computeIfAbsent(mark, m -> new HashSet<>()).add(text));
    }
  }

  /** Whether a text goes home late. */
  boolean comesLate(Desk.Tab answers, int row, String mark, String text) {
    return answers.text(row, "ref").isEmpty()
        && words
            .getOrDefault(token(answers, row), Map.of())
            .getOrDefault(mark, Set.of())
            .contains(text);
  }

  private String token(Desk.Tab tab, int row) {
    return tab.response(row).map(site.tokenByResponse::get).orElse("");
  }
}
