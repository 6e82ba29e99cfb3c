package org.entraide.organisers;

import static org.entraide.organisers.Moment.BEFORE_THE_WRITE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Operations that the daemon or the office does not withstand yet, each with the reason. A line
 * goes when its reason has: {@code -Dorganisers.later=true} runs these alone.
 */
final class Later {

  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    because(
        "where columns moved between the last look and the write, what stood in cells that were hit"
            + " is not put back everywhere",
        BEFORE_THE_WRITE,
        "somebody drags our columns left of the form's",
        "somebody drags the status to the far left",
        "somebody drags the form's e-mail column right of ours",
        "somebody inserts two columns left of all",
        "somebody deletes the column of the check");
    because(
        "the undo moves the cells that were hit, and the oracle looks where they stood before",
        BEFORE_THE_WRITE,
        "somebody deletes the column of the needs, and undoes it later");
  }

  /**
   * What goes wrong only together with something else, so that it has no place in random histories
   * yet: an answer that is edited and loses its reference before the daemon has seen the new time
   * is taken for somebody new's; « Doublon », which is never the last word of its reference, is
   * taken for typed when a sort of some columns brings it beside somebody else; a copied tab that
   * has our marks is taken for the answers' once our columns are gone. Whether a copied status was
   * typed, nobody can say where the check is gone.
   */
  private static final Set<String> ALONE =
      Set.of(
          "a respondent edits an answer (TRACKED)",
          "a respondent edits an answer (APPEND)",
          "somebody sorts and then a respondent edits an answer (TRACKED)",
          "somebody sorts and then a respondent edits an answer (APPEND)",
          "somebody sorts the statuses only",
          "somebody sorts the words only",
          "somebody copies the tab of the answers, the columns' marks too",
          "somebody types « Doublon » and the reference of somebody else",
          "somebody copies our words from one row to another",
          "somebody copies our words and the check from one row to another");

  /** Withstood, and not drawn at random yet: one more to draw from makes other histories of all. */
  private static final Set<String> NEW =
      Set.of(
          "somebody merges our cells of three rows",
          "somebody merges our cells of a row",
          "somebody merges the references of three rows",
          "somebody cuts an instruction and pastes it into another row");

  /**
   * Random histories that go wrong. In five of them somebody types into a cell between the daemon's
   * last look and its write, which Sheets cannot tell (65, 145, 146, 174, 193). In two all of our
   * columns are deleted at that moment, and two cells of the grid's last column are hit (73, 191).
   * 140 is about a capacity that was lowered by an edit; 160, 96 and 189 are not understood yet.
   */
  private static final Set<Long> SEEDS =
      Set.of(65L, 73L, 96L, 140L, 145L, 146L, 160L, 174L, 189L, 191L, 193L);

  private Later() {}

  /** Whether an operation is left out of random histories, at that moment or at all. */
  static boolean atRandom(Operation operation, Moment moment) {
    // a deleted column that comes back beside the one that replaced it: two have the same mark
    boolean column = operation.name().startsWith("somebody deletes the column");
    // a typed status is overwritten where a sort of some columns brings it beside somebody else
    boolean status = operation.name().startsWith("somebody types the status");
    boolean position = operation.name().contains("BY_POSITION");
    return has(operation, moment)
        || column
        || status
        || position
        || ALONE.contains(operation.name())
        || NEW.contains(operation.name());
  }

  static boolean has(long seed) {
    return SEEDS.contains(seed);
  }

  private static void because(String reason, Moment moment, String... names) {
    for (String name : names) {
      REASONS.put(name + ", " + moment, reason);
    }
  }

  /** Whether an operation is left for later, at that moment or at all. */
  static boolean has(Operation operation, Moment moment) {
    return REASONS.containsKey(operation.name())
        || REASONS.containsKey(operation.name() + ", " + moment);
  }

  /** What is listed here and is no operation. */
  static List<String> unknown() {
    List<String> unknown = new ArrayList<>(REASONS.keySet());
    for (Operation operation : Operations.all()) {
      unknown.remove(operation.name());
      for (Moment moment : Moment.values()) {
        unknown.remove(operation.name() + ", " + moment);
      }
    }
    return unknown;
  }
}
