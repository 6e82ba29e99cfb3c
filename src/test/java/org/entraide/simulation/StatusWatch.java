package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.Desk;

/** Holds the statuses that rows show against what organisers typed there, and cleared. */
final class StatusWatch {

  /** How the notes begin that organisers type as a status; the daemon has no such words. */
  static final String NOTE = "Vu le ";

  private static final Set<String> SAID = Set.copyOf(Site.STOPS.values());

  private StatusWatch() {}

  /** What is wrong once everything has settled. */
  static List<String> settled(
      Site site, Desk.Tab answers, Map<String, List<Integer>> rows, Post post) {
    List<String> wrong = new ArrayList<>();
    rows.forEach(
        (token, theirs) -> {
          for (int row : theirs) {
            String where = site.settings.name() + " row " + (row + 1) + " of " + token;
            if (keepsWhatWasCleared(site, answers, theirs, row) && !post.isForgotten()) {
              wrong.add(where + " shows a status that was cleared");
            }
            if (obeysWhatWasCopied(site, answers, theirs, row)) {
              wrong.add(where + " obeys an instruction that was copied there");
            }
            if (isTooGood(site, answers, theirs, row)) {
              wrong.add(where + " is not Incomplet although it lacks a contact or a consent");
            }
          }
        });
    return wrong;
  }

  /** Cleared means worked out again: nothing beside the person asks for that status any more. */
  private static boolean keepsWhatWasCleared(
      Site site, Desk.Tab answers, List<Integer> rowsOfPerson, int row) {
    Soul soul = site.owner(answers, row).orElseThrow();
    String cleared = site.emptied.get(answers.response(row).orElse(""));
    return cleared != null
        && cleared.equals(answers.text(row, "status"))
        && !soul.wasBarred
        && !soul.isStrange
        && !soul.isOld
        && rowsOfPerson.stream()
            .noneMatch(
                it ->
                    site.stops(answers.text(it, "instruction"))
                        || site.typed.containsKey(answers.response(it).orElse(""))
                        || Site.asks(answers, it));
  }

  /**
   * An instruction that came with a copied row is not for who was typed there; it is where the copy
   * is of their own row, for whom it was typed.
   */
  private static boolean obeysWhatWasCopied(
      Site site, Desk.Tab answers, List<Integer> rowsOfPerson, int row) {
    Soul soul = site.owner(answers, row).orElseThrow();
    return site.copied.isAnothers(answers.response(row).orElse(""), "instruction")
        && answers.text(row, "status").equals(site.stop(answers.text(row, "instruction")))
        && soul.original != null
        && !soul.wasBarred
        && !(answers.text(row, "status").equals(Bars.WORD) && site.bars.covering(soul).isPresent())
        && !soul.isForgotten()
        && !soul.isOld
        && rowsOfPerson.stream()
            .noneMatch(
                it ->
                    site.typed.containsKey(answers.response(it).orElse(""))
                        || isTheirs(site, answers, it));
  }

  private static boolean isTheirs(Site site, Desk.Tab answers, int row) {
    return site.stops(answers.text(row, "instruction"))
        && !site.copied.isAnothers(answers.response(row).orElse(""), "instruction");
  }

  private static boolean isTooGood(
      Site site, Desk.Tab answers, List<Integer> rowsOfPerson, int row) {
    Soul soul = site.owner(answers, row).orElseThrow();
    String status = answers.text(row, "status");
    return soul.isIncomplete
        && !soul.wasBarred
        && !status.equals("Incomplet")
        && !(status.equals("Doublon") && rowsOfPerson.size() > 1)
        && !SAID.contains(status)
        && !status.startsWith(NOTE) // also one that a write hit, and that was put back
        && !site.typed.containsKey(answers.response(row).orElse(""));
  }
}
