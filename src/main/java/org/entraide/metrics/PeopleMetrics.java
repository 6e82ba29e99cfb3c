package org.entraide.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.Map;
import org.entraide.campaign.model.CycleReport;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Status;

/** How many people and introductions there are, as the last cycle that could count them says. */
final class PeopleMetrics {

  private final Gauge people;
  private final Gauge missing;
  private final Gauge introductions;

  PeopleMetrics(PrometheusRegistry registry) {
    people =
        Gauge.builder()
            .name("entraide_people")
            .help("Answers by the status of their row.")
            .labelNames("campaign", "status")
            .withoutExemplars()
            .register(registry);
    missing =
        Gauge.builder()
            .name("entraide_people_missing")
            .help("People whose rows are gone, so many at once that the campaign stands still.")
            .labelNames("campaign")
            .withoutExemplars()
            .register(registry);
    introductions =
        Gauge.builder()
            .name("entraide_introductions")
            .help("Introductions by state.")
            .labelNames("campaign", "state")
            .withoutExemplars()
            .register(registry);
  }

  void ended(String campaign, CycleReport report) {
    Map<String, Long> counts = report.counts();
    if (report.completed()) {
      missing.labelValues(campaign).set(counts.getOrDefault("missing", 0L));
    }
    if (counts.containsKey("answers")) { // else nobody was counted: the last counts stay
      counted(campaign, counts);
    }
  }

  /** Every status and state, those that nobody has as well: a series should not come and go. */
  private void counted(String campaign, Map<String, Long> counts) {
    for (Status status : Status.values()) {
      people
          .labelValues(campaign, status.key())
          .set(counts.getOrDefault("status." + status.key(), 0L));
    }
    for (Introduction.State state : Introduction.State.values()) {
      String key = state.name().toLowerCase(Locale.ROOT);
      introductions.labelValues(campaign, key).set(counts.getOrDefault("introductions." + key, 0L));
    }
  }
}
