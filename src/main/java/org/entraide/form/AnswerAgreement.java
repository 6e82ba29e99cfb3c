package org.entraide.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/** How often a column shows what was answered to a question, in rows whose response is known. */
final class AnswerAgreement {

  /** How many rows are compared, the newest: they were written since the form was last changed. */
  private static final int SAMPLE = 200;

  /** The sheet links to a file that the form knows by its name: neither yes nor no. */
  private static final String FILE = "https://drive.google.com/";

  /** Shorter answers, the same in each row, prove nothing: a column of « Oui ». */
  private static final int DISTINCTIVE = 6;

  /**
   * Answers of one column against one question.
   *
   * @param special whether those that agree are not a word that is in every row
   */
  record Count(int yes, int no, boolean special) {

    /** Whether the column shows mostly what was answered, and at least once. */
    boolean fits() {
      return yes > 0 && yes >= 4 * no;
    }

    /** Whether it {@link #fits}, and could hardly be another question's. */
    boolean isDistinctive() {
      return fits() && special;
    }

    /** Whether the column never shows what was answered, in so many rows that it is no accident. */
    boolean contradicts() {
      return yes == 0 && no >= 3;
    }
  }

  private record LinkedRow(Row row, Response response) {}

  private final List<LinkedRow> sample;
  private final Map<String, Map<Integer, Count>> counts = new HashMap<>();

  AnswerAgreement(SheetSide sheet, RowResponseLinks links) {
    List<LinkedRow> linkedRows = new ArrayList<>();
    for (int i = sheet.rows().size() - 1; i >= 0 && linkedRows.size() < SAMPLE; i--) {
      Row row = sheet.rows().get(i);
      if (!links.isCopy(row)) {
        links.of(row).ifPresent(response -> linkedRows.add(new LinkedRow(row, response)));
      }
    }
    this.sample = List.copyOf(linkedRows);
  }

  /**
   * Counts.
   *
   * @param question its id, or {@link QuestionMark#EMAIL}
   */
  Count of(String question, int column) {
    return counts
        .computeIfAbsent(question, q -> new HashMap<>())
        .computeIfAbsent(column, c -> count(question, c));
  }

  private Count count(String question, int column) {
    int yes = 0;
    int no = 0;
    Set<String> agreed = new HashSet<>();
    for (LinkedRow linked : sample) {
      String written = linked.response().written(question);
      Cell cell = linked.row().cell(column);
      if (isFile(cell)) {
        continue;
      }
      if (!written.isBlank() && !cell.isBlank()) {
        if (SheetText.shows(cell, written)) {
          yes++;
          agreed.add(written);
        } else {
          no++;
        }
      } else if (written.isBlank() && !cell.isBlank()) {
        no++;
      }
    }
    boolean special = agreed.size() > 1 || agreed.stream().anyMatch(w -> w.length() >= DISTINCTIVE);
    return new Count(yes, no, special);
  }

  /** Whether a cell links to a file that was answered. */
  static boolean isFile(Cell cell) {
    return cell.text().startsWith(FILE);
  }
}
