package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.stream.IntStream;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that an organiser may ask, and that each is answered in the next cycle. */
@Stories(few = 6)
class InstructionsTest extends InstructionsFixture {

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

  // ---- acknowledgements

  @ParameterizedTest
  @CsvSource({
    "Consigne, Prioritaire, Prioritaire\u202f: passe avant",
    "Consigne, Distinct, à part",
    "Consigne, Même personne, aucune autre réponse",
    "Consigne, Autre proposition, pas encore de première mise en relation",
    "Consigne, bof, mot non compris",
    "Consigne, priorotaire, comprise comme «\u202fPrioritaire\u202f»",
    "Vérifié, oui, ne propose pas d’aide",
    "Avec, 7KQ47, aucune personne n’a la référence 7KQ47",
    "Avec, Marie, aucune personne n’a la référence Marie",
    "Jamais avec, ZZZZZ, aucune personne n’a la référence ZZZZZ",
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
        "Pause, Prioritaire | «\u202fPrioritaire\u202f»\u202f: sans effet tant que le statut est"
            + " «\u202fEn pause\u202f»",
        "Exclu, Prioritaire | «\u202fPrioritaire\u202f»\u202f: sans effet tant que le statut est"
            + " «\u202fExclu\u202f»",
        "Retirer, Prioritaire | «\u202fPrioritaire\u202f»\u202f: sans effet tant que le statut est"
            + " «\u202fRetiré\u202f»",
        "Pause, Autre proposition | «\u202fAutre proposition\u202f»\u202f: sans effet tant que le"
            + " statut est «\u202fEn pause\u202f»",
        "Orienté ailleurs, Autre proposition | sans effet tant que le statut est «\u202fOrienté"
            + " ailleurs\u202f»",
        "Même personne, Distinct | se contredisent",
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
        .contains("compte pour cette personne");
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @Test
  void aPinToOneselfIsRefused() {
    World world = pairs();
    world.instruct("Bea Bost", "Avec", ref(world, "Bea Bost"));
    world.once();
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("c’est la même personne");
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
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("c’est fait");
    assertThat(world.letters()).contains(List.of("Bea Bost", "Gus Gray"));
    assertQuiet(world);
  }

  @Test
  void aPinOfTwoWhoBothDoNotTakePartSaysWhyOfEach() {
    World world = pairs();
    world.answer("Gus Gray", PLACE, "Loin", OFFERS, "Médicaments");
    world.settle(2);
    String gus = ref(world, "Gus Gray");

    world.instruct("Bea Bost", INSTRUCTION, "Pause");
    world.instruct("Gus Gray", INSTRUCTION, "Retirer");
    world.instruct("Bea Bost", "Avec", gus);
    world.once();

    assertThat(world.shown("Bea Bost", EXPLANATION))
        .contains("refusé")
        .contains(
            called(world, "Bea Bost")
                + " (En pause) et "
                + called(world, "Gus Gray")
                + " (Retiré) ne participent pas");

    world.instruct("Bea Bost", INSTRUCTION, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION))
        .contains(called(world, "Gus Gray") + " ne participe pas (Retiré)")
        .doesNotContain("ne participent pas");
    assertQuiet(world);
  }

  @Test
  void neverWithAfterADraftLeavesItAndAsksToHaveItDiscarded() {
    World world = pairs();
    String helper = world.letters().get(0).contains("Hal Hart") ? "Hal Hart" : "Ivy Imms";

    world.instruct("Ana Alba", "Jamais avec", ref(world, helper));
    world.once();

    assertThat(world.shown("Ana Alba", EXPLANATION))
        .startsWith("À faire\u202f: faites jeter le brouillon M-");
    assertThat(world.shown(helper, EXPLANATION))
        .startsWith("À faire\u202f: faites jeter le brouillon M-");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(String.join("\n", world.todo())).contains("il date d’avant «\u202fJamais avec");
    assertQuiet(world);
  }

  @Test
  void neverWithAfterALetterLeavesItAndSaysSo() {
    World world = pairs();
    String helper = world.letters().get(0).contains("Hal Hart") ? "Hal Hart" : "Ivy Imms";
    world.mailbox().send(world.introduction("Ana Alba", helper));

    world.instruct("Ana Alba", "Jamais avec", ref(world, helper));
    world.settle(2);

    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("existait déjà et reste");
    assertThat(world.shown(helper, EXPLANATION)).contains("existait déjà et reste");
    assertQuiet(world);
  }

  @Test
  void aCorrectedPlaceThatIsNotUnderstoodIsToBeCorrected() {
    World world = pairs();

    world.instruct("Ana Alba", "Lieu corrigé", "qsdfgh");
    world.settle(2);

    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("corrigez «\u202fLieu corrigé\u202f»\u202f: ajoutez la ville ou le pays")
        .doesNotContain("demandez son adresse");
  }

  @Test
  void whoeverIsPausedWhileADraftWaitsKeepsItAndWhoIsSignpostedIsNotToBeWrittenTo() {
    World world = pairs();

    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("reste chez le délégué");

    world.instruct("Ana Alba", INSTRUCTION, "Orienté ailleurs");
    world.once();
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("dites au délégué de ne pas envoyer");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("N’envoyez pas ce brouillon");

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
        .contains("Demandée en plus de " + world.table.text(LEDGER, 1, "Réf"));
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
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("Entraide cherche");
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);

    world.answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).contains(List.of("Ana Alba", "Ivy Imms"));
  }
}
