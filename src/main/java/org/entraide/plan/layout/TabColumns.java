package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.people.word.WordComparison;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/**
 * Where the columns of one kind are in a tab.
 *
 * @param <C> the kind of column
 * @param at found columns, from 0
 * @param missing those that must be added, in the order of the enum
 * @param unmarked those found by their title alone, whose mark must be set
 */
public record TabColumns<C extends Enum<C>>(Map<C, Integer> at, List<C> missing, List<C> unmarked) {

  public TabColumns {
    at = Map.copyOf(at);
    missing = List.copyOf(missing);
    unmarked = List.copyOf(unmarked);
  }

  /**
   * Finds columns by their mark, else by their title in any language.
   *
   * @param mark the developer metadata of a column
   * @param titles a column's titles, in every language
   */
  static <C extends Enum<C>> TabColumns<C> find(
      Tab tab, Class<C> kind, Function<C, String> mark, Function<C, List<String>> titles) {
    Map<String, Integer> byMark = new HashMap<>();
    // cells that were cut and pasted elsewhere leave their mark behind: of two, the one with a
    // title
    tab.columnMarks()
        .forEach(
            (column, text) ->
                byMark.merge(
                    text,
                    column,
                    (a, b) -> {
                      boolean blank = tab.header().cell(Math.min(a, b)).isBlank();
                      boolean other = tab.header().cell(Math.max(a, b)).isBlank();
                      return blank && !other ? Math.max(a, b) : Math.min(a, b);
                    }));
    Map<String, Integer> byTitle = titlesOf(tab.header(), tab.columnMarks());
    Map<C, Integer> at = new EnumMap<>(kind);
    List<C> missing = new ArrayList<>();
    List<C> unmarked = new ArrayList<>();
    for (C column : kind.getEnumConstants()) {
      Integer marked = byMark.get(mark.apply(column));
      Integer titled =
          titles.apply(column).stream()
              .map(title -> byTitle.get(WordComparison.fold(title)))
              .filter(index -> index != null)
              .findFirst()
              .orElse(null);
      // cells that were cut and pasted elsewhere leave their mark behind
      boolean left = marked != null && titled != null && tab.header().cell(marked).isBlank();
      if (marked != null && !left) {
        at.put(column, marked);
      } else if (titled != null) {
        at.put(column, titled);
        unmarked.add(column);
      } else {
        missing.add(column);
      }
    }
    return new TabColumns<>(at, missing, unmarked);
  }

  /** The titles of columns that have no mark; a marked column's title is people's to change. */
  private static Map<String, Integer> titlesOf(Row header, Map<Integer, String> marks) {
    Map<String, Integer> byTitle = new HashMap<>();
    List<Cell> cells = header.cells();
    // from the right: a form may ask a question that is worded like a column of ours
    for (int i = cells.size() - 1; i >= 0; i--) {
      if (!marks.containsKey(i) && !cells.get(i).isBlank()) {
        byTitle.putIfAbsent(WordComparison.fold(cells.get(i).text()), i);
      }
    }
    return byTitle;
  }

  /** These but for one that is not ours after all: it is missing. */
  TabColumns<C> without(C column) {
    Map<C, Integer> others = new HashMap<>(at);
    others.remove(column);
    List<C> lacking = new ArrayList<>(missing);
    lacking.add(column);
    return new TabColumns<>(
        others,
        lacking.stream().sorted().toList(),
        unmarked.stream().filter(other -> other != column).toList());
  }

  /** These columns once the missing ones were added from a column on. */
  TabColumns<C> completed(int firstColumn) {
    Map<C, Integer> all = new HashMap<>(at);
    for (int i = 0; i < missing.size(); i++) {
      all.put(missing.get(i), firstColumn + i);
    }
    return new TabColumns<>(all, List.of(), List.of());
  }

  /** The kind of the column at an index. */
  public Optional<C> kindAt(int index) {
    return at.entrySet().stream()
        .filter(e -> e.getValue() == index)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public int of(C column) {
    Integer index = at.get(column);
    if (index == null) {
      throw new IllegalStateException("The column " + column + " was not found or added.");
    }
    return index;
  }
}
