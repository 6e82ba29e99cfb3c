package org.entraide.run;

import java.time.Duration;
import java.util.Optional;
import org.entraide.alert.send.AlertDesk;
import org.entraide.alert.send.AlertSending;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.watch.Watcher;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.wiring.ThreadScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a process's alerts where its configuration asks for some; else nothing. */
final class AlertSetup implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AlertSetup.class);

  /** How long a process that works on each campaign once waits for its alerts. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Configuration configuration;
  private final Optional<AlertDesk> desk;

  private AlertSetup(Configuration configuration, Optional<AlertDesk> desk) {
    this.configuration = configuration;
    this.desk = desk;
  }

  /** For a process that works on campaigns, as a daemon or once. */
  static AlertSetup of(Configuration configuration) {
    return new AlertSetup(
        configuration,
        configuration
            .alerts()
            .map(
                settings ->
                    new AlertSending(settings, ProgramVersion.userAgent())
                        .desk(
                            configuration.campaigns().stream().map(CampaignSettings::name).toList(),
                            // a process that ends waits for no receiver
                            new ThreadScheduler(1, AlertSetup::failed, Duration.ZERO),
                            SystemEdge.clock(),
                            SystemEdge.ticks(),
                            configuration.state().journal().isPresent())));
  }

  /** Of the alerts' thread: the daemon goes on, and its heartbeat is silent. */
  private static void failed(Throwable e) {
    log.error("alerts: nothing is sent any more: {}", e.getClass().getName());
  }

  /** Looks by itself from now on, as for cycles that hang. */
  AlertSetup looking() {
    desk.ifPresent(AlertDesk::open);
    return this;
  }

  /** A campaign is this process's, and its journal may be written in. */
  void follow(String campaign, Journal journal) {
    CampaignSettings settings = CampaignByName.of(configuration, campaign);
    Texts words = Texts.of(settings.language().getLanguage());
    desk.ifPresent(it -> it.follow(campaign, journal, words, settings.mailboxKeys()));
  }

  /** A campaign cannot begin; see {@link AlertDesk#cannotBegin}. */
  void cannotBegin(String campaign, Journal journal, Message why) {
    follow(campaign, journal);
    desk.ifPresent(it -> it.cannotBegin(campaign, why));
  }

  /** What hears of the cycles of a daemon. */
  Watcher watcher() {
    return desk.<Watcher>map(it -> it).orElse(Watcher.NOBODY);
  }

  /** A cycle of a process that makes no more of them. */
  void ended(String campaign, CycleReport report) {
    watcher().ends(campaign, report, Duration.ZERO);
  }

  /** Waits until everything is sent, within reason. */
  void await() {
    try {
      if (desk.isPresent()) {
        desk.get().await(LONGEST_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    desk.ifPresent(AlertDesk::close);
  }
}
