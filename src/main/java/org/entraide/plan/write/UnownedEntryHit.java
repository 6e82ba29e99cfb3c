package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/**
 * A row of the ledger without a reference, such as a note, that was hit since it was inserted, or
 * had moved, in the instant before a write that was meant for an introduction. Pure.
 *
 * @param ours by column, what was written there, in the form that {@link WrittenCell#shows}
 *     compares
 * @param kept of these, the columns in which people may have typed before
 */
record UnownedEntryHit(Map<LedgerColumn, String> ours, Set<LedgerColumn> kept) implements WriteHit {

  /** In these nobody's words stay beside a row without a reference. */
  private static final Set<LedgerColumn> NEVER_TYPED =
      EnumSet.of(LedgerColumn.STATE, LedgerColumn.EXPLANATION, LedgerColumn.CHECK);

  UnownedEntryHit {
    ours = Map.copyOf(ours);
    kept = Set.copyOf(kept);
  }

  /**
   * Those that were hit.
   *
   * @param before the ledger's rows right before the write
   * @param after references as they were right after, by row
   */
  static List<UnownedEntryHit> of(
      SheetLayout layout, List<Row> before, List<RowChange> changes, Map<Integer, String> after) {
    List<UnownedEntryHit> hits = new ArrayList<>();
    for (RowChange change : changes) {
      if (change.sheetId() == layout.ledgerSheet()
          && !HandMadeRow.isIdentity(change.identity())
          && !after.containsKey(change.row())) {
        Map<LedgerColumn, String> ours = new EnumMap<>(LedgerColumn.class);
        change.changes().stream()
            .flatMap(WrittenCell::of)
            .forEach(
                wrote ->
                    layout
                        .entries()
                        .kindAt(wrote.column())
                        .ifPresent(column -> ours.put(column, wrote.text())));
        hits.add(new UnownedEntryHit(ours, typedBefore(layout, before, ours.keySet())));
      }
    }
    return hits;
  }

  private static Set<LedgerColumn> typedBefore(
      SheetLayout layout, List<Row> before, Set<LedgerColumn> columns) {
    Set<LedgerColumn> typed = EnumSet.noneOf(LedgerColumn.class);
    for (LedgerColumn column : columns) {
      boolean there =
          before.stream()
              .filter(row -> row.index() > 0 && isUnowned(row, layout))
              .anyMatch(row -> !row.cell(layout.entries().of(column)).isBlank());
      if (there && !NEVER_TYPED.contains(column)) {
        typed.add(column);
      }
    }
    return typed;
  }

  private static boolean isUnowned(Row row, SheetLayout layout) {
    return row.cell(layout.entries().of(LedgerColumn.REF)).isBlank();
  }

  @Override
  public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
    Map<LedgerColumn, Integer> at = layout.entries().at();
    if (layout.ledger().isEmpty()
        || !at.containsKey(LedgerColumn.REF)
        || !at.keySet().containsAll(ours.keySet())) {
      return List.of();
    }
    Tab ledger = layout.ledger().get();
    List<Change> repairs = new ArrayList<>();
    for (Row row : ledger.body()) {
      if (isUnowned(row, layout) && showsAll(row, layout)) {
        for (LedgerColumn column : ours.keySet()) {
          if (!kept.contains(column)) {
            int cell = layout.entries().of(column);
            repairs.add(new Change.PutBack(ledger.sheetId(), row.index(), cell, Cell.EMPTY));
          }
        }
      }
    }
    return repairs;
  }

  private boolean showsAll(Row row, SheetLayout layout) {
    return ours.entrySet().stream()
        .allMatch(
            it -> WrittenCell.shows(row.cell(layout.entries().of(it.getKey())), it.getValue()));
  }

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "UnownedEntryHit[" + ours.keySet() + "]";
  }
}
