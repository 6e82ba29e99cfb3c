package org.entraide.plan.authorship;

import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;

/**
 * Whether organisers unticked some helpers and ticked others, rather than sorted a part of the
 * columns, which moves ticks, and makes as many come as go. A helper whose tick was taken must not
 * pass for checked, nor one beside whom a tick was moved.
 */
final class RevisedTicks {

  private int came;
  private int went;
  private boolean astray;
  private boolean missed;

  /**
   * A tick may have come from, or gone to, where nobody can see: then only one for one is plain.
   */
  private boolean doubtful;

  /** A tick is in a row that was not read before. */
  private boolean unread;

  private RevisedTicks() {}

  /**
   * Whether boxes were unticked and others ticked while everybody's reference was where it should
   * be: one for another, one for several, or several for one. The last two only where no tick can
   * have come from, or gone to, a new or deleted row, and where no tick is in the place of one with
   * another word. A row that was already gone at an earlier look does not matter. Nor does a tick
   * that was copied beside somebody earlier, and that nobody misses, as long as it stays.
   *
   * @param position of the column's hash in a row's check
   */
  static boolean looksSo(ResponseTabState tabState, PersonColumn column, int position) {
    if (!tabState.rows().stream().allMatch(tabState.aligned())) {
      return false;
    }
    RevisedTicks seen = new RevisedTicks();
    tabState.rows().forEach(row -> seen.see(row, tabState, column, position));
    seen.missed |= !tabState.history().ofAbsentRows(column.awayMark()).isEmpty();
    seen.doubtful |=
        tabState.history().ofAbsentRows(JournalledRows.SEEN).values().stream()
            .anyMatch(seenBeside -> !seenBeside.equals(JournalledRows.GONE));
    seen.doubtful |=
        tabState.others().stream().anyMatch(row -> !tabState.organiserText(row, column).isEmpty());
    return seen.isPlain();
  }

  private void see(ResponseRow row, ResponseTabState tabState, PersonColumn column, int position) {
    CellHistory history = tabState.history();
    String hash = ShortHashes.of(tabState.organiserText(row.sheetRow(), column));
    missed |= !history.away(row, column, position).isEmpty();
    if (history.isStray(row, column, hash)) {
      astray = true;
      return;
    }
    doubtful |= !history.stray(row, column).isEmpty(); // which may be what came to another
    // nobody read that row yet: its tick may be another's that went
    unread |= !hash.isEmpty() && !history.knows(row, column.mark(), position);
    if (history.agrees(row, column.mark(), position, hash)) {
      return;
    }
    if (hash.isEmpty()) {
      went++;
      doubtful |= row.ownCheck().isEmpty(); // the answer was edited, or given anew
    } else {
      came++;
      doubtful |=
          history.organiserHash(row, column.mark(), position).filter(t -> !t.isEmpty()).isPresent();
    }
  }

  private boolean isPlain() {
    boolean moved = astray && missed;
    boolean unseen = doubtful || (unread && went > came);
    return !moved && Math.min(came, went) == 1 && (came == went || !unseen);
  }
}
