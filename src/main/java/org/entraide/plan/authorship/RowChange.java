package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.layout.CellKey;
import org.entraide.table.Change;

/**
 * The cells of one row that must change.
 *
 * @param sheetId the tab
 * @param row its index as read
 * @param identity what must still be in that row when it is written: an answer's fingerprint, or an
 *     introduction's reference; empty for nobody's
 * @param reference whom it is about
 * @param changes the cells
 * @param hashes of what the row's cells hold once it is written
 */
public record RowChange(
    int sheetId,
    int row,
    String identity,
    String reference,
    List<Change> changes,
    Map<CellKey, String> hashes) {

  /**
   * What is to be remembered instead where somebody else's row was written: that these words are
   * the daemon's, and nothing of the row that was meant, which holds what it held.
   */
  public Map<CellKey, String> lost() {
    Map<CellKey, String> lost = new HashMap<>();
    hashes.forEach(
        (key, hash) -> lost.put(new CellKey(key.row() + CellHistory.LOST, key.column()), hash));
    return lost;
  }

  /** Nothing where nothing changes. */
  public static Optional<RowChange> of(
      int sheetId,
      int row,
      String identity,
      String reference,
      List<Change> changes,
      Map<CellKey, String> hashes) {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new RowChange(sheetId, row, identity, reference, changes, hashes));
  }
}
