package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.DELEGATE;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.OTHER_DELEGATE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.config.DelegateSettings;
import org.entraide.config.DelegateSettings.Near;
import org.entraide.config.Letterhead;
import org.junit.jupiter.api.Test;

/** Several delegates share a campaign, and one follows another. */
class SeveralDelegatesTest {

  private static final String THIRD_DELEGATE = "sud@example.org";
  private static final DelegateSettings IN_IRELAND =
      new DelegateSettings(
          OTHER_DELEGATE, Letterhead.Signature.NONE, List.of("IE"), Optional.empty());
  private static final DelegateSettings AROUND_SUD =
      new DelegateSettings(
          THIRD_DELEGATE, Letterhead.Signature.NONE, List.of(), Optional.of(new Near("Sud", 2)));

  /** Three who need something, each near a helper of their own. */
  private static World threePairs() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses")
        .answer("Dora Dunn", PLACE, "Dublin", NEEDS, "Courses")
        .answer("Eve Ender", PLACE, "Dublin", OFFERS, "Courses")
        .answer("Sam Sand", PLACE, "Sud", NEEDS, "Médicaments")
        .answer("Tom Tall", PLACE, "Sud", OFFERS, "Médicaments");
  }

  private static String of(World world, String person, String helper) {
    return world.introduction(person, helper);
  }

  @Test
  void eachIntroductionGoesToTheDelegateOfTheCountryOrOfTheNeighbourhood() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND, AROUND_SUD);
    world.settle(2);
    assertThat(world.mailbox().waiting()).containsExactly(of(world, "Ana Alba", "Bo Bell"));
    assertThat(world.mailbox(OTHER_DELEGATE).waiting())
        .containsExactly(of(world, "Dora Dunn", "Eve Ender"));
    assertThat(world.mailbox(THIRD_DELEGATE).waiting())
        .containsExactly(of(world, "Sam Sand", "Tom Tall"));
  }

  @Test
  void theFirstDelegateWhoFitsIsTheOne() {
    DelegateSettings anywhere =
        new DelegateSettings(
            THIRD_DELEGATE, Letterhead.Signature.NONE, List.of("GB", "IE"), Optional.empty());
    World world = threePairs().delegates(DELEGATE, IN_IRELAND, anywhere);
    world.settle(2);
    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(world.mailbox(OTHER_DELEGATE).waiting()).hasSize(1);
    assertThat(world.mailbox(THIRD_DELEGATE).waiting()).hasSize(2);
  }

  @Test
  void aMailboxThatRefusesStopsNobodyElsesIntroductions() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND, AROUND_SUD);
    world.mailbox(OTHER_DELEGATE).setSignedOut(true);
    CycleReport report = world.settle(2);

    assertThat(report.completed()).isTrue();
    assertThat(report.troubles()).isNotEmpty();
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.mailbox(THIRD_DELEGATE).waiting()).hasSize(1);
    assertThat(world.shown("Dora Dunn", "Statut")).isEqualTo("Proposé");
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Brouillon prêt");
    String sent = of(world, "Sam Sand", "Tom Tall");
    world.mailbox(THIRD_DELEGATE).send(sent);
    world.once();
    assertThat(world.shown("Sam Sand", "Statut")).isEqualTo("Mis en relation");

    world.mailbox(OTHER_DELEGATE).setSignedOut(false);
    world.settle(2);
    assertThat(world.mailbox(OTHER_DELEGATE).letters()).hasSize(1);
    assertThat(world.shown("Dora Dunn", "Statut")).isEqualTo("Brouillon prêt");
  }

  @Test
  void draftsOfAMailboxThatRefusesNowAreKeptAsTheyWere() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND, AROUND_SUD);
    world.settle(2);
    world.mailbox(OTHER_DELEGATE).setSignedOut(true);
    world.settle(3);
    assertThat(world.shown("Dora Dunn", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.mailbox(OTHER_DELEGATE).letters()).hasSize(1);
    assertThat(world.ledgerReferences()).hasSize(3);
  }

  @Test
  void aCampaignThatMovesToAnotherDelegateMovesNoDraft() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND);
    world.settle(2);
    String first = of(world, "Ana Alba", "Bo Bell");
    String second = of(world, "Sam Sand", "Tom Tall");
    assertThat(world.mailbox().waiting()).containsExactlyInAnyOrder(first, second);

    world.delegates(THIRD_DELEGATE, IN_IRELAND);
    world.answer("Gus Gant", PLACE, "Nord", NEEDS, "Conversation");
    world.answer("Hal Hunt", PLACE, "Nord", OFFERS, "Conversation");
    world.settle(3);

    assertThat(world.mailbox().letters()).hasSize(2);
    assertThat(world.mailbox(THIRD_DELEGATE).letters()).hasSize(1);
    world.mailbox().send(first);
    world.mailbox().discard(second);
    world.settle(3);
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Mis en relation");
    assertThat(world.shown("Sam Sand", "Statut")).isEqualTo("En attente");
    assertThat(world.mailbox(THIRD_DELEGATE).letters()).as("never the same two again").hasSize(1);
  }

  @Test
  void aCampaignThatMovedAndLostItsJournalMakesNoSecondDraftForAnybody() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND);
    world.settle(2);
    List<String> drafts = world.mailbox().waiting();
    // both are named, so that both are looked into
    world
        .delegates(
            THIRD_DELEGATE,
            IN_IRELAND,
            new DelegateSettings(
                DELEGATE, Letterhead.Signature.NONE, List.of("FR"), Optional.empty()))
        .startAgain(new MemoryJournal());
    world.settle(3);
    assertThat(world.mailbox().waiting()).isEqualTo(drafts);
    assertThat(world.mailbox(THIRD_DELEGATE).letters()).isEmpty();
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Brouillon prêt");
  }

  private static World onePair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
  }

  @Test
  void anIntroductionThatGoesToAnotherDelegateIsAmongTheDraftsThatMayWaitThere() {
    World world = onePair().mostWaitingDrafts(1);
    world.outage.planNextOf("write AppendRows", Outage.How.BEFORE);
    world.once();
    world.outage.heal();
    world
        .answer("Cy Cole", PLACE, "Nord", NEEDS, "Médicaments")
        .answer("Di Dell", PLACE, "Nord", OFFERS, "Médicaments");

    world.movedTo(THIRD_DELEGATE).settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.mailbox(THIRD_DELEGATE).letters()).hasSize(1);
    assertThat(world.shown("Cy Cole", "Statut")).isEqualTo("Proposé");
  }

  @Test
  void aDraftThatIsLookedForWithoutItsJournalIsAmongThoseThatMayWait() {
    World world = onePair().mostWaitingDrafts(1);
    world.outage.planNextOf("create", Outage.How.DROPPED);
    world.once();
    world.outage.heal();
    world
        .answer("Cy Cole", PLACE, "Nord", NEEDS, "Médicaments")
        .answer("Di Dell", PLACE, "Nord", OFFERS, "Médicaments");

    world.startAgain(new MemoryJournal()).once();

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: En préparation");
    assertThat(world.shown("Cy Cole", "Statut")).isEqualTo("Proposé");
  }

  @Test
  void whatIsLookedForAmongTheDraftsOfOneDelegateHoldsNobodyElsesBack() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND).mostWaitingDrafts(1);
    world.settle(2);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.mailbox(OTHER_DELEGATE).waiting()).hasSize(1);

    world.mailbox(OTHER_DELEGATE).setSignedOut(true);
    world.mailbox().send(world.mailbox().waiting().iterator().next());
    world.startAgain(new MemoryJournal()).settle(3);

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.mailbox().letters()).hasSize(2);
  }

  @Test
  void aWithdrawnDraftThatTheFormerDelegateSendsIsSent() {
    World world = onePair();
    world.settle(2);
    String introduction = world.introduction("Ana Alba", "Bo Bell");
    world.mailbox().edit(introduction);
    world.once();
    world.delegates(THIRD_DELEGATE);
    world.instruct("Ana Alba", "Consigne", "Retirer");
    world.settle(2);
    world.mailbox().send(introduction);
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
  }

  @Test
  void aDiscardedDraftThatTheFormerDelegateTakesOutOfTheTrashAndSendsIsSent() {
    World world = onePair();
    world.settle(2);
    String introduction = world.introduction("Ana Alba", "Bo Bell");
    world.mailbox().trash(introduction);
    world.settle(3);
    world.delegates(THIRD_DELEGATE);
    world.settle(2);
    world.mailbox().takeOutOfTrash(introduction);
    world.once();
    world.mailbox().send(introduction);
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
  }

  @Test
  void draftsOfADelegateWhoIsNoLongerConfiguredAreNamedUntilSheIsNamedAgain() {
    World world = threePairs().delegates(DELEGATE, IN_IRELAND, AROUND_SUD);
    world.settle(2);
    assertThat(world.dashboard()).noneMatch(row -> row.contains(OTHER_DELEGATE));

    world.delegates(DELEGATE, AROUND_SUD);
    CycleReport report = world.settle(2);

    assertThat(String.join("\n", world.dashboard()))
        .contains("Un brouillon attend dans la boîte " + OTHER_DELEGATE + ", qui n’est plus")
        .contains("délégué\u202f: M. "); // its reference, which this world tells without its number
    assertThat(report.troubles()).isEmpty();
    assertThat(world.shown("Dora Dunn", "Statut")).isEqualTo("Brouillon prêt");

    world.delegates(DELEGATE, IN_IRELAND, AROUND_SUD);
    world.settle(2);
    assertThat(world.dashboard()).noneMatch(row -> row.contains(OTHER_DELEGATE));
    assertThat(world.letters()).hasSize(3);
  }

  @Test
  void aDelegateMayThrowAwayOneDraftAfterTheOtherAndIsNotAskedAboutIt() {
    World world = new World();
    for (char c = 'A'; c <= 'H'; c++) {
      world
          .answer(c + "a Alba", PLACE, "Nord", NEEDS, "Courses")
          .answer(c + "o Bell", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    }
    world.settle(2);
    for (String waiting : List.copyOf(world.mailbox().waiting())) {
      world.mailbox().discard(waiting);
      world.clock.advance(Duration.ofSeconds(30));
      assertThat(world.once().troubles()).isEmpty();
    }
    world.settle(2);

    assertThat(world.ledger()).filteredOn(entry -> entry.endsWith("Écartée")).hasSize(8);
  }
}
