package org.entraide.campaign.port;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.Journal.Note.Kind;

/** The journal's notes about rows that organisers type into the ledger. */
public final class TypedRowNotes {

  private TypedRowNotes() {}

  /** Since when each row is there unchanged, by a hash of its text. */
  public static Map<String, Instant> since(Map<Note, String> notes) {
    Map<String, Instant> since = new HashMap<>();
    notes.forEach(
        (note, words) -> {
          if (note.kind() == Kind.TYPED) {
            since.put(note.subject(), Instant.parse(words));
          }
        });
    return since;
  }

  /** Of all notes those of this kind. */
  public static Map<Note, String> about(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(note -> note.kind() != Kind.TYPED);
    return about;
  }

  /** All notes of this kind as they should be. */
  public static Map<Note, String> of(Map<String, Instant> since) {
    Map<Note, String> notes = new HashMap<>();
    since.forEach((row, at) -> notes.put(new Note(Kind.TYPED, row), at.toString()));
    return notes;
  }
}
