package org.entraide.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.entraide.organisers.Human;
import org.entraide.sandbox.office.Desk;

/**
 * The form of a campaign is linked anew, and what must follow: the new tab has what people asked
 * for in the old one, each beside its person, and the old one stays as it is.
 */
final class Relinking {

  private static final List<String> ORGANISERS =
      List.of("instruction", "checked", "with", "never_with", "corrected_place");

  /** Titles that mean the same to anybody who reads them. */
  private static final List<String> SAME = List.of("Adresse", "Où habitez-vous ?", "Votre adresse");

  private final Site site;

  /** By response and column, what stood beside it and must still. */
  private final Map<String, Map<String, String>> expected = new TreeMap<>();

  /** Tabs that were left, and whether the daemon has read the spreadsheet since. */
  private final Map<Integer, Boolean> left = new HashMap<>();

  private int times;

  Relinking(Site site) {
    this.site = site;
  }

  /**
   * Links it, under other titles now and then.
   *
   * @param asked whether the daemon reads the form, too
   * @return whether it did: not before the daemon has seen the last time, of which it would ask
   */
  boolean happens(SplittableRandom random, boolean asked) {
    Desk.Tab old = site.answers();
    if (site.rows(old).stream().allMatch(row -> old.text(row, "ref").isEmpty())) {
      return false;
    }
    times++;
    if (random.nextBoolean()) {
      site.premises.rename(
          Human.PLACE, asked ? "Question n° " + times : SAME.get(random.nextInt(SAME.size())));
    }
    expected.clear();
    for (int row : site.rows(old)) {
      if (!Site.asks(old, row)) { // what stands astray is another's
        Map<String, String> texts = new HashMap<>();
        for (String mark : ORGANISERS) {
          String text = old.text(row, mark);
          if (!text.isEmpty()) {
            texts.put(mark, text);
          }
        }
        expected.put(old.response(row).orElseThrow(), texts);
      }
    }
    site.premises.linkAnew();
    left.put(old.id(), false);
    return true;
  }

  /** The daemon reads everything. */
  void read() {
    left.replaceAll((tab, seen) -> true);
  }

  /** An organiser types there, or clears it. */
  void typed(String response, String mark) {
    expected.getOrDefault(response, new HashMap<>()).remove(mark);
  }

  /** Somebody's row is gone, or came back. */
  void gone(String response) {
    expected.remove(response);
  }

  /** Whether a tab was left before the daemon last read: nothing may change in it any more. */
  boolean isLeft(int tab) {
    return left.getOrDefault(tab, false);
  }

  /**
   * Whether that is what stood beside a response in the tab before.
   *
   * @param response empty where people moved rows in that instant: then beside anybody's
   */
  boolean carries(String response, String mark, String text) {
    return response.isEmpty()
        ? expected.values().stream().anyMatch(texts -> text.equals(texts.get(mark)))
        : text.equals(expected.getOrDefault(response, Map.of()).get(mark));
  }

  /** Who is stopped by a word that is not carried over yet. */
  Set<String> stopped(Desk.Tab answers) {
    Set<String> stopped = new HashSet<>();
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElseThrow();
      String word = expected.getOrDefault(response, Map.of()).getOrDefault("instruction", "");
      if (Site.STOPS.containsKey(word) && !site.cleared.contains(word)) {
        site.owner(answers, row).ifPresent(soul -> stopped.add(soul.token()));
      }
    }
    return stopped;
  }

  /** What is not beside its person, in words, once all has settled. */
  List<String> missing(Desk.Tab answers) {
    Map<String, String> missing = new TreeMap<>();
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElseThrow();
      int at = row;
      expected
          .getOrDefault(response, Map.of())
          .forEach(
              (mark, text) -> {
                if (!answers.text(at, mark).equals(text)
                    && !Site.asks(answers, at)
                    && !site.cleared.contains(text)) {
                  missing.put(
                      response + mark,
                      site.settings.name()
                          + " row "
                          + (at + 1)
                          + " has not what was asked for in the tab before, under "
                          + mark);
                }
              });
    }
    return List.copyOf(missing.values());
  }
}
