package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What time alone brings to a campaign that is still. */
@Stories(few = 4)
@Execution(ExecutionMode.CONCURRENT)
class StillnessOverTimeTest extends StillnessFixture {

  @Test
  void aPlaceThatTheGeocoderOwesIsAskedForInEveryPass() {
    World waits =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    waits.geocoder.setMakeshift(true);
    still(waits, DAEMON);
    int asked = waits.geocoder.asked().size();

    waits.once();

    assertThat(waits.geocoder.asked()).hasSizeGreaterThan(asked);
  }

  @Test
  void aRecentAnswerIsIntroducedWhenItsHourIsOverThoughNothingChanged() {
    World recent =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    recent.clock.advance(Duration.ofDays(-2).plusMinutes(-160)); // 9:20 in London, on the 24th
    still(recent, DAEMON);
    List<Integer> letters = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      recent.clock.advance(Duration.ofMinutes(8));
      recent.once();
      letters.add(recent.letters().size());
    }

    assertThat(letters).containsExactly(0, 0, 0, 0, 1); // 9:33, 9:41, 9:49, 9:57, 10:05
  }

  /** Of three lives of a campaign one, or all. */
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Boolean.getBoolean("histories.all") ? 3 : 1);
  }

  /**
   * Two campaigns to which the same happens at the same times. One goes on as it is; the other one
   * is started anew before every cycle, and so finds everything out each time.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLaterForACampaignThatIsSparedThanForOneThatAlwaysLooks(long seed) {
    World spared = lively();
    World looking = lively();
    spared.startAgain(counted(spared));
    looking.startAgain(looking.journal());
    SplittableRandom random = new SplittableRandom(seed);
    int cycles = 0;
    spared.once();
    looking.once();

    for (int i = 0; i < 80; i++) {
      Duration wait = Duration.ofMinutes(random.nextInt(5) == 0 ? random.nextInt(900) : 5);
      int what = random.nextInt(20);
      int whom = random.nextInt(100);
      for (World one : List.of(spared, looking)) {
        one.clock.advance(wait);
        happens(one, what, whom);
        if (one == looking) {
          one.startAgain(one.journal());
        }
        one.once();
      }
      cycles++;
      assertThat(dashboard(spared)).as("cycle %d", i).isEqualTo(dashboard(looking));
    }

    assertThat(whole.get()).as("of %d", cycles).isLessThan(cycles * 9 / 10);
  }

  /** The same around the moments at which time alone brings something. */
  @ParameterizedTest
  @ValueSource(strings = {"P2D", "P3D", "P7D", "P14D"})
  void whatTimeAloneBringsComesInTheSamePass(String after) {
    World spared = lively();
    World looking = lively();
    spared.startAgain(counted(spared));
    looking.startAgain(looking.journal());
    for (World one : List.of(spared, looking)) {
      one.clock.advance(Duration.ofHours(2)); // nobody is held back any more
      for (int i = 0; i < FEW; i++) {
        one.once();
      }
      one.mailbox().send(one.introduction("Ana Alba", "Cy Cole"));
      one.settle(2);
      one.clock.advance(Duration.parse(after).minusMinutes(25));
    }
    List<Object> first = List.of();
    int passes = whole.get();
    int cycles = 20;
    for (int i = 0; i < cycles; i++) {
      for (World one : List.of(spared, looking)) {
        one.clock.advance(Duration.ofMinutes(2));
        if (one == looking) {
          one.startAgain(one.journal());
        }
        one.once();
      }
      assertThat(dashboard(spared)).as("pass %d", i).isEqualTo(dashboard(looking));
      first = i == 3 ? withoutSignOfLife(spared) : first;
    }

    assertThat(withoutSignOfLife(spared)).as("something fell due").isNotEqualTo(first);
    assertThat(whole.get() - passes).as("of %d", cycles).isLessThan(cycles * 2 / 3);
  }

  static List<Consumer<World>> losses() {
    return List.of(
        w -> w.mailbox().discard(w.introduction("Ana Alba", "Cy Cole")),
        w -> w.table.deleteRow(ANSWERS, w.rowOf("Eve Ender")));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void whatIsGoneCountsWhenItsGraceIsOverThoughNothingElseChanged(Consumer<World> loss) {
    loss.accept(world);
    world.once();
    List<String> entries = world.ledger();

    for (int minutes = 2; minutes < 10; minutes += 2) {
      world.clock.advance(Duration.ofMinutes(2));
      world.once();
      assertThat(world.ledger()).isEqualTo(entries);
    }
    world.clock.advance(Duration.ofMinutes(2));
    world.once();

    assertThat(world.ledger()).isNotEqualTo(entries);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aGraceIsWaitedForWithoutLookingAtEverything(Consumer<World> loss) {
    loss.accept(world);
    for (int i = 0; i < 3; i++) {
      world.once();
    }

    world.clock.advance(Duration.ofMinutes(5));

    assertThat(wholePassesOf(world::once)).isZero();
  }

  @Test
  void aWholePassThatTimeBroughtAndThatJournalledSomethingIsFollowedByAnother() {
    world.table.deleteRow(ANSWERS, world.rowOf("Gil Gant")); // who waits for somebody
    for (int i = 0; i < 3; i++) {
      world.once();
    }
    world.clock.advance(Duration.ofMinutes(10)); // a withdrawal from now on, which shows nowhere
    assertThat(wholePassesOf(world::once)).isEqualTo(1);

    world.clock.advance(Duration.ofMinutes(1));
    assertThat(wholePassesOf(world::once)).isEqualTo(1);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(wholePassesOf(world::once)).isZero();
  }

  @Test
  void lettersOfWhichOnlyTheLedgerTellsDoNotKeepACampaignBusy() {
    world.table.type(LEDGER, 2, "Suite", "Refusée"); // its draft is deleted
    world.settle(2);
    world.startAgain(new MemoryJournal());
    world.startAgain(counted(world));
    for (int i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofMinutes(11)); // each is looked for twice
      world.settle(2);
    }

    world.clock.advance(Duration.ofMinutes(1));

    assertThat(wholePassesOf(world::once)).isZero();
  }

  @Test
  void theDailyLookForWhoLeavesIsNotMissed() {
    world.clock.advance(Duration.ofMinutes(12));
    world.once(); // which wrote what was left of advice, with the sign of life
    world.clock.advance(Duration.ofMinutes(11 * 60 + 20));
    for (int i = 0; i < FEW; i++) {
      world.clock.advance(Duration.ofMinutes(1));
      world.once();
    }
    Duration left = Duration.between(world.clock.instant(), Instant.parse("2020-03-27T00:00:00Z"));
    assertThat(left).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(55));
    world.clock.advance(left.minusSeconds(1));
    assertThat(wholePassesOf(world::once)).isZero();
    world.clock.advance(Duration.ofSeconds(1));

    assertThat(wholePassesOf(world::once)).isEqualTo(1);
  }

  private static World lively() {
    World lively = World.busy().followUp(Duration.ofDays(3)).signed(DAEMON);
    lively.clock.advance(Duration.ofDays(-2).plusMinutes(-150));
    return lively;
  }

  private static List<Object> withoutSignOfLife(World world) {
    return List.of(
        world.shown(),
        world.ledger(),
        world.letters(),
        todo(world),
        world.dashboard().stream().filter(row -> !row.contains("Dernier signe de vie")).toList());
  }

  /** Of the same moment, any may be first: that goes by the references. */
  private static List<String> todo(World world) {
    return world.todo().stream().sorted().toList();
  }

  /** All that people see, references told as names, or as any where the row is gone. */
  private static String dashboard(World world) {
    List<Object> all =
        List.of(world.shown(), world.ledger(), world.letters(), world.dashboard(), todo(world));
    return String.valueOf(all).replaceAll("\\b[0-9A-Z]{5}\\b", "REF");
  }
}
