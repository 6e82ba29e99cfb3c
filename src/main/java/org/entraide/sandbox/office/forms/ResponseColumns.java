package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;

/** Which column belongs to which question of a form, by the columns' identity. */
final class ResponseColumns {

  /** Keys of the columns that belong to no question; no question has such an id. */
  private static final String TIMESTAMP = "\u0000timestamp";

  private static final String EMAIL = "\u0000email";

  private final ObjectNode timeFormat;
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, Long> columns = new HashMap<>();

  ResponseColumns(ResponseWords words, boolean collectsEmail, List<AskedQuestion> questions) {
    this.timeFormat = CellFormat.extras("DATE_TIME", words.timePattern());
    titles.put(TIMESTAMP, words.timestamp());
    if (collectsEmail) {
      titles.put(EMAIL, words.email());
    }
    questions.forEach(question -> titles.put(question.id(), question.title()));
  }

  ObjectNode timeFormat() {
    return timeFormat;
  }

  /** Gives the first columns of an empty tab to the form. */
  void lay(Sheet sheet) {
    int at = 0;
    for (Map.Entry<String, String> column : titles.entrySet()) {
      columns.put(column.getKey(), sheet.line(Dimension.COLUMNS, at));
      sheet.set(0, at, OfficeCell.of(new CellValue.Text(column.getValue()), null));
      at++;
    }
  }

  /** Brings back the columns that people deleted, at the right. */
  void restore(Sheet sheet, int headerRow) {
    for (String key : titles.keySet()) {
      if (index(sheet, key) < 0) {
        assign(sheet, headerRow, key, farRight(sheet));
      }
    }
  }

  void change(
      Sheet sheet, int headerRow, List<AskedQuestion> questions, RowSwitches.NewColumn where) {
    Set<String> kept = new HashSet<>(List.of(TIMESTAMP, EMAIL));
    for (AskedQuestion question : questions) {
      String old = titles.put(question.id(), question.title());
      kept.add(question.id());
      int at = index(sheet, question.id());
      if (at >= 0) {
        if (!question.title().equals(old)) {
          title(sheet, headerRow, at, question.title());
        }
      } else if (!columns.containsKey(question.id())) {
        assign(sheet, headerRow, question.id(), newColumn(sheet, where));
      }
    }
    titles.keySet().retainAll(kept);
  }

  int timestamp(Sheet sheet) {
    return index(sheet, TIMESTAMP);
  }

  /** Where the form's columns are now, those of deleted questions included. */
  Set<Integer> indices(Sheet sheet) {
    Set<Integer> indices = new HashSet<>();
    columns.keySet().forEach(key -> indices.add(index(sheet, key)));
    return indices;
  }

  /** Writes the answers into the form's cells of a row, and empties those without an answer. */
  void fill(
      Sheet sheet,
      OfficeCell[] cells,
      AnswerRow answer,
      BiFunction<OfficeCell, String, OfficeCell> type) {
    Map<String, String> texts = new HashMap<>();
    String email = answer.email();
    if (email != null) {
      texts.put(EMAIL, email);
    }
    for (AnswerRow.Answer one : answer.answers()) {
      texts.put(one.questionId(), String.join(", ", one.values()));
    }
    for (String key : titles.keySet()) {
      if (!key.equals(TIMESTAMP)) {
        int at = index(sheet, key);
        cells[at] = type.apply(cells[at], texts.getOrDefault(key, ""));
      }
    }
  }

  private int index(Sheet sheet, String key) {
    Long column = columns.get(key);
    return column == null ? -1 : sheet.indexOf(Dimension.COLUMNS, column);
  }

  private void assign(Sheet sheet, int headerRow, String key, int at) {
    columns.put(key, sheet.line(Dimension.COLUMNS, at));
    title(sheet, headerRow, at, titles.getOrDefault(key, ""));
  }

  private static void title(Sheet sheet, int headerRow, int at, String title) {
    if (headerRow >= 0) {
      OfficeCell old = sheet.cell(headerRow, at);
      sheet.set(headerRow, at, old.withValue(new CellValue.Text(title)));
    }
  }

  private int newColumn(Sheet sheet, RowSwitches.NewColumn where) {
    if (where == RowSwitches.NewColumn.FAR_RIGHT) {
      return farRight(sheet);
    }
    int last = -1;
    for (int index : indices(sheet)) {
      last = Math.max(last, index);
    }
    sheet.insert(Dimension.COLUMNS, last + 1, 1);
    return last + 1;
  }

  /** The first column with nothing in it nor to its right; a new one where there is none. */
  private int farRight(Sheet sheet) {
    int used = 0;
    for (GridRow row : sheet.rows()) {
      for (int i = row.width() - 1; i >= used; i--) {
        if (!row.cell(i).isBlank()) {
          used = i + 1;
        }
      }
    }
    List<Integer> owned = new ArrayList<>(indices(sheet));
    for (int index : owned) {
      used = Math.max(used, index + 1);
    }
    if (used == sheet.columnCount()) {
      sheet.insert(Dimension.COLUMNS, used, 1);
    }
    return used;
  }
}
