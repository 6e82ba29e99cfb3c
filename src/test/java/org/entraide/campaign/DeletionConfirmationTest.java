package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.assertj.core.api.Condition;
import org.entraide.alert.CurrentTroubles;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.BoardFixture;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** Many rows or names that are gone at once, and what organisers confirm. */
class DeletionConfirmationTest extends BoardFixture {

  private static List<Cell> takeAway(World world, int row) {
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);
    world.table.deleteRow(ANSWERS, row);
    return cells;
  }

  // ---- deletions

  private static World crowd() {
    World world = new World();
    for (int i = 0; i < 10; i++) {
      world.answer("P" + (char) ('A' + i), PLACE, "Nord", NEEDS, "Courses");
    }
    world.settle(2);
    return world;
  }

  @Test
  void aConfirmationBelievesDeletionsOnceAndNoMore() {
    World world = crowd();
    for (int i = 0; i < 5; i++) {
      takeAway(world, 1);
    }
    CycleReport stopped = world.settle(2);
    assertThat(stopped.troubles()).hasSize(1);
    assertThat(sentences(world)).anyMatch(s -> s.contains("5 personnes ont disparu"));

    set(world, "Confirmer les suppressions", "oui");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5");
    assertThat(sentences(world)).noneMatch(s -> s.contains("ont disparu"));
    assertThat(world.settle(2).effects()).isEmpty();

    for (int i = 0; i < 4; i++) {
      takeAway(world, 1);
    }
    assertThat(world.settle(2).troubles()).hasSize(1);
    set(world, "Confirmer les suppressions", "");
    world.once();
    set(world, "Confirmer les suppressions", "Oui");
    assertThat(world.settle(2).troubles()).isEmpty();
  }

  /** A crowd of whom more vanished than is believed. */
  private static World emptied() {
    World world = crowd();
    vanish(world, 5);
    assertThat(world.settle(2).troubles()).hasSize(1);
    return world;
  }

  private static void vanish(World world, int people) {
    for (int i = 0; i < people; i++) {
      takeAway(world, 1);
    }
  }

  /** The names of a crowd are sorted without anything else. */
  private static World confused() {
    World world = crowd();
    for (int row = 1; row < 11; row++) {
      world.table.type(ANSWERS, row, World.NAME, "P" + (char) ('A' + 10 - row));
    }
    return world;
  }

  @Test
  void namesThatComeToStandBesideOthersAddressesStopEverythingUntilTheyAreBack() {
    World world = confused();
    CycleReport stopped = world.settle(2);
    assertThat(stopped.troubles())
        .singleElement()
        .satisfies(
            trouble ->
                assertThat(Texts.of("fr").format(trouble.words())).contains("sans les autres"));
    assertThat(sentences(world)).anyMatch(s -> s.contains("10 personnes ont tout à coup"));

    for (int row = 1; row < 11; row++) {
      world.table.type(ANSWERS, row, World.NAME, "P" + (char) ('A' + row - 1));
    }
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(sentences(world)).noneMatch(s -> s.contains("ont tout à coup"));
  }

  @Test
  void namesBesideOthersAddressesAreBelievedOnceTheyAreConfirmed() {
    World world = confused();
    world.settle(2);
    set(world, "Confirmer les suppressions", "oui");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void aFewNamesBesideOthersAddressesAreCorrections() {
    World world = crowd();
    world.table.type(ANSWERS, 1, World.NAME, "PB");
    world.table.type(ANSWERS, 2, World.NAME, "PA");
    assertThat(world.settle(2).troubles()).isEmpty();
  }

  @Test
  void aConfirmationThatIsNotNeededLapsesAndDisarmsNothing() {
    World world = crowd();
    set(world, "Confirmer les suppressions", "oui");
    world.settle(2);
    assertThat(understood(world, "Confirmer les suppressions")).startsWith("Rien à confirmer");

    vanish(world, 5);
    assertThat(world.settle(2).troubles()).hasSize(1);
    set(world, "Confirmer les suppressions", "");
    world.once();
    set(world, "Confirmer les suppressions", "oui");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 changements");
  }

  @Test
  void aConfirmationUsedInACycleThatFailsIsNotUsedAgain() {
    World world = emptied();
    set(world, "Confirmer les suppressions", "oui");
    world.table.beforeNextReread(
        () -> {
          throw new IllegalStateException("The line is cut.");
        });
    assertThat(world.once().completed()).isFalse();
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 changements");

    vanish(world, 4);
    assertThat(world.settle(2).troubles()).hasSize(1);
  }

  @Test
  void aConfirmationGivenWhileSuspendedIsUsedAfterwards() {
    World world = emptied();
    set(world, "Suspendre", "oui");
    set(world, "Confirmer les suppressions", "oui");
    world.settle(2);
    assertThat(understood(world, "Confirmer les suppressions")).contains("sera accepté");

    set(world, "Suspendre", "");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 changements");
  }

  @Test
  void aConfirmationSeenByADaemonThatOnlyClaimsIsUsedAfterwards() {
    World world = emptied();
    set(world, "Confirmer les suppressions", "oui");
    world.signed(FIRST);
    assertThat(world.once().again()).isTrue();
    assertThat(understood(world, "Confirmer les suppressions")).contains("sera accepté");

    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 changements");
  }

  // ---- alerts

  private static SortedMap<String, String> alerts(World world) {
    return CurrentTroubles.of(world.settle(2), Texts.of("fr"), Map.of()).texts();
  }

  @Test
  void rowsThatGoAtOnceAreOneAlertWithItsCureHoweverManyGoLater() {
    World world = crowd();
    vanish(world, 5);
    assertThat(alerts(world))
        .containsOnlyKeys("deletions")
        .hasValueSatisfying(
            new Condition<>(
                text -> text.contains("Confirmer les suppressions") && text.contains("5 personnes"),
                "the cure"));

    vanish(world, 1);
    assertThat(alerts(world)).containsOnlyKeys("deletions");

    set(world, "Confirmer les suppressions", "oui");
    assertThat(alerts(world)).isEmpty();
  }

  @Test
  void addressesThatAreExchangedAreOneAlertThatNamesNobody() {
    assertThat(alerts(confused()))
        .containsOnlyKeys("confused")
        .allSatisfy(
            (key, text) ->
                assertThat(text)
                    .contains("annulez ce tri")
                    .doesNotContain("@")
                    .doesNotContain("PA", "PB"));
  }
}
