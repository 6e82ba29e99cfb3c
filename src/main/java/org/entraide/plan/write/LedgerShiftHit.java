package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/**
 * A cell of the ledger that was hit because rows had moved in the instant before a write. Pure.
 *
 * @param ref whose row it was; of a row without a reference what is typed there, see {@link
 *     HandMadeRow#identity}
 * @param column in which it was
 * @param original what had been there
 * @param written what was written over it
 * @param check the check that was written along with it; empty for none. Where a row shows another
 *     check by now, all of it was written anew
 */
record LedgerShiftHit(String ref, LedgerColumn column, Cell original, String written, String check)
    implements WriteHit {

  /**
   * Those that were hit.
   *
   * @param rowsBefore the ledger's rows right before the write
   * @param entries the same, as entries
   * @param after references as they were right after, by row
   */
  static List<LedgerShiftHit> of(
      SheetLayout layout,
      List<Row> rowsBefore,
      List<LedgerRow> entries,
      List<RowChange> changes,
      Map<Integer, String> after) {
    Map<Integer, Row> rows = new HashMap<>();
    rowsBefore.forEach(row -> rows.put(row.index(), row));
    Map<String, Row> byRef = new HashMap<>();
    entries.forEach(
        entry ->
            byRef.putIfAbsent(
                entry.ref(), rows.getOrDefault(entry.index(), new Row(entry.index(), List.of()))));
    Row nothing = new Row(-1, List.of());
    rowsBefore.forEach(
        row -> byRef.putIfAbsent(HandMadeRow.identity(row, layout.ledgerColumns()), row));
    List<LedgerShiftHit> struck = new ArrayList<>();
    for (RowChange change : changes) {
      String refAfter = after.getOrDefault(change.row(), "");
      boolean typed = HandMadeRow.isIdentity(change.identity());
      // a row that was inserted in that instant had none of what is written into typed rows
      Row was = typed ? byRef.getOrDefault(refAfter, nothing) : byRef.get(refAfter);
      if (change.sheetId() == layout.ledgerSheet()
          && was != null
          && !refAfter.equals(change.identity())) {
        String check = check(layout, change);
        for (Change one : change.changes()) {
          if (one instanceof Change.SetCell set) {
            Cell original = was.cell(set.column());
            layout
                .ledgerColumns()
                .kindAt(set.column())
                .ifPresent(
                    column ->
                        struck.add(
                            new LedgerShiftHit(refAfter, column, original, set.text(), check)));
          }
        }
      }
    }
    return struck;
  }

  private static String check(SheetLayout layout, RowChange change) {
    return change.changes().stream()
        .filter(Change.SetCell.class::isInstance)
        .map(Change.SetCell.class::cast)
        .filter(
            set ->
                layout.ledgerColumns().kindAt(set.column()).equals(Optional.of(LedgerColumn.CHECK)))
        .map(Change.SetCell::text)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
    Integer reference = layout.ledgerColumns().at().get(LedgerColumn.REF);
    Integer at = layout.ledgerColumns().at().get(column);
    if (layout.ledger().isEmpty()
        || reference == null
        || at == null
        || original.text().equals(written)) {
      return List.of();
    }
    Tab ledger = layout.ledger().get();
    return ledger.body().stream()
        .filter(
            row ->
                HandMadeRow.isIdentity(ref)
                    ? HandMadeRow.identity(row, layout.ledgerColumns()).equals(ref)
                    : row.cell(reference).text().strip().equals(ref))
        .filter(row -> row.cell(at).text().equals(written))
        .filter(row -> isStillHit(row, layout))
        .<Change>map(row -> new Change.PutBack(ledger.sheetId(), row.index(), at, original))
        .toList();
  }

  private boolean isStillHit(Row row, SheetLayout layout) {
    Integer at = layout.ledgerColumns().at().get(LedgerColumn.CHECK);
    if (check.isEmpty() || at == null) {
      return true;
    }
    String shown = row.cell(at).text();
    return shown.equals(check) || RowCheck.parse(shown).isEmpty(); // people cleared it since
  }

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "LedgerShiftHit[" + ref + ", " + column + "]";
  }
}
