package org.entraide.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.daemon.SingleRun;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.NoJournal;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Watchers;
import org.entraide.cli.RunCommand;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.group.Lease;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.journal.sqlite.JournalPlace;
import org.entraide.place.Geocoder;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.place.PlaceCache;
import org.entraide.resilience.Stop;
import org.entraide.service.Supervision;
import org.entraide.text.Texts;
import org.entraide.wiring.CommandLeases;
import org.entraide.wiring.IgnoredSettings;
import org.entraide.wiring.Installation;
import org.entraide.wiring.Journals;
import org.entraide.wiring.ReportedExit;
import org.entraide.wiring.ThreadScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code run} does. */
public final class RunAction {

  private static final Logger log = LoggerFactory.getLogger(RunAction.class);

  /** Campaigns mostly wait for the network: a few threads serve many. */
  private static final int MOST_THREADS = 4;

  private final Installation installation;
  private final MonitoringSetup monitoring;
  private final Stop stop;
  private final Console console;
  private final boolean takeOver;
  private final Map<String, UserError> unable = new LinkedHashMap<>();

  private RunAction(
      Configuration configuration,
      MonitoringSetup monitoring,
      Stop stop,
      Console console,
      boolean takeOver) {
    this.installation = new Installation(configuration, monitoring.traffic(), stop);
    this.monitoring = monitoring;
    this.stop = stop;
    this.console = console;
    this.takeOver = takeOver;
  }

  public static int run(Configuration configuration, RunCommand.Options options, Console console)
      throws InterruptedException {
    boolean daemon = !options.dryRun() && !options.once();
    MonitoringSetup monitoring =
        daemon ? MonitoringSetup.of(configuration) : MonitoringSetup.nobody();
    Stop stop = new Stop();
    RunAction action = new RunAction(configuration, monitoring, stop, console, options.takeOver());
    IgnoredSettings.of(configuration).stream().map(IgnoredSettings::warning).forEach(console::say);
    if (options.dryRun()) {
      return action.dryRun();
    }
    if (action.installation.journals().isShared()) {
      try (ShutdownHook shutdown = ShutdownHook.of(stop)) {
        return daemon
            ? GroupRun.run(action.installation, monitoring, stop, shutdown, options.takeOver())
            : action.sharedOnce();
      }
    }
    DaemonLock lock = lock(configuration);
    warnOfNetwork(configuration.state().directory(), JournalPlace.Types.OF_THIS_MACHINE);
    try (ShutdownHook shutdown = ShutdownHook.of(stop)) {
      try {
        return daemon ? action.daemon(shutdown) : action.runOnce();
      } finally {
        lock.close();
      }
    }
  }

  /** SQLite does not hold what it promises on another machine's disk. */
  static void warnOfNetwork(Path directory, JournalPlace.Types types) {
    Texts english = Texts.english();
    JournalPlace.onNetwork(directory, types)
        .ifPresent(
            place ->
                log.warn("{}. {}", english.format(place.cause()), english.format(place.fix())));
  }

  private static DaemonLock lock(Configuration configuration) {
    try {
      return DaemonLock.acquire(configuration.state().directory())
          .orElseThrow(
              () ->
                  new UserError(
                      ExitCode.ALREADY_RUNNING,
                      DaemonLock.conflict(configuration.state().directory())));
    } catch (JournalProblem e) {
      throw new UserError(ExitCode.FAILURE, String.valueOf(e.getMessage()));
    }
  }

  private int dryRun() {
    Optional<Journal> existing = installation.journals().existing();
    try (Journal journal = existing.orElseGet(NoJournal::new)) {
      List<CycleReport> reports = new ArrayList<>();
      List<CampaignRunner> campaigns = campaigns(journal, new MemoryPlaceCache(journal), once());
      for (CampaignRunner campaign : campaigns) {
        console.progress().step(campaign.name(), reports.size(), campaigns.size());
        CycleReport report = campaign.dryRun();
        report.lines().forEach(e -> console.out().println(campaign.name() + ": " + e));
        complain(campaign, report);
        if (report.completed() && report.quiet()) {
          console.err().println(campaign.name() + ": nothing to do");
        }
        reports.add(report);
      }
      return exitCode(reports);
    }
  }

  private InstallationIdentity once() {
    return InstallationIdentity.once(installation.journals().identity(), takeOver);
  }

  private int runOnce() {
    InstallationIdentity once = once();
    try (Journal journal = installation.journals().open();
        AlertSetup alerts = AlertSetup.of(installation.configuration())) {
      List<CycleReport> reports = new ArrayList<>();
      for (CampaignRunner campaign : campaignsOrAlert(journal, once)) {
        alerts.follow(campaign.name(), journal);
        reports.add(once(campaign, alerts));
      }
      report(journal, alerts);
      alerts.await();
      return exitCode(reports);
    }
  }

  private CycleReport once(CampaignRunner campaign, AlertSetup alerts) {
    List<CycleReport> cycles = new SingleRun(SystemEdge.clock(), stop.sleeper()).of(campaign);
    cycles.forEach(report -> complain(campaign, report));
    int effects = cycles.stream().mapToInt(report -> report.effects().size()).sum();
    console.err().printf("%s: %d effects%n", campaign.name(), effects);
    CycleReport last = cycles.get(cycles.size() - 1);
    alerts.ended(campaign.name(), last);
    return last;
  }

  /** Runs once those campaigns that no daemon of the group works on. */
  private int sharedOnce() {
    List<String> names =
        installation.configuration().campaigns().stream().map(CampaignSettings::name).toList();
    try (ServerJournal shared = installation.journals().openShared();
        CommandLeases commandLeases = CommandLeases.of(shared, names);
        AlertSetup alerts = AlertSetup.of(installation.configuration())) {
      InstallationIdentity once = InstallationIdentity.once(Journals.identity(shared), takeOver);
      Geocoder geocoder = installation.geocoder(shared.journal());
      share(shared);
      List<CycleReport> reports = new ArrayList<>();
      for (String name : names) {
        Optional<Lease> lease = commandLeases.lease(name);
        if (lease.isEmpty()) {
          console.err().println(name + ": another daemon of the group works on it");
          continue;
        }
        try {
          Journal own = shared.journal(lease.get());
          alerts.follow(name, own);
          reports.add(
              once(
                  installation.campaign(
                      CampaignByName.of(installation.configuration(), name),
                      own,
                      geocoder,
                      once,
                      lease.get()::holds),
                  alerts));
        } catch (UserError e) {
          unable.put(name, e);
          alerts.cannotBegin(name, shared.journal(lease.get()), e.words());
          console.err().println(name + ": " + console.texts().format(e.words()));
        }
      }
      unable.forEach((name, e) -> shared.journal().storeReport(unable(name, e)));
      alerts.await();
      return sharedEnded(reports, names.size());
    }
  }

  private int sharedEnded(List<CycleReport> reports, int campaigns) {
    if (reports.isEmpty() && unable.isEmpty()) {
      return ExitCode.ALREADY_RUNNING;
    }
    int code = exitCode(reports);
    boolean all = reports.size() + unable.size() == campaigns;
    return code == ExitCode.OK && !all ? ExitCode.PARTLY : code;
  }

  private void share(ServerJournal shared) {
    installation.share(shared);
    installation.countSpreadsheets();
  }

  private void complain(CampaignRunner campaign, CycleReport report) {
    for (Trouble trouble : report.troubles()) {
      console.err().println(campaign.name() + ": " + console.texts().format(trouble.words()));
    }
  }

  /** Runs until the process must end, and then finishes the effect under way. */
  private int daemon(ShutdownHook shutdown) throws InterruptedException {
    try (Journal journal = installation.journals().open()) {
      List<CampaignRunner> campaigns =
          campaignsOrAlert(
              journal, InstallationIdentity.daemon(installation.journals().identity(), takeOver));
      return serve(campaigns, journal, shutdown);
    }
  }

  /**
   * @return failure when a thread died of something that no cycle survives, such as a jar that was
   *     replaced under the process: the supervisor starts it anew
   */
  private int serve(List<CampaignRunner> campaigns, Journal journal, ShutdownHook shutdown)
      throws InterruptedException {
    AtomicInteger exitCode = new AtomicInteger(ExitCode.OK);
    Consumer<Throwable> fatal = fatal(stop, exitCode);
    ThreadScheduler threads = threads(campaigns.size(), fatal);
    try (MonitoringSetup watched = monitoring.open(journal);
        AlertSetup alerts = AlertSetup.of(installation.configuration()).looking();
        Supervision supervision =
            supervision(campaigns.stream().map(CampaignRunner::name).toList(), fatal);
        Daemon daemon = daemon(threads, journal, watched, alerts, supervision)) {
      log.info("started; campaigns: {}", campaigns.size());
      report(journal, alerts);
      for (CampaignRunner campaign : campaigns) {
        alerts.follow(campaign.name(), journal);
        daemon.start(
            campaign, CampaignByName.of(installation.configuration(), campaign.name()).poll());
      }
      supervision.ready();
      stop.await();
      log.info("stopping");
      supervision.stopping();
    }
    if (threads.isOver()) {
      campaigns.forEach(CampaignRunner::signOff);
    } else {
      log.warn("no answer to what is in hand; the next start looks whether it was done");
      shutdown.leaveAsItIs();
    }
    return exitCode.get();
  }

  /** What a thread did not survive ends the process: the supervisor starts it anew. */
  static Consumer<Throwable> fatal(Stop stop, AtomicInteger exitCode) {
    return e -> {
      log.error("the daemon ends: {}", e.getClass().getName());
      exitCode.set(ExitCode.FAILURE);
      stop.ask();
    };
  }

  static Daemon daemon(
      ThreadScheduler threads,
      Journal journal,
      MonitoringSetup watched,
      AlertSetup alerts,
      Supervision supervision) {
    IdleMemoryRelease housekeeping = new IdleMemoryRelease(SystemEdge.clock(), Heap.ofProcess());
    return new Daemon(
        threads,
        journal,
        SystemEdge.clock(),
        SystemEdge.random(),
        new Watchers(List.of(watched.watcher(), alerts.watcher(), supervision, housekeeping)),
        SystemEdge.quietest().orElse(Daemon.QUIETEST));
  }

  static ThreadScheduler threads(int campaigns, Consumer<Throwable> fatal) {
    return new ThreadScheduler(Math.min(MOST_THREADS, campaigns), fatal);
  }

  /**
   * Reports to the service manager that started the process.
   *
   * @param campaigns that are to run from the beginning
   */
  static Supervision supervision(List<String> campaigns, Consumer<Throwable> fatal) {
    return Supervision.of(
        SystemEdge.environment(),
        ProcessHandle.current().pid(),
        campaigns,
        new ThreadScheduler(1, fatal),
        SystemEdge.ticks());
  }

  /**
   * Those that can run: one whose own credentials are wrong holds up no other.
   *
   * @throws UserError if none can
   */
  private List<CampaignRunner> campaigns(
      Journal journal, PlaceCache cache, InstallationIdentity identity) {
    Geocoder geocoder = installation.geocoder(cache);
    List<CampaignRunner> able = new ArrayList<>();
    for (CampaignSettings settings : installation.configuration().campaigns()) {
      try {
        able.add(installation.campaign(settings, journal, geocoder, identity));
      } catch (UserError e) {
        unable.put(settings.name(), e);
      }
    }
    if (able.isEmpty() && !unable.isEmpty()) {
      throw unable.values().iterator().next();
    }
    unable.forEach(
        (name, e) -> console.err().println(name + ": " + console.texts().format(e.words())));
    return able;
  }

  /** Returns the campaigns that can run; if none can, that is sent before this process ends. */
  private List<CampaignRunner> campaignsOrAlert(Journal journal, InstallationIdentity identity) {
    try {
      return campaigns(journal, journal, identity);
    } catch (UserError e) {
      try (AlertSetup alerts = AlertSetup.of(installation.configuration())) {
        report(journal, alerts);
        alerts.await();
      }
      throw e;
    }
  }

  /** Writes down for {@code status} those that cannot run, and sends that somebody must act. */
  private void report(Journal journal, AlertSetup alerts) {
    unable.forEach(
        (name, e) -> {
          journal.storeReport(unable(name, e));
          alerts.cannotBegin(name, journal, e.words());
        });
  }

  private static CampaignReport unable(String campaign, UserError why) {
    return CampaignReport.unable(campaign, SystemEdge.clock().instant(), why.words());
  }

  private int exitCode(List<CycleReport> reports) {
    int code = ReportedExit.code(reports);
    return code == ExitCode.OK && !unable.isEmpty() ? ExitCode.PARTLY : code;
  }
}
