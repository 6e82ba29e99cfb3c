package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.bars.BarredCampaign;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed as a status is kept while other rows are copied, typed over or edited. */
@Stories(few = 4)
class CopiedStatusTest extends CopiedStatusFixture {

  @ParameterizedTest
  @EnumSource
  void aStatusIsKeptThatSomebodyElseLosesWhileARowWithOursIsEdited(Loss loss) {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation")
            .answer("Bob Bell", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Bob Bell", "Consigne", "Pause");
    world.instruct("Kim Kern", STATUS, "En pause");
    world.settle(2);

    world.instruct("Bob Bell", EMAIL, "bob@example.net");
    world.instruct("Kim Kern", STATUS, "");
    world.instruct("Hal Hart", STATUS, "En pause");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Bob Bell", STATUS)).isEqualTo("En pause");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Nothing tells beside whom it was typed: nobody is written to who may be barred. */
  @ParameterizedTest
  @EnumSource
  void exclusionThatWasTypedAndCopiedBeforeAnybodyLookedCountsBesideBoth(Loss loss) {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.settle(2);
    world.instruct("Hal Hart", STATUS, "Exclu");
    copied(world);
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);
    world.answer("Mia Moss", PLACE, "Nord", OFFERS, "Courses", EMAIL, "zoe.zane@example.org");
    world.settle(2);

    assertThat(List.of("Hal Hart", "Zoe Zane", "Mia Moss"))
        .allSatisfy(who -> assertThat(world.shown(who, STATUS)).isEqualTo("Exclu"));
    assertThat(world.shown("Mia Moss", "Explication")).contains(world.shown("Zoe Zane", "Réf"));
    assertThat(world.settle(2).effects()).isEmpty();

    BarredCampaign.lift(world, world.shown("Zoe Zane", "Réf"));

    assertThat(world.shown("Mia Moss", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Exclu");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Whether it came with the copy, or was typed there: cleared stays cleared. */
  @ParameterizedTest
  @EnumSource
  void aStatusThatIsClearedWhileItsRowIsCopiedStaysCleared(Loss loss) {
    World world = helperWithStatus("Vu lundi");

    copied(world);
    world.instruct("Hal Hart", STATUS, "");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The journal knows that it came with the copy; without it, it may have been typed there. */
  @ParameterizedTest
  @ValueSource(strings = {"En pause", "Exclu", "Vu lundi"})
  void aStatusThatIsClearedWhileItsRowIsCopiedIsNobodysBesideTheCopy(String status) {
    World world = helperWithStatus(status);

    copied(world);
    world.instruct("Hal Hart", STATUS, "");
    world.settle(2);

    for (String who : List.of("Hal Hart", "Zoe Zane")) {
      assertThat(world.shown(who, STATUS)).as(who).isEqualTo("Disponible");
    }
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The next pass finds the journal as the one that died left it. */
  @Test
  void aCopiedStatusIsNobodysWhereTheProcessDiesBeforeItIsTakenAway() {
    World world = helperWithStatus("En pause");

    copied(world);
    world.instruct("Hal Hart", STATUS, "");
    world.table.beforeNextCells(() -> world.outage.planNext(Outage.How.DEATH_BEFORE));
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    world.startAgain(world.journal());
    world.settle(2);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsTypedIntoACopyIsKeptWhereThatOfItsOriginalIsCleared(Loss loss) {
    for (String typed : List.of("Vu mardi", "Retiré")) {
      World world = helperWithStatus("Vu lundi");

      copied(world);
      world.instruct("Hal Hart", STATUS, "");
      world.instruct("Zoe Zane", STATUS, typed);
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
      assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo(typed);
      assertThat(world.settle(2).effects()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsClearedStaysClearedAlsoWhereTheAnswerIsEditedMeanwhile(Loss loss) {
    World world = helperWithStatus("En pause");

    copied(world);
    world.instruct("Hal Hart", STATUS, "");
    world.instruct("Hal Hart", EMAIL, "hal@example.net");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
