package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.reverse;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody has several rows, two of them equal. What was typed in one of them is told from what was
 * typed for others, and goes with its row.
 */
class SeveralRowsOfOneTest {

  private static final String HAL = "Hal Hart";
  private static final String KIM = "Kim Kern";
  private static final String ZOE = "Zoe Zane";
  private static final String FOUND = "Lieu compris";
  private static final String NOT_THEIRS = "pas été tapé pour cette personne";

  private static World world() {
    World world =
        new World()
            .answer(HAL, PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer(KIM, PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    return world;
  }

  /** Hal's two equal rows, and a third in which somebody else is typed over. */
  private static World copied() {
    World world = world();
    world.table.copyRow(ANSWERS, world.rowOf(HAL));
    world.table.copyRow(ANSWERS, world.rowOf(HAL));
    world.table.type(ANSWERS, 4, NAME, ZOE);
    world.table.type(ANSWERS, 4, EMAIL, "zoe.zane@example.org");
    world.settle(2);
    return world;
  }

  private static String text(World world, int row, String title) {
    return world.table.text(ANSWERS, row, title);
  }

  /** Two of Hal's rows show the word afterwards: his own, and the one that Kim misses. */
  @ParameterizedTest
  @CsvSource({"Pause, En pause", "Exclu, Exclu"})
  void anotherPersonsWordBesideThemIsNotTakenForTheirs(String instruction, String status) {
    World world = world();
    world.table.copyRow(ANSWERS, world.rowOf(HAL));
    world.answer(HAL, PLACE, "Nord", OFFERS, "Garde d’enfants, Courses");
    world.table.type(ANSWERS, 1, INSTRUCTION, instruction);
    world.instruct(KIM, INSTRUCTION, instruction);
    world.settle(2);

    reverse(world, INSTRUCTION, INSTRUCTION);
    world.settle(2);

    assertThat(world.shown(KIM, STATUS)).isEqualTo(status);
    assertThat(world.shown(KIM, EXPLANATION)).contains("un tri l’a mis ailleurs");
    assertThat(text(world, 4, STATUS)).isEqualTo(status);
    assertThat(text(world, 3, EXPLANATION) + text(world, 4, EXPLANATION)).contains(NOT_THEIRS);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The check of the row without the word comes beside Kim, which is above Zoe. */
  @ParameterizedTest
  @CsvSource({"Consigne, Pause", "Vérifié, oui", "Lieu corrigé, Sud"})
  void aWordInOneOfTwoEqualRowsStaysWithItsPersonWhereASortMovesTheChecksOfBoth(
      String title, String word) {
    World world = copied();
    world.table.type(ANSWERS, 1, title, word);
    world.settle(2);
    String said = world.shown(ZOE, STATUS) + world.shown(ZOE, FOUND);
    String counting = text(world, 3, STATUS) + text(world, 3, FOUND);

    reverse(world, "Réf", "Contrôle");
    world.settle(2);

    assertThat(text(world, 3, STATUS) + text(world, 3, FOUND)).isEqualTo(counting);
    assertThat(text(world, 1, EXPLANATION)).contains("demandez ici compte pour cette personne");
    assertThat(world.shown(ZOE, STATUS) + world.shown(ZOE, FOUND)).isEqualTo(said);
    assertThat(world.shown(ZOE, EXPLANATION)).contains(NOT_THEIRS);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The row that stays had other words when the typed ones were written. */
  @ParameterizedTest
  @CsvSource({"Lieu compris, Sud", "Statut, Vu lundi", "Explication, Vu lundi"})
  void whatWasTypedInADeletedRowIsNotPutIntoItsEqual(String title, String typed) {
    World world = world();
    world.table.copyRow(ANSWERS, world.rowOf(HAL));
    world.table.type(ANSWERS, 1, title, typed);
    world.once();
    assertThat(text(world, 1, title)).startsWith(typed);

    world.table.deleteRow(ANSWERS, 1);
    world.settle(2);

    assertThat(world.shown(HAL, FOUND)).isEqualTo("Nord (quartier, à 1 km près)");
    assertThat(world.shown(HAL, STATUS)).isEqualTo("Disponible");
    assertThat(world.shown(HAL, EXPLANATION)).doesNotContain(typed);
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
