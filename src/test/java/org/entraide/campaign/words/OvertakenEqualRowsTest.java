package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows are turned round in the instant of a write, two of them equal: nothing but what they show
 * tells these apart, and each is remembered under the other's number then.
 */
class OvertakenEqualRowsTest {
  private static final String KEPT = "texte";

  /** Two equal rows, then two of others. */
  private static World world() {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world
        .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation")
        .answer("Bob Bell", PLACE, "Sud", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  private static void overtaken(World world) {
    world.table.beforeNextReread(
        () -> world.table.beforeNextCells(() -> world.table.reverse(ANSWERS)));
    world.settle(3);
  }

  private static String text(World world, int row, String title) {
    return world.table.text(ANSWERS, row, title);
  }

  /** Two equal rows with those of others between them: each comes where the other was. */
  private static World apart() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.settle(2);
    return world;
  }

  /** A check that says that somebody typed there comes beside the daemon's words. */
  @ParameterizedTest
  @CsvSource({
    "1, Statut, Vu lundi",
    "3, Statut, Vu lundi",
    "1, Statut, En pause",
    "3, Statut, En pause",
    "1, Explication, Vu lundi",
    "3, Explication, Vu lundi",
    "3, Lieu compris, Sud"
  })
  void theDaemonsWordsInTheOtherAreNotTyped(int row, String title, String typed) {
    World world = apart();
    world.table.type(ANSWERS, row, title, typed);

    overtaken(world);

    assertThat(text(world, row, EXPLANATION)).doesNotContain(KEPT);
    assertThat(text(world, 4 - row, STATUS)).isNotEqualTo("Lieu à préciser");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, Statut, Vu lundi",
    "3, Statut, Vu lundi",
    "1, Explication, Vu lundi",
    "3, Explication, Vu lundi",
    "3, Lieu compris, Sud"
  })
  void whatWasTypedInOneOfThemStays(int row, String title, String typed) {
    World world = apart();
    world.table.type(ANSWERS, row, title, typed);

    overtaken(world);

    assertThat(text(world, 4 - row, title)).isEqualTo(typed);
    assertThat(text(world, 4 - row, EXPLANATION)).containsAnyOf(KEPT, typed);
    assertThat(world.settle(2).effects()).isEmpty();

    world.table.type(ANSWERS, 4 - row, title, "");
    world.settle(2);
    assertThat(text(world, 4 - row, title)).isNotEqualTo(typed);
    assertThat(text(world, row, title)).isNotEqualTo(typed);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The other row of the two is under the number of the one that was hit. */
  @ParameterizedTest
  @CsvSource({
    "1, Bob Bell, Statut, Vu lundi",
    "2, Kim Kern, Statut, Vu lundi",
    "2, Kim Kern, Statut, Retiré",
    "1, Bob Bell, Explication, Vu lundi",
    "2, Kim Kern, Explication, Vu lundi"
  })
  void whatTheWriteForAnotherRowHitInOneOfThemIsPutBack(
      int row, String hitting, String title, String typed) {
    World world = world();
    world.table.type(ANSWERS, row, title, typed);
    world.settle(2);
    world.instruct(hitting, "Consigne", "Pause");

    overtaken(world);

    assertThat(text(world, 5 - row, title)).isEqualTo(typed);
    assertThat(text(world, 2 + row, title)).doesNotStartWith("Vu");
    assertThat(world.settle(2).effects()).isEmpty();

    world.table.type(ANSWERS, 5 - row, title, "");
    world.settle(2);
    assertThat(text(world, 5 - row, title)).isNotEqualTo(typed);
    assertThat(text(world, 2 + row, title)).isNotEqualTo(typed);
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
