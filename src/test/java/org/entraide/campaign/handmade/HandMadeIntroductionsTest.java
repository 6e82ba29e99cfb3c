package org.entraide.campaign.handmade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.World;
import org.entraide.people.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Introductions that organisers make and type into the ledger. */
@Execution(ExecutionMode.CONCURRENT)
class HandMadeIntroductionsTest extends HandMadeFixture {

  @Test
  void aRowThatIsThereUnchangedForAMinuteIsAnIntroduction() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    List<List<List<String>>> before = world.table.everything();

    world.once();
    assertThat(world.table.everything()).isEqualTo(before);
    counts();

    assertThat(cell(row, "Réf")).startsWith("M-");
    assertThat(cell(row, "Personne")).isEqualTo("Ana A. (" + ref("Ana Alba") + ")");
    assertThat(cell(row, "Bénévole")).isEqualTo("Bo B. (" + ref("Bo Bell") + ")");
    assertThat(cell(row, "Besoins")).isEqualTo("courses");
    assertThat(cell(row, "État")).isEqualTo("Envoyée");
    assertThat(cell(row, "Envoyé le")).isEqualTo("26/03/2020");
    assertThat(cell(row, "Explication"))
        .isEqualTo("Faite à la main, sans lettre. Notez la suite dans «\u202fSuite\u202f».");
    assertThat(world.letters()).isEmpty();
    assertThat(world.statuses()).containsEntry("Bo Bell", "Plus de place");
    assertThat(world.shown("Bo Bell", "Explication"))
        .startsWith("Mise en relation à la main (" + cell(row, "Réf") + ")\u202f: courses, pour ");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aRowThatIsStillTypedWaitsForItsLastChange() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    world.once();
    world.clock.advance(Duration.ofSeconds(40));
    world.table.type(LEDGER, row, "Besoins", "Médicaments");
    world.once();
    world.clock.advance(Duration.ofSeconds(40));
    world.once();
    assertThat(cell(row, "Réf")).isEmpty();

    world.clock.advance(Duration.ofSeconds(40));
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
    assertThat(cell(row, "Besoins")).isEqualTo("Médicaments");
  }

  @Test
  void aProcessThatStartsAgainRemembersTheMinute() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    world.once();
    world.startAgain(world.journal());
    world.clock.advance(A_MINUTE);

    world.once();

    assertThat(cell(row, "Réf")).startsWith("M-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cy.cole@example.org",
        "Cy.Cole@Example.org",
        "Cy Cole <cy.cole@example.org>",
        "07700 900123",
        "+44 7700 900 123",
        "REF",
        "ref",
        "Cy C. (REF)",
        "Cy, REF"
      })
  void peopleAreNamedByReferenceAddressOrNumber(String helper) {
    String ref = ref("Cy Cole");
    String named = helper.replace("REF", ref).replace("ref", ref.toLowerCase(Locale.ROOT));

    typed(ref("Ana Alba"), named);
    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Cy Cole: Envoyée");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alain.durand@example.org",
        "Alain.Durand@Example.org",
        "<alain.durand@example.org>",
        "Durand (Alain) alain.durand@example.org",
        "Durand (Alain) 07700 900321"
      })
  void aFirstNameThatLooksLikeAReferenceHidesNeitherAddressNorNumber(String helper) {
    assertThat(Reference.parse("Alain")).isPresent();
    world.answer("Alain Durand", PLACE, "Loin", OFFERS, "Courses", PHONE, "07700 900321");
    world.settle(2);

    typed("ana.alba@example.org", helper);
    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Alain Durand: Envoyée");
  }

  @Test
  void aNumberThatTheSheetTookForOneIsStillSomebodys() {
    int row = typed(ref("Ana Alba"), "");
    world.table.put(
        LEDGER,
        row,
        List.of(
            org.entraide.table.Cell.EMPTY,
            org.entraide.table.Cell.text(ref("Ana Alba")),
            org.entraide.table.Cell.number(7_700_900_123.0, "7700900123")));

    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Cy Cole: Envoyée");
  }

  @ParameterizedTest
  @CsvSource({
    "Acceptée, Acceptée",
    "'acceptée, ils sont ravis', Acceptée",
    "Refusée, Refusée",
    "Sans réponse, Sans réponse",
    "Terminée, Terminée",
    "peut-être, Envoyée"
  })
  void theOutcomeThatIsNotedIsItsState(String outcome, String state) {
    int row =
        typed(
            "ana.alba@example.org",
            "bo.bell@example.org",
            "Suite",
            outcome,
            "Envoyé le",
            "02/03/2020");

    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: " + state);
    assertThat(cell(row, "Suite")).isEqualTo(outcome);
    assertThat(cell(row, "Envoyé le")).isEqualTo("02/03/2020");
  }

  @Test
  void whatSomebodyTypedInItsOtherCellsStays() {
    int row =
        typed(
            "ana.alba@example.org",
            "bo.bell@example.org",
            "Délégué",
            "Paul",
            "Envoyé le",
            "en mars",
            "Explication",
            "par téléphone");

    counts();

    assertThat(cell(row, "Délégué")).isEqualTo("Paul");
    assertThat(cell(row, "Envoyé le")).isEqualTo("en mars");
    assertThat(cell(row, "Explication")).isEqualTo("par téléphone");
    assertThat(cell(row, "État")).isEqualTo("Envoyée");
  }

  // ---- what it means

  @Test
  void itHoldsCapacityAndItsNeeds() {
    typed("ana.alba@example.org", "bo.bell@example.org");
    counts();

    world.instruct("Cy Cole", "Consigne", "Pause");
    world.answer("Eve Ender", PLACE, "Loin", NEEDS, "Courses");
    world.answer("Gil Gant", PLACE, "Nord", OFFERS, "Courses");
    world.settle(3);

    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Envoyée", "Dot Dale, Gil Gant: Brouillon prêt");
  }

  @Test
  void thePairIsNeverIntroducedAgain() {
    typed("ana.alba@example.org", "bo.bell@example.org", "Suite", "Refusée");
    counts();

    world.instruct("Dot Dale", "Consigne", "Pause");
    world.table.type(World.ANSWERS, world.rowOf("Bo Bell"), PLACE, "Nord");
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Refusée");
  }

  @Test
  void itMayExceedTheCapacity() {
    typed("ana.alba@example.org", "bo.bell@example.org");
    typed("dot.dale@example.org", "bo.bell@example.org");

    counts();

    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Envoyée", "Dot Dale, Bo Bell: Envoyée");
  }

  @Test
  void withoutNeedsItCoversWhatIsOpenAndOfferedElseAllThatIsOpenElseNothing() {
    typed("ana.alba@example.org", "bo.bell@example.org");
    int second = typed("ana.alba@example.org", "cy.cole@example.org");
    int third = typed("ana.alba@example.org", "dot.dale@example.org");

    counts();

    assertThat(cell(second, "Besoins")).isEqualTo("médicaments");
    assertThat(cell(third, "Besoins")).isEmpty();
    assertThat(cell(third, "Réf")).startsWith("M-");
    assertThat(world.shown("Dot Dale", "Explication")).contains("aide, pour ");
  }

  @Test
  void oneThatCoversNothingHoldsNoNeedThatComesLater() {
    typed("cy.cole@example.org", "bo.bell@example.org");
    counts();
    assertThat(world.ledger()).containsExactly("Cy Cole, Bo Bell: Envoyée");

    world.answer("Cy Cole", PLACE, "Loin", NEEDS, "Courses", World.PHONE, "07700 900123");
    world.answer("Gil Gant", PLACE, "Loin", OFFERS, "Courses");
    world.settle(12);

    assertThat(world.ledger()).anyMatch(entry -> entry.startsWith("Cy Cole, Gil Gant: "));
  }

  @Test
  void noMailboxIsAskedForItsLetterAndNoneIsFollowedUp() {
    world.followUp(Duration.ofDays(7));
    counts();
    int before = world.outage.calls().size();
    typed("ana.alba@example.org", "bo.bell@example.org");
    counts();

    world.clock.advance(Duration.ofDays(8));
    world.settle(3);

    assertThat(world.outage.calls().subList(before, world.outage.calls().size()))
        .doesNotContain("find", "drafts", "create");
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
  }

  @Test
  void whoIsBarredLaterEndsItAndTheOtherIsToBeWarned() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    counts();

    world.instruct("Bo Bell", "Consigne", "Exclu");
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Retirée");
    assertThat(cell(row, "Explication")).contains("est retirée, mais les deux personnes se");
    assertThat(String.join("\n", world.todo())).contains("faite à la main, est retirée");
  }

  private void suspend(String word) {
    for (int row = 0; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Suspendre")) {
        world.table.type(SETTINGS, row, 1, word);
      }
    }
  }

  @Test
  void nobodyIsIntroducedToSomebodyElseWhereACampaignIsTakenOverWhileItIsSuspended() {
    world = new World();
    world.once();
    suspend("oui");
    world
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    typed("ana.alba@example.org", "bo.bell@example.org", "Suite", "Acceptée");
    world.once();
    world.clock.advance(A_MINUTE);

    suspend("");
    world.once();

    assertThat(world.ledgerReferences()).hasSize(1).allMatch(ref -> ref.startsWith("M-"));
    world.settle(2);
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Acceptée");
    assertThat(world.letters()).isEmpty();
  }

  /** No pass looks between the paste and the end of the suspension. */
  @Test
  void nobodyIsIntroducedToThoseWhomAPastedRowNamesBeforeItCounts() {
    world = new World();
    world.once();
    suspend("oui");
    world
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses, Médicaments", CAPACITY, "3")
        .answer("Dot Dale", PLACE, "Nord", NEEDS, "Médicaments");
    world.once();
    typed("ana.alba@example.org", "bo.bell@example.org", "Suite", "Acceptée");
    suspend("");

    world.once();
    assertThat(world.letters()).isEmpty();
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("En attente");

    counts();
    assertThat(world.ledger())
        .containsExactlyInAnyOrder(
            "Ana Alba, Bo Bell: Acceptée", "Dot Dale, Bo Bell: Brouillon prêt");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void aCampaignThatWasBegunByHandIsTakenOver() {
    for (int i = 0; i < 20; i++) {
      world.answer("Need " + (char) ('A' + i), PLACE, "Nord", NEEDS, "Courses");
      world.answer("Help " + (char) ('A' + i), PLACE, "Loin", OFFERS, "Courses");
    }
    world.settle(2);
    for (int i = 0; i < 20; i++) {
      char one = (char) ('a' + i);
      typed("need." + one + "@example.org", "help." + one + "@example.org", "Suite", "Terminée");
    }
    CycleReport first = world.once();
    world.clock.advance(A_MINUTE);
    world.once();
    world.once();

    assertThat(first.quiet()).isTrue();
    assertThat(world.ledger()).hasSize(20).allMatch(entry -> entry.endsWith(": Terminée"));
    assertThat(world.ledgerReferences()).doesNotHaveDuplicates().allMatch(r -> r.startsWith("M-"));
  }

  /** Past pairs of a campaign that began by hand. */
  @Test
  void whoeverLacksTheConsentOfTheFormHasNotLeftAPairMadeByHand() {
    world.answer("Gus Gray", PLACE, "Nord", NEEDS, "Courses", World.CONSENT, "");
    world.settle(2);
    int row = typed("gus.gray@example.org", "bo.bell@example.org");
    counts();
    world.settle(2);

    assertThat(cell(row, "Explication")).doesNotContain("ne participe plus");
    assertThat(String.join("\n", world.todo())).doesNotContain("ne participe plus");

    world.instruct("Gus Gray", World.CONSENT, "Non");
    world.settle(2);
    assertThat(cell(row, "Explication")).contains("ne participe plus");
  }

  /** What is typed over a cell before it has the name of whom it named counts. */
  @Test
  void somebodyElseWhoIsTypedOverAFreshRowIsIntroducedInstead() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    world.once();
    world.clock.advance(A_MINUTE);
    world.once(); // it has its reference, and no names yet
    world.table.type(LEDGER, row, "Bénévole", "cy.cole@example.org");

    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Cy Cole: Envoyée");
    assertThat(world.once().quiet()).isTrue();
  }
}
