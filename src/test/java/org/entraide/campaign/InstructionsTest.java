package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.EMAIL;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.entraide.build.Stories;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that an organiser may ask, and that each is answered in the next cycle. */
@Stories(few = 15)
class InstructionsTest {

  private static final String INSTRUCTION = "Consigne";
  private static final String STATUS = "Statut";
  private static final String EXPLANATION = "Explication";

  /** Two who need, two who help, all introduced but Bea. */
  private static World pairs() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  private static String ref(World world, String who) {
    return world.shown(who, "Réf");
  }

  private static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
  }

  // ---- statuses, chosen and typed

  @ParameterizedTest
  @CsvSource({
    "Pause, En pause",
    "Retirer, Retiré",
    "Orienté ailleurs, Orienté ailleurs",
    "Exclu, Exclu",
    "'Pause, Retirer', Retiré",
    "barred, Exclu",
    "pasue, En pause"
  })
  void anInstructionGivesItsStatusInTheNextCycleAndIsTakenBackWhenCleared(
      String typed, String status) {
    World world = pairs();

    world.instruct("Bea Bost", INSTRUCTION, typed);
    world.once();
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo(status);
    assertQuiet(world);

    world.instruct("Bea Bost", INSTRUCTION, "");
    world.once();
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En attente");
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"En pause", "Retiré", "Orienté ailleurs", "Terminé", "Exclu", "withdrawn"})
  void aTypedStatusIsObeyedLikeTheInstructionUntilItIsCleared(String typed) {
    World world = pairs();
    world.answer("Gus Gray", PLACE, "Nord", OFFERS, "Médicaments");

    world.instruct("Bea Bost", STATUS, typed);
    world.settle(3);
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo(typed);
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("gardé");
    assertThat(world.letters()).doesNotContain(List.of("Bea Bost", "Gus Gray"));
    assertQuiet(world);

    world.instruct("Bea Bost", STATUS, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  @Test
  void aTypedStatusIsObeyedAlsoWhereAnotherRowShowsTheSameWordOfOurs() {
    World world = pairs();
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.once();
    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");

    world.instruct("Bea Bost", STATUS, "En pause");
    world.settle(2);
    world.instruct("Ivy Imms", INSTRUCTION, "");
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("En pause à la demande");
    assertThat(world.shown("Ivy Imms", STATUS)).isNotEqualTo("En pause");
  }

  @ParameterizedTest
  @CsvSource({
    "Pause, En pause, Statut",
    "Retirer, Retiré, Statut",
    "Exclu, Exclu, Statut",
    "Orienté ailleurs, Orienté ailleurs, Statut",
    "Exclu, Personne exclue par un organisateur., Explication"
  })
  void whatWasTypedCanBeClearedAlthoughAnotherRowShowsTheSameWordsOfOurs(
      String instruction, String typed, String column) {
    World world = pairs();
    world.instruct("Bea Bost", column, typed);
    world.settle(2);
    world.instruct("Ivy Imms", INSTRUCTION, instruction);
    world.settle(2);
    assertThat(world.shown("Ivy Imms", column)).isEqualTo(typed);
    assertThat(world.shown("Bea Bost", column)).isEqualTo(typed);

    world.instruct("Bea Bost", column, "");
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Bea Bost", EXPLANATION)).doesNotContain("gardé", typed);
    assertThat(world.shown("Ivy Imms", column)).isEqualTo(typed);
    assertQuiet(world);
  }

  @Test
  void anExplanationOfAnotherRowIsWrittenOverAndOneOfNobodysIsKeptAndTold() {
    World world = pairs();
    String bea = world.shown("Bea Bost", EXPLANATION);
    world.instruct("Bea Bost", EXPLANATION, world.shown("Ana Alba", EXPLANATION));
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).isEqualTo(bea);
    assertThat(world.dashboard().toString()).doesNotContain("collé");

    String foreign = "La lettre M-BBBB8 est partie : courses, avec 7KQ47.";
    world.instruct("Bea Bost", EXPLANATION, foreign);
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).isEqualTo(foreign);
    assertThat(world.dashboard().toString())
        .contains("L’explication d’une personne (Bea Bost) est un texte tapé ou collé");
    assertQuiet(world);

    world.instruct("Bea Bost", EXPLANATION, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).isEqualTo(bea);
    assertThat(world.dashboard().toString()).doesNotContain("collé");
    assertQuiet(world);
  }

  @Test
  void aTypedStatusThatASortMovedBesideOneThatShowsTheSameWordGoesBack() {
    World world = pairs();
    world.instruct("Bea Bost", STATUS, "En pause");
    world.settle(2);
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.settle(2);
    String hal = world.shown("Hal Hart", STATUS);

    world.instruct("Hal Hart", STATUS, "En pause");
    world.instruct("Bea Bost", STATUS, hal);
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(hal);
    assertQuiet(world);
  }

  @Test
  void aTypedStatusSurvivesTheLossOfTheJournal() {
    World world = pairs();
    world.instruct("Bea Bost", STATUS, "Retiré");
    world.settle(2);

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("Retiré");
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("retirée à la demande");
    assertQuiet(world);
  }

  @Test
  void aTypedPlaceCountsAsACorrectedOneUntilItIsCleared() {
    World world = new World().answer("Ana Alba", PLACE, "Nulle part", NEEDS, "Courses");
    world.answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses, Conversation");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Lieu à préciser");

    world.instruct("Ana Alba", "Lieu compris", "Nord");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Ana Alba", "Lieu compris")).isEqualTo("Nord");
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("lieu corrigé");
    assertQuiet(world);

    world.instruct("Ana Alba", "Lieu compris", "");
    world.once();
    assertThat(world.shown("Ana Alba", "Lieu compris")).isEmpty();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  // ---- acknowledgements

  @ParameterizedTest
  @CsvSource({
    "Consigne, Prioritaire, Prioritaire : passe avant",
    "Consigne, Distinct, à part",
    "Consigne, Même personne, rien à réunir",
    "Consigne, Autre proposition, pas de mise en relation à remplacer",
    "Consigne, bof, non comprise",
    "Consigne, priorotaire, comprise comme « Prioritaire »",
    "Vérifié, oui, ne propose pas d’aide",
    "Avec, 7KQ47, n’est la référence de personne",
    "Avec, Marie, n’est la référence de personne",
    "Jamais avec, ZZZZZ, n’est la référence de personne",
    "Lieu corrigé, Nulle part, lieu corrigé compte"
  })
  void everyInstructionIsAnsweredInTheNextCycle(String column, String typed, String answer) {
    World world = pairs();

    world.instruct("Bea Bost", column, typed);
    world.once();

    assertThat(world.shown("Bea Bost", EXPLANATION)).contains(answer);
    assertQuiet(world);
  }

  /** Words that stop somebody, beside those that ask for something: each is answered truly. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pause, Prioritaire | « Prioritaire » attend que le statut « En pause » soit levé",
        "Exclu, Prioritaire | « Prioritaire » attend que le statut « Exclu » soit levé",
        "Retirer, Prioritaire | « Prioritaire » attend que le statut « Retiré » soit levé",
        "Pause, Autre proposition | « Autre proposition » attend que le statut « En pause » soit",
        "Orienté ailleurs, Autre proposition | attend que le statut « Orienté ailleurs » soit levé",
        "Même personne, Distinct | se contredisent : « Distinct » compte",
        "Pause, Retirer, Exclu | exclue",
        "Prioritaire, Autre proposition | passe avant les autres",
        "Prioritaire, Distinct | compte comme une personne à part"
      })
  void instructionsTogetherAreEachAnsweredAsTheyCount(String typed, String answer) {
    World world = pairs();

    world.instruct("Ana Alba", INSTRUCTION, typed);
    world.once();

    assertThat(world.shown("Ana Alba", EXPLANATION)).contains(answer);
    world.settle(3);
    assertQuiet(world);
  }

  @Test
  void aHelperWithPriorityIsToldThatItChangesNothing() {
    World world = pairs();
    world.instruct("Hal Hart", INSTRUCTION, "Prioritaire");
    world.once();
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("sans effet ici");
  }

  @Test
  void anInstructionInTheRowOfADuplicateIsAnsweredThere() {
    World world = pairs();
    world.answer("Bea Bost", NEEDS, "Courses");
    world.settle(3);
    int duplicate =
        IntStream.range(1, world.table.rowCount(ANSWERS))
            .filter(row -> world.table.text(ANSWERS, row, STATUS).equals("Doublon"))
            .findFirst()
            .orElseThrow();

    world.table.type(ANSWERS, duplicate, INSTRUCTION, "Pause");
    world.once();

    assertThat(world.table.text(ANSWERS, duplicate, EXPLANATION))
        .contains("vaut pour cette personne");
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @Test
  void aPinToOneselfIsRefused() {
    World world = pairs();
    world.instruct("Bea Bost", "Avec", ref(world, "Bea Bost"));
    world.once();
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("soi-même");
  }

  @Test
  void aPinToSomebodyWhoLeftIsRefusedAndToSomebodyFarIsFollowed() {
    World world = pairs();
    world.answer("Gus Gray", PLACE, "Loin", OFFERS, "Médicaments");
    world.settle(2);
    world.instruct("Gus Gray", INSTRUCTION, "Retirer");
    world.instruct("Bea Bost", "Avec", ref(world, "Gus Gray"));
    world.once();
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("refusé").contains("(Retiré)");

    world.instruct("Gus Gray", INSTRUCTION, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("suivi");
    assertThat(world.letters()).contains(List.of("Bea Bost", "Gus Gray"));
    assertQuiet(world);
  }

  @Test
  void aPinOfTwoWhoBothDoNotTakePartSaysWhyOfEach() {
    World world = pairs();
    world.answer("Gus Gray", PLACE, "Loin", OFFERS, "Médicaments");
    world.settle(2);
    String bea = ref(world, "Bea Bost");
    String gus = ref(world, "Gus Gray");

    world.instruct("Bea Bost", INSTRUCTION, "Pause");
    world.instruct("Gus Gray", INSTRUCTION, "Retirer");
    world.instruct("Bea Bost", "Avec", gus);
    world.once();

    assertThat(world.shown("Bea Bost", EXPLANATION))
        .contains("refusé")
        .contains(bea + " (En pause) et " + gus + " (Retiré) ne participent pas");

    world.instruct("Bea Bost", INSTRUCTION, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION))
        .contains(gus + " ne participe pas (Retiré)")
        .doesNotContain("ne participent pas");
    assertQuiet(world);
  }

  @Test
  void neverWithAfterAnIntroductionLeavesItAndSaysSo() {
    World world = pairs();
    String helper = world.letters().get(0).contains("Hal Hart") ? "Hal Hart" : "Ivy Imms";

    world.instruct("Ana Alba", "Jamais avec", ref(world, helper));
    world.once();

    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("existait déjà, elle reste");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  @Test
  void whoeverIsPausedWhileADraftWaitsKeepsItAndWhoIsSignpostedIsNotToBeWrittenTo() {
    World world = pairs();

    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("reste chez le délégué");

    world.instruct("Ana Alba", INSTRUCTION, "Orienté ailleurs");
    world.once();
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("ne doit pas l’envoyer");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("n’envoyez pas ce brouillon");

    world.instruct("Ana Alba", INSTRUCTION, "");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).doesNotContain("n’envoyez pas");
    assertQuiet(world);
  }

  @Test
  void whoeverIsWithdrawnLosesADraftThatNobodyChangedAndNeverMeetsTheSameHelperAgain() {
    World world = pairs();
    String first = world.mailbox().first().introduction();

    world.instruct("Ana Alba", INSTRUCTION, "Retirer");
    world.once();
    assertThat(world.mailbox().waiting()).doesNotContain(first);
    assertThat(world.table.text(LEDGER, 1, EXPLANATION))
        .startsWith("Retirée.")
        .contains("ne participe plus");
    assertQuiet(world);

    world.instruct("Ana Alba", INSTRUCTION, "");
    world.settle(2);
    assertThat(world.letters()).doesNotHaveDuplicates();
    assertQuiet(world);
  }

  // ---- another match

  @Test
  void anotherMatchAsksOnceEachTimeItIsChosen() {
    World world = pairs();
    world.answer("Jim Jay", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);

    world.instruct("Ana Alba", INSTRUCTION, "Autre proposition");
    world.settle(3);
    assertThat(world.letters()).hasSize(2);
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("Autre proposition faite");
    assertThat(world.table.text(LEDGER, 2, EXPLANATION))
        .contains("Demandée à la place de " + world.table.text(LEDGER, 1, "Réf"));
    assertQuiet(world);

    world.instruct("Ana Alba", INSTRUCTION, "");
    world.settle(2);
    assertThat(world.letters()).hasSize(2);

    world.instruct("Ana Alba", INSTRUCTION, "autre proposition, Prioritaire");
    world.settle(3);
    assertThat(world.letters()).hasSize(3).doesNotHaveDuplicates();
    assertQuiet(world);
  }

  @Test
  void anotherMatchIsNotRepeatedAfterTheLossOfTheJournal() {
    World world = pairs();
    world.answer("Jim Jay", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.instruct("Ana Alba", INSTRUCTION, "Autre proposition");
    world.settle(3);

    world.startAgain(new MemoryJournal());
    world.settle(3);

    assertThat(world.letters()).hasSize(2);
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("Autre proposition faite");
    assertQuiet(world);
  }

  @Test
  void anotherMatchThatNobodyCanAnswerIsSoughtUntilSomebodyCan() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.instruct("Ana Alba", INSTRUCTION, "Autre proposition");
    world.settle(2);
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("elle est cherchée");
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);

    world.answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).contains(List.of("Ana Alba", "Ivy Imms"));
  }

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
    assertThat(world.shown("Bob Alba", EXPLANATION)).contains("sont réunies");
    assertQuiet(world);

    world.instruct("Bob Alba", INSTRUCTION, "");
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(ref(world, "Bob Alba")).isEqualTo(bob);
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
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("même personne").contains("ligne 3");
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
  @CsvSource({"Doublon, Doublon de qui", "Doublon 7KQ47, n’est celle de personne"})
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

  // ---- whose instruction it is

  /** A column of the organisers', turned upside down while everything else stays. */
  private static void reverse(World world, String title) {
    List<String> texts = new ArrayList<>();
    int rows = world.table.rowCount(ANSWERS);
    for (int row = 1; row < rows; row++) {
      texts.add(world.table.text(ANSWERS, row, title));
    }
    for (int row = 1; row < rows; row++) {
      world.table.type(ANSWERS, row, title, texts.get(rows - 1 - row));
    }
  }

  @Test
  void anInstructionStaysWithItsPersonWhenOnlyItsColumnIsSorted() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();

    reverse(world, INSTRUCTION);
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("sur une autre ligne");
    assertThat(world.shown("Ivy Imms", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Ivy Imms", EXPLANATION)).contains("pas été tapé pour cette personne");
    assertQuiet(world);

    reverse(world, INSTRUCTION);
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Ivy Imms", EXPLANATION)).doesNotContain("pas été tapé");
    assertQuiet(world);
  }

  @Test
  void clearingAStrayInstructionEndsItAndTypingItAgainMeansIt() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    reverse(world, INSTRUCTION);
    world.once();

    world.instruct("Ivy Imms", INSTRUCTION, "");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isNotEqualTo("En pause");
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.once();
    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  /** The answers alone turned upside down: our columns stay where they were. */
  private static void reverseAnswers(World world) {
    int rows = world.table.rowCount(ANSWERS);
    List<List<Cell>> answers = new ArrayList<>();
    for (int row = 1; row < rows; row++) {
      answers.add(world.table.answers(ANSWERS, row, World.HEADER.size()));
    }
    for (int row = 1; row < rows; row++) {
      world.table.put(ANSWERS, row, answers.get(rows - 1 - row));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void instructionsStayWithTheirPeopleWhenOnlyTheAnswersAreSorted(boolean journalLost) {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.instruct("Hal Hart", "Vérifié", "oui");
    world.instruct("Bea Bost", STATUS, "Retiré");
    world.settle(2);
    String ana = ref(world, "Ana Alba");
    String hal = ref(world, "Hal Hart");

    reverseAnswers(world);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }
    world.settle(2);

    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(ref(world, "Hal Hart")).isEqualTo(hal);
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("vérifié");
    assertThat(world.shown("Ivy Imms", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Hal Hart", STATUS)).isNotEqualTo("Retiré");
    assertQuiet(world);
  }

  @Test
  void aBlockCopiedOverAnotherRowMovesNoInstructionAndNoIdentity() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    String bea = ref(world, "Bea Bost");
    int from = world.table.column(ANSWERS, "Réf");

    for (int column = from; column <= from + 10; column++) {
      world.table.type(
          ANSWERS,
          world.rowOf("Bea Bost"),
          column,
          world.table.text(ANSWERS, world.rowOf("Ana Alba"), column));
    }
    world.settle(3);

    assertThat(ref(world, "Bea Bost")).isEqualTo(bea);
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("pas été tapé pour cette personne");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @Test
  void aRowCopiedForSomebodyElseTakesNoInstructionAlong() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();

    world.table.copyRow(ANSWERS, world.rowOf("Ana Alba"));
    int row = world.table.rowCount(ANSWERS) - 1;
    world.table.type(ANSWERS, row, World.NAME, "Zoe Zane");
    world.table.type(ANSWERS, row, EMAIL, "zoe.zane@example.org");
    world.settle(3);

    assertThat(ref(world, "Zoe Zane")).isNotEqualTo(ref(world, "Ana Alba"));
    assertThat(world.shown("Zoe Zane", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
  }

  @Test
  void anEditedAnswerKeepsItsInstruction() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    String ana = ref(world, "Ana Alba");

    world.instruct("Ana Alba", EMAIL, "ana.new@example.org");
    world.settle(2);

    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  // ---- rows that are gone

  private static World crowd(int people) {
    World world = new World();
    for (int i = 0; i < people; i++) {
      world.answer(
          "P" + (char) ('A' + i / 26) + (char) ('a' + i % 26), PLACE, "Nord", NEEDS, "Courses");
    }
    world.settle(2);
    return world;
  }

  @Test
  void aRowThatIsGoneCountsAfterTenMinutesAndComesBackAsTheSamePerson() {
    World world = pairs();
    int row = world.rowOf("Ana Alba");
    String ana = ref(world, "Ana Alba");
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);

    world.table.deleteRow(ANSWERS, row);
    world.once();
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("n’est plus dans l’onglet");
    world.clock.advance(Duration.ofMinutes(11));
    world.once();
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("a été supprimée");
    assertQuiet(world);

    world.table.row(ANSWERS, cells);
    world.settle(2);
    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).doesNotContain("supprimée");
    assertQuiet(world);
  }

  @Test
  void soManyRowsGoneAtOnceStopEverythingUntilTheyAreBack() {
    World world = crowd(30);
    List<List<Cell>> gone = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      gone.add(world.table.answers(ANSWERS, 1, 99));
      world.table.deleteRow(ANSWERS, 1);
    }
    world.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");

    for (int i = 0; i < 3; i++) {
      CycleReport report = world.settle(2);
      assertThat(report.effects()).isEmpty();
      assertThat(report.troubles()).hasSize(1);
      assertThat(report.troubles().get(0).text()).contains("4").contains("3");
    }

    gone.forEach(cells -> world.table.row(ANSWERS, cells));
    CycleReport report = world.settle(2);
    assertThat(report.troubles()).isEmpty();
    assertThat(world.letters()).hasSize(3);
  }

  @Test
  void aTenthOfTheRowsMayGo() {
    World world = crowd(40);
    for (int i = 0; i < 4; i++) {
      world.table.deleteRow(ANSWERS, 1);
    }
    assertThat(world.settle(2).troubles()).isEmpty();
    for (int i = 0; i < 3; i++) {
      world.table.deleteRow(ANSWERS, 1);
    }
    assertThat(world.settle(2).troubles()).isEmpty();
  }

  @Test
  void anEmptiedSheetIsNotBelieved() {
    World world = pairs();
    while (world.table.rowCount(ANSWERS) > 1) {
      world.table.deleteRow(ANSWERS, 1);
    }
    CycleReport report = world.settle(3);
    assertThat(report.effects()).isEmpty();
    assertThat(report.troubles()).hasSize(1);
  }
}
