package org.entraide.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;

/** How a campaign is by its last cycle: what counts how often is in {@link CycleMetrics}. */
final class ConditionMetrics {

  private final Gauge suspended;
  private final Gauge troubles;

  /**
   * @param campaigns all that run: they are well until a cycle says otherwise
   */
  ConditionMetrics(PrometheusRegistry registry, List<String> campaigns) {
    suspended =
        Gauge.builder()
            .name("entraide_suspended")
            .help("1 where the last cycle found the campaign suspended by its organisers.")
            .labelNames("campaign")
            .withoutExemplars()
            .register(registry);
    troubles =
        Gauge.builder()
            .name("entraide_current_troubles")
            .help("What the last cycle could not do, by whose turn it is.")
            .labelNames("campaign", "kind")
            .withoutExemplars()
            .register(registry);
    campaigns.forEach(campaign -> show(campaign, false, List.of()));
  }

  void ended(String campaign, CycleReport report) {
    show(campaign, report.extent() == CycleReport.Extent.SUSPENDED, report.troubles());
  }

  private void show(String campaign, boolean isSuspended, List<Trouble> current) {
    suspended.labelValues(campaign).set(isSuspended ? 1 : 0);
    for (Trouble.Kind kind : Trouble.Kind.values()) {
      troubles
          .labelValues(campaign, CycleMetrics.key(kind))
          .set((double) current.stream().filter(trouble -> trouble.kind() == kind).count());
    }
  }
}
