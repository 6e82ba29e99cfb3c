package org.entraide.metrics;

import com.google.common.collect.ObjectArrays;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Health;

/** How cycles go: how many, how long, what they did and what they could not do. */
final class CycleMetrics {

  private static final double NANOS = 1e9;

  /** Seconds: a quiet cycle takes a fraction of one, a first one on a large sheet a minute. */
  private static final double[] BOUNDS = {0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300};

  private final Counter cycles;
  private final Histogram duration;
  private final Gauge lastSuccess;
  private final Gauge interval;
  private final Gauge stages;
  private final Counter effects;
  private final Counter troubles;

  /**
   * @param campaigns all that run: what they count begins at 0, so that the first increase shows
   */
  CycleMetrics(
      PrometheusRegistry registry, List<String> campaigns, Health health, StageTimes running) {
    cycles =
        counter(
            registry,
            "entraide_cycles_total",
            "Cycles ended: quiet (nothing to do), changed (something was done), failed.",
            "outcome");
    duration = durations(registry);
    lastSuccess =
        gauge(
            registry,
            "entraide_last_success_timestamp_seconds",
            "When the last cycle without any trouble ended, in Unix time.");
    interval =
        gauge(
            registry,
            "entraide_cycle_interval_seconds",
            "How long the campaign waits after its last cycle: poll is only a wish.");
    stages =
        gauge(
            registry,
            "entraide_cycle_stage_seconds",
            "How long each stage of the last cycle took; quiet ones often reach none but one.",
            "stage");
    effects =
        counter(registry, "entraide_effects_total", "What cycles wrote or made, by kind.", "kind");
    troubles =
        counter(
            registry,
            "entraide_troubles_total",
            "What cycles could not do, by whose turn it is.",
            "kind");
    registerCurrent(registry, health, running);
    campaigns.forEach(this::begin);
  }

  private static Counter counter(
      PrometheusRegistry registry, String name, String help, String label) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames("campaign", label)
        .withoutExemplars()
        .register(registry);
  }

  private static Gauge gauge(
      PrometheusRegistry registry, String name, String help, String... labels) {
    return Gauge.builder()
        .name(name)
        .help(help)
        .labelNames(ObjectArrays.concat("campaign", labels))
        .withoutExemplars()
        .register(registry);
  }

  private static Histogram durations(PrometheusRegistry registry) {
    return Histogram.builder()
        .name("entraide_cycle_duration_seconds")
        .help("How long cycles took.")
        .labelNames("campaign")
        .classicOnly()
        .classicUpperBounds(BOUNDS)
        .withoutExemplars()
        .register(registry);
  }

  /** What is worked out whenever somebody asks. */
  private static void registerCurrent(
      PrometheusRegistry registry, Health health, StageTimes running) {
    GaugeWithCallback.builder()
        .name("entraide_next_cycle_seconds")
        .help("How long until the next cycle begins; 0 while one is due or runs.")
        .labelNames("campaign")
        .callback(
            callback ->
                health
                    .names()
                    .forEach(
                        campaign -> callback.call(seconds(health.untilNext(campaign)), campaign)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("entraide_stage_running_seconds")
        .help("For how long the stage that a cycle is at has run; 0 for the others.")
        .labelNames("campaign", "stage")
        .callback(
            callback ->
                health
                    .names()
                    .forEach(
                        campaign ->
                            running
                                .stages(campaign)
                                .forEach(
                                    (stage, time) ->
                                        callback.call(seconds(time), campaign, stage.key()))))
        .register(registry);
  }

  private void begin(String campaign) {
    List.of("quiet", "changed", "failed").forEach(it -> cycles.labelValues(campaign, it).inc(0));
    duration.initLabelValues(campaign);
    effects.labelValues(campaign, "draft").inc(0);
    for (Trouble.Kind kind : Trouble.Kind.values()) {
      troubles.labelValues(campaign, key(kind)).inc(0);
    }
  }

  /**
   * @param wait until the next cycle
   * @param took how long this one was
   * @param each how long each of its stages was
   * @param now when it ended
   */
  void ended(
      String campaign,
      CycleReport report,
      Duration wait,
      Duration took,
      Map<Stage, Duration> each,
      Instant now) {
    each.forEach((stage, time) -> stages.labelValues(campaign, stage.key()).set(seconds(time)));
    cycles.labelValues(campaign, outcome(report)).inc();
    duration.labelValues(campaign).observe(seconds(took));
    waits(campaign, wait);
    if (report.troubles().isEmpty()) {
      succeeded(campaign, now);
    }
    report.effects().forEach(it -> effects.labelValues(campaign, it.kind().word()).inc());
    report.troubles().forEach(it -> troubles.labelValues(campaign, key(it.kind())).inc());
  }

  void waits(String campaign, Duration wait) {
    interval.labelValues(campaign).set(seconds(wait));
  }

  void succeeded(String campaign, Instant at) {
    lastSuccess.labelValues(campaign).set(at.toEpochMilli() / 1e3);
  }

  static String outcome(CycleReport report) {
    if (!report.completed()) {
      return "failed";
    }
    return report.quiet() ? "quiet" : "changed";
  }

  static String key(Trouble.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS; // of any length: see Watcher
  }
}
