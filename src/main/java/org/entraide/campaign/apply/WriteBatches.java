package org.entraide.campaign.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.plan.authorship.RowChange;
import org.entraide.table.Change;
import org.entraide.table.Row;

/** Cuts what is to be written into requests that Sheets takes. Pure. */
final class WriteBatches {

  /** Five thousand new rows, and as many rows that change because of them. */
  static final int MOST_ROWS = 10_000;

  /**
   * Characters of one request, some megabytes before it is compressed: Sheets names no limit,
   * recommends two megabytes on the wire, and gives up after three minutes.
   */
  static final int MOST_CHARACTERS = 6_000_000;

  /** What a cell costs beside its text. */
  private static final int CELL = 60;

  private WriteBatches() {}

  /** The rows in their order, in portions: at least one portion, an empty one for no rows. */
  static List<List<RowChange>> of(List<RowChange> changes) {
    List<List<RowChange>> portions = new ArrayList<>();
    int from = 0;
    int characters = 0;
    for (int i = 0; i < changes.size(); i++) {
      int own = characters(changes.get(i));
      if (i > from && (i - from == MOST_ROWS || characters + own > MOST_CHARACTERS)) {
        portions.add(changes.subList(from, i));
        from = i;
        characters = 0;
      }
      characters += own;
    }
    portions.add(changes.subList(from, changes.size()));
    return portions;
  }

  private static int characters(RowChange row) {
    int characters = 0;
    for (Change change : row.changes()) {
      characters += CELL + text(change);
    }
    return characters;
  }

  private static int text(Change change) {
    if (change instanceof Change.SetFormula formula) {
      return formula.link().text().length();
    }
    return change instanceof Change.SetCell cell ? cell.text().length() : 0;
  }

  /** The rows that are touched, by sheet id; an empty set for a tab without one. */
  static Map<Integer, Set<Integer>> rows(List<RowChange> changes, Set<Integer> tabs) {
    Map<Integer, Set<Integer>> rows = new HashMap<>();
    tabs.forEach(tab -> rows.put(tab, new TreeSet<>()));
    changes.forEach(c -> rows.computeIfAbsent(c.sheetId(), t -> new TreeSet<>()).add(c.row()));
    return rows;
  }

  /**
   * Those whose row still shows what it showed when they were planned.
   *
   * @param rowsBefore by sheet id, the rows that they were planned from
   * @param rowsNow the same columns of the same rows, as they are now
   */
  static List<RowChange> unmoved(
      List<RowChange> changes,
      Map<Integer, List<Row>> rowsBefore,
      Map<Integer, List<Row>> rowsNow) {
    Map<Integer, Map<Integer, Row>> byIndexBefore = byIndex(rowsBefore);
    Map<Integer, Map<Integer, Row>> byIndexNow = byIndex(rowsNow);
    return changes.stream()
        .filter(c -> row(byIndexBefore, c).cells().equals(row(byIndexNow, c).cells()))
        .toList();
  }

  private static Row row(Map<Integer, Map<Integer, Row>> rows, RowChange change) {
    return rows.getOrDefault(change.sheetId(), Map.of())
        .getOrDefault(change.row(), new Row(change.row(), List.of()));
  }

  private static Map<Integer, Map<Integer, Row>> byIndex(Map<Integer, List<Row>> tabs) {
    Map<Integer, Map<Integer, Row>> rows = new HashMap<>();
    tabs.forEach(
        (tab, list) -> {
          Map<Integer, Row> rowByIndex = new HashMap<>();
          list.forEach(row -> rowByIndex.put(row.index(), row));
          rows.put(tab, rowByIndex);
        });
    return rows;
  }
}
