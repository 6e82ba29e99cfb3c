package org.entraide.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.watch.Watcher;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.MetricsSettings;
import org.entraide.google.wire.Traffic;
import org.entraide.metrics.MetricsServer;
import org.entraide.metrics.Monitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the metrics server of a daemon where its configuration asks for one; else nothing. */
public final class MonitoringSetup implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MonitoringSetup.class);

  private final Optional<Watched> watched;
  private @Nullable MetricsServer server;

  private record Watched(Configuration configuration, MetricsSettings settings, Monitor monitor) {

    static Watched of(Configuration configuration, MetricsSettings settings) {
      return new Watched(
          configuration,
          settings,
          new Monitor(
              ProgramVersion.number(),
              configuration.state().journal().isPresent()
                  ? List.of() // those whose leases it has
                  : configuration.campaigns().stream().map(CampaignSettings::name).toList(),
              SystemEdge.clock(),
              SystemEdge.ticks()));
    }

    void remember(Journal journal) {
      journal.reports().stream()
          .filter(report -> configuration.campaign(report.campaign()).isPresent())
          .forEach(
              report ->
                  report.lastSuccess().ifPresent(at -> monitor.succeeded(report.campaign(), at)));
    }

    /** The process that holds the port may be gone when the supervisor starts us again: no 78. */
    MetricsServer serve() {
      try {
        MetricsServer server = MetricsServer.start(monitor, settings.host(), settings.port());
        log.info("{}/metrics and {}/healthz are served", server.root(), server.root());
        return server;
      } catch (IOException e) {
        throw new UserError(
            ExitCode.FAILURE,
            "%s: [metrics] listen: nothing can be served at %s, port %d: %s. Stop the program that"
                    .formatted(
                        configuration.file(), settings.host(), settings.port(), e.getMessage())
                + " has the port, write another one, or leave [metrics] out.");
      }
    }
  }

  private MonitoringSetup(Optional<Watched> watched) {
    this.watched = watched;
  }

  static MonitoringSetup of(Configuration configuration) {
    return new MonitoringSetup(configuration.metrics().map(it -> Watched.of(configuration, it)));
  }

  public static MonitoringSetup nobody() {
    return new MonitoringSetup(Optional.empty());
  }

  /**
   * Has {@code /healthz} say what keeps the whole process from its work.
   *
   * @param ailment a sentence; empty where nothing does
   */
  void asks(Supplier<Optional<String>> ailment) {
    watched.ifPresent(it -> it.monitor().asks(ailment));
  }

  /** Counts requests to Google. */
  Traffic traffic() {
    return watched.<Traffic>map(it -> it.monitor()::request).orElse(Traffic.UNWATCHED);
  }

  /** Counts cycles. */
  Watcher watcher() {
    return watched.<Watcher>map(Watched::monitor).orElse(Watcher.NOBODY);
  }

  /**
   * Starts to serve.
   *
   * @param journal which remembers when campaigns last went well
   * @return this
   * @throws UserError if the port is taken
   */
  MonitoringSetup open(Journal journal) {
    watched.ifPresent(
        it -> {
          it.remember(journal);
          server = it.serve();
        });
    return this;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
