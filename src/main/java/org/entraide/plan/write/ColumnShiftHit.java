package org.entraide.plan.write;

import java.util.List;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/**
 * What a write hit in one tab because columns had moved in the instant before it. Whose rows these
 * were and which columns is known from the next look at the whole tab: what came back with the
 * write shows the columns of identity where they no longer were.
 *
 * @param tabAsRead the tab as the pass had read it
 * @param header its first row right after the write
 */
record ColumnShiftHit(Tab tabAsRead, Row header, List<ShiftedRow> lines) implements WriteHit {

  /**
   * What was hit in a row.
   *
   * @param row its index when it was written
   * @param meant the index in {@link #tabAsRead} of the row that was to be written, or -1
   */
  record ShiftedRow(int row, int meant, List<ShiftedCell> spots) {
    ShiftedRow {
      spots = List.copyOf(spots);
    }
  }

  /**
   * One cell.
   *
   * @param column where it was written
   * @param mark of the column that was meant
   * @param written what was written
   */
  record ShiftedCell(int column, String mark, String written) {}

  ColumnShiftHit {
    lines = List.copyOf(lines);
  }

  @Override
  public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
    return repairs(layout.workbook());
  }

  /** The repairs in a spreadsheet that cannot be worked on, but shows which column is which. */
  List<Change> repairs(Workbook workbook) {
    return workbook
        .tab(tabAsRead.sheetId())
        .map(tab -> ColumnShiftRepair.of(this, tab))
        .orElse(List.of());
  }

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "ColumnShiftHit[" + tabAsRead.sheetId() + ", " + lines.size() + " rows]";
  }
}
