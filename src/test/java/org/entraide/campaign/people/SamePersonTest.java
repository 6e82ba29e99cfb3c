package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.words.InstructionsFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is called the same person as somebody else, or another one. */
@Stories(few = 2)
class SamePersonTest extends InstructionsFixture {

  // ---- one person or two

  /** A couple under one address. */
  private static World couple() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Bob Alba", PLACE, "Nord", NEEDS, "Médicaments", EMAIL, "alba@example.org");
    world.settle(2);
    return world;
  }

  @Test
  void samePersonJoinsTwoAnswersAndClearingItPartsThemAgainUnderTheirOwnReferences() {
    World world = couple();
    String ana = ref(world, "Ana Alba");
    String bob = ref(world, "Bob Alba");
    assertThat(ana).isNotEqualTo(bob);

    world.instruct("Bob Alba", INSTRUCTION, "Même personne");
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ref(world, "Bob Alba")).isIn(ana, bob);
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Doublon");
    assertThat(world.shown("Bob Alba", EXPLANATION)).contains("la plus récente qui compte");
    assertQuiet(world);

    world.instruct("Bob Alba", INSTRUCTION, "");
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(ref(world, "Bob Alba")).isEqualTo(bob);
    assertQuiet(world);
  }

  @Test
  void ofTwoDraftsForWhatTurnsOutToBeOnePairTheSecondIsToBeDiscarded() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Bob Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(3);
    assertThat(world.letters()).hasSize(2);

    world.instruct("Bob Alba", INSTRUCTION, "Même personne");
    world.settle(2);

    assertThat(world.letters()).hasSize(2);
    assertThat(String.join("\n", world.todo())).containsOnlyOnce("présente déjà");
    assertQuiet(world);
  }

  @Test
  void ofTwoDraftsForWhatTurnsOutToBeOneNeedTheSecondIsToBeDiscarded() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Bob Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(3);
    assertThat(world.letters()).hasSize(2);
    assertThat(String.join("\n", world.todo())).doesNotContain("est déjà en cours");

    world.instruct("Bob Alba", INSTRUCTION, "Même personne");
    world.settle(2);

    assertThat(world.letters()).hasSize(2);
    assertThat(String.join("\n", world.todo()))
        .containsOnlyOnce("est déjà en cours pour la même demande, avec un autre bénévole");
    assertQuiet(world);
  }

  @Test
  void twoUnderOneContactAreAskedAboutFirstUntilSomebodyAnswers() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Bob Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org");
    world.settle(2);

    for (String who : List.of("Ana Alba", "Bob Alba")) {
      assertThat(world.shown(who, EXPLANATION))
          .startsWith("À faire\u202f: choisissez «\u202fMême personne\u202f» ou")
          .contains("Même contact que");
    }

    world.instruct("Bob Alba", INSTRUCTION, "Distinct");
    world.settle(2);

    for (String who : List.of("Ana Alba", "Bob Alba")) {
      assertThat(world.shown(who, EXPLANATION)).doesNotContain("choisissez «", "Même contact");
    }
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Doublon", "Doublon QQQQQ", "doublon de Camille ?"})
  void aTypedDuplicateOfNobodyAsksOfWhom(String typed) {
    World world = new World().answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);

    world.instruct("Ana Alba", STATUS, typed);
    world.settle(2);

    assertThat(world.shown("Ana Alba", EXPLANATION)).startsWith("À faire").contains("Doublon");
    assertThat(String.join("\n", world.todo())).contains("la référence de l’autre personne");
    assertQuiet(world);
  }

  @Test
  void aTypedDuplicateNamesTheOtherPerson() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("A. Alba-Roy", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    String ana = ref(world, "Ana Alba");
    String roy = ref(world, "A. Alba-Roy");

    world.instruct("Ana Alba", STATUS, "doublon de " + roy.toLowerCase(java.util.Locale.ROOT));
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ref(world, "A. Alba-Roy"));
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("Même personne que")
        .contains("ligne 3");
    assertQuiet(world);

    world.startAgain(new MemoryJournal());
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ref(world, "A. Alba-Roy"));
    assertQuiet(world);

    world.instruct("Ana Alba", STATUS, "");
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isNotEqualTo(ref(world, "A. Alba-Roy")).isIn(ana, roy);
  }

  @ParameterizedTest
  @CsvSource({
    "Doublon, tapez «\u202fDoublon\u202f» et la référence",
    "Doublon 7KQ47, cette référence n’existe pas"
  })
  void aDuplicateOfNobodyIsAskedAbout(String typed, String asked) {
    World world = couple();
    world.instruct("Ana Alba", STATUS, typed);
    world.once();
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains(asked);
  }

  @Test
  void distinctPartsTwoAnswersOfOneNameAndNobodyIsIntroducedTwice() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Ana Alba", PLACE, "Sud", NEEDS, "Courses", EMAIL, "alba@example.org");
    world.settle(2);
    assertThat(world.table.text(ANSWERS, 1, "Réf")).isEqualTo(world.table.text(ANSWERS, 2, "Réf"));

    world.table.type(ANSWERS, 2, INSTRUCTION, "Distinct");
    world.settle(2);

    assertThat(world.table.text(ANSWERS, 1, "Réf"))
        .isNotEqualTo(world.table.text(ANSWERS, 2, "Réf"));
    assertThat(world.table.text(ANSWERS, 2, EXPLANATION)).contains("à part");
    assertQuiet(world);
  }

  /** Either answer, with the form's new time or as somebody typed it into the sheet. */
  @ParameterizedTest
  @CsvSource({"1, true", "1, false", "2, true", "2, false"})
  void whoeverIsCalledDistinctStaysSoWhenTheirAnswerIsEdited(int row, boolean byForm) {
    World world =
        new World().answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org");
    world.settle(2);
    world.clock.advance(Duration.ofMinutes(5));
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org");
    world.settle(2);
    world.table.type(ANSWERS, row, INSTRUCTION, "Distinct");
    world.settle(2);
    world.table.type(ANSWERS, row, STATUS, "Orienté ailleurs");
    world.settle(2);
    String ref = world.table.text(ANSWERS, row, "Réf");

    world.table.type(ANSWERS, row, PLACE, "Sud");
    if (byForm) {
      world.table.type(ANSWERS, row, World.TIME, "26/03/2020 20:00:00");
    }
    world.settle(2);

    assertThat(world.table.text(ANSWERS, row, "Réf")).isEqualTo(ref);
    assertThat(world.table.text(ANSWERS, row, STATUS)).isEqualTo("Orienté ailleurs");
    assertQuiet(world);
  }

  @Test
  void peopleWhoTurnOutToBeOneAreNotIntroducedToTheSameHelperAgain() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Bob Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(2);

    world.instruct("Bob Alba", INSTRUCTION, "Même personne");
    world.settle(3);

    assertThat(world.letters()).hasSize(2);
    assertThat(world.shown("Bob Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  // ---- barred

  @Test
  void whoIsBarredStaysSoUnderTheSameContactWhateverRowTheyAnswerIn() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.instruct("Ana Alba", NEEDS, "Autre");
    world.once();
    world.instruct("Ana Alba", INSTRUCTION, "Exclu");
    world.once();

    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));
    world.settle(3);
    world.answer("Jane Doe", PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "+44 7700 900123");
    world.settle(3);

    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Jane Doe", EXPLANATION)).contains("Même contact que");
    assertThat(world.letters()).isEmpty();
    assertQuiet(world);

    world.instruct("Jane Doe", INSTRUCTION, "Distinct");
    world.settle(2);
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Brouillon prêt");
  }
}
