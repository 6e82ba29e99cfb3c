package org.entraide.plan;

/**
 * Whether a tick went and another came by the hands of organisers, or may have been moved. A sort
 * of a part of the columns moves ticks, and makes as many come as go; organisers tick and untick
 * boxes. A helper whose tick was taken must not pass for checked.
 */
final class HandedOn {

  private int came;
  private int went;
  private boolean astray;
  private boolean missed;
  private boolean doubtful; // unless there is but one for one

  private HandedOn() {}

  /**
   * Whether boxes were unticked and others ticked while everybody's reference stood where it
   * should: one for another; or one for several or several for one, where each that went left a row
   * with its own check. A tick that was copied beside somebody earlier, and that nobody misses,
   * does not matter as long as it stays.
   *
   * @param position of the column's hash in a row's check
   */
  static boolean looksSo(Standing standing, PersonColumn column, int position) {
    if (!standing.rows().stream().allMatch(standing.aligned())) {
      return false;
    }
    HandedOn seen = new HandedOn();
    standing.rows().forEach(row -> seen.see(row, standing, column, position));
    seen.missed |= !standing.past().ofAbsentRows(Hands.AWAY + column.mark()).isEmpty();
    seen.doubtful |=
        standing.others().stream().anyMatch(row -> !standing.told(row, column).isEmpty());
    return seen.isPlain();
  }

  private void see(ResponseRow row, Standing standing, PersonColumn column, int position) {
    Past past = standing.past();
    String hash = Hashes.of(standing.told(row.row(), column));
    missed |= !past.away(row, column, position).isEmpty();
    if (past.isStray(row, column, hash)) {
      astray = true;
      return;
    }
    doubtful |= !past.stray(row, column).isEmpty(); // which may be what came to another
    if (past.agrees(row, column.mark(), position, hash)) {
      return;
    }
    if (hash.isEmpty()) {
      went++;
      doubtful |= row.ownCheck().isEmpty(); // the answer was edited, or given anew
    } else {
      came++;
    }
  }

  private boolean isPlain() {
    boolean moved = astray && missed;
    return !moved && Math.min(came, went) == 1 && (came == went || !doubtful);
  }
}
