package org.entraide.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.config.HoldBack;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holding back is for, in a rush and where hardly anybody comes; the table has more. */
@NullMarked
class ArrivalSimulationTest {

  private static final Arrivals RUSH =
      new Arrivals("rush", day -> day == 0 ? 80 : 0, day -> day == 0 ? 60 : 0, 1);

  private static final Arrivals TRICKLE = new Arrivals("trickle", day -> 3, day -> 2, 1);

  private static ArrivalSimulation.Tally tally(Arrivals scenario, HoldBack time) {
    ArrivalSimulation.Tally tally = new ArrivalSimulation.Tally();
    for (int seed = 1; seed <= 2; seed++) {
      tally.add(ArrivalSimulation.run(scenario.of(seed), time));
    }
    return tally;
  }

  @Test
  void inARushTheTimeThatAdaptsBringsPeopleNearerThanAnHourAndLeavesNobodyMore() {
    ArrivalSimulation.Tally hour = tally(RUSH, HoldBack.of(Duration.ofHours(1)));
    ArrivalSimulation.Tally auto = tally(RUSH, HoldBack.AUTO);

    assertThat(auto.meanKm()).isLessThan(0.9 * hour.meanKm());
    assertThat(auto.farShare()).isLessThan(hour.farShare());
    assertThat(auto.unhelpedShare()).isLessThanOrEqualTo(hour.unhelpedShare());
    assertThat(auto.mostHeld()).isLessThanOrEqualTo(12);
  }

  @Test
  void whereHardlyAnybodyComesTheTimeThatAdaptsIsShort() {
    ArrivalSimulation.Tally auto = tally(TRICKLE, HoldBack.AUTO);

    assertThat(auto.meanHeld()).isBetween(0.5, 2.5);
    assertThat(auto.mostHeld()).isLessThan(6);
  }

  @Test
  void whereHelpersAreThereAlreadyPeopleAreIntroducedAtTheEndOfTheTime() {
    Arrivals one = new Arrivals("one", day -> 0, day -> day == 0 ? 60 : 0, 1);
    List<Arrivals.Arrival> helpers = one.of(1);
    List<Arrivals.Arrival> asking =
        new Arrivals("one", day -> day == 5 ? 20 : 0, day -> 0, 1).of(1);
    List<Arrivals.Arrival> all = new ArrayList<>(helpers);
    all.addAll(asking);

    ArrivalSimulation.Tally tally = ArrivalSimulation.run(all, HoldBack.of(Duration.ofHours(6)));

    assertThat(tally.meanHeld()).isEqualTo(6);
    assertThat(tally.meanHours()).isCloseTo(6, within(0.1));
  }
}
