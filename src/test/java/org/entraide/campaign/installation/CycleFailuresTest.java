package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.DyingJournal;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.Outage.How;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call to the outside fails in turn, in every way, and the process dies at every step. */
@Stories(few = 10)
class CycleFailuresTest {

  private static final boolean ALL = Boolean.getBoolean("histories.all");

  /** Enough for two looks ten minutes apart and what follows from them. */
  private static final int CYCLES = 3;

  private static final Map<String, Map<String, String>> END;
  private static final List<String> LEDGER;
  private static final List<List<String>> LETTERS;
  private static final int OUTSIDE_CALLS;
  private static final int CLAIM;
  private static final int JOURNAL_CALLS;

  static {
    World calm = World.busy();
    DyingJournal counted = new DyingJournal();
    calm.startAgain(counted.over(calm.journal(), -1, false));
    calm.campaign();
    calm.once();
    OUTSIDE_CALLS = calm.outage.calls().size();
    CLAIM = calm.outage.calls().indexOf("write AddColumns");
    JOURNAL_CALLS = counted.calls();
    calm.settle(CYCLES);
    END = calm.shown();
    LEDGER = calm.ledger();
    LETTERS = calm.letters();
  }

  private static void assertTheEndIsTheSame(World world) {
    assertThat(world.letters()).isEqualTo(LETTERS);
    assertThat(world.ledger()).isEqualTo(LEDGER);
    assertThat(world.ledgerReferences()).doesNotHaveDuplicates();
    assertThat(world.shown()).isEqualTo(END);
  }

  static Stream<Arguments> everyAnswerLost() {
    return outsideCalls()
        .flatMap(
            call -> Stream.of(How.DROPPED, How.LOST_ANSWER).map(how -> Arguments.of(call, how)));
  }

  private static Stream<Integer> outsideCalls() {
    return IntStream.range(0, OUTSIDE_CALLS).boxed();
  }

  static Stream<Arguments> everyCallFailingEveryWay() {
    return outsideCalls()
        .flatMap(
            call ->
                Stream.of(How.BEFORE, How.DROPPED, How.LOST_ANSWER, How.THROTTLED)
                    .map(how -> Arguments.of(call, how)));
  }

  /** Whichever call fails, and however, the end is the same and nobody is introduced twice. */
  @ParameterizedTest
  @MethodSource("everyCallFailingEveryWay")
  void oneFailedCallCostsOnlyTime(int call, How how) {
    World world = World.busy();
    world.outage.plan(call, how);

    CycleReport first = world.once();
    CycleReport last = world.settle(CYCLES);

    boolean isAskedAgain = call > 0 && call < CLAIM; // by the pass that follows the claim
    assertThat(first.troubles().isEmpty()).isEqualTo(isAskedAgain);
    assertTheEndIsTheSame(world);
    assertThat(last.quiet()).isTrue();
    assertThat(last.troubles()).isEmpty();
  }

  /** And when the state directory is lost on the next day. */
  @ParameterizedTest
  @MethodSource("everyAnswerLost")
  void oneFailedCallAndALostJournalIntroduceNobodyTwice(int call, How how) {
    World world = World.busy();
    world.outage.plan(call, how);

    world.once();
    world.startAgain(new MemoryJournal());
    world.settle(CYCLES);

    assertTheEndIsTheSame(world);
  }

  static Stream<Arguments> everyPairOfDeaths() {
    return outsideCalls()
        .flatMap(
            call ->
                Stream.of(How.DEATH_BEFORE, How.DEATH_AFTER)
                    .flatMap(
                        how ->
                            Stream.of(true, false)
                                .map(journal -> Arguments.of(call, how, journal))));
  }

  @ParameterizedTest
  @MethodSource("everyPairOfDeaths")
  void aDeathAtACallToTheOutsideCostsOnlyTime(int call, How how, boolean journalSurvives) {
    World world = World.busy();
    world.outage.plan(call, how);

    assertThatExceptionOfType(Outage.Death.class).isThrownBy(world::once);
    world.startAgain(journalSurvives ? world.journal() : new MemoryJournal());
    world.settle(CYCLES);

    assertTheEndIsTheSame(world);
  }

  /** Before and after each call; the journal survives by turns, or in all cases of both kinds. */
  static Stream<Arguments> everyJournalCall() {
    return IntStream.range(1, JOURNAL_CALLS) // the first is a look, made before any cycle
        .boxed()
        .flatMap(
            call ->
                Stream.of(true, false)
                    .flatMap(
                        after ->
                            Stream.of(true, false)
                                .filter(survives -> ALL || survives == (after == (call % 2 == 0)))
                                .map(survives -> Arguments.of(call, after, survives))));
  }

  @ParameterizedTest
  @MethodSource("everyJournalCall")
  void aDeathAtACallToTheJournalCostsOnlyTime(int call, boolean after, boolean journalSurvives) {
    World world = World.busy();
    Journal memory = world.journal();
    world.startAgain(new DyingJournal().over(memory, call, after));

    assertThatExceptionOfType(Outage.Death.class).isThrownBy(world::once);
    world.startAgain(journalSurvives ? memory : new MemoryJournal());
    world.settle(CYCLES);

    assertTheEndIsTheSame(world);
  }

  @Test
  void theFirstCycleIsBusyEnoughForTheseTestsToMeanSomething() {
    World world = World.busy();

    world.once();

    assertThat(Set.copyOf(world.outage.calls()))
        .contains(
            "read",
            "drafts",
            "write AddColumns",
            "write AppendRows",
            "create",
            "reread",
            "write SetCell");
    assertThat(JOURNAL_CALLS).isGreaterThan(20);
  }

  /** A mailbox that is away is no reason to leave the sheet as it was. */
  @Test
  void aMailboxThatIsDownHoldsUpNoRowAndNoOtherMailbox() {
    World world = World.busy();
    World calm = World.busy();
    calm.once();
    // the delegate's of the campaign, in the pass that follows the claim
    world.outage.plan(calm.outage.calls().indexOf("since"), How.BEFORE);

    CycleReport first = world.once();

    assertThat(first.completed()).isTrue();
    assertThat(world.letters()).hasSize(1);
    assertThat(world.statuses())
        .containsEntry("Ana Alba", "Proposé")
        .containsEntry("Ida Iles", "En attente")
        .containsEntry("Fay Fell", "Incomplet");
    assertThat(world.shown("Ana Alba", "Explication")).contains("ne répond pas");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "DROPPED", "LOST_ANSWER", "THROTTLED"})
  void aDraftThatFailsHoldsUpNoRow(How how) {
    World world = World.busy();
    World calm = World.busy();
    calm.once();
    world.outage.plan(calm.outage.calls().indexOf("create"), how);

    CycleReport first = world.once();

    assertThat(first.completed()).isTrue();
    assertThat(world.statuses()).doesNotContainValue("");
    assertThat(world.ledger()).hasSize(5);
  }

  @Test
  void aLostAnswerIsLookedForAndNeverRepeatedBlindly() {
    World world = World.busy();
    World calm = World.busy();
    calm.once();
    world.outage.plan(calm.outage.calls().indexOf("create"), How.LOST_ANSWER);

    world.once();
    int before = world.letters().size();
    int asked = world.outage.calls().size();
    world.once();

    assertThat(before).isPositive();
    List<String> next = world.outage.calls().subList(asked, world.outage.calls().size());
    assertThat(next).containsSubsequence("heading", "conversation", "create"); // of other drafts
    assertThat(world.letters()).isEqualTo(LETTERS);
  }

  @Test
  void aDraftOfWhichAnOlderJournalKnowsOnlyThatItIsToBeMadeIsNotMadeAgain() {
    World calm = refusedOnce();
    int asked = calm.outage.calls().size();
    calm.once();
    int create =
        asked + calm.outage.calls().subList(asked, calm.outage.calls().size()).indexOf("create");
    World world = refusedOnce();
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    world.outage.plan(create, How.DEATH_AFTER);

    assertThatExceptionOfType(Outage.Death.class).isThrownBy(world::once);
    world.startAgain(older);
    world.settle(CYCLES);

    assertTheEndIsTheSame(world);
  }

  /** Everybody's introduction is begun, and none of the campaign's drafts is made. */
  private static World refusedOnce() {
    World calm = World.busy();
    calm.once();
    World world = World.busy();
    world.outage.plan(calm.outage.calls().indexOf("create"), How.BEFORE);
    world.once();
    return world;
  }
}
