package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.EMAIL;
import static org.entraide.campaign.World.NAME;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.build.Stories;
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
@Stories(few = 10)
class CopiedMarksTest {

  /** More columns than there are. */
  private static final int WIDTH = 99;

  private static final String INSTRUCTION = "Consigne";
  private static final String CHECKED = "Vérifié";
  private static final String STATUS = "Statut";
  private static final String EXPLANATION = "Explication";
  private static final String NOT_THEIRS = "pas été tapé pour cette personne";

  /** A helper, somebody else, and nobody who needs anything. */
  private static World helper() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    return world;
  }

  /** Copies a row under the last one and types another name and another address over it. */
  private static void copied(World world, String from, String to) {
    int row = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf(from));
    world.table.type(ANSWERS, row, NAME, to);
    world.table.type(
        ANSWERS, row, EMAIL, to.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
  }

  private static String ref(World world, String who) {
    return world.shown(who, "Réf");
  }

  private static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Somebody asks for what only checked helpers are proposed for. */
  private static Set<String> whoIsWrittenTo(World world) {
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants");
    world.settle(2);
    Set<String> names = new TreeSet<>();
    world.letters().forEach(names::addAll);
    return names;
  }

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
        .doesNotContain("Aidant vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Aidant vérifié");
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
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En attente");
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
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En attente");
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
      assertThat(world.shown("Hal Hart", EXPLANATION)).as(loss.name()).doesNotContain("gardé");
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

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En attente");
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
      assertThat(world.shown("Hal Hart", STATUS)).as(loss.name()).isEqualTo("En attente");
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

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En attente");
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
    assertThat(world.shown("Yan Yule", STATUS)).isEqualTo("En attente");
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
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En attente");
    assertQuiet(world);
  }

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
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Aidant vérifié");
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
      assertThat(world.shown("Zoe Zane", STATUS)).as(loss.name()).isEqualTo("En attente");
      assertThat(world.shown("Zoe Zane", EXPLANATION))
          .as(loss.name())
          .startsWith("Aucune demande ne correspond encore")
          .contains(column + " : ce qui est affiché ici n’a " + NOT_THEIRS);
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
        .doesNotContain("Aidant vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Aidant vérifié");
    assertQuiet(world);

    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    loss.after(world);
    world.settle(2);
    assertThat(ref(world, "Ada Aalto")).isNotEqualTo(hal);
    assertThat(world.shown("Ada Aalto", EXPLANATION)).doesNotContain("Aidant vérifié");
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

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En attente");
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
      assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Aidant vérifié");
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
          .contains("Aidant vérifié")
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

    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains("Aidant vérifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("érifié");
    assertQuiet(world);
  }
}
