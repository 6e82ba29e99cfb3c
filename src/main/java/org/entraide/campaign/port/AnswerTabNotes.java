package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.Journal.Note.Kind;
import org.entraide.people.profile.Field;
import org.entraide.plan.layout.AnswerTabs;

/** The journal's notes about tabs of answers, and about what is still to be carried over. */
public final class AnswerTabNotes {

  private static final Note ANSWERS = new Note(Kind.ANSWERS, "tab");
  private static final Note PASSED = new Note(Kind.ANSWERS, "passed");
  private static final Note CHOSEN = new Note(Kind.ANSWERS, "chosen");
  private static final Note RECALL = new Note(Kind.ANSWERS, "recall");
  private static final String AWAITED = "awaited";
  private static final Note QUESTIONS = new Note(Kind.ANSWERS, "questions");

  private AnswerTabNotes() {}

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

  /** The note that what is known of a tab that is gone is to be written, or was. */
  public static Map<Note, String> ofRecalling(boolean due) {
    return Map.of(RECALL, due ? "due" : "");
  }

  /** People who had no row when the words of another tab were carried over. */
  public static Set<String> awaited(Map<Note, String> notes) {
    return JournalNotes.ofKind(notes, Kind.AWAITED, words -> words).keySet();
  }

  /** All notes about people who had no row when words were carried over, as they should be. */
  public static Map<Note, String> ofAwaited(Set<String> people) {
    Map<Note, String> notes = new HashMap<>();
    people.forEach(ref -> notes.put(new Note(Kind.AWAITED, ref), AWAITED));
    return notes;
  }

  /** Tabs that showed the same answers when another was chosen, and since when. */
  public static Map<Integer, Instant> passedOver(Map<Note, String> notes) {
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
  public static Map<Note, String> changesOfChosen(
      Map<Note, String> notes, int served, Instant now) {
    boolean isNoted = chosen(notes).filter(it -> it.id() == served).isPresent();
    boolean isServedAlready =
        answers(notes).stream().findFirst().filter(id -> id == served).isPresent();
    if (isNoted || (isServedAlready && !notes.containsKey(CHOSEN))) {
      return Map.of();
    }
    return Map.of(CHOSEN, isServedAlready ? "" : served + ":" + now.getEpochSecond());
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

  /** The note of which tabs had the answers so far, the last one first. */
  static Map<Note, String> ofTabs(List<Integer> answers) {
    return Map.of(ANSWERS, String.join(" ", answers.stream().map(String::valueOf).toList()));
  }
}
