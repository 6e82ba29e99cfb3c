package org.entraide.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.watch.Health;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;

class SilenceRuleTest {

  private static final Instant NOON = Instant.parse("2020-03-26T12:00:00Z");

  private static CampaignReport report(String campaign, String trouble) {
    return new CampaignReport(
        campaign,
        NOON,
        Optional.empty(),
        List.of(Message.plain(trouble)),
        Map.of(),
        Optional.empty());
  }

  private static boolean isWell(Instant now, CampaignReport... reports) {
    return SilenceRule.allIsWell(
        List.of("londres", "dublin"), List.of(reports), Health.PATIENCE, now);
  }

  @Test
  void allIsWellWhileEveryCampaignsLastCycleWasGood() {
    assertThat(isWell(NOON, report("londres", ""), report("dublin", ""))).isTrue();
    assertThat(isWell(NOON, report("londres", ""), report("dublin", "no."))).isFalse();
    assertThat(isWell(NOON, report("londres", ""), report("former", ""))).isFalse();
  }

  @Test
  void aCycleThatIsLateIsNotGoodAndOneThatWaitsForItsHourIs() {
    CampaignReport londres = report("londres", "");
    CampaignReport waits = report("dublin", "").withNextCycle(NOON.plus(Duration.ofHours(3)));

    assertThat(isWell(NOON.plus(Duration.ofMinutes(14)), londres, waits)).isTrue();
    assertThat(isWell(NOON.plus(Duration.ofMinutes(15)), londres, waits)).isFalse();
    assertThat(
            isWell(
                NOON, londres, report("dublin", "").withNextCycle(NOON.minus(Duration.ofHours(1)))))
        .isTrue();
  }

  @Test
  void aHeartbeatIsDueFiveMinutesAfterTheLastOneAndWhereTheClockWasSetBack() {
    Optional<Instant> last = Optional.of(NOON);

    assertThat(SilenceRule.isDue(Optional.empty(), NOON)).isTrue();
    assertThat(SilenceRule.isDue(last, NOON.plusSeconds(299))).isFalse();
    assertThat(SilenceRule.isDue(last, NOON.plusSeconds(300))).isTrue();
    assertThat(SilenceRule.isDue(last, NOON.minusSeconds(1))).isTrue();
  }
}
