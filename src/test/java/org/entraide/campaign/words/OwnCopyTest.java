package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.NEVER_WITH;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row is copied whole: what was typed for its person asks for the same in the copy. */
@Stories(few = 6)
class OwnCopyTest {
  private static final String NOT_THEIRS = "pas été tapé pour cette personne";

  /** Zoe was typed into a copy of Hal's row, and nobody needs anything. */
  private static World typedOver() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants, Courses")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    copied(world, "Hal Hart");
    int copy = world.rowOf("Hal Hart");
    world.table.type(ANSWERS, copy, NAME, "Zoe Zane");
    world.table.type(ANSWERS, copy, EMAIL, "zoe.zane@example.org");
    world.settle(2);
    return world;
  }

  private static void copied(World world, String who) {
    world.table.copyRow(ANSWERS, world.rowOf(who));
  }

  private static void seen(World world, Loss loss) {
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);
  }

  /** Nobody had seen the instruction before its row was copied. */
  @ParameterizedTest
  @EnumSource
  void anInstructionThatIsClearedBesideTheOriginalAlreadyStillCountsInTheCopy(Loss loss) {
    World world = typedOver();
    int original = world.rowOf("Zoe Zane");
    world.instruct("Zoe Zane", INSTRUCTION, "Pause");
    copied(world, "Zoe Zane");
    world.table.type(ANSWERS, original, INSTRUCTION, "");
    seen(world, loss);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En pause");
    assertThat(world.table.text(ANSWERS, original, STATUS)).isEqualTo("Doublon");
    assertThat(world.shown("Zoe Zane", EXPLANATION)).doesNotContain(NOT_THEIRS);
    assertQuiet(world);

    world.instruct("Zoe Zane", INSTRUCTION, "");
    world.settle(2);
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void anInstructionThatWasSeenBeforeItsRowWasCopiedStillCountsInTheCopy(Loss loss) {
    World world = typedOver();
    int original = world.rowOf("Zoe Zane");
    world.instruct("Zoe Zane", INSTRUCTION, "Pause");
    world.settle(2);
    copied(world, "Zoe Zane");
    world.table.type(ANSWERS, original, INSTRUCTION, "");
    seen(world, loss);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", EXPLANATION)).doesNotContain(NOT_THEIRS);
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void neverWithCountsInTheCopyWhereItIsClearedBesideTheOriginal(Loss loss) {
    World world = typedOver();
    int original = world.rowOf("Zoe Zane");
    world.instruct("Hal Hart", INSTRUCTION, "Retirer");
    world.answer("Ana Alba", PLACE, "Nulle part", NEEDS, "Courses");
    world.settle(2);
    world.instruct("Zoe Zane", NEVER_WITH, world.shown("Ana Alba", "Réf"));
    copied(world, "Zoe Zane");
    world.table.type(ANSWERS, original, NEVER_WITH, "");
    seen(world, loss);
    world.instruct("Ana Alba", "Lieu corrigé", "Nord");
    world.settle(2);

    assertThat(world.letters()).isEmpty();
    assertThat(world.shown("Zoe Zane", EXPLANATION)).doesNotContain(NOT_THEIRS);
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void aTickCountsInTheCopyWhereTheOriginalIsDeleted(Loss loss) {
    World world = typedOver();
    int original = world.rowOf("Zoe Zane");
    world.instruct("Hal Hart", INSTRUCTION, "Retirer");
    world.instruct("Zoe Zane", CHECKED, "oui");
    world.settle(2);
    copied(world, "Zoe Zane");
    world.table.deleteRow(ANSWERS, original);
    seen(world, loss);
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants");
    world.settle(2);

    assertThat(world.letters()).containsExactly(List.of("Ana Alba", "Zoe Zane"));
    assertQuiet(world);
  }

  /** What was copied from Hal's row is not Zoe's in a copy of her row, either. */
  @ParameterizedTest
  @EnumSource
  void whatCameFromSomebodyElseIsNobodysInACopyOfTheCopy(Loss loss) {
    for (boolean together : List.of(true, false)) {
      World world =
          new World()
              .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants, Courses")
              .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
      world.settle(2);
      world.instruct("Hal Hart", INSTRUCTION, "Pause");
      world.settle(2);
      copied(world, "Hal Hart");
      int first = world.rowOf("Hal Hart");
      world.table.type(ANSWERS, first, NAME, "Zoe Zane");
      world.table.type(ANSWERS, first, EMAIL, "zoe.zane@example.org");
      if (!together) {
        world.settle(2);
      }
      copied(world, "Zoe Zane");
      seen(world, loss);

      assertThat(world.shown("Zoe Zane", STATUS))
          .as("together %s", together)
          .isEqualTo("Disponible");
      assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
      assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
      assertQuiet(world);
    }
  }
}
