package org.entraide.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.watch.Health;
import org.entraide.campaign.watch.Watcher;

/**
 * What is known of a running daemon. Labels are campaigns' names and words of the program, never
 * anything of a person. For use by several threads.
 */
public final class Monitor implements Watcher {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Health health;
  private final CycleMetrics cycles;
  private final ConditionMetrics condition;
  private final PeopleMetrics people;
  private final Counter requests;
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final StageTimes stages;
  private volatile Supplier<Optional<String>> ailment = Optional::empty;

  /**
   * @param version of the program
   * @param campaigns that are to run
   * @param clock the time of day
   * @param nanos a clock that only ever goes on, in nanoseconds, for lengths of time
   */
  public Monitor(String version, List<String> campaigns, InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    health = new Health(campaigns, nanos);
    stages = new StageTimes(nanos);
    cycles = new CycleMetrics(registry, campaigns, health, stages);
    condition = new ConditionMetrics(registry, campaigns);
    people = new PeopleMetrics(registry);
    requests =
        Counter.builder()
            .name("entraide_google_requests_total")
            .help("Requests to Google by service and HTTP status; none: no answer came.")
            .labelNames("api", "status")
            .withoutExemplars()
            .register(registry);
    Info.builder()
        .name("entraide_build_info")
        .help("The program's version.")
        .labelNames("version")
        .register(registry)
        .addLabelValues(version);
    ProcessMetrics.register(registry);
  }

  @Override
  public void begins(String campaign) {
    health.begun(campaign);
    begun.put(campaign, nanos.getAsLong());
    stages.begins(campaign);
  }

  @Override
  public void reaches(String campaign, Stage stage) {
    stages.reaches(campaign, stage);
  }

  @Override
  public void rests(String campaign, Duration wait) {
    health.ended(campaign, wait);
    cycles.waits(campaign, wait);
  }

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    long now = nanos.getAsLong();
    long since = Optional.ofNullable(begun.remove(campaign)).orElse(now);
    health.ended(campaign, wait);
    cycles.ended(
        campaign,
        report,
        wait,
        Duration.ofNanos(now - since),
        stages.ended(campaign),
        clock.instant());
    condition.ended(campaign, report);
    people.ended(campaign, report);
  }

  @Override
  public void leaves(String campaign) {
    health.left(campaign);
  }

  /**
   * Is asked for what keeps the whole process from its work.
   *
   * @param ailment a sentence; empty where nothing does
   */
  public void asks(Supplier<Optional<String>> ailment) {
    this.ailment = ailment;
  }

  Optional<String> ailment() {
    return ailment.get();
  }

  /**
   * A request to Google was answered, or was not.
   *
   * @param api which service
   * @param status HTTP's, or {@code none}
   */
  public void request(String api, String status) {
    requests.labelValues(api, status).inc();
  }

  /** The last success that an earlier run remembers. */
  public void succeeded(String campaign, Instant at) {
    cycles.succeeded(campaign, at);
  }

  Health health() {
    return health;
  }

  MetricSnapshots scrape() {
    return registry.scrape();
  }
}
