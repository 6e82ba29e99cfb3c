package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.installation.Rivals.CYCLES;
import static org.entraide.campaign.installation.Rivals.FIRST;
import static org.entraide.campaign.installation.Rivals.TAKING_OVER;
import static org.entraide.campaign.installation.Rivals.assertNoBug;
import static org.entraide.campaign.installation.Rivals.assertNothingDoubled;
import static org.entraide.campaign.installation.Rivals.orders;
import static org.entraide.campaign.installation.Rivals.together;
import static org.entraide.campaign.installation.Rivals.town;

import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.entraide.campaign.installation.Rivals.Installation;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single runs of two installations, each with a state directory of its own, over one sheet. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class TwoSingleRunsTest {

  private static final InstallationIdentity ONE = InstallationIdentity.once("one", false);
  private static final InstallationIdentity ONCE_TAKING_OVER =
      InstallationIdentity.once("second", true);
  private static final InstallationIdentity OTHER = InstallationIdentity.once("other", false);

  /** As by two machines whose cron is set alike. */
  private static void laterBoth(World world, Installation a, Installation b, int rounds) {
    for (int i = 0; i < rounds; i++) {
      world.clock.advance(Duration.ofMinutes(6));
      a.single();
      b.single();
    }
  }

  private static void assertAtRest(World world, Installation a, Installation b, String order) {
    int writes = world.table.writes();
    laterBoth(world, a, b, 1);
    assertThat(world.table.writes()).as(order).isEqualTo(writes);
  }

  @Test
  void inEveryOrderNoPairIsDraftedTwiceAndTheRowsComeToRest() {
    int number = 0;
    int waited = 0;
    for (IntUnaryOperator order : orders()) {
      String name = "order " + number++;
      World world = town();
      Installation one = new Installation(world, ONE);
      Installation other = new Installation(world, OTHER);

      together(world, order, one::single, other::single);
      assertThat(world.letters()).as(name).doesNotHaveDuplicates();
      List<Installation> losers =
          List.of(one, other).stream().filter(it -> !it.last().completed()).toList();
      assertThat(losers).as(name).hasSizeLessThan(2).allMatch(Installation::waits);
      waited += losers.size();
      laterBoth(world, one, other, 2);

      assertNothingDoubled(world, name);
      assertNoBug(one, name);
      assertNoBug(other, name);
      assertAtRest(world, one, other, name);
    }
    assertThat(waited).isPositive();
  }

  /** The one that takes over is a daemon or a single run; what it took over from lives on. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inEveryOrderOneThatTakesOverDoublesNothing(boolean single) {
    int number = 0;
    for (IntUnaryOperator order : orders()) {
      String name = "order " + number++;
      World world = new World();
      Installation first = new Installation(world, FIRST);
      first.cycles(2).run();
      Rivals.answers(world);
      Installation second = new Installation(world, single ? ONCE_TAKING_OVER : TAKING_OVER);

      together(world, order, first.cycles(CYCLES), single ? second::single : second.cycles(CYCLES));
      assertThat(world.letters()).as(name).doesNotHaveDuplicates();
      for (int i = 0; i < 3; i++) {
        world.clock.advance(Duration.ofMinutes(6));
        first.once();
        first.once();
      }

      if (single) {
        assertNothingDoubled(world, name);
      }
      assertNoBug(first, name);
      assertNoBug(second, name);
    }
  }

  /** What the one that ended had named and not yet shown, the other names for good. */
  @Test
  void aRunThatDiedBeforeItWroteAnyRowDoesNotWriteItsNamesOverTheOthersAfterwards() {
    for (String last : List.of("write AddColumns", "write AppendRows", "create", "write SetCell")) {
      for (Outage.How how : List.of(Outage.How.DEATH_BEFORE, Outage.How.DEATH_AFTER)) {
        String name = last + " " + how;
        World world = town();
        Installation one = new Installation(world, ONE);
        Installation other = new Installation(world, OTHER);
        world.outage.planNextOf(last, how);
        try {
          one.single();
        } catch (Outage.Death e) {
          world.outage.heal();
        }
        world.clock.advance(Duration.ofMinutes(31));
        other.single();
        laterBoth(world, one, other, 4);

        assertNothingDoubled(world, name);
        assertAtRest(world, one, other, name);
      }
    }
  }
}
