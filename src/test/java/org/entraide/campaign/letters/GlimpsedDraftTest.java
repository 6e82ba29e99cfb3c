package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.plan.letter.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft whose creation was not answered, and that is there for one moment of a look. */
@Execution(ExecutionMode.CONCURRENT)
class GlimpsedDraftTest {

  private final World world =
      new World()
          .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
          .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");

  private void isMadeAndNotAnswered() {
    world.outage.planNextOf("create", Outage.How.LOST_ANSWER);
    world.once();
  }

  /**
   * The process died right after it had made one of two letters, of which a journal knows neither.
   */
  private MemoryJournal isMadeAfterThisJournal() {
    world
        .answer("Cid Cole", PLACE, "Sud", NEEDS, "Médicaments")
        .answer("Dot Dale", PLACE, "Sud", OFFERS, "Médicaments");
    world.outage.planNextOf("create", Outage.How.BEFORE); // then the other one is not tried
    world.once();
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    world.outage.planNextOf("create", Outage.How.DEATH_AFTER);
    assertThatExceptionOfType(Outage.Death.class).isThrownBy(() -> world.settle(2));
    return older;
  }

  private void discard() {
    world.mailbox().discard(world.introduction("Ann Able", "Ben Bolt"));
  }

  private void assertDiscardedAndNotMadeAgain() {
    world.settle(4);

    assertThat(world.outage.calls()).containsOnlyOnce("create");
    assertThat(world.ledger()).singleElement().asString().contains("Écartée");
  }

  @Test
  void oneThatIsThrownAwayRightAfterTheLookFoundItIsNotMadeAgain() {
    isMadeAndNotAnswered();
    boolean[] done = {false};
    world.outage.meanwhile(
        what -> {
          if (what.equals("conversation") && !done[0]) {
            done[0] = true;
            discard();
          }
        });

    assertDiscardedAndNotMadeAgain();

    assertThat(done[0]).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drafts", "conversation"})
  void oneThatALookSawWhichWasCutShortIsNotMadeAgainByTheNextProcess(String cut) {
    isMadeAndNotAnswered();
    world.outage.planNextOf(cut, Outage.How.THROTTLED);
    world.once();
    discard();
    world.startAgain(world.journal());

    assertDiscardedAndNotMadeAgain();
  }

  /**
   * An older journal does not know that it was tried, and a mailbox whose history is gone does not
   * tell that it appeared: story 102894.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sent", "kept", "discarded"})
  void oneThatAnOlderJournalHasNotTriedIsLookedForWhereTheHistoryIsGone(String fate) {
    MemoryJournal older = isMadeAfterThisJournal();
    Letter letter = world.mailbox().first();
    String made = letter.introduction();
    switch (fate) {
      case "sent" -> world.mailbox().send(made);
      case "discarded" -> world.mailbox().trash(made);
      default -> {}
    }

    world.mailbox().forgetHistory();
    world.startAgain(older);
    world.settle(4);

    assertThat(world.mailbox().lettersTo(letter.to().get(0).email())).isEqualTo(1);
  }

  /**
   * The history tells that a draft appeared; before anybody reads which, the delegate sends it:
   * story 5093 of people who are erased.
   */
  @Test
  void oneThatAnOlderJournalHasNotTriedAndThatIsSentAsTheMailboxIsReadIsNotMadeAgain() {
    MemoryJournal older = isMadeAfterThisJournal();
    Letter letter = world.mailbox().first();
    boolean[] done = {false};
    world.outage.meanwhile(
        what -> {
          if (what.equals("heading") && !done[0]) {
            done[0] = true;
            world.mailbox().edit(letter.introduction()); // a sent message has another name
            world.mailbox().send(letter.introduction());
          }
        });

    world.startAgain(older);
    world.settle(4);

    assertThat(done[0]).isTrue();
    assertThat(world.mailbox().lettersTo(letter.to().get(0).email())).isEqualTo(1);
  }
}
