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
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom counts what a copied row brings along. */
@Stories(few = 5)
class CopiedRowMarksTest extends CopiedMarksFixture {

  @ParameterizedTest
  @EnumSource
  void aTickThatNobodyHadSeenBeforeItsRowWasCopiedCountsForTheHelperAlone(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");

    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    assertThat(whoIsWrittenTo(world)).containsExactly("Ana Alba", "Hal Hart");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "Consigne, Pause",
    "Consigne, Retirer",
    "Consigne, Exclu",
    "Consigne, 'Prioritaire, Orienté ailleurs'",
    "Vérifié, oui",
    "Avec, KIM",
    "Jamais avec, KIM",
    "Lieu corrigé, Sud"
  })
  void whateverOrganisersMarkedIsNobodysBesideWhomARowWasCopied(String column, String text) {
    for (Loss loss : Loss.values()) {
      World world = helper();
      world.instruct("Hal Hart", column, text.replace("KIM", ref(world, "Kim Kern")));
      world.settle(2);
      String place = world.shown("Hal Hart", "Lieu compris");
      String status = world.shown("Hal Hart", STATUS);

      copied(world, "Hal Hart", "Zoe Zane");
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(ref(world, "Zoe Zane")).as(loss.name()).isNotEqualTo(ref(world, "Hal Hart"));
      assertThat(world.shown("Zoe Zane", STATUS)).as(loss.name()).isEqualTo("Disponible");
      assertThat(world.shown("Zoe Zane", EXPLANATION))
          .as(loss.name())
          .contains("Disponible\u202f: aucune demande ne correspond encore")
          .contains("videz " + column + " (ou retapez)\u202f: cela n’a " + NOT_THEIRS);
      assertThat(world.shown("Zoe Zane", "Lieu compris")).contains("Nord");
      assertThat(world.shown("Hal Hart", STATUS)).as(loss.name()).isEqualTo(status);
      assertThat(world.shown("Hal Hart", "Lieu compris")).as(loss.name()).isEqualTo(place);
      assertQuiet(world);

      world.instruct("Zoe Zane", column, ""); // as the explanation asks
      world.once();
      assertThat(world.shown("Zoe Zane", EXPLANATION)).doesNotContain(NOT_THEIRS);
      world.instruct("Zoe Zane", column, text.replace("KIM", ref(world, "Kim Kern")));
      world.settle(2);
      assertThat(world.shown("Zoe Zane", EXPLANATION)).doesNotContain(NOT_THEIRS);
      assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo(status);
      assertQuiet(world);
    }
  }

  /** The copy is introduced to whom the original is never to meet, and the original is not. */
  @ParameterizedTest
  @EnumSource
  void neverWithThatWasCopiedForbidsTheHelperAloneWhomItWasTypedFor(Loss loss) {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Kim Kern", PLACE, "Nulle part", NEEDS, "Courses");
    world.settle(2);
    world.instruct("Hal Hart", "Jamais avec", ref(world, "Kim Kern"));
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);
    assertThat(world.letters()).isEmpty();
    world.instruct("Kim Kern", "Lieu corrigé", "Nord");
    world.settle(2);

    List<String> theCopy = List.of("Kim Kern", "Zoe Zane");
    assertThat(world.letters()).containsExactly(theCopy);
    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);

    world.instruct("Zoe Zane", INSTRUCTION, "Retirer"); // now there is nobody but the original
    world.settle(2);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En attente");
    assertThat(world.letters()).containsExactly(theCopy);

    world.instruct("Hal Hart", "Jamais avec", "");
    world.settle(2);
    assertThat(world.letters()).containsExactly(List.of("Kim Kern", "Hal Hart"), theCopy);
    assertQuiet(world);
  }

  /** As for a couple with one address; the name comes before the other's in the alphabet. */
  @ParameterizedTest
  @EnumSource
  void aCopyInWhichTheNameAloneWasTypedOverIsSomebodyElseAndTakesNoTick(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    String hal = ref(world, "Hal Hart");

    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.table.type(ANSWERS, 3, NAME, "Ada Aalto");
    loss.before(world);
    world.settle(2);
    world.table.reverse(ANSWERS);
    loss.after(world);
    world.settle(2);

    assertThat(ref(world, "Hal Hart")).isEqualTo(hal);
    assertThat(ref(world, "Ada Aalto")).isNotEqualTo(hal);
    assertThat(world.shown("Ada Aalto", EXPLANATION))
        .contains(NOT_THEIRS)
        .doesNotContain("Bénévole vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    assertQuiet(world);

    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    loss.after(world);
    world.settle(2);
    assertThat(ref(world, "Ada Aalto")).isNotEqualTo(hal);
    assertThat(world.shown("Ada Aalto", EXPLANATION)).doesNotContain("Bénévole vérifié");
  }

  @ParameterizedTest
  @EnumSource
  void aStatusAndAPlaceTypedBesideSomebodyAreNotTypedBesideACopyOfTheirRow(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", STATUS, "En pause");
    world.instruct("Hal Hart", "Lieu compris", "Sud");
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Zoe Zane", "Lieu compris")).contains("Nord");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", "Lieu compris")).isEqualTo("Sud");
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void aTickTakenFromAHelperDoesNotLiveOnInACopyOfTheRow(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);

    world.instruct("Hal Hart", CHECKED, "");
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("Vérifié", "vérifié");
    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
    assertThat(whoIsWrittenTo(world)).isEmpty();
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void aCopyStaysAStrangerWhenTheRowThatItWasCopiedFromIsDeleted(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);

    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    loss.after(world);
    world.settle(3);

    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
    assertThat(whoIsWrittenTo(world)).isEmpty();
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Réf", "Contrôle"})
  void aCopyWithoutItsReferenceOrItsCheckIsStillACopy(String cleared) {
    for (Loss loss : Loss.values()) {
      World world = helper();
      world.instruct("Hal Hart", CHECKED, "oui");
      world.settle(2);

      copied(world, "Hal Hart", "Zoe Zane");
      world.instruct("Zoe Zane", cleared, "");
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(world.shown("Zoe Zane", EXPLANATION)).as(loss.name()).contains(NOT_THEIRS);
      assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
      assertQuiet(world);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCopyOfWhichTheOriginalIsEditedAtTheSameTimeTakesNoTick(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);

    copied(world, "Hal Hart", "Zoe Zane");
    world.instruct("Hal Hart", EMAIL, "hal.new@example.org");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
    assertQuiet(world);
  }

  // ---- somebody is edited

  @ParameterizedTest
  @CsvSource({"Adresse e-mail, hal.new@example.org", "Nom et prénom, Hal Hartley"})
  void whoIsCorrectedKeepsTheTick(String column, String text) {
    for (Loss loss : Loss.values()) {
      World world = helper();
      world.instruct("Hal Hart", CHECKED, "oui");
      world.settle(2);
      String hal = ref(world, "Hal Hart");

      world.table.type(ANSWERS, 1, column, text);
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(world.table.text(ANSWERS, 1, "Réf")).isEqualTo(hal);
      assertThat(world.table.text(ANSWERS, 1, EXPLANATION))
          .as(loss.name())
          .contains("Bénévole vérifié")
          .doesNotContain(NOT_THEIRS);
      assertQuiet(world);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTickIsTypedForWhoeverItIsTypedFor(Loss loss) {
    World world = helper();
    copied(world, "Hal Hart", "Zoe Zane");
    loss.before(world);
    world.settle(2);

    world.instruct("Zoe Zane", CHECKED, "oui");
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains("Bénévole vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("érifié");
    assertQuiet(world);
  }
}
