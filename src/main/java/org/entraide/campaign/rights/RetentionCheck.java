package org.entraide.campaign.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.Retention;
import org.entraide.plan.introduce.Retention.Somebody;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.ResponseRow;

/** Looks once a day, and when the process begins, for people who were kept for long enough. */
public final class RetentionCheck {

  private Optional<LocalDate> last = Optional.empty();

  /** Whether the check was not done yet today. */
  public boolean isDue(Instant now) {
    return !last.equals(Optional.of(day(now)));
  }

  /** Takes note that the check was done. */
  public void noteDone(Instant now) {
    last = Optional.of(day(now));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Who is due as a pass sees the world. Pure. */
  static Retention check(Observation observation) {
    return Retention.sweep(
        people(observation),
        JournalNotes.retention(observation.memory().notes()),
        observation.settings().retention(),
        observation.now());
  }

  /** The notes that it changes in the journal. */
  static Map<Note, String> noteChanges(Observation observation, Retention retention) {
    Map<Note, String> notesBefore = JournalNotes.aboutRetention(observation.memory().notes());
    return JournalNotes.changes(notesBefore, JournalNotes.ofRetention(retention.remembered()));
  }

  private static List<Somebody> people(Observation observation) {
    Map<String, Instant> answers = new HashMap<>();
    Map<String, Set<String>> wordsByRef = new HashMap<>();
    Set<String> staying = new HashSet<>();
    Interpretation interpretation = observation.interpretation();
    Set<String> people = new TreeSet<>(observation.memory().everybody());
    people.addAll(interpretation.bars().named()); // the journal may be lost, and their rows gone
    people.removeAll(interpretation.aliases().keySet());
    for (int i = 0; i < interpretation.rows().size(); i++) {
      ResponseRow row = interpretation.rows().get(i);
      if (!row.profile().isErased()) {
        String ref = interpretation.assigned().get(i).ref();
        people.add(ref);
        Instant at = row.profile().timestamp();
        if (at != null) {
          answers.merge(ref, at, (a, b) -> a.isAfter(b) ? a : b);
        }
        interpretation.authorship().allTyped(row).ifPresent(it -> add(wordsByRef, ref, it));
      }
    }
    for (Introduction i : observation.current(observation.mail().introductions())) {
      for (String ref : i.people()) {
        people.add(ref);
        if (i.state().holdsCapacity()) { // its end is activity, its erasure is not
          add(wordsByRef, ref, i.ref() + i.state());
          staying.add(ref);
        }
      }
    }
    addPauses(interpretation, wordsByRef, staying);
    return people.stream()
        .map(
            ref ->
                new Somebody(
                    ref,
                    Optional.ofNullable(answers.get(ref)),
                    String.join(" ", wordsByRef.getOrDefault(ref, Set.of())),
                    staying.contains(ref)))
        .toList();
  }

  /** Who pauses until a day to come stays until then; the pause's end is activity. */
  private static void addPauses(
      Interpretation interpretation, Map<String, Set<String>> wordsByRef, Set<String> staying) {
    interpretation
        .instructions()
        .forEach(
            (ref, instructions) ->
                instructions
                    .pausedUntil()
                    .ifPresent(
                        day -> {
                          add(wordsByRef, ref, day.toString());
                          staying.add(ref);
                        }));
  }

  private static void add(Map<String, Set<String>> wordsByRef, String ref, String words) {
    wordsByRef.computeIfAbsent(ref, r -> new TreeSet<>()).add(words);
  }
}
