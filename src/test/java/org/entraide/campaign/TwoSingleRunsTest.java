package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.Rivals.assertNoBug;
import static org.entraide.campaign.Rivals.assertNothingDoubled;
import static org.entraide.campaign.Rivals.orders;
import static org.entraide.campaign.Rivals.together;
import static org.entraide.campaign.Rivals.town;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.entraide.campaign.Rivals.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two {@code run --once} at the same time, each with a state directory of its own. */
@Execution(ExecutionMode.CONCURRENT)
class TwoSingleRunsTest {

  private static final Signature ONE = Signature.once("one", false);
  private static final Signature OTHER = Signature.once("other", false);

  /** As by two machines whose cron is set alike. */
  private static void laterBoth(World world, Installation a, Installation b, int rounds) {
    for (int i = 0; i < rounds; i++) {
      world.clock.advance(Duration.ofMinutes(6));
      a.single();
      b.single();
    }
  }

  @Test
  void inEveryOrderNoPairIsDraftedTwiceAndTheRowsComeToRest() {
    int number = 0;
    for (IntUnaryOperator order : orders()) {
      String name = "order " + number++;
      World world = town();
      Installation one = new Installation(world, ONE);
      Installation other = new Installation(world, OTHER);

      together(world, order, one::single, other::single);
      assertThat(world.letters()).as(name).doesNotHaveDuplicates();
      laterBoth(world, one, other, 5);

      assertNothingDoubled(world, name);
      assertNoBug(one, name);
      assertNoBug(other, name);
      int writes = world.table.writes();
      laterBoth(world, one, other, 3);
      assertThat(world.table.writes()).as(name).isEqualTo(writes);
    }
  }
}
