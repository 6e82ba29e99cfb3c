package org.entraide.plan.authorship;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.jspecify.annotations.Nullable;

/**
 * What the journal holds of rows that are there, by the row and the mark. Each column asks for some
 * cells of each row several times, so that no key is made for a question, and a row is found once
 * by all letters of its key.
 */
final class RowsJournal {

  /** The positions of the usual marks in what is kept of a row. */
  private static final Map<String, Integer> POSITIONS = positions();

  private static final @Nullable String[] NOTHING = new @Nullable String[POSITIONS.size()];

  private final Map<CellKey, String> cellHashes;
  private final Map<String, @Nullable String[]> byRow = new HashMap<>();

  /**
   * @param cellHashes what the journal holds, also of rows that are gone
   * @param keys of the rows that are there
   */
  RowsJournal(Map<CellKey, String> cellHashes, Collection<String> keys) {
    this.cellHashes = cellHashes;
    keys.forEach(key -> byRow.put(key, NOTHING));
    cellHashes.forEach(this::keep);
  }

  private static Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    for (PersonColumn column : PersonColumn.values()) {
      positions.put(column.mark(), positions.size());
      positions.put(column.typedMark(), positions.size());
      positions.put(column.strayMark(), positions.size());
      positions.put(column.awayMark(), positions.size());
      positions.put(column.wentMark(), positions.size());
    }
    positions.put(JournalledRows.SEEN, positions.size());
    positions.put(JournalledRows.BESIDE, positions.size());
    return positions;
  }

  private void keep(CellKey key, String hash) {
    Integer position = POSITIONS.get(key.column());
    if (position != null) {
      @Nullable String[] row =
          byRow.computeIfPresent(
              key.row(),
              (reference, cells) ->
                  cells == NOTHING ? new @Nullable String[POSITIONS.size()] : cells);
      if (row != null) {
        row[position] = hash;
      }
    }
  }

  /** The hash under a mark of a row; null where the journal has none. */
  @Nullable String get(String row, String mark) {
    @Nullable String[] cells = byRow.get(row);
    Integer position = cells == null ? null : POSITIONS.get(mark);
    return cells == null || position == null
        ? cellHashes.get(new CellKey(row, mark))
        : cells[position];
  }
}
