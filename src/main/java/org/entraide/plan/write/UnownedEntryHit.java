package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.reference.LetterReference;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;

/**
 * A row of the ledger without a letter's reference, such as a note, that was hit because it was
 * inserted, or had moved, in the instant before a write that was meant for an introduction. Which
 * of those rows it was is known from what is missing afterwards. Pure.
 *
 * @param row its index by then
 * @param written by column, what was written there, in the form that {@link WrittenCell#shows}
 *     compares
 * @param cellsBefore what such rows held right before the write
 */
record UnownedEntryHit(
    int row, Map<LedgerColumn, String> written, List<Map<LedgerColumn, Cell>> cellsBefore)
    implements WriteHit {

  UnownedEntryHit {
    written = Map.copyOf(written);
    cellsBefore = List.copyOf(cellsBefore);
  }

  /**
   * Those that were hit.
   *
   * @param rowsBefore the ledger's rows right before the write
   * @param after references as they were right after, by row
   */
  static List<UnownedEntryHit> of(
      SheetLayout layout,
      List<Row> rowsBefore,
      List<RowChange> changes,
      Map<Integer, String> after) {
    List<UnownedEntryHit> hits = new ArrayList<>();
    for (RowChange change : changes) {
      if (change.sheetId() == layout.ledgerSheet()
          && !HandMadeRow.isIdentity(change.identity())
          && !after.containsKey(change.row())) {
        Map<LedgerColumn, String> written = new EnumMap<>(LedgerColumn.class);
        change.changes().stream()
            .flatMap(WrittenCell::of)
            .filter(wrote -> !wrote.text().isEmpty())
            .forEach(
                wrote ->
                    layout
                        .ledgerColumns()
                        .kindAt(wrote.column())
                        .ifPresent(column -> written.put(column, wrote.text())));
        if (!written.isEmpty()) {
          hits.add(
              new UnownedEntryHit(
                  change.row(), written, held(layout, unowned(layout, rowsBefore))));
        }
      }
    }
    return hits;
  }

  private static List<Row> unowned(SheetLayout layout, List<Row> rows) {
    int reference = layout.ledgerColumns().of(LedgerColumn.REF);
    return rows.stream()
        .filter(row -> row.index() > 0)
        .filter(row -> !LetterReference.isLetter(row.cell(reference).text().strip()))
        .toList();
  }

  /** What rows hold, without those that hold nothing. */
  private static List<Map<LedgerColumn, Cell>> held(SheetLayout layout, List<Row> rows) {
    List<Map<LedgerColumn, Cell>> held = new ArrayList<>();
    for (Row row : rows) {
      Map<LedgerColumn, Cell> cells = new EnumMap<>(LedgerColumn.class);
      layout
          .ledgerColumns()
          .at()
          .forEach(
              (column, at) -> {
                if (!row.cell(at).isBlank()) {
                  cells.put(column, row.cell(at));
                }
              });
      if (!cells.isEmpty()) {
        held.add(cells);
      }
    }
    return held;
  }

  @Override
  public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
    Map<LedgerColumn, Integer> at = layout.ledgerColumns().at();
    if (layout.ledger().isEmpty()
        || !at.containsKey(LedgerColumn.REF)
        || !at.keySet().containsAll(written.keySet())) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>(unowned(layout, layout.ledger().get().body()));
    return struck(rows, layout).map(struck -> repairs(struck, rows, layout)).orElse(List.of());
  }

  /** The row that still shows all that was written, where it was or wherever it has moved to. */
  private Optional<Row> struck(List<Row> rows, SheetLayout layout) {
    List<Row> showing = rows.stream().filter(it -> showsAll(it, layout)).toList();
    Optional<Row> inPlace = showing.stream().filter(it -> it.index() == row).findFirst();
    boolean sure = showing.size() == 1 && written.containsKey(LedgerColumn.CHECK);
    return inPlace.or(() -> sure ? showing.stream().findFirst() : Optional.empty());
  }

  private boolean showsAll(Row row, SheetLayout layout) {
    return written.entrySet().stream()
        .allMatch(
            it ->
                WrittenCell.shows(row.cell(layout.ledgerColumns().of(it.getKey())), it.getValue()));
  }

  private List<Change> repairs(Row struck, List<Row> rows, SheetLayout layout) {
    rows.remove(struck);
    List<Map<LedgerColumn, Cell>> missing = new ArrayList<>(cellsBefore);
    held(layout, rows).forEach(missing::remove);
    Optional<Map<LedgerColumn, Cell>> original =
        missing.stream().filter(it -> isLeftOf(it, struck, layout)).findFirst();
    List<Change> repairs = new ArrayList<>();
    for (LedgerColumn column : written.keySet()) {
      // without an original it was inserted, or somebody has changed it, or another, since
      boolean originalIsKnown =
          original.isPresent() || missing.stream().noneMatch(it -> it.containsKey(column));
      Cell was = original.map(it -> it.getOrDefault(column, Cell.EMPTY)).orElse(Cell.EMPTY);
      if (originalIsKnown && !WrittenCell.shows(was, written.getOrDefault(column, ""))) {
        repairs.add(
            new Change.PutBack(
                layout.ledgerSheet(), struck.index(), layout.ledgerColumns().of(column), was));
      }
    }
    return repairs;
  }

  /** Whether a row still holds what it held beside the cells that were written. */
  private boolean isLeftOf(Map<LedgerColumn, Cell> original, Row row, SheetLayout layout) {
    return layout.ledgerColumns().at().entrySet().stream()
        .filter(column -> !written.containsKey(column.getKey()))
        .allMatch(
            column ->
                row.cell(column.getValue())
                    .text()
                    .equals(original.getOrDefault(column.getKey(), Cell.EMPTY).text()));
  }

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "UnownedEntryHit[" + row + ", " + written.keySet() + "]";
  }
}
