package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entraide.build.Stories;
import org.entraide.campaign.StillnessFixture;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign in which nothing happens is spared the work, and nobody notices. */
@Stories(few = 4)
@Execution(ExecutionMode.CONCURRENT)
class IdleDetectorTest extends StillnessFixture {

  @Test
  void anUnchangedSheetIsNotInterpretedAndStillCostsOneReadOfEach() {
    int called = world.outage.calls().size();

    assertThat(wholePassesOf(world::once)).isZero();

    assertThat(world.outage.calls().subList(called, world.outage.calls().size()))
        .containsExactly("read", "since", "since");
  }

  @Test
  void anAnswerThatIsTheSameByteForByteIsNotEvenUnderstood() {
    int understood = world.table.understood();

    world.once();
    assertThat(world.table.understood()).isEqualTo(understood);

    world.clock.advance(Duration.ofMinutes(12)); // a sign of life is due
    world.once();
    world.once(); // and seen
    int seen = world.table.understood();
    world.once();

    assertThat(seen).isGreaterThan(understood);
    assertThat(world.table.understood()).isEqualTo(seen);
  }

  @Test
  void aPassThatHadNothingToDoAndJournalledNothingNeedsNoSecondOne() {
    world.answer("Di Dean", PLACE, "Sud", NEEDS, "Jardinage");
    while (!world.once().quiet()) {
      world.clock.advance(Duration.ofMinutes(1));
    }
    world.clock.advance(Duration.ofMinutes(1));

    assertThat(wholePassesOf(world::once)).isZero();
  }

  @Test
  void aPassThatIsSparedReportsWhatTheOneBeforeItCounted() {
    World fresh = World.busy();
    fresh.settle(2);
    Map<String, Long> counts = fresh.once().counts();
    fresh.settle(2);

    CycleReport spared = fresh.once();

    assertThat(spared.decision()).isEmpty();
    assertThat(spared.completed()).isTrue();
    assertThat(spared.counts()).isEqualTo(counts).containsKey("answers");
  }

  @Test
  void theSignOfLifeIsWrittenOnTimeWithoutAWholePass() {
    world.clock.advance(Duration.ofMinutes(12));
    world.once(); // which wrote one, and with it what was left of advice
    world.once();
    world.once();
    int writes = world.table.writes();
    List<Integer> written = new ArrayList<>();

    int passes =
        wholePassesOf(
            () -> {
              for (int minute = 0; minute < 40; minute += 5) {
                world.clock.advance(Duration.ofMinutes(5));
                assertThat(world.once().quiet()).isTrue();
                written.add(world.table.writes() - writes);
              }
            });

    assertThat(passes).isZero();
    assertThat(written).containsExactly(0, 0, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void everythingIsLookedAtOnceAnHour() {
    int passes =
        wholePassesOf(
            () -> {
              for (int minute = 0; minute < 300; minute += 5) {
                world.clock.advance(Duration.ofMinutes(5));
                world.once();
              }
            });

    assertThat(passes).as("three of them after the first sign of life").isBetween(5, 8);
  }

  @Test
  void aClockThatWasSetBackIsNotTrusted() {
    world.clock.advance(Duration.ofMinutes(-10));

    assertThat(wholePassesOf(world::once)).isEqualTo(1);
  }

  static List<Consumer<World>> news() {
    return List.of(
        w -> w.table.type(ANSWERS, 1, "Consigne", "Pause"),
        w -> w.table.type(ANSWERS, 1, "Explication", ""),
        w -> w.answer("Leo Lund", PLACE, "Nord", OFFERS, "Courses"),
        w -> w.table.deleteRow(ANSWERS, 1),
        w -> w.table.reverse(ANSWERS),
        w -> w.table.insertColumn(ANSWERS, 0, "Notes"),
        w -> w.mailbox().send(w.ledgerReferences().get(0)),
        w -> w.mailbox().edit(w.ledgerReferences().get(0)),
        w -> w.mailbox().discard(w.ledgerReferences().get(0)),
        w -> w.mailbox().forgetHistory(),
        w -> w.postcodes.add("GB"),
        w ->
            ErasureCommands.ask(w.journal(), "londres", w.shown("Ana Alba", "Réf"), Instant.EPOCH));
  }

  @ParameterizedTest
  @MethodSource("news")
  void whateverHappensIsSeenInTheNextPass(Consumer<World> happens) {
    assertThat(wholePassesOf(world::once)).isZero();

    happens.accept(world);

    assertThat(wholePassesOf(world::once)).isPositive();
  }

  @Test
  void whatHappensIsAskedForOnceByThePassThatSeesIt() {
    world.mailbox().send(world.ledgerReferences().get(0));
    int called = world.outage.calls().size();

    world.once();

    assertThat(world.outage.calls().subList(called, world.outage.calls().size()))
        .filteredOn("since"::equals)
        .hasSize(2);
  }

  @Test
  void anotherInstallationThatTakesOverIsSeen() {
    CampaignRunner other =
        world.daemon(InstallationIdentity.daemon("second", true), new MemoryJournal(), 99);
    other.runOnce();

    CycleReport report = world.once();

    assertThat(report.completed()).isFalse();
    assertThat(report.troubles()).isNotEmpty();
  }

  @Test
  void aCampaignWhoseMailboxIsAwayIsNotStill() {
    world.mailbox().setSignedOut(true);

    CycleReport report = world.once();

    assertThat(report.troubles()).isNotEmpty();
    world.mailbox().setSignedOut(false);
    assertThat(world.once().troubles()).isEmpty();
  }
}
