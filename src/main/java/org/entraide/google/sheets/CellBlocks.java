package org.entraide.google.sheets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.table.Change;

/** Gathers single cells of one tab into rectangles, so that a column of thousands is one write. */
final class CellBlocks {

  private CellBlocks() {}

  /** A rectangle without holes. */
  record Block(int row, int column, List<List<Change.SetValue>> rows) {}

  /** Groups cells into blocks; of two values for one cell the later one counts. */
  static List<Block> of(Collection<Change.SetValue> cells) {
    Map<Integer, TreeMap<Integer, Change.SetValue>> byRow = new TreeMap<>();
    cells.forEach(c -> byRow.computeIfAbsent(c.row(), r -> new TreeMap<>()).put(c.column(), c));
    List<Block> blocks = new ArrayList<>();
    Map<ColumnRun, Block> growing = new HashMap<>();
    byRow.forEach(
        (row, values) -> {
          Map<ColumnRun, Block> next = new HashMap<>();
          for (ColumnRun run : ColumnRun.runs(values.keySet())) {
            Block above = growing.get(run);
            Block block;
            if (above != null && above.row() + above.rows().size() == row) {
              block = above;
            } else {
              block = new Block(row, run.from(), new ArrayList<>());
              blocks.add(block);
            }
            block.rows().add(List.copyOf(values.subMap(run.from(), run.to()).values()));
            next.put(run, block);
          }
          growing.clear();
          growing.putAll(next);
        });
    return blocks;
  }
}
