package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.Journal.Note.Kind;
import org.entraide.people.identity.Absences.Absence;
import org.entraide.people.identity.RetentionNote;

/** The journal's notes about people, letters and mailboxes, as the parts that decide take them. */
public final class JournalNotes {

  private static final String WITHDRAWN = "withdrawn";

  private JournalNotes() {}

  /** Whose row is gone, and since when, or that it counts as a withdrawal. */
  public static Map<String, Absence> absences(Map<Note, String> notes) {
    return ofKind(
        notes,
        Kind.VANISHED,
        words -> words.equals(WITHDRAWN) ? Absence.WITHDRAWN : new Absence(Instant.parse(words)));
  }

  /**
   * What must be written so that nobody is remembered as gone who is there.
   *
   * @param stillGone people whose row is gone
   */
  public static Map<Note, String> absencesToForget(Map<Note, String> notes, Set<String> stillGone) {
    Map<Note, String> changes = new HashMap<>();
    for (Note note : notes.keySet()) {
      if (note.kind() == Kind.VANISHED && !stillGone.contains(note.subject())) {
        changes.put(note, "");
      }
    }
    return changes;
  }

  /** For whom another introduction was asked, and instead of which. */
  public static Map<String, Set<String>> requestsForAnother(Map<Note, String> notes) {
    return ofKind(notes, Kind.ASKED, words -> Set.copyOf(Arrays.asList(words.split(" ", -1))));
  }

  /** What people are called now, by their former references. */
  public static Map<String, String> aliases(Map<Note, String> notes) {
    return ofKind(notes, Kind.ALIAS, words -> words);
  }

  /** Of all notes those about former references. */
  public static Map<Note, String> aboutAliases(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> n.kind() != Kind.ALIAS);
    return about;
  }

  /** All notes about former references as they should be. */
  public static Map<Note, String> ofAliases(Map<String, String> aliases) {
    Map<Note, String> notes = new HashMap<>();
    aliases.forEach((former, ref) -> notes.put(new Note(Kind.ALIAS, former), ref));
    return notes;
  }

  /** The positions of the histories of mailboxes, by a hash of the address. */
  public static Map<String, MailCursor> cursors(Map<Note, String> notes) {
    return ofKind(notes, Kind.MAILBOX, MailCursor::parse);
  }

  /** All notes about positions of histories as they should be. */
  public static Map<Note, String> ofCursors(Map<String, MailCursor> cursors) {
    Map<Note, String> notes = new HashMap<>();
    cursors.forEach((mailbox, at) -> notes.put(new Note(Kind.MAILBOX, mailbox), at.words()));
    return notes;
  }

  /** When people were last active, and when they are to be erased. */
  public static Map<String, RetentionNote> retention(Map<Note, String> notes) {
    Map<String, RetentionNote> byReference = new HashMap<>();
    ofKind(notes, Kind.HEARD, RetentionNote::parse)
        .forEach((ref, note) -> note.ifPresent(it -> byReference.put(ref, it)));
    return byReference;
  }

  /** Who is to be erased when, as was announced. */
  public static Map<String, Instant> announcedErasures(Map<Note, String> notes) {
    Map<String, Instant> dueByReference = new HashMap<>();
    retention(notes)
        .forEach((ref, note) -> note.leaves().ifPresent(at -> dueByReference.put(ref, at)));
    return dueByReference;
  }

  /** All notes about how long people are kept as they should be. */
  public static Map<Note, String> ofRetention(Map<String, RetentionNote> byReference) {
    Map<Note, String> notes = new HashMap<>();
    byReference.forEach((ref, note) -> notes.put(new Note(Kind.HEARD, ref), note.words()));
    return notes;
  }

  /** Of all notes those about how long people are kept. */
  public static Map<Note, String> aboutRetention(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> n.kind() != Kind.HEARD);
    return about;
  }

  /** The draft of a follow-up as it was made; empty where that is not known, or over. */
  public static Optional<Mailbox.Draft> followUp(Map<Note, String> notes, String introduction) {
    return Optional.ofNullable(notes.get(new Note(Kind.FOLLOW_UP, introduction)))
        .map(words -> words.split(" ", -1))
        .filter(names -> names.length == 3)
        .map(names -> new Mailbox.Draft(names[0], names[1], names[2]));
  }

  /**
   * What is to be remembered of a follow-up.
   *
   * @param draft as it was made; empty where there is nothing to take back any more
   */
  public static Map<Note, String> ofFollowUp(String introduction, Optional<Mailbox.Draft> draft) {
    return Map.of(
        new Note(Kind.FOLLOW_UP, introduction),
        draft.map(d -> String.join(" ", d.id(), d.messageId(), d.threadId())).orElse(""));
  }

  /** Of all notes those about follow-ups. */
  public static Map<Note, String> aboutFollowUps(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> n.kind() != Kind.FOLLOW_UP);
    return about;
  }

  /** The notes of one kind, by what they are about. */
  static <T> Map<String, T> ofKind(
      Map<Note, String> notes, Kind kind, Function<String, T> meaning) {
    Map<String, T> bySubject = new HashMap<>();
    notes.forEach(
        (note, words) -> {
          if (note.kind() == kind) {
            bySubject.put(note.subject(), meaning.apply(words));
          }
        });
    return bySubject;
  }

  /** All notes of these kinds as they should be. */
  public static Map<Note, String> of(
      Map<String, Absence> absences,
      Map<String, Set<String>> requestsForAnother,
      Map<String, String> aliases,
      List<Integer> answers) {
    Map<Note, String> notes = new HashMap<>();
    notes.putAll(AnswerTabNotes.ofTabs(answers));
    notes.putAll(ofAliases(aliases));
    absences.forEach(
        (ref, absence) -> {
          Instant since = absence.since();
          notes.put(
              new Note(Kind.VANISHED, ref), since == null ? WITHDRAWN : String.valueOf(since));
        });
    requestsForAnother.forEach(
        (ref, refs) -> notes.put(new Note(Kind.ASKED, ref), String.join(" ", new TreeSet<>(refs))));
    return notes;
  }

  /** What must be written so that what is remembered becomes what should be. */
  public static Map<Note, String> changes(Map<Note, String> remembered, Map<Note, String> wanted) {
    Map<Note, String> changes = new HashMap<>(wanted);
    changes.entrySet().removeIf(e -> e.getValue().equals(remembered.get(e.getKey())));
    remembered.keySet().stream()
        .filter(note -> !wanted.containsKey(note))
        .forEach(note -> changes.put(note, ""));
    return changes;
  }
}
