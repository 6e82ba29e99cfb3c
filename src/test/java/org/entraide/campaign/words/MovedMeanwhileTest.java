package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** Rows and columns that people move while a cycle goes on. */
class MovedMeanwhileTest extends CycleFixture {

  @Test
  void rowsSortedBetweenReadAndWriteAreWrittenWhereTheyAre() {
    World calm = World.busy();
    calm.settle(3);
    calm.table.sortDescending(ANSWERS, NAME);
    calm.once();
    World world = World.busy();
    world.table.beforeNextReread(() -> world.table.sortDescending(ANSWERS, NAME));

    world.settle(3);

    assertThat(world.shown()).isEqualTo(calm.shown());
    assertThat(world.letters()).isEqualTo(calm.letters());
  }

  @Test
  void rowsSortedInTheInstantOfTheWriteAreMendedAtOnce() {
    World calm = World.busy();
    calm.settle(3);
    calm.table.sortDescending(ANSWERS, NAME);
    calm.once();
    World world = World.busy().atWork();
    world.table.beforeNextCells(() -> world.table.sortDescending(ANSWERS, NAME));

    CycleReport first = world.once();
    world.once();

    assertThat(first.again()).isTrue();
    assertThat(world.shown()).isEqualTo(calm.shown());
    assertThat(world.letters()).isEqualTo(calm.letters());
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void whileColumnsMoveNothingIsWrittenIntoOthers() {
    World calm = World.busy();
    calm.settle(3);
    World world = World.busy();
    world.settle(3);
    world.answer("Lou Lane", PLACE, "Nord", NEEDS, "Conversation");
    calm.answer("Lou Lane", PLACE, "Nord", NEEDS, "Conversation");
    calm.settle(2);
    int before = world.table.column(ANSWERS, "Réf");
    world.table.beforeNextReread(() -> world.table.insertColumn(ANSWERS, before, "Suivi"));

    CycleReport disturbed = world.once();

    assertThat(disturbed.again()).isTrue();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      assertThat(world.table.text(ANSWERS, row, "Suivi")).isEmpty();
    }
    world.settle(2);
    assertThat(world.shown()).isEqualTo(calm.shown());
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      assertThat(world.table.text(ANSWERS, row, "Suivi")).isEmpty();
    }
  }

  @Test
  void aLetterThatCannotBeMadeHoldsUpNoOther() {
    World calm = World.busy();
    calm.settle(3);
    int letters = calm.letters().size();
    String refused = calm.mailbox().first().to().get(0).email();
    World world = World.busy();
    world.mailbox().refuse(refused);

    CycleReport report = world.once();

    assertThat(report.troubles()).isNotEmpty();
    assertThat(letters).isGreaterThan(2);
    assertThat(world.letters().size()).isEqualTo(letters - calm.mailbox().lettersTo(refused));
  }

  @Test
  void aPageOfReferencesPastedIntoOneCellStopsNobody() {
    World world = pair();
    world.settle(2);

    String page =
        IntStream.range(0, 20_000).mapToObj(i -> "mot" + i).collect(Collectors.joining(", "));
    world.instruct("Ana Alba", "Avec", page);
    world.settle(2);

    assertThat(world.shown("Ana Alba", "Explication").length()).isLessThanOrEqualTo(2000);
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aRowInsertedInTheInstantOfTheWriteShiftsNobody() {
    World world = World.busy();
    world.table.beforeNextCells(
        () ->
            world.table.insert(
                ANSWERS, 1, world.cells("Lou Lane", PLACE, "Nord", NEEDS, "Conversation")));

    world.settle(3);

    World calm = World.busy();
    calm.table.insert(ANSWERS, 1, calm.cells("Lou Lane", PLACE, "Nord", NEEDS, "Conversation"));
    calm.settle(3);
    assertThat(world.statuses()).isEqualTo(calm.statuses());
    assertThat(world.letters()).isEqualTo(calm.letters());
  }

  @Test
  void aRowDeletedInTheInstantOfTheWriteLeavesTheOthersRight() {
    World world = World.busy();
    world.table.beforeNextCells(() -> world.table.deleteRow(ANSWERS, 9)); // Ida, whom nobody met

    world.settle(3);

    World calm = World.busy();
    calm.table.deleteRow(ANSWERS, 9);
    calm.settle(3);
    assertThat(world.shown()).isEqualTo(calm.shown());
    assertThat(world.letters()).isEqualTo(calm.letters());
  }

  @Test
  void wordsBesideAnAnswerThatWasEmptiedAreTakenAway() {
    World world = pair();
    world.once();
    for (String title : World.HEADER) {
      world.table.type(ANSWERS, 2, title, "");
    }
    world.table.type(ANSWERS, 2, "Lieu compris", "à garder");

    world.settle(2);

    assertThat(world.table.text(ANSWERS, 2, "Réf")).isEmpty();
    assertThat(world.table.text(ANSWERS, 2, "Statut")).isEmpty();
    assertThat(world.table.text(ANSWERS, 2, "Lieu compris")).isEqualTo("à garder");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aCopiedRowIsNotASecondPerson() {
    World world = pair();
    world.settle(2);

    world.table.copyRow(ANSWERS, 1);
    world.settle(2);

    assertThat(world.letters()).hasSize(1);
    assertThat(world.table.text(ANSWERS, 3, "Réf")).isEqualTo(world.table.text(ANSWERS, 1, "Réf"));
  }

  @Test
  void aSheetSortedForGoodChangesNobody() {
    World world = World.busy();
    world.settle(2);
    List<String> ledger = world.ledger();
    List<List<String>> letters = world.letters();

    world.table.reverse(ANSWERS);
    world.settle(3);

    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.letters()).isEqualTo(letters);
  }
}
