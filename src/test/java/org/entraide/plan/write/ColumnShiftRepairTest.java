package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.plan.write.ColumnShiftHit.ShiftedCell;
import org.entraide.plan.write.ColumnShiftHit.ShiftedRow;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.junit.jupiter.api.Test;

/** The tab has five columns: three questions, our status and a column of notes without a title. */
class ColumnShiftRepairTest {

  private static final int STATUS = 3;
  private static final ShiftedCell SPOT = new ShiftedCell(STATUS, "status", "En attente");
  private static final List<List<String>> BEFORE =
      List.of(
          List.of("Nom", "Lieu", "Besoins", "Statut", ""),
          List.of("Ana", "Nord", "Courses", "", "vue"),
          List.of("Bo", "Sud", "Courses", "", "à rappeler"),
          List.of("Cy", "Nord", "Transport", "", ""));

  private static Tab tab(List<List<String>> rows, int status) {
    List<Row> all = new ArrayList<>();
    for (List<String> texts : rows) {
      all.add(new Row(all.size(), texts.stream().map(Cell::text).toList()));
    }
    Map<Integer, String> marks = status < 0 ? Map.of() : Map.of(status, "status");
    return new Tab(1, "A", true, 1000, 26, all, marks);
  }

  /** What is put back, by row and column, after that write of Ana's status. */
  private static Map<List<Integer>, String> back(
      List<List<String>> now, int status, ShiftedCell... spots) {
    Tab tab = tab(now, status);
    ColumnShiftHit hit =
        new ColumnShiftHit(
            tab(BEFORE, STATUS), tab.header(), List.of(new ShiftedRow(1, 1, List.of(spots))));
    return texts(ColumnShiftRepair.of(hit, tab));
  }

  private static Map<List<Integer>, String> texts(List<Change> changes) {
    Map<List<Integer>, String> texts = new HashMap<>();
    for (Change change : changes) {
      Change.PutBack back = (Change.PutBack) change;
      texts.put(List.of(back.row(), back.column()), back.cell().text());
    }
    return texts;
  }

  /** The tab as it was, its columns in another order, -1 for a new one. */
  private static List<List<String>> ordered(int... columns) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> was : BEFORE) {
      List<String> row = new ArrayList<>();
      for (int column : columns) {
        row.add(column < 0 ? "" : was.get(column));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> with(
      List<List<String>> rows, int row, int column, String text) {
    rows.get(row).set(column, text);
    return rows;
  }

  @Test
  void anAnswerIsPutBackWhenTheStatusWasDraggedToTheLeft() {
    List<List<String>> now = with(ordered(3, 0, 1, 2, 4), 1, 3, "En attente");

    assertThat(back(now, 0, SPOT)).isEqualTo(Map.of(List.of(1, 3), "Courses"));
  }

  @Test
  void aNameIsPutBackThoughTheRowIsNotKnownByItAnyMore() {
    List<List<String>> now = with(ordered(3, 1, 2, 0, 4), 1, 3, "En attente");

    assertThat(back(now, 0, SPOT)).isEqualTo(Map.of(List.of(1, 3), "Ana"));
  }

  @Test
  void whatStoodInAColumnWithoutATitleIsPutBack() {
    List<List<String>> now = with(ordered(0, 1, 2, 4), 1, 3, "En attente");

    assertThat(back(now, -1, SPOT)).isEqualTo(Map.of(List.of(1, 3), "vue"));
  }

  @Test
  void aNewColumnIsEmptyAgain() {
    List<List<String>> now = with(ordered(0, 1, 2, -1, 3, 4), 1, 3, "En attente");

    assertThat(back(now, 4, SPOT)).isEqualTo(Map.of(List.of(1, 3), ""));
  }

  @Test
  void whereARowMovedTooItsOwnIsPutBack() {
    List<List<String>> now = ordered(3, 0, 1, 2, 4);
    Collections.swap(now, 1, 3);

    assertThat(back(with(now, 1, 3, "En attente"), 0, SPOT))
        .isEqualTo(Map.of(List.of(1, 3), "Transport"));
  }

  @Test
  void aRowThatWasSortedAwaySinceIsFoundAgain() {
    List<List<String>> now = with(ordered(3, 0, 1, 2, 4), 1, 3, "En attente");
    Collections.swap(now, 1, 2);

    assertThat(back(now, 0, SPOT)).isEqualTo(Map.of(List.of(2, 3), "Courses"));
  }

  @Test
  void whatSomebodyTypedOverItSinceStays() {
    List<List<String>> now = with(ordered(3, 0, 1, 2, 4), 1, 3, "Conversation");

    assertThat(back(now, 0, SPOT)).isEmpty();
  }

  @Test
  void aTitleThatWasChangedIsNoColumnThatMoved() {
    List<List<String>> now = with(ordered(0, 1, 2, 3, 4), 1, 3, "En attente");

    assertThat(back(with(now, 0, 3, "Où en est-on"), 3, SPOT)).isEmpty();
    assertThat(back(with(now, 0, 3, ""), 3, SPOT)).isEmpty();
  }

  @Test
  void ofTwoQuestionsInTheSameWordsTheRightOneIsPutBack() {
    List<List<String>> was = with(ordered(0, 1, 2, 3, 4), 0, 1, "Besoins");
    List<List<String>> now = new ArrayList<>();
    was.forEach(r -> now.add(new ArrayList<>(List.of(r.get(3), r.get(0), r.get(1), r.get(2)))));
    Tab tab = tab(with(now, 1, 3, "En attente"), 0);

    List<Change> changes =
        ColumnShiftRepair.of(
            new ColumnShiftHit(
                tab(was, STATUS), tab.header(), List.of(new ShiftedRow(1, 1, List.of(SPOT)))),
            tab);

    assertThat(texts(changes)).isEqualTo(Map.of(List.of(1, 3), "Courses"));
  }

  @Test
  void whatADeletionThatIsUndoneMovedIsClearedWhereItIs() {
    List<List<String>> then = ordered(0, 1, 3, -1, -1); // the needs were deleted
    List<List<String>> now = with(ordered(0, 1, 2, 3, -1, -1), 1, 4, "En attente");
    ColumnShiftHit hit =
        new ColumnShiftHit(
            tab(BEFORE, STATUS),
            tab(then, 2).header(),
            List.of(new ShiftedRow(1, 1, List.of(SPOT))));

    assertThat(texts(ColumnShiftRepair.of(hit, tab(now, 3)))).isEqualTo(Map.of(List.of(1, 4), ""));
  }
}
