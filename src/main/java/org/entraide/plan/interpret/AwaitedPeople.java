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
import org.entraide.people.reference.Reference;
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
 * @param knownRows the journal's
 * @param barred people whose <i>Exclu</i> holds: an organiser may have lifted that of others since
 */
public record AwaitedPeople(
    List<Interpretation> former,
    RecalledWords recalled,
    KnownRows knownRows,
    Predicate<String> barred,
    SheetVocabulary vocabulary) {

  /** By reference, people beside whom the daemon wrote. */
  public static Set<String> writtenBeside(Interpretation interpretation) {
    Set<String> writtenBeside = new HashSet<>();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      if (!isBlank(interpretation.rows().get(i))) {
        writtenBeside.add(interpretation.assigned().get(i).ref());
      }
    }
    return writtenBeside;
  }

  private static boolean isBlank(ResponseRow row) {
    return row.shownRef().isEmpty() && row.check().isEmpty();
  }

  /**
   * Who of some people has a row by now, and none beside which the daemon wrote.
   *
   * @return the key of that row, by reference
   */
  public static Map<String, String> rowKeys(
      Set<String> people, Interpretation interpretation, Map<String, String> refByKnownHash) {
    Set<String> writtenBeside = writtenBeside(interpretation);
    Map<String, String> rowKeys = new TreeMap<>();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      ResponseRow row = interpretation.rows().get(i);
      String assigned = interpretation.assigned().get(i).ref();
      // without the word that keeps them apart, two people with one contact read as one
      String knownRef = refByKnownHash.getOrDefault(row.fingerprint(), assigned);
      String ref = people.contains(knownRef) ? knownRef : assigned;
      if (isBlank(row)
          && !row.profile().isErased()
          && people.contains(ref)
          && !writtenBeside.contains(ref)) {
        if (interpretation.assigned().get(i).counts()) {
          rowKeys.put(ref, row.key());
        } else {
          rowKeys.putIfAbsent(ref, row.key());
        }
      }
    }
    return rowKeys;
  }

  /**
   * What a new journal learns of them: how they are called.
   *
   * @param refs their references
   */
  public KnownRows learnt(Set<String> refs) {
    Map<String, String> learntRefs = new HashMap<>();
    for (Interpretation tab : former) {
      tab.refByKnownHash()
          .forEach(
              (fingerprint, ref) -> {
                if (refs.contains(ref) && Reference.isValid(ref)) {
                  learntRefs.putIfAbsent(fingerprint, ref);
                }
              });
    }
    learntRefs.keySet().removeAll(knownRows.refByKnownHash().keySet());
    return knownRows.with(learntRefs);
  }

  /**
   * What is to be carried over.
   *
   * @param rowKeys by reference, the row of each
   * @param now the rows of the tab that is served
   */
  public CarryOver words(Map<String, String> rowKeys, Interpretation now) {
    Map<String, Map<PersonColumn, String>> texts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> awaited = new HashMap<>();
    rowKeys.forEach(
        (ref, key) -> {
          Map<PersonColumn, String> typed = typed(ref, now);
          if (!barred.test(ref)) {
            takeBarOut(typed);
          }
          if (!typed.isEmpty()) {
            texts.put(key, typed);
            names.put(key, ref);
            awaited.put(ResponseRow.fingerprintIn(key), ref);
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
      Map<String, Map<PersonColumn, String>> textsByRef = new HashMap<>();
      boolean written = false;
      for (int i = 0; i < tab.rows().size(); i++) {
        ResponseRow row = tab.rows().get(i);
        String assignedRef = tab.assigned().get(i).ref();
        if (!row.profile().isErased()
            && (assignedRef.equals(ref) || now.nowCalled(assignedRef).equals(ref))) {
          CarryOver.add(textsByRef, ref, CarryOver.typed(tab.authorship(), row));
          written |= !isBlank(row);
        }
      }
      textsByRef.getOrDefault(ref, Map.of()).forEach(typed::putIfAbsent);
      if (written) {
        return typed;
      }
    }
    recalled
        .byRow()
        .forEach(
            (key, words) -> {
              String knownRef =
                  knownRows.refByKnownHash().getOrDefault(ResponseRow.fingerprintIn(key), "");
              if (knownRef.equals(ref) || now.nowCalled(knownRef).equals(ref)) {
                words.forEach(typed::putIfAbsent);
              }
            });
    return typed;
  }

  private void takeBarOut(Map<PersonColumn, String> typed) {
    String typedInstruction = typed.getOrDefault(PersonColumn.INSTRUCTION, "");
    String others = InstructionCell.withoutBar(typedInstruction, vocabulary);
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
