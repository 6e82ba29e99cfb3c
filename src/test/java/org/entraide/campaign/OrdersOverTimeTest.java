package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.NEVER_WITH;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.Titles.WITH;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.stream.Stream;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked meets what has happened since: each answer tells what was done, or why not. */
class OrdersOverTimeTest {

  /** Somebody who needs and somebody who helps, introduced. */
  private static World introduced() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  // ---- pins

  @Test
  void aPinToSomebodyWhoIsFullIsFollowedAndTakesNoPlaceFromAnybody() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    String left =
        Stream.of("Ana Alba", "Bea Bost")
            .filter(who -> world.shown(who, STATUS).equals("En attente"))
            .findFirst()
            .orElseThrow();
    assertThat(world.shown(left, EXPLANATION)).contains("n’a plus de place");

    world.instruct(left, WITH, ref(world, "Hal Hart"));
    world.once();

    assertThat(world.shown(left, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.shown(left, EXPLANATION))
        .contains("«\u202fAvec\u202f» " + called(world, "Hal Hart") + "\u202f: c’est fait.");
    assertThat(world.letters())
        .containsExactly(List.of("Ana Alba", "Hal Hart"), List.of("Bea Bost", "Hal Hart"));
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("La seule place proposée est prise.");
    assertQuiet(world);

    world.instruct(left, WITH, "");
    world.once();
    assertThat(world.shown(left, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.shown(left, EXPLANATION)).doesNotContain("«\u202fAvec\u202f»");
    assertQuiet(world);
  }

  /** Beside a pin to the helper of Ana's only introduction. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pause           | Refusée | refusé, ANA ne participe pas (En pause)",
        "Retirer         | Refusée | refusé, ANA ne participe pas (Retiré)",
        "Exclu           | Refusée | refusé, ANA ne participe pas (Exclu)",
        "Prioritaire     | Refusée | refusé, les deux ont déjà été mises en relation",
        "Prioritaire     | ''      | c’est fait"
      })
  void aPinBesideAnotherInstructionIsAnsweredAsItCounts(
      String typed, String outcome, String answer) {
    World world = introduced();
    world.table.type(LEDGER, 1, "Suite", outcome);
    world.once();

    world.instruct("Ana Alba", INSTRUCTION, typed);
    world.instruct("Ana Alba", WITH, ref(world, "Hal Hart"));
    world.once();

    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains(
            "«\u202fAvec\u202f» "
                + called(world, "Hal Hart")
                + "\u202f: "
                + answer.replace("ANA", called(world, "Ana Alba")));
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void aPinToSomebodyToBeKeptApartIsRefusedUntilThatIsTakenBack() {
    World world = introduced();
    world.answer("Bea Bost", PLACE, "Loin", NEEDS, "Courses");
    world.once();

    world.instruct("Hal Hart", NEVER_WITH, ref(world, "Bea Bost"));
    world.instruct("Bea Bost", WITH, ref(world, "Hal Hart"));
    world.once();
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("refusé, les deux sont à tenir");
    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("Ne sera pas mise en relation avec " + called(world, "Bea Bost"));
    assertQuiet(world);

    world.instruct("Hal Hart", NEVER_WITH, "");
    world.once();
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("c’est fait");
    assertThat(world.letters()).contains(List.of("Bea Bost", "Hal Hart"));
    assertQuiet(world);
  }

  @Test
  void aPinThatHelpsNeitherIsRefused() {
    World world = introduced();
    world.answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.once();

    world.instruct("Ivy Imms", WITH, ref(world, "Hal Hart"));
    world.once();

    assertThat(world.shown("Ivy Imms", EXPLANATION)).contains("refusé, aucune des deux ne propose");
    assertQuiet(world);
  }

  @Test
  void eachOfSeveralPinsHasItsAnswer() {
    World world = introduced();
    world.answer("Ivy Imms", PLACE, "Loin", OFFERS, "Médicaments");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments");
    world.once();
    String bea = ref(world, "Bea Bost");
    String ivy = ref(world, "Ivy Imms");

    world.instruct("Bea Bost", WITH, bea + ", " + ivy);
    world.once();

    assertThat(world.shown("Bea Bost", EXPLANATION))
        .contains(
            "«\u202fAvec\u202f» "
                + called(world, "Bea Bost")
                + "\u202f: refusé, c’est la même personne")
        .contains("«\u202fAvec\u202f» " + called(world, "Ivy Imms") + "\u202f: c’est fait");
    world.instruct("Bea Bost", WITH, bea + ", " + ivy + "; ZZZZZ");
    world.once();

    assertThat(world.shown("Bea Bost", EXPLANATION)) // as much as fits, what is to do first
        .startsWith(
            "À faire\u202f: corrigez «\u202fAvec\u202f»\u202f: aucune personne n’a la"
                + " référence ZZZZZ.")
        .contains("«\u202fAvec\u202f» ")
        .endsWith(" (+1 autre point)");
    assertQuiet(world);
  }

  // ---- leaving and coming back

  @Test
  void whoIsWithdrawnAndComesBackMeetsSomebodyElse() {
    World world = introduced();
    world.answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.once();

    world.instruct("Ana Alba", INSTRUCTION, "Retirer");
    world.once();
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .isEqualTo("Personne retirée à la demande d’un organisateur.");
    assertQuiet(world);

    world.instruct("Ana Alba", INSTRUCTION, "");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .isEqualTo(
            "Brouillon %s à relire (délégué)\u202f: courses, avec %s."
                .formatted(world.introduction("Ana Alba", "Ivy Imms"), called(world, "Ivy Imms")));
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).isEqualTo("Retirée.");
    assertQuiet(world);
  }

  @Test
  void whoComesBackWhereNobodyElseOffersItIsToldSo() {
    World world = introduced();

    world.instruct("Ana Alba", INSTRUCTION, "Retirer");
    world.once();
    world.instruct("Ana Alba", INSTRUCTION, "");
    world.once();

    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("les bénévoles possibles lui ont déjà été présentés")
        .doesNotContain("retirée");
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void whoIsBarredWhileADraftWaitsLosesItAndTheOtherIsFreeAgain() {
    World world = introduced();

    world.instruct("Hal Hart", INSTRUCTION, "Exclu");
    world.once();

    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(world.shown("Hal Hart", EXPLANATION))
        .isEqualTo("Personne exclue par un organisateur.");
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("personne ne propose encore cette aide");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("(Exclu) ne participe plus");
    assertQuiet(world);
  }

  @Test
  void whoIsBarredAfterALetterWasSentIsToldWhomToWarn() {
    World world = introduced();
    String introduction = world.introduction("Ana Alba", "Hal Hart");
    world.mailbox().send(introduction);
    world.once();

    world.instruct("Hal Hart", INSTRUCTION, "Exclu");
    world.once();

    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("Personne exclue par un organisateur.")
        .contains(
            "prévenez " + called(world, "Ana Alba") + " (" + introduction + " était déjà envoyée)");
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains(
            "annoncez-lui le retrait de " + introduction + " (" + called(world, "Hal Hart") + ")");
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Retirée");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("Prévenez l’autre personne");
    assertThat(String.join(" ", world.dashboard())).contains("alors que la lettre était partie");
    assertQuiet(world);
  }

  // ---- helpers whom organisers know

  @Test
  void aTickOpensAHelperForWhatIsForCheckedOnesOnlyAndItsLossClosesThemAgain() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.settle(2);
    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("aucun bénévole vérifié ne propose cette aide");

    world.instruct("Hal Hart", CHECKED, "oui");
    world.once();
    assertThat(world.shown("Hal Hart", EXPLANATION)).endsWith("Bénévole vérifié.");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);

    world.instruct("Hal Hart", CHECKED, "non");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Garde d’enfants");
    world.once();
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("cochez «\u202fVérifié\u202f» pour");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En attente");
    assertThat(world.ledger()).containsExactly("Ana Alba, Hal Hart: Retirée");
    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("aucun bénévole vérifié");
    assertThat(world.letters()).containsExactly(List.of("Ana Alba", "Hal Hart"));
    assertQuiet(world);
  }

  @Test
  void aPinIntroducesAHelperWhoIsNotChecked() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.settle(2);

    world.instruct("Ana Alba", WITH, ref(world, "Hal Hart"));
    world.once();

    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("c’est fait");
    assertThat(world.letters()).containsExactly(List.of("Ana Alba", "Hal Hart"));
  }

  @Test
  void aHelperWhoLacksOnlyTheTickIsToldThatSomebodyWaitsForIt() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Jo Jarr", PLACE, "Loin", OFFERS, "Garde d’enfants");
    world.settle(2);

    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains(
            "À faire\u202f: cochez «\u202fVérifié\u202f» pour un bénévole sûr (voir le"
                + " manuel)\u202f: 1 personne attend")
        .doesNotContain("Disponible\u202f: aucune demande ne correspond encore");
    assertThat(world.shown("Jo Jarr", EXPLANATION))
        .contains("Disponible\u202f: aucune demande ne correspond encore");
    assertQuiet(world);

    world.instruct("Hal Hart", "Vérifié", "oui");
    world.settle(2);
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("cochez");
    assertThat(world.letters()).containsExactly(List.of("Ana Alba", "Hal Hart"));
  }

  @Test
  void aNeighbourWhoWasTriedIsNamedBesideTheNearestWhoIsPossible() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.table.type(LEDGER, 1, "Suite", "Refusée");
    world.answer("Jo Jarr", PLACE, "Loin", OFFERS, "Courses");
    world.settle(2);

    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("quelqu’un de tout proche lui a déjà été présenté, ou est à tenir à l’écart");
  }

  @Test
  void somebodyFarAwayWhoWasTriedIsNoNeighbour() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Loin", OFFERS, "Courses");
    world.settle(2);
    world.instruct("Ana Alba", "Avec", ref(world, "Hal Hart"));
    world.settle(2);
    world.table.type(LEDGER, 1, "Suite", "Refusée");
    world.instruct("Ana Alba", "Avec", "");
    world.geocoder.with("Bien plus loin", -90, 1);
    world.answer("Jo Jarr", PLACE, "Bien plus loin", OFFERS, "Courses");
    world.settle(2);

    assertThat(world.shown("Ana Alba", EXPLANATION))
        .contains("la personne la plus proche est à")
        .doesNotContain("tout proche");
  }

  @Test
  void aCorrectedPlaceThatIsUnderstoodIsNotToldInEveryExplanation() {
    World world = introduced();

    world.instruct("Ana Alba", "Lieu corrigé", "Nord");
    world.once();

    assertThat(world.shown("Ana Alba", "Lieu compris")).isNotEmpty();
    assertThat(world.shown("Ana Alba", EXPLANATION)).doesNotContain("corrigé");
  }

  @Test
  void whoIsNotCheckedHelpsFewAtATimeAndIsToldWhatOpensTheRest() {
    World world = new World();
    for (char c = 'A'; c <= 'G'; c++) {
      world.answer(c + "a Alba", PLACE, "Nord", NEEDS, "Courses");
    }
    world.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "6");
    world.settle(2);
    assertThat(world.letters()).hasSize(5);
    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("sans «\u202fVérifié\u202f», un bénévole aide 5 personnes au plus, au lieu de 6");

    world.instruct("Hal Hart", CHECKED, "x");
    world.once();
    assertThat(world.letters()).hasSize(6);
    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("Les 6 places proposées sont toutes prises. Bénévole vérifié.");
    assertQuiet(world);
  }

  @Test
  void aTickThatIsNoneIsAskedAbout() {
    World world = introduced();

    world.instruct("Hal Hart", CHECKED, "peut-être");
    world.once();

    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains(
            "cochez «\u202fVérifié\u202f» ou videz la cellule\u202f: peut-être n’est pas compris");
    assertQuiet(world);
  }
}
