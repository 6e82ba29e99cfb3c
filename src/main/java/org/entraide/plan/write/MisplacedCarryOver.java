package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.authorship.ResponseTabState;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;

/**
 * A word that was carried over from the tab before and was written in the wrong cell, because rows
 * or columns moved right before the write. The sheet itself does not show that. If the word
 * replaced a text of somebody else, both are restored together. Pure.
 *
 * @param rowKey for whose row it was meant: {@link ResponseRow#key}
 * @param word what was carried over
 * @param along what was written in the same row: it is put back first where it was written
 * @param overwritten beside whom it was written; empty where it is in another column, which is put
 *     right as {@link ColumnShiftHit}
 */
record MisplacedCarryOver(
    String rowKey,
    PersonColumn column,
    Cell word,
    Set<String> along,
    Optional<OverwrittenCell> overwritten)
    implements WriteHit {

  /**
   * A cell over which it was written.
   *
   * @param rowKey whose row it is
   * @param original what had been there
   */
  record OverwrittenCell(String rowKey, Cell original) {}

  MisplacedCarryOver {
    along = Set.copyOf(along);
  }

  @Override
  public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
    int at = layout.answerColumns().at().getOrDefault(column, -1);
    if (at < 0) {
      return List.of();
    }
    List<Change> repairs = new ArrayList<>();
    for (OverwrittenCell place : overwritten.stream().toList()) {
      answers.stream()
          .filter(row -> row.key().equals(place.rowKey()))
          .filter(
              row ->
                  WrittenCell.shows(row.sheetRow().cell(at), ResponseTabState.organiserText(word)))
          .map(row -> putBack(layout, row, at, place.original()))
          .forEach(repairs::add);
      if (repairs.isEmpty()) {
        return List.of(); // people have changed or moved it since
      }
    }
    answers.stream()
        .filter(row -> row.key().equals(rowKey))
        .filter(row -> isFree(ResponseTabState.organiserText(row.sheetRow().cell(at))))
        .map(row -> putBack(layout, row, at, word))
        .forEach(repairs::add);
    return repairs;
  }

  private boolean isFree(String shown) {
    return shown.isEmpty() || (overwritten.isEmpty() && along.contains(shown));
  }

  private static Change putBack(SheetLayout layout, ResponseRow row, int column, Cell cell) {
    return new Change.PutBack(layout.responses().sheetId(), row.sheetRow().index(), column, cell);
  }

  @Override
  public boolean isOfAbsentRow(Set<String> present) {
    return !present.contains(overwritten.map(OverwrittenCell::rowKey).orElse(rowKey));
  }

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "MisplacedCarryOver[" + rowKey + ", " + column + "]";
  }
}
