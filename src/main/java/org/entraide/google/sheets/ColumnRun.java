package org.entraide.google.sheets;

import com.google.api.services.sheets.v4.model.GridRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A run of neighbouring columns, from a first one to before a last one, counted from 0. */
record ColumnRun(int from, int to) {

  /** Gathers columns into as few runs as possible. */
  static List<ColumnRun> runs(Collection<Integer> columns) {
    List<ColumnRun> runs = new ArrayList<>();
    for (int column : new TreeSet<>(columns)) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).to == column) {
        runs.set(last, new ColumnRun(runs.get(last).from, column + 1));
      } else {
        runs.add(new ColumnRun(column, column + 1));
      }
    }
    return runs;
  }

  /** All rows of these columns, by the tab's number. */
  GridRange ofSheet(int sheetId) {
    return new GridRange().setSheetId(sheetId).setStartColumnIndex(from).setEndColumnIndex(to);
  }

  /**
   * Some rows of these columns, by the tab's number.
   *
   * @param first the first row, from 0
   * @param last the last row, from 0
   */
  GridRange ofSheet(int sheetId, int first, int last) {
    return ofSheet(sheetId).setStartRowIndex(first).setEndRowIndex(last + 1);
  }

  /** All rows of these columns in A1 notation, by the tab's title. */
  String ofTitle(String title) {
    return quoted(title) + letters(from) + ":" + letters(to - 1);
  }

  /**
   * Some rows of these columns in A1 notation, by the tab's title.
   *
   * @param first the first row, from 0
   * @param last the last row, from 0
   */
  String ofTitle(String title, int first, int last) {
    return quoted(title) + letters(from) + (first + 1) + ":" + letters(to - 1) + (last + 1);
  }

  /** The whole header row in A1 notation. */
  static String headerOfTitle(String title) {
    return quoted(title) + "1:1";
  }

  private static String quoted(String title) {
    return "'" + title.replace("'", "''") + "'!";
  }

  /** A, B … Z, AA …: numbers in base 26 without a zero. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
