package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entraide.plan.Folk;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerRowTest {

  private static final LedgerColumn[] COLUMNS = LedgerColumn.values();

  private static LedgerRow read(Map<LedgerColumn, Integer> columns, List<Cell> cells) {
    return LedgerRow.read(List.of(new Row(1, cells)), columns, Folk.WORDS).get(0);
  }

  private static Map<LedgerColumn, Integer> columns() {
    Map<LedgerColumn, Integer> columns = new EnumMap<>(LedgerColumn.class);
    columns.put(LedgerColumn.REF, 0);
    for (LedgerColumn column : COLUMNS) {
      columns.putIfAbsent(column, columns.size());
    }
    return columns;
  }

  @Test
  void aRowOfItsReferenceAloneIsBare() {
    assertThat(read(columns(), List.of(Cell.text("M-7KQ47"))).isBare()).isTrue();
  }

  /** Somebody copied the reference alone into another row. */
  @Test
  void aReferenceOfWhichAnotherRowTellsMoreIsNotBare() {
    List<Cell> copy = List.of(Cell.text("M-7KQ47"));
    List<Cell> own = List.of(Cell.text("M-7KQ47"), Cell.text("9JNRN"));
    List<Cell> left = List.of(Cell.text("M-3FW8G"));

    List<LedgerRow> ledger =
        LedgerRow.read(
            List.of(new Row(1, own), new Row(2, copy), new Row(3, left)), columns(), Folk.WORDS);

    assertThat(LedgerRow.bare(ledger)).containsExactly("M-3FW8G");
  }

  /** It would be looked for in vain, to be taken away. */
  @Test
  void aReferenceThatSomebodyTypedOtherwiseIsLeftToThem() {
    assertThat(read(columns(), List.of(Cell.text("M-7KQ47 "))).isBare()).isFalse();
  }

  /** Somebody deleted a column: nobody can say what was in it. */
  @ParameterizedTest
  @EnumSource(names = {"PERSON", "HELPER", "STATE", "CHECK"})
  void aRowIsNotBareWhereAColumnIsMissing(LedgerColumn missing) {
    Map<LedgerColumn, Integer> columns = columns();
    columns.remove(missing);

    assertThat(read(columns, List.of(Cell.text("M-7KQ47"))).isBare()).isFalse();
  }
}
