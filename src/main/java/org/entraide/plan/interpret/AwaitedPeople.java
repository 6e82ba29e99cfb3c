package org.entraide.plan.interpret;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entraide.people.word.Reference;
import org.entraide.plan.instruction.InstructionCell;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;

/**
 * People who had no row in a new tab when the words of the former one were carried over: somebody
 * had deleted it, for instance. They get theirs once they have a row. As soon as that row has a
 * reference or a check, the daemon wrote beside them, and they are awaited no more. Pure.
 *
 * @param former tabs that were left, the last one first, as they read
 * @param recalled what the journal knows of rows that no tab has any more
 * @param known the journal's
 * @param barred people whose <i>Exclu</i> holds: an organiser may have lifted that of others since
 */
public record AwaitedPeople(
    List<Interpretation> former,
    RecalledWords recalled,
    KnownRows known,
    Predicate<String> barred,
    SheetVocabulary vocabulary) {

  /** By reference, people beside whom the daemon wrote. */
  public static Set<String> named(Interpretation interpretation) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      if (!isBlank(interpretation.rows().get(i))) {
        named.add(interpretation.assigned().get(i).ref());
      }
    }
    return named;
  }

  private static boolean isBlank(ResponseRow row) {
    return row.shownRef().isEmpty() && row.check().isEmpty();
  }

  /**
   * Who of some people has a row by now, and none beside which the daemon wrote.
   *
   * @return the key of that row, by reference
   */
  public static Map<String, String> here(
      Set<String> people, Interpretation interpretation, Map<String, String> refByFingerprint) {
    Set<String> named = named(interpretation);
    Map<String, String> here = new TreeMap<>();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      ResponseRow row = interpretation.rows().get(i);
      String assigned = interpretation.assigned().get(i).ref();
      // without the word that keeps them apart, two people with one contact read as one
      String known = refByFingerprint.getOrDefault(row.fingerprint(), assigned);
      String ref = people.contains(known) ? known : assigned;
      if (isBlank(row) && !row.profile().erased() && people.contains(ref) && !named.contains(ref)) {
        if (interpretation.assigned().get(i).counts()) {
          here.put(ref, row.key());
        } else {
          here.putIfAbsent(ref, row.key());
        }
      }
    }
    return here;
  }

  /**
   * What a new journal learns of them: how they are called.
   *
   * @param whose their references
   */
  public KnownRows learnt(Set<String> whose) {
    Map<String, String> found = new HashMap<>();
    for (Interpretation tab : former) {
      tab.refByFingerprint()
          .forEach(
              (fingerprint, ref) -> {
                if (whose.contains(ref) && Reference.isValid(ref)) {
                  found.putIfAbsent(fingerprint, ref);
                }
              });
    }
    found.keySet().removeAll(known.refByFingerprint().keySet());
    return known.with(found);
  }

  /**
   * What is to be carried over.
   *
   * @param here by reference, the row of each
   * @param now the rows of the tab that is served
   */
  public CarryOver words(Map<String, String> here, Interpretation now) {
    Map<String, Map<PersonColumn, String>> texts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> awaited = new HashMap<>();
    here.forEach(
        (ref, key) -> {
          Map<PersonColumn, String> typed = typed(ref, now);
          if (!barred.test(ref)) {
            takeBarOut(typed);
          }
          if (!typed.isEmpty()) {
            texts.put(key, typed);
            names.put(key, ref);
            awaited.put(ResponseRow.contents(key), ref);
          }
        });
    return new CarryOver(List.of(), texts, names, awaited, false);
  }

  /**
   * What the last tab says in which the daemon wrote beside somebody, and what was typed later in
   * tabs in which it had not yet; where there is none, what the journal knows.
   */
  private Map<PersonColumn, String> typed(String ref, Interpretation now) {
    Map<PersonColumn, String> typed = new EnumMap<>(PersonColumn.class);
    for (Interpretation tab : former) {
      Map<String, Map<PersonColumn, String>> here = new HashMap<>();
      boolean written = false;
      for (int i = 0; i < tab.rows().size(); i++) {
        ResponseRow row = tab.rows().get(i);
        String whose = tab.assigned().get(i).ref();
        if (!row.profile().erased() && (whose.equals(ref) || now.nowCalled(whose).equals(ref))) {
          CarryOver.add(here, ref, CarryOver.typed(tab.authorship(), row));
          written |= !isBlank(row);
        }
      }
      here.getOrDefault(ref, Map.of()).forEach(typed::putIfAbsent);
      if (written) {
        return typed;
      }
    }
    recalled
        .byRow()
        .forEach(
            (key, words) -> {
              String whose = known.refByFingerprint().getOrDefault(ResponseRow.contents(key), "");
              if (whose.equals(ref) || now.nowCalled(whose).equals(ref)) {
                words.forEach(typed::putIfAbsent);
              }
            });
    return typed;
  }

  private void takeBarOut(Map<PersonColumn, String> typed) {
    String said = typed.getOrDefault(PersonColumn.INSTRUCTION, "");
    String others = InstructionCell.withoutBar(said, vocabulary);
    if (others.isEmpty()) {
      typed.remove(PersonColumn.INSTRUCTION);
    } else {
      typed.put(PersonColumn.INSTRUCTION, others);
    }
    String status = typed.getOrDefault(PersonColumn.STATUS, "");
    if (vocabulary.obeyed(status).equals(Optional.of(Status.BARRED))) {
      typed.remove(PersonColumn.STATUS);
    }
  }
}
