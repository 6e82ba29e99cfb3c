package org.entraide.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.campaign.port.Trouble.Kind;
import org.junit.jupiter.api.Test;

class DaemonConditionTest {

  @Test
  void aDaemonWhoseCampaignsAllEndTheirCyclesFeedsTheWatchdog() {
    DaemonCondition well = new DaemonCondition(2, List.of(), new TreeMap<>());

    assertThat(well.mayFeed()).isTrue();
    assertThat(well.status()).isEqualTo("campaigns: 2");
  }

  @Test
  void oneCampaignThatHangsStopsTheFeedingHoweverWellTheOthersAre() {
    DaemonCondition hanging = new DaemonCondition(5, List.of("londres"), new TreeMap<>());

    assertThat(hanging.mayFeed()).isFalse();
    assertThat(hanging.status()).isEqualTo("campaigns: 5; hanging: londres");
  }

  @Test
  void troubleThatNoRestartMendsIsSaidAndFeedsOn() {
    DaemonCondition troubled =
        new DaemonCondition(
            3,
            List.of(),
            new TreeMap<>(Map.of("londres", Kind.UNAVAILABLE, "dublin", Kind.PERMISSION)));

    assertThat(troubled.mayFeed()).isTrue();
    assertThat(troubled.status())
        .isEqualTo("campaigns: 3; trouble: dublin (permission), londres (unavailable)");
  }
}
