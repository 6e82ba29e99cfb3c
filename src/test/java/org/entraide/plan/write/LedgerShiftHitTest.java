package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.junit.jupiter.api.Test;

/** A row of the ledger that was hit since rows had moved in the instant before a write. */
class LedgerShiftHitTest extends LedgerHitFixture {

  private static final String OWN = "0123456789abcdef.0123456789abcde1/abcde.bcdef";

  private static final LedgerShiftHit HIT =
      new LedgerShiftHit(
          "M-7KQ47", LedgerColumn.STATE, Cell.text("En préparation"), "Brouillon prêt", THEIRS);

  private static List<Change> repairs(String state, String check) {
    return HIT.repairs(
        layout(
            Map.of(
                LedgerColumn.REF, "M-7KQ47",
                LedgerColumn.STATE, state,
                LedgerColumn.CHECK, check)),
        List.of());
  }

  @Test
  void itIsPutBackWhereTheCheckThatCameAlongIsStillThere() {
    assertThat(repairs("Brouillon prêt", THEIRS))
        .containsExactly(
            new Change.PutBack(
                OwnTabs.LEDGER, 1, at(LedgerColumn.STATE), Cell.text("En préparation")));
  }

  @Test
  void norDoesItMatterWhetherSomebodyClearedTheCheckSince() {
    assertThat(repairs("Brouillon prêt", "")).hasSize(1);
    assertThat(repairs("Brouillon prêt", "?")).hasSize(1);
  }

  /** The words are the same, since the letter of this row has its draft by now, too. */
  @Test
  void itIsNotWhereTheRowWasWrittenAnewSince() {
    assertThat(repairs("Brouillon prêt", OWN)).isEmpty();
  }

  @Test
  void whatSomebodyTypedThereSinceStays() {
    assertThat(repairs("perdu", THEIRS)).isEmpty();
  }
}
