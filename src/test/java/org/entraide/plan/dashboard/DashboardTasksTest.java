package org.entraide.plan.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.plan.Folk;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.junit.jupiter.api.Test;

/** The first tasks on the dashboard, and what moved down below them. */
class DashboardTasksTest extends DashboardFixture {

  private static Task ring(String ref) {
    return new Task(
        TaskKind.RING,
        List.of(new Task.Contact(ref, "07700 900123")),
        DashboardProblem.away(),
        MONDAY,
        "",
        new Task.Target.Answer(ref));
  }

  @Test
  void itBeginsWithTheFirstThreeTasks() {
    Facts facts = new Facts();
    facts.todo = Optional.of(List.of(ring("9JNRN"), ring("7KQ47"), ring("QKB5V"), ring("ZZZZZ")));

    Board board = new Board().write(facts.made());

    assertThat(board.row(1).get(0).text()).isEqualTo("À faire");
    assertThat(board.column(DashboardBlock.TODO)).containsOnly("Téléphoner").hasSize(3);
    assertThat(board.row(2).get(1).text()).isEqualTo("9JNRN, 07700 900123");
    assertThat(board.row(2).get(2).text()).startsWith("Google ne répond pas");
    assertThat(board.row(4).get(1).text()).startsWith("QKB5V");
    facts.todo = Optional.of(List.of());
    assertThat(board.write(facts.made()).column(DashboardBlock.TODO))
        .containsExactly("Rien à faire pour l’instant.");
    assertThat(board.row(4)).allMatch(Cell::isEmpty);
  }

  @Test
  void whereNobodyKnowsWhatIsToBeDoneTheTasksStayAsTheyAre() {
    Facts facts = new Facts();
    facts.todo = Optional.of(List.of(ring("9JNRN")));
    Board board = new Board().write(facts.made());
    facts.todo = Optional.empty();

    assertThat(board.changes(facts.made())).isEmpty();
  }

  @Test
  void whatIsWrongIsWhatThereIsToDoInAPassThatCountsNobody() {
    DashboardFacts facts =
        DashboardFacts.nothing(Heartbeat.NONE, true, List.of(DashboardProblem.suspended()));

    assertThat(new Board().write(facts).column(DashboardBlock.TODO)).containsExactly("Réparer");
  }

  @Test
  void theSignOfLifeAloneLeavesTheTasksAndTakesAwayTheSignOfAnEarlierVersion() {
    Facts facts = new Facts();
    facts.todo = Optional.of(List.of(ring("9JNRN")));
    Board board = new Board().write(facts.made());
    List<Cell> tasks = List.copyOf(board.row(2));
    DashboardFacts off =
        DashboardFacts.nothing(Heartbeat.signOff("a1b2c3", Folk.NOON), false, List.of());
    assertThat(DashboardChanges.life(LAYOUT, board.read(), off, FRENCH, LONDON))
        .allMatch(change -> DashboardBlock.LIFE.contains(((Change.SetValue) change).row()));
    List<List<Cell>> life = List.of(board.row(6), board.row(7), board.row(8));
    board.rows.put(1, life.get(0)); // as an earlier version has it
    board.rows.put(2, life.get(1));
    board.rows.put(3, life.get(2));
    board.rows.keySet().removeAll(List.of(6, 7, 8));

    board.write(DashboardChanges.life(LAYOUT, board.read(), off, FRENCH, LONDON));

    assertThat(Heartbeat.read(LAYOUT, board.read(), LONDON, Folk.NOON, Folk.LANGUAGES))
        .contains(Heartbeat.signOff("a1b2c3", Folk.NOON));
    assertThat(board.row(2)).isNotEqualTo(tasks).allMatch(Cell::isEmpty);
  }
}
