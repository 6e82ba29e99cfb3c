package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At most one follow-up, whichever journal is put back. */
@Execution(ExecutionMode.CONCURRENT)
class FollowUpOnceTest {

  private final World world =
      new World()
          .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
          .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");

  private long letters() {
    return world.mailbox().letters().size();
  }

  /** The journal as it was when the follow-up was announced and not yet made. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOlderJournalThatKnowsItOnlyAsAnnouncedDoesNotMakeItAgain(boolean forgotten) {
    world.followUp(Duration.ofDays(7)).settle(2);
    world.mailbox().send(world.introduction("Ann Able", "Ben Bolt"));
    world.once();
    world.clock.advance(Duration.ofDays(8));
    MemoryJournal announced = ((MemoryJournal) world.journal()).copy();
    for (int i = 0; i < 5 && letters() == 1; i++) {
      announced = ((MemoryJournal) world.journal()).copy();
      world.once();
    }
    assertThat(letters()).isEqualTo(2);
    if (forgotten) {
      world.mailbox().forgetHistory();
    }

    world.startAgain(announced).settle(3);

    assertThat(letters()).isEqualTo(2);
    assertThat(world.table.text(World.LEDGER, 1, "Explication")).contains("relance");
  }

  /** No draft tells of it then: the ledger alone does. */
  @Test
  void anOlderJournalDoesNotMakeOneAgainThatTheDelegateThrewAway() {
    sendAndWait();
    MemoryJournal announced = ((MemoryJournal) world.journal()).copy();
    world.settle(2);
    assertThat(letters()).isEqualTo(2);
    world.mailbox().discardDrafts();

    world.startAgain(announced).settle(3);

    assertThat(letters()).isEqualTo(2);
  }

  /**
   * The letter is sent, and its follow-up was announced when nothing was heard of it.
   *
   * @return the introduction
   */
  private String sendAndWait() {
    world.followUp(Duration.ofDays(7)).settle(2);
    String introduction = world.introduction("Ann Able", "Ben Bolt");
    world.mailbox().send(introduction);
    world.once();
    world.clock.advance(Duration.ofDays(8));
    world.once();
    return introduction;
  }

  /** The process dies before the ledger tells, and the journal of the pass before is put back. */
  @Test
  void oneThatIsAmongTheDraftsIsNotMadeAgainAlsoWhereTheLedgerDoesNotTellOfIt() {
    sendAndWait();
    MemoryJournal announced = ((MemoryJournal) world.journal()).copy();
    world.outage.planNextOf("create", Outage.How.DEATH_AFTER);
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    assertThat(letters()).isEqualTo(2);

    world.startAgain(announced).settle(3);

    assertThat(letters()).isEqualTo(2);
    assertThat(world.table.text(World.LEDGER, 1, "Explication")).contains("relance");
  }

  /** What the delegate began to write to somebody else in the same thread is no follow-up. */
  @Test
  void oneIsMadeAlsoWhereTheLetterIsJustBeingPassedOn() {
    String introduction = sendAndWait();
    world.mailbox().passOn(introduction, "association@example.org");

    world.settle(3);

    assertThat(letters()).isEqualTo(3);
  }
}
