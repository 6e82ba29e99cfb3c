package org.entraide.campaign;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.Erased;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Leaving;
import org.entraide.plan.Someone;

/**
 * Who is there.
 *
 * @param people by reference
 * @param withdrawn people whose row is gone for good
 * @param cursors where histories of mailboxes stand
 * @param erased whose references are not given again
 */
record Cast(
    Interpretation rows,
    Map<String, Someone> people,
    Map<String, Instant> firstAnswers,
    Set<String> withdrawn,
    Map<String, MailCursor> cursors,
    Erased erased) {

  /** The people of a situation; of somebody barred nobody waits for the row to come back. */
  static Cast of(Situation situation) {
    Scene scene = situation.scene();
    Set<String> withdrawn = new HashSet<>(scene.rows().barred());
    withdrawn.addAll(scene.absences().withdrawn());
    return new Cast(
        scene.rows(),
        situation.people(),
        scene.firstAnswers(),
        withdrawn,
        scene.seen().cursors(),
        scene.memory().erased());
  }

  /** Somebody by a reference that they have or had; empty where their row is gone. */
  Optional<Someone> find(String ref) {
    return Optional.ofNullable(people.get(rows.nowCalled(ref)));
  }

  /** Whether the rows of both are there. */
  boolean areThere(Introduction i) {
    return find(i.person()).isPresent() && find(i.helper()).isPresent();
  }

  /** Whether one of the two no longer takes part; a row that is gone may come back for a while. */
  boolean left(Introduction i) {
    return Stream.of(i.person(), i.helper()).map(rows::nowCalled).anyMatch(this::left);
  }

  private boolean left(String ref) {
    Someone someone = people.get(ref);
    return someone == null ? withdrawn.contains(ref) : !someone.present();
  }

  /** Whether one of the two withdrew, or was withdrawn; a pause leaves drafts where they are. */
  boolean withdrew(Introduction i) {
    return Stream.of(i.person(), i.helper())
        .map(rows::nowCalled)
        .anyMatch(ref -> Leaving.isFinal(people.get(ref), withdrawn.contains(ref)));
  }
}
