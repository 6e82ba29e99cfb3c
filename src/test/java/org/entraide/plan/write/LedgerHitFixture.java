package org.entraide.plan.write;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.plan.CellPlannerFixture;
import org.entraide.plan.Folk;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/** Ledgers as people left them after a write. */
class LedgerHitFixture extends CellPlannerFixture {

  /** A check that is meant for another row. */
  static final String THEIRS = "0123456789abcdef.0123456789abcde0/abcde.bcdef";

  static final List<LedgerColumn> COLUMNS = List.of(LedgerColumn.values());

  /** A ledger of these rows. */
  @SafeVarargs
  static SheetLayout layout(Map<LedgerColumn, String>... shown) {
    Map<Integer, String> marks = new HashMap<>();
    List<Cell> header = new ArrayList<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      marks.put(at(column), column.mark());
      header.add(Cell.text(column.name()));
    }
    List<Row> rows = new ArrayList<>(List.of(new Row(0, header)));
    for (Map<LedgerColumn, String> cells : shown) {
      rows.add(row(rows.size(), cells));
    }
    List<Cell> questions = QUESTIONS.stream().map(Cell::text).toList();
    Tab answers = new Tab(1, "A", true, 1000, 26, List.of(new Row(0, questions)), Map.of());
    Tab ledger = new Tab(OwnTabs.LEDGER, "Mises en relation", false, 1000, 26, rows, marks);
    Workbook book =
        new Workbook("book", "E", "fr_FR", ZoneOffset.UTC, List.of(answers, ledger), Overlay.NONE);
    try {
      return SheetLayout.of(book, Optional.empty(), Map.of(), Folk.LANGUAGES).prepared();
    } catch (SheetLayout.Unusable e) {
      throw new AssertionError(e);
    }
  }

  /** Where such a ledger has a column. */
  static int at(LedgerColumn column) {
    return COLUMNS.indexOf(column);
  }

  static Row row(int index, Map<LedgerColumn, String> shown) {
    return new Row(
        index,
        Stream.of(LedgerColumn.values())
            .map(column -> Cell.text(shown.getOrDefault(column, "")))
            .toList());
  }
}
