package org.entraide.plan.interpret;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.text.Texts;

/**
 * What the journal knows of the cells of a tab that cannot be read any more. It keeps hashes, by
 * which words of a drop-down, statuses, ticks, references and the groups that have a line are known
 * again, and places are not.
 *
 * @param byRow by the key of a row, what people typed there: statuses, and what was in their own
 *     columns
 */
public record RecalledWords(SortedMap<String, Map<PersonColumn, String>> byRow) {

  public static final RecalledWords NOTHING = new RecalledWords(new TreeMap<>());

  /**
   * Recalls them.
   *
   * @param languages whose words were to choose from
   * @param groups the names that lines of the settings tab show
   */
  public static RecalledWords of(KnownRows knownRows, List<Texts> languages, List<String> groups) {
    Map<String, String> words = new HashMap<>();
    chosen(knownRows, languages).forEach(word -> words.put(ShortHashes.of(word), word));
    groups.forEach(name -> words.putIfAbsent(ShortHashes.of(name), name));
    Map<String, PersonColumn> columns = new HashMap<>();
    PersonColumn.ORGANISERS.forEach(column -> columns.put(column.mark(), column));
    columns.put(PersonColumn.STATUS.typedMark(), PersonColumn.STATUS);
    SortedMap<String, Map<PersonColumn, String>> recalled = new TreeMap<>();
    knownRows
        .cellHashes()
        .forEach(
            (cell, hash) -> {
              PersonColumn column = columns.get(cell.column());
              String word = words.get(hash);
              if (column != null && word != null) {
                recalled
                    .computeIfAbsent(cell.row(), key -> new EnumMap<>(PersonColumn.class))
                    .put(column, word);
              }
            });
    return new RecalledWords(recalled);
  }

  /** What the journal may know by its hash: what there is to choose from, and references. */
  private static Set<String> chosen(KnownRows knownRows, List<Texts> languages) {
    Set<String> chosen = new LinkedHashSet<>(knownRows.references());
    chosen.add(PersonColumn.TICKED);
    for (Texts texts : languages) {
      for (Instruction instruction : Instruction.values()) {
        chosen.add(texts.get(instruction.wordKey()));
      }
      for (Status status : Status.values()) {
        chosen.add(texts.format(status.word()));
        chosen.addAll(texts.former(status.word().key()));
      }
    }
    return chosen;
  }
}
