package org.entraide.campaign.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.plan.authorship.RowChange;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.LinkFormula;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;

class WriteBatchesTest {

  private static final int TAB = 7;
  private static final int OTHER = 8;

  private static RowChange row(int row, String text) {
    return new RowChange(
        TAB, row, "id" + row, "R" + row, List.of(new Change.SetCell(TAB, row, 3, text)), Map.of());
  }

  private static List<RowChange> rows(int count, String text) {
    return IntStream.range(1, count + 1).mapToObj(i -> row(i, text)).toList();
  }

  private static Row shown(int row, String... texts) {
    return new Row(row, Stream.of(texts).map(Cell::text).toList());
  }

  @Test
  void nothingIsOnePortionOfNothing() {
    assertThat(WriteBatches.of(List.of())).containsExactly(List.of());
  }

  @Test
  void asManyRowsAsFitAreOneRequest() {
    assertThat(WriteBatches.of(rows(WriteBatches.MOST_ROWS, "En attente"))).hasSize(1);
  }

  @Test
  void moreRowsKeepTheirOrder() {
    List<RowChange> rows = rows(2 * WriteBatches.MOST_ROWS + 1, "En attente");

    List<List<RowChange>> portions = WriteBatches.of(rows);

    assertThat(portions).extracting(List::size).containsExactly(10_000, 10_000, 1);
    assertThat(portions.stream().flatMap(List::stream).toList()).isEqualTo(rows);
  }

  @Test
  void longTextsMakeMoreRequestsOfFewerRows() {
    String text = "é".repeat(2000);

    List<List<RowChange>> portions = WriteBatches.of(rows(5000, text));

    assertThat(portions).hasSize(2).allMatch(p -> p.size() * 2000 <= WriteBatches.MOST_CHARACTERS);
  }

  @Test
  void aFormulaCountsAsLongAsItIsWritten() {
    LinkFormula link = LinkFormula.toRow(TAB, "t".repeat(2000), 0, "7KQ47", "Ligne 7KQ47");
    List<RowChange> rows =
        IntStream.range(1, 5001)
            .mapToObj(
                i ->
                    new RowChange(
                        TAB,
                        i,
                        "id" + i,
                        "R" + i,
                        List.of(new Change.SetFormula(TAB, i, 3, link)),
                        Map.of()))
            .toList();

    assertThat(WriteBatches.of(rows)).hasSize(2);
  }

  @Test
  void aRowThatShowsSomethingElseByNowIsLeftOut() {
    Map<Integer, List<Row>> before =
        Map.of(TAB, List.of(shown(1, "a"), shown(2, "b"), shown(3, "c"), shown(4)));
    Map<Integer, List<Row>> now = Map.of(TAB, List.of(shown(1, "a"), shown(2, "c"), shown(3, "b")));

    List<RowChange> unmoved = WriteBatches.unmoved(rows(4, "x"), before, now);

    assertThat(unmoved).extracting(RowChange::row).containsExactly(1, 4);
  }

  @Test
  void ofATabInWhichNothingIsWrittenOnlyTheHeaderMatters() {
    assertThat(WriteBatches.rows(List.of(row(9, "x"), row(4, "y")), Set.of(TAB, OTHER)))
        .isEqualTo(Map.of(TAB, Set.of(4, 9), OTHER, Set.of()));
  }
}
