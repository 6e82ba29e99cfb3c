package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.CellPlannerFixture;
import org.entraide.plan.Folk;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.junit.jupiter.api.Test;

/** A row of the ledger that was hit since rows had moved in the instant before a write. */
class LedgerShiftHitTest extends CellPlannerFixture {

  private static final String THEIRS = "a.b/c.d";
  private static final String OWN = "e.f/c.d";

  private static final LedgerShiftHit HIT =
      new LedgerShiftHit(
          "M-7KQ47", LedgerColumn.STATE, Cell.text("En préparation"), "Brouillon prêt", THEIRS);

  /** A ledger of one row. */
  private static SheetLayout layout(Map<LedgerColumn, String> shown) {
    Map<Integer, String> marks = new HashMap<>();
    List<Cell> header = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      marks.put(header.size(), column.mark());
      header.add(Cell.text(column.name()));
      cells.add(Cell.text(shown.getOrDefault(column, "")));
    }
    List<Cell> questions = QUESTIONS.stream().map(Cell::text).toList();
    Tab answers = new Tab(1, "A", true, 1000, 26, List.of(new Row(0, questions)), Map.of());
    Tab ledger =
        new Tab(
            OwnTabs.LEDGER,
            "Mises en relation",
            false,
            1000,
            26,
            List.of(new Row(0, header), new Row(1, cells)),
            marks);
    Workbook book =
        new Workbook(
            "book", "E", "fr_FR", ZoneOffset.UTC, List.of(answers, ledger), Overlay.NONE);
    try {
      return SheetLayout.of(book, Optional.empty(), Map.of(), Folk.LANGUAGES).prepared();
    } catch (SheetLayout.Unusable e) {
      throw new AssertionError(e);
    }
  }

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
                OwnTabs.LEDGER, 1, LedgerColumn.STATE.ordinal(), Cell.text("En préparation")));
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
