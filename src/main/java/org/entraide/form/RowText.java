package org.entraide.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/** The texts of a row, regardless of their columns. */
final class RowText {

  private final Set<String> texts = new HashSet<>();
  private final List<Cell> others = new ArrayList<>();

  RowText(Row row, List<Integer> columns) {
    for (int column : columns) {
      Cell cell = row.cell(column);
      if (cell.kind() == Cell.Kind.TEXT) {
        texts.add(FormLines.line(cell.text()));
      } else if (!cell.isEmpty()) {
        others.add(cell);
      }
    }
  }

  /**
   * How many answers of a response are here; an empty form has one that cannot disagree.
   *
   * @param enough where to stop counting
   */
  int agreeing(Response response, int enough) {
    int agreeing = response.email().filter(this::holds).isPresent() ? 1 : 0;
    if (response.values().isEmpty()) {
      return agreeing + 1;
    }
    for (List<String> values : response.values().values()) {
      if (agreeing >= enough) {
        break;
      }
      String written = FormLines.joined(values);
      if (!written.isBlank() && holds(written)) {
        agreeing++;
      }
    }
    return agreeing;
  }

  private boolean holds(String written) {
    return texts.contains(FormLines.line(written))
        || others.stream().anyMatch(cell -> SheetText.shows(cell, written));
  }
}
