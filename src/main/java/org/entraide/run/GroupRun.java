package org.entraide.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.group.Group;
import org.entraide.group.Lease;
import org.entraide.group.Terms;
import org.entraide.journal.server.ServerJournal;
import org.entraide.place.Geocoder;
import org.entraide.resilience.Stop;
import org.entraide.service.Supervision;
import org.entraide.wiring.Installation;
import org.entraide.wiring.Journals;
import org.entraide.wiring.LeaseTerms;
import org.entraide.wiring.ThreadScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon that shares its campaigns with others through their journal: it works on those whose
 * leases it has, as long as it has them.
 */
public final class GroupRun implements Group.Work {

  private static final String AWAY = "waiting: the journal's database does not answer";

  private static final Logger log = LoggerFactory.getLogger(GroupRun.class);

  /** Of the five seconds in which a process ends. */
  private static final Duration LONGEST_SIGN_OFF = Duration.ofSeconds(3);

  private final Installation installation;
  private final ServerJournal shared;
  private final Journal journal;
  private final Daemon daemon;
  private final AlertSetup alerts;
  private final Geocoder geocoder;
  private final InstallationIdentity identity;
  private final Map<String, CampaignRunner> campaigns = new ConcurrentHashMap<>();
  private final Set<String> takenOver = ConcurrentHashMap.newKeySet();

  GroupRun(
      Installation installation,
      ServerJournal shared,
      Daemon daemon,
      AlertSetup alerts,
      InstallationIdentity identity) {
    this.installation = installation;
    this.shared = shared;
    this.journal = shared.journal();
    this.daemon = daemon;
    this.alerts = alerts;
    this.geocoder = installation.geocoder(journal);
    this.identity = identity;
  }

  /**
   * Runs until the process must end, and then finishes the effect under way.
   *
   * @return failure when a thread died of something that no cycle survives
   */
  public static int run(
      Installation installation,
      MonitoringSetup monitoring,
      Stop stop,
      ShutdownHook shutdown,
      boolean takeOver)
      throws InterruptedException {
    AtomicInteger exitCode = new AtomicInteger(ExitCode.OK);
    Consumer<Throwable> fatal = RunAction.fatal(stop, exitCode);
    Configuration configuration = installation.configuration();
    ThreadScheduler threads = RunAction.threads(configuration.campaigns().size(), fatal);
    ThreadScheduler looks = new ThreadScheduler(1, fatal);
    try (ServerJournal shared = installation.journals().openShared();
        MonitoringSetup watched = monitoring.open(shared.journal());
        AlertSetup alerts = AlertSetup.of(configuration).looking();
        Supervision supervision = RunAction.supervision(List.of(), fatal)) {
      installation.share(shared);
      installation.countSpreadsheets();
      Daemon daemon = RunAction.daemon(threads, shared.journal(), watched, alerts, supervision);
      InstallationIdentity identity =
          InstallationIdentity.daemon(Journals.identity(shared), takeOver);
      GroupRun run = new GroupRun(installation, shared, daemon, alerts, identity);
      Group group = run.group(LeaseTerms.configured());
      watched.asks(() -> Optional.of(AWAY).filter(it -> group.isAway()));
      log.info("started, in a group; campaigns: {}", configuration.campaigns().size());
      look(group, looks, LeaseTerms.configured().look());
      supervision.ready();
      stop.await();
      log.info("stopping");
      supervision.stopping();
      looks.close();
      daemon.close();
      if (threads.isOver()) {
        run.leave(group);
      } else {
        log.warn(
            "no answer to what is in hand; the next holder of its lease looks whether it was done");
        shutdown.leaveAsItIs();
      }
    }
    return exitCode.get();
  }

  private static void look(Group group, ThreadScheduler looks, Duration pause) {
    try {
      group.look();
    } finally {
      looks.schedule(pause, () -> look(group, looks, pause));
    }
  }

  private Group group(Terms terms) {
    return new Group(
        shared.leases(),
        terms,
        installation.configuration().campaigns().stream().map(CampaignSettings::name).toList(),
        this,
        SystemEdge.ticks(),
        SystemEdge::unique,
        SystemEdge.process(),
        ProgramVersion.number(),
        true);
  }

  @Override
  public boolean begin(Lease lease) {
    CampaignSettings settings = CampaignByName.of(installation.configuration(), lease.campaign());
    try {
      Journal own = shared.journal(lease);
      CampaignRunner campaign =
          installation.campaign(settings, own, geocoder, identity(settings.name()), lease::holds);
      campaigns.put(lease.campaign(), campaign);
      alerts.follow(lease.campaign(), own);
      log.info("{}: taken, fence {}", lease.campaign(), lease.fence());
      daemon.start(campaign, settings.poll());
      return true;
    } catch (UserError e) { // of the campaign's credentials: another machine may have them
      log.warn("{}: {}", lease.campaign(), e.getMessage());
      journal.storeReport(
          CampaignReport.unable(lease.campaign(), SystemEdge.clock().instant(), e.words()));
      alerts.cannotBegin(lease.campaign(), shared.journal(lease), e.words());
      return false;
    }
  }

  @Override
  public void end(String name, Runnable ended) {
    CampaignRunner campaign = campaigns.remove(name);
    log.info("{}: let go", name);
    daemon.end(
        name,
        () -> {
          if (campaign != null && campaign.hasTakenOver()) {
            takenOver.add(name);
          }
          ended.run();
        });
  }

  /** A take-over counts once, also where the campaign comes back to this process. */
  private InstallationIdentity identity(String campaign) {
    return takenOver.contains(campaign)
        ? InstallationIdentity.daemon(identity.installation(), false)
        : identity;
  }

  /**
   * Nothing is at work any more. The last daemon writes on all dashboards that the group has ended,
   * as many at once as there are threads: the process has seconds.
   */
  private void leave(Group group) throws InterruptedException {
    List<String> left = group.leave();
    if (left.isEmpty()) {
      return;
    }
    CountDownLatch signedOff = new CountDownLatch(left.size());
    try (ThreadScheduler threads = RunAction.threads(left.size(), e -> {})) {
      for (String campaign : left) {
        threads.schedule(
            Duration.ZERO,
            () -> {
              try {
                signOff(campaign);
              } finally {
                signedOff.countDown();
              }
            });
      }
      if (!signedOff.await(LONGEST_SIGN_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("not every dashboard says that the group has ended");
      }
    }
  }

  private void signOff(String campaign) {
    CampaignSettings settings = CampaignByName.of(installation.configuration(), campaign);
    try {
      installation.campaign(settings, journal, geocoder, identity).signOffForGroup();
    } catch (UserError e) { // of the campaign's credentials: it was not at work here
      log.warn("{}: {}", campaign, e.getMessage());
    }
  }
}
