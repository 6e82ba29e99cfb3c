package org.entraide.plan.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/**
 * Which column of a tab is which of the same tab as it was read before: by mark, else by title, and
 * where there is no title by the texts in it. Pure.
 */
public final class SameColumns {

  /**
   * A title, and which of those that read the same it is, from the left: a form may ask two
   * questions in the same words.
   */
  public record Title(String text, int time) {

    /** The titles of a first row by their column; columns without one are left out. */
    public static Map<Integer, Title> of(Row header) {
      Map<Integer, Title> titles = new HashMap<>();
      Map<String, Integer> times = new HashMap<>();
      for (int i = 0; i < header.cells().size(); i++) {
        String text = header.cell(i).text();
        if (!text.isEmpty()) {
          titles.put(i, new Title(text, times.merge(text, 1, Integer::sum)));
        }
      }
      return titles;
    }
  }

  private SameColumns() {}

  /** By their index now, the index that columns had before; those that are new are left out. */
  public static Map<Integer, Integer> of(Tab tabBefore, Tab now) {
    Map<Integer, Integer> same = new HashMap<>();
    Map<String, Integer> marked = inverse(tabBefore.columnMarks());
    now.columnMarks()
        .forEach(
            (column, mark) ->
                Optional.ofNullable(marked.get(mark)).ifPresent(was -> same.put(column, was)));
    Map<Title, Integer> titled = inverse(Title.of(tabBefore.header()));
    Title.of(now.header())
        .forEach(
            (column, title) -> {
              Integer was = titled.get(title);
              if (was != null && !same.containsKey(column) && !same.containsValue(was)) {
                same.put(column, was);
              }
            });
    untitled(tabBefore, now, same);
    return same;
  }

  private static <K> Map<K, Integer> inverse(Map<Integer, K> map) {
    Map<K, Integer> inverse = new HashMap<>();
    map.forEach((column, key) -> inverse.merge(key, column, Math::min));
    return inverse;
  }

  private static void untitled(Tab tabBefore, Tab now, Map<Integer, Integer> same) {
    Map<Integer, Set<String>> were = texts(tabBefore);
    texts(now)
        .forEach(
            (column, texts) -> {
              int best = -1;
              int most = 0;
              for (Map.Entry<Integer, Set<String>> was : were.entrySet()) {
                Set<String> common = new HashSet<>(was.getValue());
                common.retainAll(texts);
                if (common.size() > most && !same.containsValue(was.getKey())) {
                  best = was.getKey();
                  most = common.size();
                }
              }
              if (best >= 0 && !same.containsKey(column)) {
                same.put(column, best);
              }
            });
  }

  /** The texts in the columns without a title. */
  private static Map<Integer, Set<String>> texts(Tab tab) {
    Map<Integer, Set<String>> texts = new HashMap<>();
    List<Row> body = tab.body();
    for (Row row : body) {
      for (int i = 0; i < row.cells().size(); i++) {
        if (tab.header().cell(i).isEmpty() && !row.cell(i).isEmpty()) {
          texts.computeIfAbsent(i, c -> new HashSet<>()).add(row.cell(i).text());
        }
      }
    }
    return texts;
  }
}
