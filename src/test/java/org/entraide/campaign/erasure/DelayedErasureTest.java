package org.entraide.campaign.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.Outage.How;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Erasures that have to wait, and those that silence brings. */
@Stories(few = 13)
class DelayedErasureTest extends ErasureFixture {

  @Test
  void aDraftInAMailboxThatIsDownIsWaitedFor() {
    World world = introduced();
    erase(world, ANA);
    world.outage.planNextOf("erase", How.BEFORE);

    world.once();
    assertThat(world.journal().queuedCommands()).hasSize(1);
    world.settle(SETTLED);

    assertThat(world.journal().queuedCommands()).isEmpty();
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  @Test
  void whileAnErasureWaitsForAMailboxTheOthersAreServedAndThePersonTakesPartInNothing() {
    World world = introduced();
    world.mailbox().setSignedOut(true);
    erase(world, ANA);

    world.answer("Fay Fell", PLACE, "Dublin", NEEDS, "Conversation");
    world.answer("Gus Gray", PLACE, "Dublin", OFFERS, "Conversation, Courses, Médicaments");
    world.settle(SETTLED);

    assertThat(world.journal().queuedCommands()).hasSize(1);
    assertThat(world.statuses())
        .containsEntry(ANA, "Retiré")
        .containsEntry("Fay Fell", "Brouillon prêt");
    world.mailbox().setSignedOut(false);
    world.settle(SETTLED);
    assertThat(world.journal().queuedCommands()).isEmpty();
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  @Test
  void aMailboxThatStaysAwayForAWeekKeepsNobodyFromBeingErased() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    world.mailbox().setSignedOut(true);
    erase(world, ANA);
    world.settle(SETTLED);

    world.clock.advance(Duration.ofDays(7));
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void bothOfAnIntroductionAreErasedAtOnce() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    erase(world, BO);

    world.settle(SETTLED + 1);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré").containsEntry(BO, "Retiré");
  }

  @Test
  void organisersWordsBesideAnErasedAnswerDoNothing() {
    World world = introduced();
    world.instruct(ANA, "Avec", ref(world, "Dan Dell"));
    erase(world, ANA);

    world.settle(SETTLED);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Retiré");
    assertThat(world.shown(ANA, "Avec")).isNotEmpty();
  }

  @Test
  void beforeSomebodyIsErasedForSilenceTheirRowAndTheDashboardSaySo() {
    World world = waiting();
    days(world, 80);
    assertThat(world.shown(ANA, "Explication")).doesNotContain("sera effacée");

    days(world, 3);

    assertThat(world.shown(ANA, "Explication")).contains("sera effacée d’Entraide le");
    assertThat(world.table.everything().toString()).contains("Une personne sera effacée");
    assertThat(world.once().effects()).isEmpty();
  }

  @Test
  void afterThatTheyAreErased() {
    World world = waiting();
    days(world, 83);
    List<String> traces = traces(world, ANA);

    days(world, 8);
    world.settle(SETTLED);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.everything().toString()).doesNotContain("Une personne sera effacée");
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void anyInstructionKeepsThem() {
    World world = waiting();
    days(world, 83);
    world.instruct(ANA, "Consigne", "Prioritaire");

    days(world, 8);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    assertThat(world.shown(ANA, "Explication")).doesNotContain("sera effacée");
  }

  @Test
  void whoPausesUntilADayIsKeptUntilThenAndAsLongAsAnybodyAfterwards() {
    World world = waiting();
    world.instruct(ANA, "Consigne", "Pause 01/08/2020"); // 128 days from now
    days(world, 1); // which is when anybody looks

    days(world, 125);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En pause");
    assertThat(world.shown(ANA, "Explication")).doesNotContain("sera effacée");

    days(world, 3);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    days(world, 78);
    assertThat(world.shown(ANA, "Explication")).doesNotContain("sera effacée");

    days(world, 9);
    assertThat(world.shown(ANA, "Explication")).contains("sera effacée");
  }

  @Test
  void whoeverIsIntroducedStays() {
    World world = introduced();
    world.mailbox().send(world.introduction(ANA, BO));

    days(world, 300);

    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Retiré");
  }

  @Test
  void whoeverIsErasedPutsNobodyElsesDayOff() {
    World world = introduced();
    world.table.type(LEDGER, world.ledgerRow(world.introduction(ANA, BO)), "Suite", "Terminée");
    world.settle(2);
    days(world, 85);
    assertThat(world.shown(BO, "Explication")).contains("sera effacée");
    erase(world, ANA);

    world.settle(SETTLED);
    days(world, 1);

    assertThat(world.shown(BO, "Explication")).contains("sera effacée");
  }

  @Test
  void whileSuspendedNobodyIsErasedAndAfterwardsNobodyWithoutNotice() {
    World world = waiting();
    List<String> traces = traces(world, ANA);
    suspend(world, "oui");
    for (int i = 0; i < 4; i++) {
      days(world, 50);
    }
    assertThat(world.journal().memory("londres").toString()).contains(traces.get(0));

    suspend(world, "");
    world.settle(2);
    assertThat(world.shown(ANA, "Explication")).contains("sera effacée d’Entraide le");
    days(world, 8);
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void whoIsErasedByHandWhileSuspendedIsErasedOnceThatIsOver() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    suspend(world, "oui");
    erase(world, ANA);
    world.settle(SETTLED);
    assertThat(world.journal().queuedCommands()).hasSize(1);
    assertThat(world.mailbox().waiting()).hasSize(3);

    suspend(world, "");
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  /** What an organiser does who wants no introductions, and people's rights all the same. */
  @Test
  void whereNoDraftMayWaitNobodyIsIntroducedAndPeopleAreErasedAllTheSame() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    for (int row = 0; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Brouillons en attente au plus")) {
        world.table.type(SETTINGS, row, 1, "0");
      }
    }
    world.settle(2);
    erase(world, ANA);
    world.answer("Fay Fell", PLACE, "Nord", NEEDS, "Courses");

    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.shown("Fay Fell", STATUS)).isEqualTo("Proposé");
  }

  // ---- copies

  @Test
  void anErasedAnswerInAnotherTabOfTheSameSheetStaysErased() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    world.settle(SETTLED);
    int letters = world.letters().size();

    world.linkAnew(9);
    world.settle(SETTLED);

    assertThat(world.table.text(9, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(9, 2, STATUS)).isEqualTo("Retiré");
    assertThat(world.letters()).hasSize(letters);
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void aDryRunNamesWhoWouldBeErased() {
    World world = waiting();
    days(world, 83);
    String ref = ref(world, ANA);
    world.clock.advance(Duration.ofDays(8));

    assertThat(world.startAgain(world.journal()).campaign().dryRun().lines())
        .contains("erase " + ref);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
  }

  // ---- whenever the daemon dies

  static Stream<Arguments> deaths() {
    World calm = introduced();
    erase(calm, ANA);
    int before = calm.outage.calls().size();
    calm.settle(SETTLED);
    int calls = calm.outage.calls().size() - before;
    return Stream.iterate(0, i -> i < calls, i -> i + 1)
        .flatMap(
            i ->
                Stream.of(How.DEATH_BEFORE, How.DEATH_AFTER, How.LOST_ANSWER)
                    .map(how -> Arguments.of(i, how)));
  }

  @ParameterizedTest(name = "request {0}: {1}")
  @MethodSource("deaths")
  void whateverHappensToItItIsDoneInTheEnd(int call, How how) {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    world.outage.plan(world.outage.calls().size() + call, how);

    for (int i = 0; i < SETTLED + 2; i++) {
      try {
        world.settle(1);
      } catch (Outage.Death e) {
        world.startAgain(world.journal());
      }
      world.clock.advance(Duration.ofMinutes(11));
    }

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(ANSWERS, 2, STATUS)).isEqualTo("Retiré");
  }
}
