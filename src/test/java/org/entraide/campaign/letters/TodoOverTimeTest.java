package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.BoardFixture;
import org.entraide.campaign.world.DaemonTable;
import org.entraide.campaign.world.World;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.junit.jupiter.api.Test;

/** À faire in a campaign that goes on, and what people do to it. */
class TodoOverTimeTest extends BoardFixture {

  private static final int TODO = OwnTabs.TODO;

  /** A campaign with some tasks, in which nothing is left to write. */
  private final World world = settled();

  private static World settled() {
    World made =
        new World()
            .answer("Ana Alba", World.PLACE, "Nord", World.NEEDS, "Autre")
            .answer("Bea Bost", World.PLACE, "Nulle part", World.NEEDS, "Courses")
            .answer("Hal Hart", World.PLACE, "Sud", World.OFFERS, "Courses")
            .signed(InstallationIdentity.daemon("first", false));
    made.settle(5);
    return made;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : body()) {
      rows.add(row.cells().stream().map(Cell::text).toList());
    }
    return rows;
  }

  private List<Row> body() {
    return tab().body().stream().filter(row -> !row.isBlank()).toList();
  }

  private Tab tab() {
    return DaemonTable.tab(world.table.here(TODO));
  }

  @Test
  void itShowsTheTasksAndAQuietCycleIsOneReadAndWritesNothing() {
    assertThat(rows()).hasSizeGreaterThan(1).allMatch(row -> !row.get(0).isEmpty());
    int writes = world.table.writes();
    int reads = world.table.reads();
    int rereads = world.table.rereads();

    world.clock.advance(Duration.ofSeconds(30));
    assertThat(world.once().effects()).isEmpty();

    assertThat(world.table.writes()).isEqualTo(writes);
    assertThat(world.table.reads()).isEqualTo(reads + 1);
    assertThat(world.table.rereads()).isEqualTo(rereads);
  }

  @Test
  void sortedItIsNotWritten() {
    world.table.reverse(TODO);
    List<List<String>> sorted = rows();

    for (int i = 0; i < 3; i++) {
      assertThat(world.once().effects()).isEmpty();
    }

    assertThat(rows()).isEqualTo(sorted);
  }

  @Test
  void typedOverAndWithARowDeletedItIsRestoredInOneWriteAndNothingBesideItChanges() {
    List<List<String>> before = rows();
    world.table.type(TODO, 1, 2, "c’est fait");
    world.table.type(TODO, 2, 9, "noté à la main");
    int writes = world.table.writes();

    world.once();
    assertThat(world.table.writes()).isEqualTo(writes + 1);
    assertThat(world.table.text(TODO, 2, 9)).isEqualTo("noté à la main");
    world.table.type(TODO, 2, 9, "");
    assertThat(rows()).isEqualTo(before);
    world.table.deleteRow(TODO, 1);
    world.settle(2);

    assertThat(rows()).isEqualTo(before);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void aDeletedTabReturnsAndTheViewsBesideAnswersAreLeftAlone() {
    List<List<String>> before = rows();
    world.table.deleteTab(TODO);

    world.settle(3);

    assertThat(rows()).isEqualTo(before);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void whereEverythingIsSuspendedItSaysSoFirstAndKeepsTheRest() {
    List<List<String>> before = rows();
    set(world, "Suspendre", "oui");

    world.settle(3);

    assertThat(rows()).hasSize(before.size() + 1);
    assertThat(rows().get(0)).startsWith("Réparer");
    assertThat(rows()).containsAll(before);
    int writes = world.table.writes();
    world.settle(2);
    assertThat(world.table.writes()).isEqualTo(writes);
    set(world, "Suspendre", "");
    world.settle(3);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aTroubleIsShownWithTheDayOnWhichItBegan() {
    set(world, "Suspendre", "oui");
    world.settle(3);
    List<String> first = rows().get(0);
    assertThat(first.get(3)).as("Depuis").isNotEmpty();

    world.clock.advance(Duration.ofDays(3));
    world.settle(3);

    assertThat(rows().get(0)).isEqualTo(first);
  }

  @Test
  void whatIsToBeConfirmedStaysWhileEverythingIsSuspended() {
    world.answer(
        "Cy Alba", World.EMAIL, "alba@example.org", World.PLACE, "Sud", World.NEEDS, "Courses");
    world.answer(
        "Eve Alba", World.EMAIL, "alba@example.org", World.PLACE, "Sud", World.NEEDS, "Courses");
    world.settle(3);
    List<List<String>> before = rows();
    assertThat(before).anySatisfy(row -> assertThat(row.get(0)).isEqualTo("Confirmer"));

    set(world, "Suspendre", "oui");
    world.settle(3);

    assertThat(rows()).containsAll(before).hasSize(before.size() + 1);
  }

  @Test
  void theDashboardBeginsWithTheFirstOfThem() {
    assertThat(sentences(world).subList(0, 3))
        .containsExactly("Tableau de bord", "À faire", rows().get(0).get(0));
  }

  @Test
  void aProcessThatOnlyPutsItsNameOnTheSheetDoesNotSayThatNothingIsToBeDone() {
    List<List<String>> before = rows();
    List<String> first = sentences(world).subList(0, 5);
    world.clock.advance(Duration.ofHours(2));
    world.startAgain(world.journal());

    world.once();

    assertThat(sentences(world).subList(0, 5)).isEqualTo(first);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aTaskGoesWithItsCause() {
    int before = rows().size();

    world.instruct("Ana Alba", "Consigne", "Orienté ailleurs");
    world.settle(3);

    assertThat(rows()).hasSize(before - 1);
  }
}
