package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;

/** Rows of the ledger without a reference that were hit in the instant of a write. */
class UnownedEntryHitTest extends LedgerHitFixture {

  private static final Map<LedgerColumn, String> OURS =
      Map.of(
          LedgerColumn.STATE, "Envoyée",
          LedgerColumn.SENT_ON, "26/03/2020",
          LedgerColumn.CHECK, THEIRS);

  private static final Map<LedgerColumn, String> TYPED =
      Map.of(
          LedgerColumn.PERSON, "ana@example.org",
          LedgerColumn.HELPER, "bo@example.org",
          LedgerColumn.SENT_ON, "02/03/2020");

  private static final Map<LedgerColumn, String> LETTER = Map.of(LedgerColumn.REF, "M-7KQ47");

  /** What the write meant for the letter did, to a row that is no letter's by then. */
  private static UnownedEntryHit hit(int at, List<Map<LedgerColumn, String>> before) {
    List<Change> cells =
        OURS.entrySet().stream()
            .<Change>map(
                it -> new Change.SetCell(OwnTabs.LEDGER, at, at(it.getKey()), it.getValue()))
            .toList();
    RowChange change =
        RowChange.of(OwnTabs.LEDGER, at, "M-7KQ47", "", cells, Map.of()).orElseThrow();
    List<Row> rows =
        Stream.iterate(0, i -> i < before.size(), i -> i + 1)
            .map(i -> row(i + 1, before.get(i)))
            .toList();
    return UnownedEntryHit.of(layout(), rows, List.of(change), Map.of()).get(0);
  }

  private static Map<LedgerColumn, String> struck(Map<LedgerColumn, String> row) {
    Map<LedgerColumn, String> struck = new EnumMap<>(LedgerColumn.class);
    struck.putAll(row);
    struck.putAll(OURS);
    return struck;
  }

  private static List<String> repairs(UnownedEntryHit hit, SheetLayout now) {
    return hit.repairs(now, List.of()).stream()
        .map(Change.PutBack.class::cast)
        .map(
            it ->
                it.row()
                    + " "
                    + COLUMNS.get(it.column())
                    + "="
                    + (it.cell().equals(Cell.EMPTY) ? "" : it.cell().text()))
        .sorted()
        .toList();
  }

  @Test
  void aNoteThatWasInsertedInThatInstantKeepsNothingOfIt() {
    for (LedgerColumn where : List.of(LedgerColumn.REF, LedgerColumn.PERSON)) {
      Map<LedgerColumn, String> note = Map.of(where, "call everybody on Monday");

      assertThat(repairs(hit(1, List.of(LETTER, TYPED)), layout(struck(note), LETTER, TYPED)))
          .as(where.name())
          .containsExactly("1 CHECK=", "1 SENT_ON=", "1 STATE=");
    }
  }

  @Test
  void aRowThatWasThereGetsBackWhatPeopleTyped() {
    assertThat(repairs(hit(1, List.of(LETTER, TYPED)), layout(struck(TYPED), LETTER)))
        .containsExactly("1 CHECK=", "1 SENT_ON=02/03/2020", "1 STATE=");
  }

  @Test
  void itIsFoundWhereItWasSortedToSince() {
    assertThat(repairs(hit(1, List.of(LETTER, TYPED)), layout(LETTER, struck(TYPED))))
        .containsExactly("2 CHECK=", "2 SENT_ON=02/03/2020", "2 STATE=");
  }

  /** Somebody changed the other person since, so that nobody can say which row it was. */
  @Test
  void whereThatIsNotKnownTheDayStays() {
    Map<LedgerColumn, String> other =
        Map.of(LedgerColumn.PERSON, "ana@example.org", LedgerColumn.HELPER, "cy@example.org");

    assertThat(repairs(hit(1, List.of(LETTER, TYPED)), layout(struck(other), LETTER)))
        .containsExactly("1 CHECK=", "1 STATE=");
  }

  @Test
  void whatPeopleTypedThereSinceStays() {
    Map<LedgerColumn, String> typed = struck(Map.of(LedgerColumn.PERSON, "note"));
    typed.put(LedgerColumn.STATE, "perdu");

    assertThat(repairs(hit(1, List.of(LETTER)), layout(typed, LETTER))).isEmpty();
  }
}
