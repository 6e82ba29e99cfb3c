package org.entraide.plan.authorship;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.plan.layout.MergedCells;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/**
 * What is in our columns now, and what was there before.
 *
 * @param rows the answers
 * @param others the rows without an answer
 * @param merged the cells that people merged into others
 * @param history what the rows held before
 * @param aligned whether a row's reference is its person's own, or none
 */
public record ResponseTabState(
    List<ResponseRow> rows,
    List<Row> others,
    SheetLayout layout,
    MergedCells merged,
    CellHistory history,
    Predicate<ResponseRow> aligned) {

  /**
   * The state of a tab, whose rows without an answer are told from the others.
   *
   * @param tab as it was when the answers were read, maybe after the layout was
   */
  public static ResponseTabState of(
      List<Row> tab,
      List<ResponseRow> rows,
      SheetLayout layout,
      CellHistory history,
      Predicate<ResponseRow> aligned) {
    Set<Integer> answers = new HashSet<>();
    rows.forEach(row -> answers.add(row.sheetRow().index()));
    List<Row> others =
        tab.stream().filter(row -> row.index() > 0 && !answers.contains(row.index())).toList();
    return new ResponseTabState(rows, others, layout, layout.merged(), history, aligned);
  }

  /** What a column of the daemon's shows. */
  String text(ResponseRow row, PersonColumn column) {
    return ResponseRow.text(row.sheetRow(), layout, column);
  }

  /** Whether a cell is covered by another, so that nothing can be written there. */
  boolean isMerged(ResponseRow row, PersonColumn column) {
    Integer at = layout.answerColumns().at().get(column);
    return at != null && merged.cover(layout.responses().sheetId(), row.sheetRow().index(), at);
  }

  /** What a column of the organisers' shows. */
  String organiserText(Row row, PersonColumn column) {
    Integer at = layout.answerColumns().at().get(column);
    return organiserText(at == null ? Cell.EMPTY : row.cell(at));
  }

  /** A tick box holds a truth value, whatever the sheet's language calls it. */
  public static String organiserText(Cell cell) {
    if (cell.kind() == Cell.Kind.BOOLEAN) {
      return cell.isTrue() ? PersonColumn.TICKED : "";
    }
    return cell.text().strip();
  }
}
