package org.entraide.plan.authorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.LedgerCellStates.Verdict;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.RowCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCellStatesTest {

  private static final CellKey CELL = new CellKey("7KQ47", "status");
  private static final CellKey OTHER_ROW = new CellKey("73E2M", "status");
  private static final CellKey OTHER_COLUMN = new CellKey("7KQ47", "place");

  private static Verdict decide(Map<CellKey, String> last, String wanted, String shown) {
    return new LedgerCellStates(last).decide(CELL, wanted, shown, Optional.empty(), 0);
  }

  @Test
  void aCellThatShowsWhatIsWantedIsLeftAlone() {
    assertThat(decide(Map.of(), "En attente", "En attente")).isEqualTo(Verdict.SAME);
    assertThat(decide(Map.of(), "", "")).isEqualTo(Verdict.SAME);
  }

  @Test
  void anEmptyCellIsWritten() {
    assertThat(decide(Map.of(CELL, ShortHashes.of("Plus de place")), "En attente", ""))
        .isEqualTo(Verdict.WRITE);
  }

  @Test
  void whatWeWroteLastIsWrittenOver() {
    assertThat(decide(Map.of(CELL, ShortHashes.of("Plus de place")), "En attente", "Plus de place"))
        .isEqualTo(Verdict.WRITE);
  }

  @Test
  void whatAPersonTypedStays() {
    assertThat(
            decide(Map.of(CELL, ShortHashes.of("Plus de place")), "En attente", "vu au téléphone"))
        .isEqualTo(Verdict.TYPED);
    assertThat(decide(Map.of(), "En attente", "vu au téléphone")).isEqualTo(Verdict.TYPED);
  }

  @Test
  void whatWeWroteForAnotherRowWasNotTyped() {
    assertThat(
            decide(
                Map.of(OTHER_ROW, ShortHashes.of("Plus de place")), "En attente", "Plus de place"))
        .isEqualTo(Verdict.WRITE);
  }

  @Test
  void whatWeWroteInAnotherColumnWasTypedHere() {
    assertThat(decide(Map.of(OTHER_COLUMN, ShortHashes.of("Nord")), "En attente", "Nord"))
        .isEqualTo(Verdict.TYPED);
  }

  @Test
  void withoutTheJournalTheRowSOwnCheckTells() {
    RowCheck check = RowCheck.of(List.of("f1"), List.of("Plus de place", "Nord", ""));
    LedgerCellStates written = new LedgerCellStates(Map.of());

    assertThat(written.decide(CELL, "En attente", "Plus de place", Optional.of(check), 0))
        .isEqualTo(Verdict.WRITE);
    assertThat(written.decide(CELL, "En attente", "Plus de place", Optional.of(check), 1))
        .isEqualTo(Verdict.TYPED);
    assertThat(written.decide(CELL, "En attente", "Plus de place", Optional.of(check), 9))
        .isEqualTo(Verdict.TYPED);
  }

  @Test
  void aCheckReadsBackAsItWasWritten() {
    RowCheck check = RowCheck.of(List.of("0f3a", "1b"), List.of("Plus de place", "", "À relire"));

    assertThat(RowCheck.parse(check.text())).contains(check);
    assertThat(check.wrote(1, "")).isTrue();
    assertThat(check.wrote(1, "quelque chose")).isFalse();
    assertThat(check.wrote(2, "À relire")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "TRUE", "0f3a / k2j4x", "x/y/z", "Contrôle"})
  void whatIsNoCheckIsNotTakenForOne(String text) {
    assertThat(RowCheck.parse(text)).isEmpty();
  }
}
