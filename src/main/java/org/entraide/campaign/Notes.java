package org.entraide.campaign;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entraide.campaign.Journal.Note;
import org.entraide.campaign.Journal.Note.Kind;
import org.entraide.plan.Absences.Absence;

/** The journal's notes about people, as the parts that decide take them. */
final class Notes {

  private static final String WITHDRAWN = "withdrawn";
  private static final Note ANSWERS = new Note(Kind.ANSWERS, "tab");

  private Notes() {}

  static Map<String, Absence> absences(Map<Note, String> notes) {
    return ofKind(
        notes,
        Kind.VANISHED,
        words -> words.equals(WITHDRAWN) ? Absence.WITHDRAWN : new Absence(Instant.parse(words)));
  }

  static Map<String, Set<String>> asked(Map<Note, String> notes) {
    return ofKind(notes, Kind.ASKED, words -> Set.copyOf(Arrays.asList(words.split(" ", -1))));
  }

  static Map<String, String> barred(Map<Note, String> notes) {
    return ofKind(notes, Kind.BARRED, words -> words);
  }

  static Map<String, String> aliases(Map<Note, String> notes) {
    return ofKind(notes, Kind.ALIAS, words -> words);
  }

  /** The tabs that had the answers so far, the last one first. */
  static List<Integer> answers(Map<Note, String> notes) {
    return Optional.ofNullable(notes.get(ANSWERS))
        .map(words -> Arrays.stream(words.split(" ", -1)).map(Integer::valueOf).toList())
        .orElse(List.of());
  }

  private static <T> Map<String, T> ofKind(
      Map<Note, String> notes, Kind kind, Function<String, T> meaning) {
    Map<String, T> found = new HashMap<>();
    notes.forEach(
        (note, words) -> {
          if (note.kind() == kind) {
            found.put(note.subject(), meaning.apply(words));
          }
        });
    return found;
  }

  /** All notes of these kinds as they should be. */
  static Map<Note, String> of(
      Map<String, Absence> absences,
      Map<String, Set<String>> asked,
      Map<String, String> barred,
      Map<String, String> aliases,
      List<Integer> answers) {
    Map<Note, String> notes = new HashMap<>();
    notes.put(ANSWERS, String.join(" ", answers.stream().map(String::valueOf).toList()));
    aliases.forEach((former, ref) -> notes.put(new Note(Kind.ALIAS, former), ref));
    absences.forEach(
        (ref, absence) -> {
          Instant since = absence.since();
          notes.put(
              new Note(Kind.VANISHED, ref), since == null ? WITHDRAWN : String.valueOf(since));
        });
    asked.forEach(
        (ref, refs) -> notes.put(new Note(Kind.ASKED, ref), String.join(" ", new TreeSet<>(refs))));
    barred.forEach((hash, ref) -> notes.put(new Note(Kind.BARRED, hash), ref));
    return notes;
  }

  /** What must be written so that what is remembered becomes what should be. */
  static Map<Note, String> changes(Map<Note, String> remembered, Map<Note, String> wanted) {
    Map<Note, String> changes = new HashMap<>(wanted);
    changes.entrySet().removeIf(e -> e.getValue().equals(remembered.get(e.getKey())));
    remembered.keySet().stream()
        .filter(note -> !wanted.containsKey(note))
        .forEach(note -> changes.put(note, ""));
    return changes;
  }
}
