package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** The row of a helper who is ticked is deleted, and they answer again before anybody looks. */
class TickGoneTest {
  private static final String NOT_THEIRS = "pas été tapé pour cette personne";
  private static final String ELSEWHERE = "un tri l’a mis ailleurs, mais cela compte ici";

  /** Hal's tick went with his row; then he answered otherwise, and nothing is beside that. */
  private static World answeredAgain() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation")
            .answer("Lou Lang", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    world.answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants, Courses");
    return world;
  }

  private static void asksForTheirChildren(World world) {
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants");
    world.settle(2);
  }

  @Test
  void theTickWentWithTheRowWhereNobodyElseWasTicked() {
    World world = answeredAgain();
    world.settle(2);
    asksForTheirChildren(world);

    assertThat(world.letters()).isEmpty();
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("Bénévole vérifié");
    assertQuiet(world);
  }

  @Test
  void theTickWentWithTheRowWhereOneOtherWasTicked() {
    World world = answeredAgain();
    world.instruct("Kim Kern", CHECKED, "oui");
    world.settle(2);
    asksForTheirChildren(world);

    assertThat(world.letters()).isEmpty();
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains("Bénévole vérifié");
    assertQuiet(world);
  }

  /** The tick stood nowhere when the row was seen to be gone: what is ticked later is ticked. */
  @Test
  void theTickWentWithTheRowThatWasSeenToBeGoneWhoeverIsTickedLater() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation")
            .answer("Lou Lang", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    world.once();
    world.answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants, Courses");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "oui");
    world.settle(2);
    asksForTheirChildren(world);

    assertThat(world.letters()).isEmpty();
    for (String other : List.of("Kim Kern", "Lou Lang")) {
      assertThat(world.shown(other, EXPLANATION)).contains("Bénévole vérifié");
    }
    assertQuiet(world);
  }

  /** A sort of part of the columns and an edited answer look the same: nobody can tell. */
  @Test
  void whereSeveralOthersWereTickedItMayHaveMovedAndEachOfThemSaysSo() {
    World world = answeredAgain();
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "oui");
    world.settle(2);
    asksForTheirChildren(world);

    assertThat(world.letters()).containsExactly(List.of("Ana Alba", "Hal Hart"));
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains(ELSEWHERE);
    for (String other : List.of("Kim Kern", "Lou Lang")) {
      assertThat(world.shown(other, EXPLANATION)).contains(NOT_THEIRS);
    }
    assertQuiet(world);

    for (String other : List.of("Kim Kern", "Lou Lang")) { // as the explanations say
      world.instruct(other, CHECKED, "");
    }
    world.settle(2);
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("érifié");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En attente");
    assertQuiet(world);

    world.instruct("Kim Kern", CHECKED, "oui");
    world.settle(2);
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains("Bénévole vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("Bénévole vérifié");
    assertQuiet(world);
  }
}
