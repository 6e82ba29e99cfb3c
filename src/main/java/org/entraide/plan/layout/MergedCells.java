package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.table.Area;
import org.entraide.table.Overlay;
import org.entraide.table.Tab;

/**
 * The cells that cannot be written because somebody merged them into another: Sheets accepts what
 * is written there and does not keep it.
 */
public final class MergedCells {

  private final Map<Integer, List<Area>> byRow = new HashMap<>();

  MergedCells(Overlay overlay, List<Tab> tabs) {
    for (Tab tab : tabs) {
      for (Area merge : overlay.merges()) {
        int end = merge.sheetId() == tab.sheetId() ? Math.min(merge.endRow(), tab.rowCount()) : 0;
        for (int row = merge.row(); row < end; row++) {
          byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(merge);
        }
      }
    }
  }

  /** Whether a cell lies under another one. */
  public boolean cover(int sheetId, int row, int column) {
    return !byRow.isEmpty() && isCovered(sheetId, row, column);
  }

  private boolean isCovered(int sheetId, int row, int column) {
    return byRow.getOrDefault(row, List.of()).stream()
        .anyMatch(merge -> merge.covers(sheetId, row, column));
  }
}
