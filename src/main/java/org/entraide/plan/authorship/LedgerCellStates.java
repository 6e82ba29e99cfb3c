package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.RowCheck;
import org.entraide.text.typed.NoBreakSpaces;

/**
 * The three states of a cell of the ledger: wanted, shown, and last written by the daemon. What is
 * shown, is not empty, and was never written by the daemon, was typed by a person and stays. For
 * the tab of answers, whose rows people move apart, see {@link CellAuthorship}.
 */
public final class LedgerCellStates {

  /** What to do with a cell. */
  public enum Verdict {
    /** It shows what is wanted. */
    SAME,
    WRITE,
    /** A person typed in it. */
    TYPED
  }

  private final Map<CellKey, String> cellHashes;
  private final Map<String, Set<String>> everByColumn = new HashMap<>();
  private final PreviousValues earlier;

  /**
   * @param cellHashes hash of what was last written, by cell
   */
  public LedgerCellStates(Map<CellKey, String> cellHashes) {
    this.cellHashes = cellHashes;
    this.earlier = new PreviousValues(cellHashes);
    cellHashes.forEach(
        (cell, hash) ->
            everByColumn.computeIfAbsent(cell.column(), c -> new HashSet<>()).add(hash));
  }

  /**
   * Decides on one cell.
   *
   * @param check the row's hidden check, where there is one
   * @param position of the cell among the check's hashes
   */
  public Verdict decide(
      CellKey cell, String wanted, String shown, Optional<RowCheck> check, int position) {
    if (shown.equals(wanted)) {
      return Verdict.SAME;
    }
    if (shown.isEmpty() || check.filter(c -> c.wrote(position, shown)).isPresent()) {
      return Verdict.WRITE;
    }
    String hash = ShortHashes.of(shown);
    boolean writtenByDaemon =
        NoBreakSpaces.plain(shown).equals(NoBreakSpaces.plain(wanted)) // of an earlier version
            || hash.equals(cellHashes.get(cell))
            || earlier.holds(cell.column(), shown)
            || everByColumn.getOrDefault(cell.column(), Set.of()).contains(hash);
    return writtenByDaemon ? Verdict.WRITE : Verdict.TYPED;
  }
}
