package org.entraide.plan.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entraide.plan.AnswerRowsFixture;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;

/** What was typed in the tab before, of which an answer is edited before it is written. */
class CarryOverTest extends AnswerRowsFixture {

  private static final String MONDAY = "2020-03-23 14:05";
  private static final String TUESDAY = "2020-03-24 09:00";
  private static final Row ANA = answer(1, MONDAY, "ana@example.org", "Ana Alba");
  private static final Row BO = answer(2, TUESDAY, "bo@example.org", "Bo Bell");

  private static Row saying(Row answer, String instruction) {
    List<Cell> cells = new ArrayList<>(answer.cells());
    for (PersonColumn column : PersonColumn.values()) {
      cells.add(Cell.text(column == PersonColumn.INSTRUCTION ? instruction : ""));
    }
    return new Row(answer.index(), cells);
  }

  /** Of Ana there is something to carry, of Bo nothing. */
  private static CarryOver carryOver() {
    SheetLayout before = layout(saying(ANA, "Pause"), saying(BO, ""));
    return CarryOver.of(before, read(before), read(layout(ANA, BO)));
  }

  private static List<ResponseRow> now(Row... answers) {
    return read(layout(answers)).rows();
  }

  @Test
  void whatWasTypedGoesToTheAnswerThatIsThereUnchanged() {
    SheetLayout layout = layout(ANA, BO);
    List<ResponseRow> there = read(layout).rows();

    assertThat(carryOver().misses(there)).isFalse();
    assertThat(carryOver().rows(layout, there)).hasSize(2);
  }

  /**
   * Without a journal nothing tells whether a text beside the reference and the check of another
   * row was typed there or came with them.
   */
  @Test
  void whatWasTypedBesideTheReferenceAndCheckOfSomebodyElseIsCarriedToNobody() {
    assertThat(keptApart(named(ANA, ANA, "7KQ47", "9JNRN"), named(BO, BO, "9JNRN", "")))
        .containsExactly("9JNRN", "");
    assertThat(keptApart(named(ANA, BO, "9JNRN", "9JNRN"), named(BO, ANA, "7KQ47", "")))
        .containsExactly("", "");
  }

  /** What is under « Jamais avec » in the new tab. */
  private static List<String> keptApart(Row... before) {
    SheetLayout former = layout(before);
    SheetLayout layout = layout(ANA, BO);
    Interpretation now = read(layout);
    CarryOver carryOver = CarryOver.of(former, read(former), now);
    int at = layout.answerColumns().of(PersonColumn.NEVER_WITH);
    return carryOver.into(layout, now.rows()).responses().rows().stream()
        .filter(row -> row.index() > 0)
        .map(row -> row.cell(at).text())
        .toList();
  }

  /** By its time its row is known; the words would be lost with the mark that says it is done. */
  @Test
  void anAnswerThatIsEditedOrGoneMeanwhileIsMissed() {
    assertThat(carryOver().misses(now(answer(1, TUESDAY, "ana@example.org", "Ana Alba"), BO)))
        .isTrue();
    assertThat(carryOver().misses(now(answer(1, MONDAY, "alba@example.org", "Ana Alba"), BO)))
        .isTrue();
    assertThat(carryOver().misses(now(BO))).isTrue();
    assertThat(carryOver().misses(List.of())).isTrue();
  }

  @Test
  void anAnswerForWhichNothingWasTypedMayChange() {
    assertThat(carryOver().misses(now(ANA, answer(2, MONDAY, "bo@example.org", "Bo Bell"))))
        .isFalse();
    assertThat(carryOver().misses(now(ANA))).isFalse();
    assertThat(carryOver().misses(now(BO, ANA))).isFalse();
    assertThat(CarryOver.NOTHING.misses(List.of())).isFalse();
  }
}
