package org.entraide.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Journal.CampaignReport;

/** When a heartbeat is sent: its silence is the alarm. */
public final class SilenceRule {

  /** At most once in this time. */
  static final Duration INTERVAL = Duration.ofMinutes(5);

  private SilenceRule() {}

  /**
   * Whether every campaign's last cycle was good, whichever daemon made it, and the next one is not
   * late.
   *
   * @param campaigns all of the configuration
   * @param reports what the journal knows of them
   * @param patience how late a cycle may be
   */
  public static boolean allIsWell(
      List<String> campaigns, List<CampaignReport> reports, Duration patience, Instant now) {
    Map<String, CampaignReport> last =
        reports.stream().collect(Collectors.toMap(CampaignReport::campaign, Function.identity()));
    return campaigns.stream()
        .allMatch(
            campaign ->
                Optional.ofNullable(last.get(campaign))
                    .filter(it -> isWell(it, patience, now))
                    .isPresent());
  }

  private static boolean isWell(CampaignReport report, Duration patience, Instant now) {
    Instant next = report.nextCycle().orElse(report.lastCycle());
    // a time that was planned before the last cycle is that cycle's
    Instant due = next.isBefore(report.lastCycle()) ? report.lastCycle() : next;
    return report.trouble().isEmpty() && now.isBefore(due.plus(patience));
  }

  /**
   * Whether so long has passed since the last one.
   *
   * @param last when it was sent; empty for never
   */
  public static boolean isDue(Optional<Instant> last, Instant now) {
    return last.filter(at -> now.isBefore(at.plus(INTERVAL)) && !now.isBefore(at)).isEmpty();
  }
}
