package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.layout.ResponseRow;

/**
 * What goes back beside its person, in one of the daemon's columns.
 *
 * @param texts by the key of the row that they were typed for
 * @param stuck those that cannot go back for now
 * @param from the rows that texts were typed for, by the texts
 */
record WordReturns(
    Map<String, String> texts, Map<String, String> stuck, Map<String, ResponseRow> from) {

  /**
   * Finds what can go back.
   *
   * @param moved texts by the key of the row that they were typed for
   * @param typed rows that show what was typed in them, unless it was moved there
   */
  static WordReturns of(DaemonColumn cells, Map<String, String> moved, Set<String> typed) {
    Map<String, String> texts = withRoom(cells, moved, typed);
    return new WordReturns(texts, stuck(cells, texts), from(cells, texts));
  }

  /** What goes back to a row; empty for nothing. */
  String text(ResponseRow row) {
    return texts.getOrDefault(row.key(), "");
  }

  /** Whether what was typed for a row cannot go back for now. */
  boolean isStuck(ResponseRow row) {
    return stuck.containsKey(row.key());
  }

  private static Map<String, ResponseRow> from(DaemonColumn cells, Map<String, String> texts) {
    Map<String, ResponseRow> from = new HashMap<>();
    cells.rows().stream()
        .filter(row -> texts.containsKey(row.key()))
        .forEach(row -> from.put(texts.getOrDefault(row.key(), ""), row));
    return from;
  }

  /**
   * Without what cannot go back beside its person, where something else was typed since: it stays
   * where it is, as if it had been typed there, and so does what would follow it.
   */
  private static Map<String, String> withRoom(
      DaemonColumn cells, Map<String, String> moved, Set<String> typed) {
    Map<String, String> back = new HashMap<>(moved);
    boolean blocked = !back.isEmpty();
    while (blocked) {
      Map<String, ResponseRow> from = from(cells, back);
      blocked = false;
      for (ResponseRow row : cells.rows()) {
        if (typed.contains(row.key())
            && !from.containsKey(cells.text(row))
            && back.remove(row.key()) != null) {
          blocked = true;
        }
      }
    }
    return back;
  }

  /**
   * Of what is to go back, what cannot for now since its person's cell is merged into another, or
   * shows what cannot go away itself: it waits where it is.
   */
  private static Map<String, String> stuck(DaemonColumn cells, Map<String, String> texts) {
    Map<String, String> stuck = new HashMap<>();
    boolean more = !texts.isEmpty();
    while (more) {
      more = false;
      for (ResponseRow row : cells.rows()) {
        String text = texts.get(row.key());
        if (text != null && (cells.isMerged(row) || stuck.containsValue(cells.text(row)))) {
          more |= stuck.put(row.key(), text) == null;
        }
      }
    }
    return stuck;
  }
}
