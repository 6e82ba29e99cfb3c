package org.entraide.plan.write;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.Reference;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.layout.Instruction;
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
 */
public record AwaitedPeople(
    List<Interpretation> former, RecalledWords recalled, SheetVocabulary vocabulary) {

  /** By reference, people beside whom the daemon wrote. */
  public static Set<String> named(Interpretation rows) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      if (!isBlank(rows.rows().get(i))) {
        named.add(rows.assigned().get(i).ref());
      }
    }
    return named;
  }

  /** By reference, the others who have a row. */
  public static Set<String> unnamed(Interpretation rows) {
    Set<String> unnamed = new HashSet<>();
    rows.assigned().forEach(assigned -> unnamed.add(assigned.ref()));
    unnamed.removeAll(named(rows));
    return unnamed;
  }

  private static boolean isBlank(ResponseRow row) {
    return row.shownRef().isEmpty() && row.check().isEmpty();
  }

  /**
   * What a new journal learns of them: how they are called.
   *
   * @param whose their references
   */
  public KnownRows known(KnownRows known, Set<String> whose) {
    Map<String, String> found = new HashMap<>();
    for (Interpretation tab : former) {
      tab.refByFingerprint()
          .forEach(
              (fingerprint, ref) -> {
                if (whose.contains(ref)
                    && Reference.isValid(ref)
                    && !known.refByFingerprint().containsKey(fingerprint)) {
                  found.putIfAbsent(fingerprint, ref);
                }
              });
    }
    return known.with(found);
  }

  /**
   * What is to be carried over.
   *
   * @param whose those who have a row by now
   * @param now the rows of the tab that is served
   * @param lifted people whose bar an organiser lifted since
   */
  public CarryOver words(Set<String> whose, Interpretation now, Set<String> lifted) {
    Map<String, String> rows = CarryOver.countingRows(now);
    Map<String, Map<PersonColumn, String>> texts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> awaited = new HashMap<>();
    for (String ref : whose) {
      String key = rows.get(ref);
      if (key != null) {
        Map<PersonColumn, String> typed = typed(ref, now);
        if (lifted.contains(ref)) {
          typed.entrySet().removeIf(e -> saysBarred(e.getKey(), e.getValue()));
        }
        if (!typed.isEmpty()) {
          texts.put(key, typed);
          names.put(key, ref);
          awaited.put(ResponseRow.contents(key), ref);
        }
      }
    }
    return new CarryOver(List.of(), texts, names, awaited, false);
  }

  /** What the last tab says that has a row of somebody; where none has, what the journal knows. */
  private Map<PersonColumn, String> typed(String ref, Interpretation now) {
    Map<String, Map<PersonColumn, String>> typed = new HashMap<>();
    for (Interpretation tab : former) {
      for (int i = 0; i < tab.rows().size(); i++) {
        ResponseRow row = tab.rows().get(i);
        if (!row.profile().erased() && now.nowCalled(tab.assigned().get(i).ref()).equals(ref)) {
          CarryOver.add(typed, ref, CarryOver.typed(tab.hands(), row));
        }
      }
      if (typed.containsKey(ref)) {
        return typed.get(ref);
      }
    }
    recalled
        .byRow()
        .forEach(
            (key, words) -> {
              String whose = now.refByFingerprint().get(ResponseRow.contents(key));
              if (ref.equals(whose)) {
                CarryOver.add(typed, ref, words);
              }
            });
    return typed.getOrDefault(ref, new EnumMap<>(PersonColumn.class));
  }

  private boolean saysBarred(PersonColumn column, String text) {
    return switch (column) {
      case INSTRUCTION ->
          vocabulary.instruction(text).filter(Instruction.BARRED::equals).isPresent();
      case STATUS -> vocabulary.obeyed(text).filter(Status.BARRED::equals).isPresent();
      default -> false;
    };
  }
}
