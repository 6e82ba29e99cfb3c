package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What organisers marked beside one person counts for nobody beside whom it was copied, with the
 * journal and without it: the check column tells.
 */
@Stories(few = 5)
class CopiedMarksTest extends CopiedMarksFixture {

  /** More columns than there are. */
  private static final int WIDTH = 99;

  // ---- a row is copied and typed over

  @ParameterizedTest
  @EnumSource
  void aTickCopiedWithARowCountsForTheHelperWhomItWasTypedForAlone(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Zoe Zane", EXPLANATION))
        .contains(NOT_THEIRS)
        .doesNotContain("Bénévole vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    assertQuiet(world);
    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    assertThat(whoIsWrittenTo(world)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsTypedIntoACopyBeforeItWasSeenIsKeptAndObeyed(Loss loss) {
    World world = helper();
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    world.instruct("Zoe Zane", STATUS, "En pause");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains("En pause à la demande");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({"Vu lundi,Vu lundi", "Orienté ailleurs,Orienté ailleurs", "'',En pause"})
  void aStatusIsKeptThatSomebodyElseHadWhoseOwnWasTypedOverOrCleared(String typed, String shown) {
    World world = helper();
    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    world.settle(2);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");

    world.instruct("Hal Hart", STATUS, typed);
    world.instruct("Kim Kern", STATUS, "En pause");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains("En pause à la demande");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(shown);
    assertQuiet(world);
  }

  @Test
  void aStatusIsKeptThatSomebodyElseHadWhoComesBackMeanwhile() {
    World world = helper();
    world.instruct("Hal Hart", STATUS, "En pause");
    world.settle(2);

    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    world.instruct("Kim Kern", STATUS, "En pause");
    world.answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains("En pause à la demande");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  /** From the version history, as it was before the status was typed there. */
  @ParameterizedTest
  @ValueSource(strings = {"En pause", "Exclu"})
  void aStatusIsKeptThatSomebodyElseHadWhoseRowIsPutBackAsItWasBefore(String status) {
    for (Loss loss : Loss.values()) {
      World world = helper();
      List<Cell> before = world.table.answers(ANSWERS, world.rowOf("Hal Hart"), WIDTH);
      world.instruct("Hal Hart", STATUS, status);
      world.settle(2);

      world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
      world.table.row(ANSWERS, before);
      world.instruct("Kim Kern", STATUS, status);
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(world.shown("Kim Kern", STATUS)).as(loss.name()).isEqualTo(status);
      assertThat(world.shown("Kim Kern", EXPLANATION)).contains("organisateur");
      assertThat(world.shown("Hal Hart", EXPLANATION))
          .as(loss.name())
          .doesNotContain("votre texte reste");
      assertQuiet(world);
    }
  }

  @Test
  void aStatusThatWasTypedIsClearedWhileACopyOfAnotherRowShowsTheSame() {
    World world = helper();
    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    world.instruct("Kim Kern", STATUS, "En pause");
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    world.instruct("Kim Kern", STATUS, "");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({"Vérifié, oui", "Consigne, Pause", "Avec, BOB", "Lieu corrigé, Sud"})
  void aMarkIsClearedWhileACopyOfAnotherRowShowsTheSame(String column, String text) {
    for (boolean edited : new boolean[] {false, true}) {
      for (Loss loss : Loss.values()) {
        World world = helper();
        world.answer("Bob Bell", PLACE, "Loin", OFFERS, "Conversation");
        world.settle(2);
        String typed = text.replace("BOB", ref(world, "Bob Bell"));
        String unmarked = world.shown("Kim Kern", EXPLANATION);
        world.instruct("Hal Hart", column, typed);
        world.instruct("Kim Kern", column, typed);
        world.settle(2);

        copied(world, "Hal Hart", "Zoe Zane");
        if (edited) {
          world.instruct("Hal Hart", EMAIL, "hal@example.net");
        }
        world.instruct("Kim Kern", column, "");
        loss.before(world);
        world.settle(2);
        loss.after(world);
        world.settle(2);

        String as = loss + (edited ? ", edited" : "");
        assertThat(world.shown("Kim Kern", EXPLANATION)).as(as).isEqualTo(unmarked);
        assertThat(world.shown("Zoe Zane", EXPLANATION)).as(as).contains(NOT_THEIRS);
        assertQuiet(world);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"Vérifié, oui", "Consigne, Pause", "Avec, KIM", "Lieu corrigé, Sud"})
  void aMarkIsClearedBesideWhomItWasTypedForWhileACopyOfTheRowStillShowsIt(
      String column, String text) {
    for (Loss loss : Loss.values()) {
      World world = helper();
      String unmarked = world.shown("Hal Hart", EXPLANATION);
      world.instruct("Hal Hart", column, text.replace("KIM", ref(world, "Kim Kern")));
      world.settle(2);

      copied(world, "Hal Hart", "Zoe Zane");
      world.instruct("Hal Hart", column, "");
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(world.shown("Hal Hart", EXPLANATION)).as(loss.name()).isEqualTo(unmarked);
      assertThat(world.shown("Hal Hart", STATUS)).as(loss.name()).isEqualTo("Disponible");
      assertThat(world.shown("Zoe Zane", EXPLANATION)).as(loss.name()).contains(NOT_THEIRS);
      assertThat(whoIsWrittenTo(world)).as(loss.name()).isEmpty();
      assertQuiet(world);
    }
  }

  @Test
  void aStatusThatWasTypedIsClearedWhileTheSameIsTypedBesideSomebodyElse() {
    World world = helper();
    world.instruct("Hal Hart", STATUS, "En pause");
    world.settle(2);

    world.instruct("Hal Hart", STATUS, "");
    world.instruct("Kim Kern", STATUS, "En pause");
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @Test
  void aStatusIsKeptThatIsTypedOverWhatSomebodyElseTypedLongAgo() {
    World world = helper();
    world.answer("Bob Bell", PLACE, "Loin", OFFERS, "Conversation");
    world.instruct("Hal Hart", STATUS, "Orienté ailleurs");
    world.settle(2);
    world.instruct("Kim Kern", INSTRUCTION, "Orienté ailleurs");
    world.instruct("Bob Bell", INSTRUCTION, "Pause");
    world.settle(2);

    world.instruct("Bob Bell", STATUS, "");
    world.instruct("Kim Kern", STATUS, "En pause");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Orienté ailleurs");
    assertQuiet(world);
  }

  @Test
  void aStatusIsKeptThatIsTypedIntoOneOfTwoCopiesOfARowThatIsEditedMeanwhile() {
    World world = helper();
    copied(world, "Hal Hart", "Zoe Zane");
    copied(world, "Hal Hart", "Yan Yule");
    world.instruct("Hal Hart", EMAIL, "hal@example.net");
    world.instruct("Zoe Zane", STATUS, "En pause");
    world.settle(2);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Yan Yule", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  @Test
  void aStatusIsKeptThatIsAlsoTypedInARowWhichWasCopiedMeanwhile() {
    World world = helper();
    world.answer("Bob Bell", PLACE, "Loin", OFFERS, "Conversation");
    world.instruct("Hal Hart", STATUS, "En pause");
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    world.instruct("Kim Kern", STATUS, "En pause");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }
}
