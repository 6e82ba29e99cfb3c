package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

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
}
