package org.entraide.action;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.alert.FailingReceiver;
import org.entraide.alert.send.AlertDelivery;
import org.entraide.alert.send.AlertSending;
import org.entraide.campaign.observe.ServedTab;
import org.entraide.campaign.port.Journal;
import org.entraide.cli.DoctorCommand;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.AlertSettings;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.config.LetterSettings;
import org.entraide.config.StateSettings;
import org.entraide.doctor.AlertsVisit;
import org.entraide.doctor.CampaignAccess;
import org.entraide.doctor.CampaignVisit;
import org.entraide.doctor.DoctorFinding;
import org.entraide.doctor.DoctorFinding.Consequence;
import org.entraide.doctor.DoctorReport;
import org.entraide.doctor.FileModes;
import org.entraide.doctor.GeocoderAdvice;
import org.entraide.doctor.GoogleContacts;
import org.entraide.doctor.Host;
import org.entraide.doctor.JournalVisit;
import org.entraide.doctor.Machine;
import org.entraide.doctor.PlacesVisit;
import org.entraide.doctor.SignInStorage;
import org.entraide.doctor.SignIns;
import org.entraide.doctor.SystemHost;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.journal.sqlite.JournalInspection;
import org.entraide.metrics.MetricsServer;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.progress.Progress;
import org.entraide.resilience.Sleeper;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.wiring.IgnoredSettings;
import org.entraide.wiring.Installation;
import org.entraide.wiring.JournalWords;

/** What {@code doctor} does: examines everything, changes nothing, and says what to mend. */
public final class DoctorAction implements DoctorCommand.Action {

  private static final Message CONFIGURATION = Message.of("doctor.about.configuration");
  private static final Message JOURNAL = Message.of("doctor.about.journal");
  private static final Message SIGN_IN = Message.of("doctor.about.signin");

  private final Edge edge;

  /**
   * The world around an examination.
   *
   * @param clock of this machine
   * @param zone of this machine's clock
   * @param colour whether signs are coloured
   */
  public record Edge(InstantSource clock, ZoneId zone, Sleeper sleeper, Host host, boolean colour) {

    public static Edge system() {
      return new Edge(
          SystemEdge.clock(),
          ZoneId.systemDefault(),
          SystemEdge.sleeper(),
          new SystemHost(SystemEdge.environment(), MetricsServer::obstacle),
          SystemEdge.hasColourOnOutput());
    }
  }

  public DoctorAction(Edge edge) {
    this.edge = edge;
  }

  @Override
  public DoctorCommand.Report run(Path file, DoctorCommand.Options options, Progress progress)
      throws IOException {
    DoctorReport report = new DoctorReport(examine(file, options, progress));
    String text =
        options.json()
            ? report.json()
            : String.join("\n", report.lines(options.texts(), edge.colour()));
    return new DoctorCommand.Report(text, exitCode(report.worst()));
  }

  private static int exitCode(Consequence worst) {
    return switch (worst) {
      case NONE -> ExitCode.OK;
      case TRY_AGAIN -> ExitCode.TRY_AGAIN;
      case UNREACHABLE -> ExitCode.UNREACHABLE;
      case FAILURE -> ExitCode.FAILURE;
      case SIGN_IN -> ExitCode.SIGN_IN;
      case CONFIGURATION -> ExitCode.CONFIGURATION;
    };
  }

  private List<DoctorFinding> examine(Path file, DoctorCommand.Options options, Progress progress) {
    Machine machine = new Machine(edge.host());
    List<DoctorFinding> findings =
        new ArrayList<>(machine.versions(ProgramVersion.line(), edge.zone()));
    try {
      findings.addAll(
          new Examination(
                  machine,
                  ConfigurationReader.read(file, SystemEdge.credentials()),
                  options.texts(),
                  progress)
              .all(options.testAlerts()));
    } catch (ConfigurationException e) {
      e.problems()
          .forEach(
              p ->
                  findings.add(
                      DoctorFinding.bad(CONFIGURATION, p.words(), Consequence.CONFIGURATION)));
      if (e.problems().isEmpty()) {
        findings.add(DoctorFinding.bad(CONFIGURATION, e.words(), Consequence.CONFIGURATION));
      }
    }
    return findings;
  }

  /** One examination of an installation whose configuration can be read. */
  private final class Examination {

    private final Machine machine;
    private final Configuration configuration;
    private final Texts spoken;
    private final Progress progress;
    private final GoogleContacts contacts = new GoogleContacts(edge.clock());
    private final Installation installation;
    private final List<DoctorFinding> findings = new ArrayList<>();
    private Map<String, AlertDelivery> tested = Map.of(); // alerts, by receiver

    Examination(Machine machine, Configuration configuration, Texts spoken, Progress progress) {
      this.machine = machine;
      this.spoken = spoken;
      this.progress = progress;
      this.configuration = configuration;
      this.installation = new Installation(configuration, contacts, edge.sleeper());
    }

    List<DoctorFinding> all(boolean testsAlerts) {
      written();
      alerts(testsAlerts);
      state();
      places();
      List<DoctorFinding> campaigns = campaigns();
      findings.addAll(contacts.findings()); // before what follows from a wrong clock
      findings.addAll(campaigns);
      return findings;
    }

    private void written() {
      findings.add(
          DoctorFinding.good(
              CONFIGURATION,
              Message.of("doctor.configuration")
                  .with("file", configuration.file().toString())
                  .with("count", configuration.campaigns().size())));
      FileModes.settings(CONFIGURATION, configuration.file()).ifPresent(findings::add);
      IgnoredSettings.of(configuration)
          .forEach(
              key ->
                  findings.add(DoctorFinding.warning(CONFIGURATION, IgnoredSettings.warning(key))));
      letters(configuration.letters());
    }

    private void letters(LetterSettings letters) {
      int own = letters.own().values().stream().mapToInt(Map::size).sum();
      letters
          .directory()
          .ifPresent(
              directory ->
                  findings.add(
                      DoctorFinding.good(
                          Message.of("doctor.about.letters"),
                          Message.of("doctor.letters")
                              .with("directory", directory.toString())
                              .with("count", own))));
    }

    private void alerts(boolean tests) {
      Optional<AlertSettings> settings = configuration.alerts();
      settings.ifPresent(it -> findings.addAll(AlertsVisit.configured(it, configuration.file())));
      if (tests) {
        tested = settings.map(this::tested).orElse(Map.of());
        findings.addAll(AlertsVisit.tested(tested));
      }
    }

    private Map<String, AlertDelivery> tested(AlertSettings settings) {
      CampaignSettings campaign = configuration.campaigns().get(0);
      String text =
          Texts.of(campaign.language().getLanguage()).format(Message.of("campaign.alert.test"));
      try {
        return new AlertSending(settings, ProgramVersion.userAgent())
            .test(campaign.name(), text, edge.clock().instant());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Map.of();
      }
    }

    private void state() {
      StateSettings state = configuration.state();
      journal();
      if (!installation.journals().isShared()) {
        machine.network(state.directory()).ifPresent(findings::add);
      }
      findings.addAll(FileModes.state(state.directory()));
      List.of(state.journalPasswordFile(), state.tokenKeyFile())
          .forEach(
              file ->
                  file.flatMap(it -> FileModes.secret(FileModes.STATE, it))
                      .ifPresent(findings::add));
      findings.add(machine.disk(Message.of("doctor.about.disk"), state.directory()));
      findings.add(
          machine.disk(
              Message.of("doctor.about.temporary"),
              Path.of(edge.host().property("java.io.tmpdir"))));
      Optional<String> daemon = daemon();
      findings.addAll(machine.service(daemon));
      configuration
          .metrics()
          .ifPresent(metrics -> findings.add(machine.metrics(metrics, daemon.isPresent())));
    }

    private Optional<String> daemon() {
      try {
        return DaemonLock.holder(configuration.state().directory());
      } catch (JournalProblem e) {
        findings.add(
            DoctorFinding.bad(Message.of("doctor.about.service"), e.words(), Consequence.FAILURE));
        return Optional.empty();
      }
    }

    private void journal() {
      try (Journal journal = installation.journals().existing().orElse(null)) {
        if (journal == null) {
          findings.add(DoctorFinding.good(JOURNAL, Message.of("doctor.journal.untouched")));
          return;
        }
        List<String> campaigns =
            configuration.campaigns().stream().map(CampaignSettings::name).toList();
        if (installation.journals().isShared()) {
          try (ServerJournal shared = installation.journals().existingShared()) {
            findings.addAll(JournalVisit.server(shared.inspect(edge.clock())));
          }
          journal.groupLeases(campaigns).map(JournalVisit::group).ifPresent(findings::addAll);
        } else {
          findings.add(JournalVisit.whole(JournalInspection.of(configuration.state().directory())));
        }
        findings.addAll(JournalVisit.turns(journal, campaigns, edge.clock().instant()));
        findings.addAll(failingReceivers(journal, campaigns));
        findings.addAll(JournalVisit.formerDelegates(journal, configuration.campaigns()));
        findings.addAll(
            PlacesVisit.missing(
                journal.reports().stream()
                    .filter(report -> campaigns.contains(report.campaign()))
                    .toList(),
                installation.postcodes()));
      } catch (UserError e) {
        findings.add(DoctorFinding.bad(JOURNAL, e.words(), consequence(e)));
      } catch (JournalProblem e) {
        findings.add(DoctorFinding.bad(JOURNAL, e.words(), Consequence.FAILURE));
      }
    }

    private List<DoctorFinding> failingReceivers(Journal journal, List<String> campaigns) {
      return AlertsVisit.failing(
          FailingReceiver.lasting(
              configuration.alerts().map(AlertSettings::receivers).orElse(List.of()),
              campaigns.stream().map(journal::sentAlerts).toList(),
              edge.clock().instant()),
          tested);
    }

    private static Consequence consequence(UserError e) {
      return switch (e.exitCode()) {
        case ExitCode.CONFIGURATION -> Consequence.CONFIGURATION;
        case ExitCode.TRY_AGAIN -> Consequence.TRY_AGAIN;
        default -> Consequence.FAILURE;
      };
    }

    private void places() {
      GeocoderAdvice.of(configuration.geocoder())
          .forEach(
              advice ->
                  findings.add(DoctorFinding.warning(Message.of("doctor.about.geocoder"), advice)));
      findings.add(PlacesVisit.geocoder(installation.geocoder()));
      findings.addAll(PlacesVisit.postcodes(installation.postcodes()));
    }

    private List<DoctorFinding> campaigns() {
      List<DoctorFinding> campaignFindings = new ArrayList<>();
      campaignFindings.addAll(signIns());
      CampaignVisit visit = new CampaignVisit(configuration, installation.texts(), edge.clock());
      Optional<String> identity = installation.journals().existingIdentity();
      List<CampaignAccess> open = new ArrayList<>();
      for (CampaignSettings campaign : configuration.campaigns()) {
        access(campaign, identity, campaignFindings)
            .ifPresent(open::add); // all of them first: they share a quota
      }
      for (int i = 0; i < open.size(); i++) {
        Message looking =
            Message.of("doctor.looking").with("campaign", open.get(i).settings().name());
        progress.step(spoken.format(looking), i, open.size());
        campaignFindings.addAll(visit.examine(open.get(i)));
      }
      return campaignFindings;
    }

    private List<DoctorFinding> signIns() {
      List<DoctorFinding> signInFindings = new ArrayList<>(SignInStorage.findings(configuration));
      try {
        Path state = configuration.state().directory();
        signInFindings.addAll(
            SignIns.ends(
                installation.tokens(), state.toString(), edge.clock().instant(), AuthAction.SEVEN));
      } catch (UserError e) {
        signInFindings.add(DoctorFinding.bad(SIGN_IN, e.words(), consequence(e)));
      } catch (JournalProblem e) {
        signInFindings.add(
            DoctorFinding.bad(SIGN_IN, e.words(), consequence(JournalWords.userError(e))));
      }
      return signInFindings;
    }

    /** What the journal remembers; one that cannot be read is a separate finding. */
    private AnswerTabs.Memory tabs(CampaignSettings campaign) {
      try (Journal journal = installation.journals().existing().orElse(null)) {
        return journal == null
            ? AnswerTabs.Memory.NOTHING
            : ServedTab.remembered(journal.memory(campaign.name()));
      } catch (UserError | JournalProblem e) {
        return AnswerTabs.Memory.NOTHING;
      }
    }

    private Optional<CampaignAccess> access(
        CampaignSettings campaign, Optional<String> identity, List<DoctorFinding> problems) {
      try {
        return Optional.of(
            new CampaignAccess(
                campaign,
                installation.google(campaign),
                installation.table(campaign),
                installation.form(campaign),
                installation.mailboxes(campaign),
                tabs(campaign),
                identity));
      } catch (UserError e) {
        problems.add(
            DoctorFinding.bad(
                Message.of("doctor.about.credentials").with("campaign", campaign.name()),
                e.words(),
                consequence(e)));
        return Optional.empty();
      }
    }
  }
}
