package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.words.InstructionsFixture;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

/** Rows that are gone. */
@Stories(few = 2)
class VanishedRowsTest extends InstructionsFixture {

  // ---- rows that are gone

  private static World crowd(int people) {
    World world = new World();
    for (int i = 0; i < people; i++) {
      world.answer(
          "P" + (char) ('A' + i / 26) + (char) ('a' + i % 26), PLACE, "Nord", NEEDS, "Courses");
    }
    world.settle(2);
    return world;
  }

  @Test
  void aRowThatIsGoneCountsAfterTenMinutesAndComesBackAsTheSamePerson() {
    World world = pairs();
    int row = world.rowOf("Ana Alba");
    String ana = ref(world, "Ana Alba");
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);

    world.table.deleteRow(ANSWERS, row);
    world.once();
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("n’est plus dans l’onglet");
    world.clock.advance(Duration.ofMinutes(11));
    world.once();
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("a été supprimée");
    assertQuiet(world);

    world.table.row(ANSWERS, cells);
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).doesNotContain("supprimée");
    assertQuiet(world);
  }

  @Test
  void soManyRowsGoneAtOnceStopEverythingUntilTheyAreBack() {
    World world = crowd(30);
    List<List<Cell>> gone = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      gone.add(world.table.answers(ANSWERS, 1, 99));
      world.table.deleteRow(ANSWERS, 1);
    }
    world.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");

    for (int i = 0; i < 3; i++) {
      CycleReport report = world.settle(2);
      assertThat(report.effects()).isEmpty();
      assertThat(report.troubles()).hasSize(1);
      assertThat(report.troubles().get(0).text()).contains("4 people");
    }

    gone.forEach(cells -> world.table.row(ANSWERS, cells));
    CycleReport report = world.settle(2);
    assertThat(report.troubles()).isEmpty();
    assertThat(world.letters()).hasSize(3);
  }

  @Test
  void aTenthOfTheRowsMayGo() {
    World world = crowd(40);
    for (int i = 0; i < 4; i++) {
      world.table.deleteRow(ANSWERS, 1);
    }
    assertThat(world.settle(2).troubles()).isEmpty();
    for (int i = 0; i < 3; i++) {
      world.table.deleteRow(ANSWERS, 1);
    }
    assertThat(world.settle(2).troubles()).isEmpty();
  }

  @Test
  void anEmptiedSheetIsNotBelieved() {
    World world = pairs();
    while (world.table.rowCount(ANSWERS) > 1) {
      world.table.deleteRow(ANSWERS, 1);
    }
    CycleReport report = world.settle(3);
    assertThat(report.effects()).isEmpty();
    assertThat(report.troubles()).hasSize(1);
  }
}
