package org.entraide.plan.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;

/** À faire after passes that count nobody, and since when there are troubles. */
class UncountedTodoTabTest extends TodoTabFixture {

  @Test
  void aPassThatCountsNobodyShowsWhatIsUrgentFirstAndKeepsTheRest() {
    Board board = new Board().write(RING, READ, NOTE);

    board.write(urgent(board, PAUSED));

    assertThat(board.column(TodoColumn.WHAT))
        .containsExactly("Réparer", "Téléphoner", "Relire et envoyer", "Noter la suite");
    assertThat(board.formula(2).orElseThrow().text()).contains("MATCH(\"9JNRN\"");
    assertThat(board.formula(3).orElseThrow().text()).contains("#search/M-7KQ47");
    assertThat(urgent(board, PAUSED)).isEmpty();
    assertThat(board.changes(PAUSED, RING, READ, NOTE)).isEmpty();
  }

  private static final Task CONFIRM =
      new Task(
          TaskKind.CONFIRM,
          List.of(new Task.Contact("9JNRN", null)),
          Message.of("task.confirm.same_person"),
          MONDAY,
          "",
          new Task.Target.Answer("9JNRN"));

  /** Of passes that count nobody. */
  private static final Task PAUSED = trouble("dashboard.wrong.refused", true);

  private static final Task AWAY = trouble("dashboard.wrong.away", true);

  private static Task trouble(String key, boolean uncounted) {
    return new Task(
        TaskKind.FIX,
        List.of(),
        Message.of(key),
        MONDAY,
        "",
        new Task.Target.Trouble(key, MONDAY, uncounted, ""));
  }

  @Test
  void theTabRemembersSinceWhenThereIsATrouble() {
    Board board = new Board().write(trouble("task.fix.merged", false), RING);
    board.type(1, TodoColumn.SINCE, "hier");
    assertThat(TodoTab.troublesSince(board.layout()))
        .containsExactly(entry("task.fix.merged", MONDAY));

    board.write(RING);
    assertThat(TodoTab.troublesSince(board.layout())).isEmpty();
  }

  @Test
  void aTroubleOfOnePersonOpensTheirRow() {
    Task.Target target = new Task.Target.Trouble("task.fix.merged", MONDAY, false, "9JNRN");
    Board board =
        new Board()
            .write(
                new Task(
                    TaskKind.FIX,
                    List.of(),
                    Message.of("dashboard.wrong.away"),
                    MONDAY,
                    "",
                    target));

    assertThat(board.formula(1).orElseThrow().text()).contains("MATCH(\"9JNRN\"");
    assertThat(TodoTab.troublesSince(board.layout())).hasSize(1);
  }

  private static List<Change> urgent(Board board, Task... tasks) {
    return TodoTab.urgent(board.layout(), board.read(), List.of(tasks), FRENCH);
  }

  @Test
  void whatCanStillBeDoneStaysInAPassThatCountsNobodyAndATypedOverRowIsNotKept() {
    Board board = new Board().write(FIX, CONFIRM, RING, NOTE);
    board.type(3, TodoColumn.WHO, "quelqu’un");

    board.write(urgent(board, AWAY));

    assertThat(board.column(TodoColumn.WHAT))
        .containsExactly("Réparer", "Réparer", "Confirmer", "Noter la suite");
    assertThat(board.formula(3).orElseThrow().text()).contains("MATCH(\"9JNRN\"");
    assertThat(urgent(board, AWAY)).isEmpty();
  }

  @Test
  void aLinkToATabThatMayNotBeMadeAgainYetIsNotWrittenAndItsTaskStays() {
    Board board = new Board().write(NOTE);
    board.type(1, Board.at(TodoColumn.LINK), new Cell(Cell.Kind.ERROR, "#REF!", 0));
    board.write(urgent(board, PAUSED));
    assertThat(board.column(TodoColumn.WHAT)).containsExactly("Réparer", "Noter la suite");

    board.type(2, Board.at(TodoColumn.LINK), new Cell(Cell.Kind.ERROR, "#REF!", 0));

    assertThat(urgent(board, PAUSED)).isEmpty();
  }

  @Test
  void whatAPassThatCountsNobodySaysGoesWithItsCause() {
    Board board = new Board().write(CONFIRM, NOTE);
    board.write(urgent(board, PAUSED, AWAY));

    board.write(urgent(board, PAUSED));
    assertThat(board.column(TodoColumn.WHAT))
        .containsExactly("Réparer", "Confirmer", "Noter la suite", "");

    board.write(urgent(board));
    assertThat(board.column(TodoColumn.WHAT))
        .containsExactly("Confirmer", "Noter la suite", "", "");
    assertThat(board.changes(CONFIRM, NOTE)).isEmpty();
  }

  @Test
  void whatIsSaidAlreadyIsNotSaidTwice() {
    Board board = new Board().write(trouble("dashboard.wrong.refused", false), NOTE);

    board.write(urgent(board, PAUSED));

    assertThat(board.column(TodoColumn.WHAT)).containsExactly("Réparer", "Noter la suite");
  }

  @Test
  void twoHundredAreShownInAPassThatCountsNobodyAndTheOthersCounted() {
    Board board = new Board();
    board.write(TodoTab.changes(board.layout(), board.read(), many(1403), FRENCH));

    board.write(urgent(board, PAUSED));

    assertThat(board.column(TodoColumn.WHAT)).hasSize(201).endsWith("et 1\u202f204 autres");
    assertThat(board.text(1, TodoColumn.WHAT)).isEqualTo("Réparer");
    assertThat(urgent(board, PAUSED)).isEmpty();
  }

  @Test
  void theLineOfMoreStaysLastInAPassThatCountsNobody() {
    Board board = new Board();
    board.write(TodoTab.changes(board.layout(), board.read(), many(203), FRENCH));
    board.sort(TodoColumn.WHAT);
    assertThat(board.text(1, TodoColumn.WHAT)).isEqualTo("et 3 autres");

    board.write(urgent(board, PAUSED));

    assertThat(board.text(1, TodoColumn.WHAT)).isEqualTo("Réparer");
    assertThat(board.text(201, TodoColumn.WHAT)).isEqualTo("et 4 autres");
  }
}
