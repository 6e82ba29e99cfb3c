package org.entraide.sandbox.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes one step of an organiser back while others wrote on: cells that the step changed get their
 * earlier content, rows that it deleted return behind their neighbour, rows that it inserted go.
 *
 * <p>Where the step changed columns or the order of rows, the tab's grid becomes what it was before
 * the step. A spreadsheet program would merge those as well; the office does not.
 */
final class Undo {

  private Undo() {}

  static Book revert(Book before, Book after, Book now) {
    now.describe(before.title(), before.locale(), before.timeZone());
    for (Sheet old : before.sheets()) {
      Sheet changed = after.find(old.id()).orElse(null);
      Sheet current = now.find(old.id()).orElse(null);
      if (current == null) {
        if (changed == null) {
          now.sheets().add(Math.min(before.sheets().indexOf(old), now.sheets().size()), old.copy());
        }
      } else if (changed != null) {
        revert(old, changed, current);
      }
    }
    now.sheets().removeIf(s -> before.find(s.id()).isEmpty() && after.find(s.id()).isPresent());
    restoreMetadata(before, after, now);
    return now;
  }

  /** Metadata of a deleted line returns with the line. */
  private static void restoreMetadata(Book before, Book after, Book now) {
    for (Metadata entry : before.metadata()) {
      if (!after.metadata().contains(entry)
          && now.metadata().stream().noneMatch(m -> m.id() == entry.id())) {
        now.metadata().add(entry);
      }
    }
  }

  private static void revert(Sheet before, Sheet after, Sheet now) {
    if (!before.title().equals(after.title())) {
      now.rename(before.title());
    }
    now.properties(before.properties());
    boolean sameColumns =
        before.columns().equals(after.columns()) && after.columns().equals(now.columns());
    if (sameColumns && sameOrder(before, after)) {
      now.setLines(mergeRows(before, after, now), now.columns());
    } else if (!before.rows().equals(after.rows()) || !before.columns().equals(after.columns())) {
      now.setLines(before.rows(), before.columns());
    }
  }

  private static boolean sameOrder(Sheet before, Sheet after) {
    Set<Long> old = ids(before);
    Set<Long> current = ids(after);
    List<Long> first = before.rows().stream().map(Row::id).filter(current::contains).toList();
    List<Long> second = after.rows().stream().map(Row::id).filter(old::contains).toList();
    return first.equals(second);
  }

  private static Set<Long> ids(Sheet sheet) {
    Set<Long> ids = new HashSet<>();
    sheet.rows().forEach(row -> ids.add(row.id()));
    return ids;
  }

  private static List<Row> mergeRows(Sheet before, Sheet after, Sheet now) {
    Map<Long, Row> old = byId(before);
    Map<Long, Row> changed = byId(after);
    List<Row> merged = new ArrayList<>();
    for (Row row : now.rows()) {
      Row was = old.get(row.id());
      Row became = changed.get(row.id());
      if (was != null && became != null) {
        merged.add(was == became ? row : merge(was, became, row));
      } else if (was != null || became == null) {
        merged.add(row);
      }
    }
    returnDeleted(before, changed.keySet(), merged);
    return merged;
  }

  private static void returnDeleted(Sheet before, Set<Long> kept, List<Row> merged) {
    Set<Long> present = new HashSet<>();
    merged.forEach(row -> present.add(row.id()));
    int at = 0;
    for (Row row : before.rows()) {
      if (present.contains(row.id())) {
        at = indexOf(merged, row.id(), at) + 1;
      } else if (!kept.contains(row.id())) {
        merged.add(at++, row);
      }
    }
  }

  private static int indexOf(List<Row> rows, long id, int from) {
    for (int i = from; i < rows.size(); i++) {
      if (rows.get(i).id() == id) {
        return i;
      }
    }
    return from - 1;
  }

  private static Map<Long, Row> byId(Sheet sheet) {
    Map<Long, Row> rows = new HashMap<>();
    sheet.rows().forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  private static Row merge(Row was, Row became, Row now) {
    int width = Math.max(Math.max(was.width(), became.width()), now.width());
    Cell[] cells = now.cells(width);
    for (int i = 0; i < width; i++) {
      if (!was.cell(i).equals(became.cell(i))) {
        cells[i] = was.cell(i);
      }
    }
    Row merged = now.withCells(cells);
    return Objects.equals(was.properties(), became.properties())
        ? merged
        : merged.withProperties(was.properties());
  }
}
