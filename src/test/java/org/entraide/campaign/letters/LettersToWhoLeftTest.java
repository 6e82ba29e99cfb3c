package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that are still there for somebody who takes part no more, however far they got. */
@Execution(ExecutionMode.CONCURRENT)
class LettersToWhoLeftTest {

  private final World world =
      new World()
          .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
          .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");

  private String introduction() {
    return world.introduction("Ann Able", "Ben Bolt");
  }

  private String ledger(String title) {
    return world.table.text(World.LEDGER, 1, title);
  }

  private void acceptedUnsent() {
    world.settle(2);
    world.table.type(World.LEDGER, 1, "Suite", "Acceptée");
    world.once();
  }

  private void followedUp() {
    world.followUp(Duration.ofDays(7)).settle(2);
    world.mailbox().send(introduction());
    world.once();
    world.clock.advance(Duration.ofDays(8));
    world.settle(3);
    assertThat(world.mailbox().waiting()).as("the follow-up").hasSize(1);
  }

  @Test
  void oneThatWasAcceptedByTelephoneIsTakenBackWhenSomebodyLeaves() {
    acceptedUnsent();
    world.instruct("Ann Able", "Consigne", "Retirer");
    world.settle(2);

    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(ledger("État")).isEqualTo("Acceptée");
  }

  @Test
  void oneThatWasAcceptedByTelephoneAndChangedIsFlaggedUntilSomebodyIsBack() {
    acceptedUnsent();
    world.mailbox().edit(introduction());
    world.once();
    world.instruct("Ann Able", "Consigne", "Retirer");
    world.settle(2);

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(ledger("Explication")).contains("ne l’envoyez plus");

    world.instruct("Ann Able", "Consigne", "");
    world.settle(2);

    assertThat(ledger("Explication")).doesNotContain("ne l’envoyez plus");
  }

  @Test
  void oneThatWasAcceptedByTelephoneIsFlaggedAlsoWhereTheJournalWasLost() {
    acceptedUnsent();
    world.instruct("Ann Able", "Consigne", "Retirer");
    world.startAgain(new MemoryJournal()).settle(2);

    assertThat(ledger("État")).isEqualTo("Acceptée");
    assertThat(ledger("Explication")).contains("ne l’envoyez plus");
  }

  @Test
  void oneThatWasAcceptedByTelephoneIsTakenBackWhenTheTickIsGone() {
    World children =
        new World()
            .answer("Cid Cole", PLACE, "Nord", NEEDS, "Garde d’enfants")
            .answer("Dot Dale", PLACE, "Nord", OFFERS, "Garde d’enfants");
    children.once();
    children.table.type(World.ANSWERS, children.rowOf("Dot Dale"), "Vérifié", "OUI");
    children.settle(3);
    assertThat(children.mailbox().waiting()).hasSize(1);
    children.table.type(World.LEDGER, 1, "Suite", "Acceptée");
    children.once();

    children.table.type(World.ANSWERS, children.rowOf("Dot Dale"), "Vérifié", "");
    children.settle(2);

    assertThat(children.mailbox().waiting()).isEmpty();
    assertThat(children.table.text(World.LEDGER, 1, "État")).isEqualTo("Acceptée");
  }

  @Test
  void aFollowUpIsTakenBackWhenSomebodyLeaves() {
    followedUp();
    world.instruct("Ann Able", "Consigne", "Retirer");
    world.settle(2);

    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(ledger("État")).isEqualTo("Envoyée");
  }

  @Test
  void aFollowUpIsTakenBackWhenARowIsGoneForGood() {
    followedUp();
    world.table.deleteRow(World.ANSWERS, world.rowOf("Ben Bolt"));
    world.settle(3);

    assertThat(world.mailbox().waiting()).isEmpty();
  }

  /** Somebody noted an outcome, or barred one of the two, before its sending was undone. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneThatIsADraftAgainSinceItsSendingWasUndoneIsFlagged(boolean barred) {
    world.settle(2);
    world.mailbox().send(introduction());
    world.once();
    if (barred) {
      world.instruct("Ann Able", "Consigne", "Exclu");
    } else {
      world.table.type(World.LEDGER, 1, "Suite", "Refusée");
    }
    world.once();
    world.mailbox().takeOutOfTrash(introduction());
    world.settle(2);

    assertThat(ledger("Explication")).contains("ne l’envoyez plus");
    assertThat(ledger("Envoyé le")).isEmpty();
  }

  @Test
  void aFollowUpThatTheDelegateChangedIsFlaggedUntilSomebodyIsBack() {
    followedUp();
    world.mailbox().editDrafts();
    world.once();
    world.instruct("Ann Able", "Consigne", "Retirer");
    world.settle(2);
    assertThat(ledger("Explication")).contains("ne l’envoyez");

    world.instruct("Ann Able", "Consigne", "");
    world.settle(2);

    assertThat(ledger("Explication")).doesNotContain("ne l’envoyez");
  }

  /** Told by telephone, so that nobody has answered in its thread. */
  @ParameterizedTest
  @ValueSource(strings = {"Acceptée", "Refusée"})
  void oneThatWasSentStaysSentWhileTheDelegatePassesItOn(String word) {
    world.settle(2);
    world.mailbox().send(introduction());
    world.once();
    String sentOn = ledger("Envoyé le");
    world.table.type(World.LEDGER, 1, "Suite", word);
    world.once();

    world.mailbox().passOn(introduction(), "association@example.org");
    world.settle(3);

    assertThat(ledger("Envoyé le")).isEqualTo(sentOn);
    assertThat(ledger("Explication")).doesNotContain("ne l’envoyez plus");
  }
}
