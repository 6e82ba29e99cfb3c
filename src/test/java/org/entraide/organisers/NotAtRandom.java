package org.entraide.organisers;

import java.util.Set;

/**
 * Operations that are held alone, at every moment, and have no place in random histories: each with
 * its reason.
 */
final class NotAtRandom {

  /**
   * What goes wrong only together with something else, so that it has no place in random histories:
   * an answer that is edited and loses its reference before the daemon has seen the new time is
   * taken for somebody new's; « Doublon », which is never the last word of its reference, is taken
   * for typed when a sort of some columns brings it beside somebody else; a copied tab that has our
   * marks is taken for the answers' once our columns are gone. Whether a copied status was typed,
   * nobody can say where the check is gone.
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

  private NotAtRandom() {}

  /**
   * Whether an operation is not undone once the daemon has answered it: our columns would come back
   * beside those that replaced them, two with each mark, and whichever check is deleted later, the
   * other's is out of date. A trial of its own undoes it, and told histories do.
   */
  static boolean stays(String name) {
    return name.equals("somebody deletes all of our columns");
  }

  /** Whether an operation undoes itself: undone once more, it undoes what was done before. */
  static boolean undoesItself(String name) {
    return name.endsWith(" and undoes it");
  }

  /** Whether an operation is left out of random histories. */
  static boolean has(Operation operation) {
    // a deleted column that comes back beside the one that replaced it: two have the same mark
    boolean column = operation.name().startsWith("somebody deletes the column");
    // a typed status is overwritten where a sort of some columns brings it beside somebody else
    boolean status = operation.name().startsWith("somebody types the status");
    boolean position = operation.name().contains("BY_POSITION");
    return column || status || position || ALONE.contains(operation.name());
  }
}
