package org.entraide.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.testkit.PointedRef;
import org.jspecify.annotations.NullMarked;

/**
 * A tab as people see it.
 *
 * @param titles of the first row, in order
 * @param lines the rows below it that show anything
 */
@NullMarked
record Grid(List<String> titles, List<Line> lines) {

  /**
   * A row.
   *
   * @param number as people count, from 1
   */
  record Line(int number, Map<String, String> cells) {

    String get(String title) {
      return cells.getOrDefault(title, "");
    }

    String ref() {
      return get("Réf");
    }

    String status() {
      return get("Statut");
    }

    String explanation() {
      return get("Explication");
    }

    /** Never a person's words, in no failure's message. */
    @Override
    public String toString() {
      return "row " + number + " " + ref() + " " + status() + get("État");
    }
  }

  static Grid of(List<List<String>> rows) {
    if (rows.isEmpty()) {
      return new Grid(List.of(), List.of());
    }
    List<String> titles = rows.get(0);
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int j = 0; j < Math.min(titles.size(), rows.get(i).size()); j++) {
        cells.put(titles.get(j), rows.get(i).get(j));
      }
      if (cells.values().stream().anyMatch(text -> !text.isEmpty())) {
        lines.add(new Line(i + 1, cells));
      }
    }
    return new Grid(titles, lines);
  }

  List<Line> where(String title, String value) {
    return lines.stream().filter(line -> line.get(title).equals(value)).toList();
  }

  Line only(String title, String value) {
    return one(where(title, value));
  }

  /** The only row in which the column points to somebody. */
  Line onlyOf(String title, String ref) {
    return one(lines.stream().filter(line -> PointedRef.of(line.get(title)).equals(ref)).toList());
  }

  private static Line one(List<Line> found) {
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " rows instead of one: " + found);
    }
    return found.get(0);
  }

  /** The letters of a column. */
  String column(String title) {
    int index = titles.indexOf(title);
    if (index < 0) {
      throw new AssertionError("no column " + title);
    }
    return index < 26
        ? String.valueOf((char) ('A' + index))
        : "" + (char) ('A' + index / 26 - 1) + (char) ('A' + index % 26);
  }
}
