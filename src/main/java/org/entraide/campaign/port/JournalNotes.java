package org.entraide.campaign.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.Journal.Note.Kind;
import org.entraide.people.identity.Absences.Absence;
import org.entraide.people.identity.RetentionNote;
import org.entraide.people.profile.Field;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.settings.Bar;
import org.entraide.plan.settings.Bars;
import org.entraide.plan.settings.DeletionConfirmation;
import org.entraide.plan.settings.KeptGroups;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.plan.settings.Setting;

/** The journal's notes, as the parts that decide take them. */
public final class JournalNotes {

  private static final String WITHDRAWN = "withdrawn";

  /** Before the hash of a group's name. */
  private static final String GROUP = "group:";

  private static final Note CONFIRMED = new Note(Kind.CONFIRMED, "deletions");
  private static final Note ANSWERS = new Note(Kind.ANSWERS, "tab");
  private static final Note PASSED = new Note(Kind.ANSWERS, "passed");
  private static final Note CHOSEN = new Note(Kind.ANSWERS, "chosen");
  private static final Note RECALL = new Note(Kind.ANSWERS, "recall");

  private static final String AWAITED = "awaited";
  private static final Note QUESTIONS = new Note(Kind.ANSWERS, "questions");

  private static final Set<Kind> SETTINGS = EnumSet.of(Kind.SETTING, Kind.CONFIRMED, Kind.BARRED);

  /** A contact as an earlier version remembered it. */
  private static final Pattern UNSALTED = Pattern.compile("[0-9a-f]{16}");

  private JournalNotes() {}

  public static Map<String, Absence> absences(Map<Note, String> notes) {
    return ofKind(
        notes,
        Kind.VANISHED,
        words -> words.equals(WITHDRAWN) ? Absence.WITHDRAWN : new Absence(Instant.parse(words)));
  }

  /**
   * What must be written so that nobody is remembered as gone who is there.
   *
   * @param gone people whose row is gone
   */
  public static Map<Note, String> returned(Map<Note, String> notes, Set<String> gone) {
    Map<Note, String> changes = new HashMap<>();
    for (Note note : notes.keySet()) {
      if (note.kind() == Kind.VANISHED && !gone.contains(note.subject())) {
        changes.put(note, "");
      }
    }
    return changes;
  }

  public static Map<String, Set<String>> asked(Map<Note, String> notes) {
    return ofKind(notes, Kind.ASKED, words -> Set.copyOf(Arrays.asList(words.split(" ", -1))));
  }

  /** Who is barred. An earlier version remembered each contact by itself, and whose it was. */
  public static Bars bars(Map<Note, String> notes) {
    List<Bar> bars = new ArrayList<>();
    Map<String, Set<String>> contacts = new TreeMap<>();
    ofKind(notes, Kind.BARRED, words -> words)
        .forEach(
            (subject, words) -> {
              if (UNSALTED.matcher(subject).matches()) {
                contacts.computeIfAbsent(words, ref -> new TreeSet<>()).add(subject);
              } else {
                Bar.ofNote(subject, words).ifPresent(bars::add);
              }
            });
    contacts.forEach((ref, hashes) -> bars.add(Bar.unsalted(ref, hashes)));
    return new Bars(bars, Map.of());
  }

  /** All notes about who is barred as they should be. */
  public static Map<Note, String> of(Bars bars) {
    Map<Note, String> notes = new HashMap<>();
    bars.all().forEach(bar -> notes.put(new Note(Kind.BARRED, bar.salt()), bar.note()));
    return notes;
  }

  /** Of all notes those about who is barred. */
  public static Map<Note, String> aboutBars(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> n.kind() != Kind.BARRED);
    return about;
  }

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

  public static Map<Note, String> ofCursors(Map<String, MailCursor> cursors) {
    Map<Note, String> notes = new HashMap<>();
    cursors.forEach((mailbox, at) -> notes.put(new Note(Kind.MAILBOX, mailbox), at.words()));
    return notes;
  }

  /** When people were last active. */
  public static Map<String, RetentionNote> heard(Map<Note, String> notes) {
    Map<String, RetentionNote> heard = new HashMap<>();
    ofKind(notes, Kind.HEARD, RetentionNote::parse)
        .forEach((ref, known) -> known.ifPresent(it -> heard.put(ref, it)));
    return heard;
  }

  /** Who leaves when, as was announced. */
  public static Map<String, Instant> leaving(Map<Note, String> notes) {
    Map<String, Instant> leaving = new HashMap<>();
    heard(notes).forEach((ref, known) -> known.leaves().ifPresent(at -> leaving.put(ref, at)));
    return leaving;
  }

  public static Map<Note, String> ofHeard(Map<String, RetentionNote> heard) {
    Map<Note, String> notes = new HashMap<>();
    heard.forEach((ref, known) -> notes.put(new Note(Kind.HEARD, ref), known.words()));
    return notes;
  }

  /** Of all notes those about how long people are kept. */
  public static Map<Note, String> aboutRetention(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> n.kind() != Kind.HEARD);
    return about;
  }

  /** The tabs that had the answers so far, the last one first. */
  public static List<Integer> answers(Map<Note, String> notes) {
    return Optional.ofNullable(notes.get(ANSWERS))
        .map(words -> Arrays.stream(words.split(" ", -1)).map(Integer::valueOf).toList())
        .orElse(List.of());
  }

  /** Whether what is known of a tab that is gone is not yet written into the one after it. */
  public static boolean isRecalling(Map<Note, String> notes) {
    return notes.containsKey(RECALL);
  }

  /** That it is to be, or was. */
  public static Map<Note, String> recalling(boolean due) {
    return Map.of(RECALL, due ? "due" : "");
  }

  /** People who had no row when the words of another tab were carried over. */
  public static Set<String> awaited(Map<Note, String> notes) {
    return ofKind(notes, Kind.AWAITED, words -> words).keySet();
  }

  /** What is to be remembered of them. */
  public static Map<Note, String> ofAwaited(Set<String> people) {
    Map<Note, String> notes = new HashMap<>();
    people.forEach(ref -> notes.put(new Note(Kind.AWAITED, ref), AWAITED));
    return notes;
  }

  /** Tabs that showed the same answers when another was chosen, and since when. */
  public static Map<Integer, Instant> passed(Map<Note, String> notes) {
    return moments(notes, PASSED);
  }

  /** The tab that was chosen while nothing might be written into it. */
  public static Optional<AnswerTabs.Chosen> chosen(Map<Note, String> notes) {
    return moments(notes, CHOSEN).entrySet().stream()
        .map(tab -> new AnswerTabs.Chosen(tab.getKey(), tab.getValue()))
        .findFirst();
  }

  /**
   * What must be written so that the tab is remembered that was chosen now.
   *
   * @param served the one that was chosen
   */
  public static Map<Note, String> choosing(Map<Note, String> notes, int served, Instant now) {
    boolean known = chosen(notes).filter(it -> it.id() == served).isPresent();
    boolean before = answers(notes).stream().findFirst().filter(id -> id == served).isPresent();
    if (known || (before && !notes.containsKey(CHOSEN))) {
      return Map.of();
    }
    return Map.of(CHOSEN, before ? "" : served + ":" + now.getEpochSecond());
  }

  private static Map<Integer, Instant> moments(Map<Note, String> notes, Note note) {
    Map<Integer, Instant> moments = new HashMap<>();
    pairs(notes, note)
        .forEach(
            (id, at) ->
                moments.put(Integer.valueOf(id), Instant.ofEpochSecond(Long.parseLong(at))));
    return moments;
  }

  /** What the form's questions are taken for, by their ids. */
  public static Map<String, Field> questions(Map<Note, String> notes) {
    Map<String, Field> questions = new HashMap<>();
    pairs(notes, QUESTIONS)
        .forEach((id, key) -> Field.ofKey(key).ifPresent(field -> questions.put(id, field)));
    return questions;
  }

  private static Map<String, String> pairs(Map<Note, String> notes, Note note) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : notes.getOrDefault(note, "").split(" ", -1)) {
      int colon = pair.indexOf(':');
      if (colon > 0) {
        pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
      }
    }
    return pairs;
  }

  /** All notes about tabs but their numbers, as they should be. */
  public static Map<Note, String> of(Map<Integer, Instant> passed, Map<String, Field> questions) {
    Map<Note, String> notes = new HashMap<>();
    Map<String, String> tabs = new TreeMap<>();
    passed.forEach((id, at) -> tabs.put(String.valueOf(id), String.valueOf(at.getEpochSecond())));
    Map<String, String> fields = new TreeMap<>();
    questions.forEach((id, field) -> fields.put(id, field.key()));
    for (Map.Entry<Note, Map<String, String>> note :
        Map.of(PASSED, tabs, QUESTIONS, fields).entrySet()) {
      if (!note.getValue().isEmpty()) {
        notes.put(
            note.getKey(),
            String.join(
                " ",
                note.getValue().entrySet().stream()
                    .map(e -> e.getKey() + ":" + e.getValue())
                    .toList()));
      }
    }
    return notes;
  }

  /** What was kept of the settings tab. */
  public static KeptSettings settings(Map<Note, String> notes) {
    Map<String, String> byKey = ofKind(notes, Kind.SETTING, words -> words);
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = byKey.get(setting.key());
      if (value != null) {
        values.put(setting, value);
      }
    }
    return new KeptSettings(
        values,
        Optional.ofNullable(notes.get(CONFIRMED)).flatMap(DeletionConfirmation.Used::parse),
        bars(notes),
        KeptGroups.ofJournal(limits(byKey)));
  }

  /** By the hash of a group's name. */
  private static Map<String, String> limits(Map<String, String> byKey) {
    Map<String, String> limits = new HashMap<>();
    byKey.forEach(
        (key, value) -> {
          if (key.startsWith(GROUP)) {
            limits.put(key.substring(GROUP.length()), value);
          }
        });
    return limits;
  }

  /** All notes about the settings tab as they should be. */
  public static Map<Note, String> of(KeptSettings kept) {
    Map<Note, String> notes = new HashMap<>();
    kept.values()
        .forEach((setting, value) -> notes.put(new Note(Kind.SETTING, setting.key()), value));
    kept.groups()
        .limits()
        .forEach((hash, value) -> notes.put(new Note(Kind.SETTING, GROUP + hash), value));
    kept.used().ifPresent(used -> notes.put(CONFIRMED, used.words()));
    notes.putAll(of(kept.bars()));
    return notes;
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

  /** Of all notes those about the settings tab. */
  public static Map<Note, String> aboutSettings(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> !SETTINGS.contains(n.kind()));
    return about;
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
  public static Map<Note, String> of(
      Map<String, Absence> absences,
      Map<String, Set<String>> asked,
      Map<String, String> aliases,
      List<Integer> answers) {
    Map<Note, String> notes = new HashMap<>();
    notes.put(ANSWERS, String.join(" ", answers.stream().map(String::valueOf).toList()));
    notes.putAll(ofAliases(aliases));
    absences.forEach(
        (ref, absence) -> {
          Instant since = absence.since();
          notes.put(
              new Note(Kind.VANISHED, ref), since == null ? WITHDRAWN : String.valueOf(since));
        });
    asked.forEach(
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
