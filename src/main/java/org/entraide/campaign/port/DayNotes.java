package org.entraide.campaign.port;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.Journal.Note.Kind;

/** The journal's notes that are days in the sheet's time zone. */
public final class DayNotes {

  private DayNotes() {}

  /** By person, the days of pauses that were typed without their year, as they were understood. */
  public static Map<String, Set<LocalDate>> assumedDays(Map<Note, String> notes) {
    return ofKind(notes, Kind.PAUSED);
  }

  /** All notes about those days as they should be. */
  public static Map<Note, String> ofAssumedDays(Map<String, Set<LocalDate>> days) {
    Map<Note, String> notes = new HashMap<>();
    days.forEach(
        (ref, all) ->
            notes.put(
                new Note(Kind.PAUSED, ref),
                String.join(" ", all.stream().sorted().map(LocalDate::toString).toList())));
    return notes;
  }

  /** By introduction, the day on which its acceptance was seen. */
  public static Map<String, LocalDate> accepted(Map<Note, String> notes) {
    Map<String, LocalDate> accepted = new HashMap<>();
    ofKind(notes, Kind.ACCEPTED)
        .forEach((ref, days) -> days.forEach(day -> accepted.put(ref, day)));
    return accepted;
  }

  /** All notes about acceptances as they should be. */
  public static Map<Note, String> ofAccepted(Map<String, LocalDate> days) {
    Map<Note, String> notes = new HashMap<>();
    days.forEach((ref, day) -> notes.put(new Note(Kind.ACCEPTED, ref), day.toString()));
    return notes;
  }

  private static Map<String, Set<LocalDate>> ofKind(Map<Note, String> notes, Kind kind) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    notes.forEach(
        (note, words) -> {
          if (note.kind() == kind) {
            days.put(
                note.subject(),
                Arrays.stream(words.split(" ", -1))
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet()));
          }
        });
    return days;
  }
}
