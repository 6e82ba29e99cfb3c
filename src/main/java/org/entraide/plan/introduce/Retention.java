package org.entraide.plan.introduce;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.identity.RetentionNote;
import org.entraide.people.word.ShortHashes;

/**
 * Who is to be erased since nothing was heard of them for so long: no answer, no instruction and no
 * end of an introduction or a pause. A person with a standing introduction stays, and one whose
 * pause ends on a day to come. It is announced a week before: organisers read it in the row and on
 * the dashboard, and a clock that jumped ahead erases nobody at once. Pure.
 *
 * @param remembered of everybody, by reference, to be remembered until the next sweep
 * @param due who is to be erased now
 */
public record Retention(Map<String, RetentionNote> remembered, Set<String> due) {

  /** How long before it is announced. */
  public static final Duration NOTICE = Duration.ofDays(7);

  public Retention {
    remembered = Map.copyOf(remembered);
    due = Set.copyOf(due);
  }

  /**
   * Somebody as a sweep finds them.
   *
   * @param lastAnswer the latest of their answers; empty where none has a time
   * @param organiserWords what organisers say of them and the state of their introductions, in any
   *     form that is the same as long as they are; empty for nothing
   * @param staying whether they have a standing introduction, or pause until a day to come
   */
  public record Somebody(
      String ref, Optional<Instant> lastAnswer, String organiserWords, boolean staying) {}

  /**
   * Looks who is due.
   *
   * @param people everybody of whom anything is known
   * @param lastNotes of the last sweep
   * @param retention how long somebody is kept
   */
  public static Retention sweep(
      Collection<Somebody> people,
      Map<String, RetentionNote> lastNotes,
      Duration retention,
      Instant now) {
    Map<String, RetentionNote> remembered = new HashMap<>();
    Set<String> due = new HashSet<>();
    for (Somebody one : people) {
      Optional<RetentionNote> lastNote = Optional.ofNullable(lastNotes.get(one.ref()));
      String wordsHash = ShortHashes.longer(one.organiserWords());
      Instant lastHeard = lastHeard(one, lastNote, wordsHash, now);
      Instant last =
          one.lastAnswer()
              .filter(lastHeard::isBefore)
              .filter(at -> !at.isAfter(now))
              .orElse(lastHeard);
      Instant end = last.plus(retention);
      boolean announced = !one.staying() && !now.isBefore(end.minus(NOTICE));
      Optional<Instant> leaves =
          announced
              ? Optional.of(
                  lastNote
                      .flatMap(RetentionNote::leaves)
                      .filter(at -> !at.isAfter(now.plus(NOTICE))) // else the clock was set back
                      .orElse(now.plus(NOTICE)))
              : Optional.empty();
      remembered.put(one.ref(), new RetentionNote(lastHeard, wordsHash, leaves));
      if (leaves.filter(at -> !now.isBefore(at)).isPresent()) {
        due.add(one.ref());
      }
    }
    return new Retention(remembered, due);
  }

  /** A sweep that knows nobody cannot know since when organisers say what they say. */
  private static Instant lastHeard(
      Somebody one, Optional<RetentionNote> lastNote, String wordsHash, Instant now) {
    Instant lastHeard =
        lastNote.isPresent()
            ? lastNote
                .filter(k -> k.saidHash().equals(wordsHash))
                .map(RetentionNote::lastHeard)
                .orElse(now)
            : one.lastAnswer().filter(at -> wordsHash.isEmpty()).orElse(now);
    return lastHeard.isAfter(now) ? now : lastHeard;
  }
}
