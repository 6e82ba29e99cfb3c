package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.entraide.campaign.model.CycleReport;
import org.entraide.testkit.Human;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --once}: no pass comes after it that would put anything right. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SingleRunTest {

  private static final Roads ROADS = new Roads();

  @AfterAll
  static void close() {
    ROADS.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "somebody sorts by the name",
        "somebody inserts a column amid the form's",
        "somebody inserts a row above the header"
      })
  void whatASingleRunHitsIsPutBackBeforeItEnds(String operation) {
    try (World world = World.settled(ROADS::direct)) {
      Oracle oracle = new Oracle(world);
      assertThat(oracle.unsettled()).isEmpty();
      Hands hands = new Hands(world, new SplittableRandom(7));
      world.answers(Human.later(12));

      assertThat(
              world.single(
                  Moment.BEFORE_THE_WRITE, () -> Operations.named(operation).happen(hands)))
          .hasSizeGreaterThan(1)
          .allMatch(CycleReport::completed);

      world.untouched.settleDebts(world.look());
      assertThat(oracle.harm()).isEmpty();
    }
  }
}
