package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Titles;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that are out of sight, and what else happens meanwhile. */
@Execution(ExecutionMode.CONCURRENT)
class MissedDraftTest {

  private final World world = new World();

  private void pairs(int many) {
    for (int i = 0; i < many; i++) {
      char letter = (char) ('a' + i);
      world.answer("Ann " + letter + "ble", PLACE, "Nord", NEEDS, "Courses");
      world.answer("Ben " + letter + "olt", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    }
    world.settle(2);
  }

  private void after(int minutes) {
    world.clock.advance(Duration.ofMinutes(minutes));
    world.once();
  }

  @Test
  void oneThatIsThrownAwayRightAfterAMailboxLookedEmptiedHasItsTenMinutes() {
    pairs(7);
    List<String> all = world.ledgerReferences();
    all.forEach(world.mailbox()::discard);
    world.once();
    all.forEach(world.mailbox()::takeOutOfTrash);
    world.clock.advance(Duration.ofMinutes(9));
    world.mailbox().discard(all.get(3));
    world.once();

    after(2);
    assertThat(world.ledger()).allMatch(entry -> entry.endsWith("Brouillon prêt"));

    after(9);
    assertThat(world.ledger()).allMatch(entry -> entry.endsWith("Brouillon prêt"));

    after(2);
    assertThat(world.ledger()).filteredOn(entry -> entry.endsWith("Écartée")).hasSize(1);
  }

  /** What was missed stays in doubt until some of it is there again, or somebody confirms. */
  @ParameterizedTest
  @ValueSource(strings = {"Acceptée", "Refusée"})
  void thoseThatWereMissedTogetherAreNotThrownAwaySinceAnOutcomeIsNotedBesideOne(String word) {
    pairs(7);
    world.ledgerReferences().subList(0, 6).forEach(world.mailbox()::discard);
    world.once();

    outcome(word);
    world.settle(4);

    assertThat(world.ledger()).filteredOn(entry -> entry.endsWith("Brouillon prêt")).hasSize(6);
    assertThat(world.dashboard().toString()).contains(World.DELEGATE);
  }

  @Test
  void thoseThatWereMissedTogetherAreNotThrownAwaySinceSomebodyOfThemLeft() {
    pairs(7);
    world.ledgerReferences().subList(0, 6).forEach(world.mailbox()::discard);
    world.once();

    world.instruct("Ann able", "Consigne", "Retirer");
    world.settle(4);

    assertThat(world.ledger()).noneMatch(entry -> entry.endsWith("Écartée"));
  }

  private String state() {
    return world.table.text(World.LEDGER, 1, "État");
  }

  private void outcome(String word) {
    world.table.type(World.LEDGER, 1, "Suite", word);
    world.once();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void oneIsMissedAlsoAfterAnOutcomeThatWasNotedMeanwhileAndTakenBack(int passes) {
    pairs(1);
    world.mailbox().discard(world.ledgerReferences().get(0));
    world.once();
    outcome("Acceptée");
    world.settle(passes);

    outcome("");
    world.settle(4);

    assertThat(state()).isEqualTo("Écartée");
  }

  @Test
  void oneThatIsThereAgainIsFoundAlsoUnderAnOutcome() {
    pairs(1);
    String introduction = world.ledgerReferences().get(0);
    world.mailbox().discard(introduction);
    world.once();
    outcome("Acceptée");
    world.mailbox().takeOutOfTrash(introduction);
    world.settle(3);

    outcome("");

    assertThat(state()).isEqualTo("Brouillon prêt");
    assertThat(world.table.text(World.LEDGER, 1, "Explication")).doesNotContain("introuvable");
  }

  @Test
  void oneThatTheDelegateChangedAndThrewAwayIsNotAskedForAfterAnOutcome() {
    pairs(1);
    String introduction = world.ledgerReferences().get(0);
    world.mailbox().edit(introduction);
    world.once();
    world.mailbox().discard(introduction);
    world.once();

    outcome("Refusée");
    world.settle(3);

    assertThat(world.table.text(World.LEDGER, 1, "Explication"))
        .doesNotContain("encore dans sa boîte");
  }

  @Test
  void oneOfAFormerDelegateIsSeenSentAlsoUnderAnOutcome() {
    pairs(1);
    outcome("Acceptée");
    world.movedTo("autre@example.org").settle(2);
    world.mailbox().send(world.ledgerReferences().get(0));
    world.settle(2);

    assertThat(world.table.text(World.LEDGER, 1, "Envoyé le")).isNotEmpty();
    assertThat(world.dashboard().toString()).doesNotContain(World.DELEGATE);
  }

  /** The journal is lost, and they are in no mailbox. */
  @Test
  void thoseThatAreNowhereStayInDoubtAlsoAfterAnOutcomeIsNotedBesideOne() {
    pairs(7);
    List<String> missed = world.ledgerReferences().subList(0, 6);
    missed.forEach(world.mailbox()::discard);
    world.startAgain(new MemoryJournal()).once();

    outcome("Acceptée");
    world.settle(4);

    assertThat(world.ledger()).noneMatch(entry -> entry.endsWith("Écartée"));

    world.mailbox().takeOutOfTrash(missed.get(5));
    world.settle(4);

    assertThat(world.ledger()).filteredOn(entry -> entry.endsWith("Écartée")).hasSize(4);
  }

  /** None of them is missed any more. */
  @ParameterizedTest
  @ValueSource(strings = {"Refusée", "Acceptée"})
  void aMailboxIsInDoubtNoMoreOnceOutcomesAreNotedBesideAllThatWereMissed(String word) {
    pairs(8);
    List<String> all = world.ledgerReferences();
    all.subList(0, 6).forEach(world.mailbox()::discard);
    world.once();
    for (int row = 1; row <= 6; row++) {
      world.table.type(World.LEDGER, row, "Suite", word);
    }
    world.settle(2);

    world.mailbox().discard(all.get(7));
    world.settle(4);

    assertThat(world.table.text(World.LEDGER, world.ledgerRow(all.get(7)), "État"))
        .isEqualTo("Écartée");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acceptée", "Refusée"})
  void thoseThatWereReallyThrownAwayTogetherAreDiscardedOnceSomebodyConfirms(String noted) {
    pairs(8);
    List<String> all = world.ledgerReferences();
    all.subList(0, 6).forEach(world.mailbox()::discard);
    world.settle(2);
    outcome(noted);
    world.settle(2);

    int settings = Titles.SETTINGS;
    for (int row = 1; row < world.table.rowCount(settings); row++) {
      if (world.table.text(settings, row, "Réglage").startsWith("Confirmer")) {
        world.table.type(settings, row, "Valeur", "oui");
      }
    }
    world.settle(3);

    for (String thrown : all.subList(1, 6)) {
      assertThat(world.table.text(World.LEDGER, world.ledgerRow(thrown), "État"))
          .isEqualTo("Écartée");
    }
  }

  /** As where a mail program moves them there one after another. */
  @Test
  void thoseThatWereMissedTogetherAndAreInTheTrashAfterAllAreDiscarded() {
    pairs(8);
    List<String> missed = world.ledgerReferences().subList(0, 6);
    missed.forEach(world.mailbox()::discard);
    world.once();

    missed.forEach(world.mailbox()::trash);
    world.settle(3);

    assertThat(world.ledger()).filteredOn(entry -> entry.endsWith("Écartée")).hasSize(6);
  }

  /** Nobody can say yet whether it was sent. */
  @Test
  void oneThatIsLookedForHoldsItsHelpersPlaceAlsoWhereItsPersonIsWithdrawn() {
    pairs(1);
    world.mailbox().send(world.ledgerReferences().get(0));
    world.mailbox().setSignedOut(true);
    world.startAgain(new MemoryJournal());
    world.instruct("Ann able", "Consigne", "Retirer");
    world.answer("Cy Cole", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    assertThat(world.ledger()).containsExactly("Ann able, Ben aolt: Brouillon prêt");

    world.mailbox().setSignedOut(false);
    after(11);
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ann able, Ben aolt: Envoyée");
    assertThat(world.shown("Cy Cole", "Statut")).isEqualTo("En attente");
  }

  /** It ends as it would have had the journal not been lost. */
  @Test
  void oneThatIsLookedForInVainIsWithdrawnWhereItsPersonWithdrewMeanwhile() {
    pairs(1);
    world.mailbox().discard(world.ledgerReferences().get(0));
    world.startAgain(new MemoryJournal());
    world.instruct("Ann able", "Consigne", "Retirer");
    world.settle(2);

    after(11);
    after(11);

    assertThat(world.ledger()).containsExactly("Ann able, Ben aolt: Retirée");
  }

  @Test
  void oneThatIsLookedForInVainIsThrownAwayWhereItsPersonIsBackMeanwhile() {
    pairs(1);
    world.mailbox().discard(world.ledgerReferences().get(0));
    world.startAgain(new MemoryJournal());
    world.instruct("Ann able", "Consigne", "Retirer");
    world.once();
    world.instruct("Ann able", "Consigne", "");
    world.settle(2);

    after(11);
    after(11);

    assertThat(world.ledger()).containsExactly("Ann able, Ben aolt: Écartée");
  }
}
