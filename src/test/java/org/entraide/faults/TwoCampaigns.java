package org.entraide.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.watch.Watcher;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.wire.Wire;
import org.entraide.testkit.FewPlaces;
import org.entraide.testkit.Human;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;
import org.entraide.text.Texts;

/** Two campaigns of one account and one delegate, run by one daemon on one thread. */
final class TwoCampaigns implements AutoCloseable {

  private static final List<String> NAMES = List.of("-first", "-second");
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  private static final Duration POLL = Duration.ofSeconds(30);

  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final SteppedScheduler scheduler = new SteppedScheduler(clock);
  private final List<Premises> premises = Premises.open(clock, NAMES);
  private final Roads roads = new Roads();
  private final Root root = roads.direct(premises.get(0).office());
  private final FaultyWire wire =
      new FaultyWire(
          root.wire(),
          premises.get(0).answers(),
          clock,
          clock::advance,
          () -> premises.get(0).version() + premises.get(1).version());
  private final Map<String, List<Instant>> passes = new HashMap<>();
  private final Map<String, Integer> sheets = new HashMap<>();
  private final Map<RequestKind, Integer> asked = new HashMap<>();

  /** Two people have answered in each, and the daemon starts. */
  TwoCampaigns() {
    MemoryJournal journal = new MemoryJournal();
    Daemon daemon =
        new Daemon(scheduler, journal, clock, new SplittableRandom(1), new PassesNoted());
    for (int i = 0; i < NAMES.size(); i++) {
      answer(i, 4 * i);
    }
    for (CampaignRunner campaign : campaigns(journal)) {
      daemon.start(campaign, POLL);
    }
  }

  private List<CampaignRunner> campaigns(MemoryJournal journal) {
    try {
      GoogleServices google =
          GoogleServices.over(
              this::noted,
              new GoogleAccess(root.settings().credentials(), Optional.of(root.uri())),
              clock,
              clock::advance,
              new Random(11));
      Map<String, Mailbox> mailboxes = new HashMap<>();
      List<CampaignRunner> campaigns = new ArrayList<>();
      for (CampaignSettings settings : settings()) {
        Ports ports =
            new Ports(
                google.table(settings.spreadsheet()),
                Optional.empty(),
                address -> mailboxes.computeIfAbsent(address, google::mailbox),
                new FewPlaces(),
                Optional.empty(),
                journal,
                clock,
                new SplittableRandom(campaigns.size())); // references of their own
        Cycle cycle =
            new Cycle(settings, ports, InstallationIdentity.once("two", false), LANGUAGES);
        campaigns.add(new CampaignRunner(settings.name(), cycle, journal, clock));
      }
      return campaigns;
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  private List<CampaignSettings> settings() {
    StringBuilder text =
        new StringBuilder("[google]\ncredentials = \"")
            .append(root.settings().credentials())
            .append("\"\n");
    for (int i = 0; i < NAMES.size(); i++) {
      text.append(
          """
          [campaigns.campaign%s]
          spreadsheet = "%s"
          language = "fr"
          country = "GB"
          delegate = "%s"
          controller = "Association Exemple, contact@example.org"
          [campaigns.campaign%s.matching]
          hold_back = "0s"
          """
              .formatted(NAMES.get(i), premises.get(i).id(), Premises.DELEGATE, NAMES.get(i)));
    }
    try {
      Path file =
          Files.createTempFile(
              "two-campaigns-",
              ".toml",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.writeString(file, text);
        return ConfigurationReader.read(file).campaigns();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private Wire.Answer noted(Wire.Call call) throws IOException {
    RequestKind.of(call, premises.get(0).answers())
        .ifPresent(kind -> asked.merge(kind, 1, Integer::sum));
    if (call.method().equals("GET")) {
      sheets.merge(call.uri().getPath(), 1, Integer::sum);
    }
    return wire.exchange(call);
  }

  /** When passes begin. */
  private final class PassesNoted implements Watcher {
    @Override
    public void begins(String campaign) {
      passes.computeIfAbsent(campaign, c -> new ArrayList<>()).add(clock.instant());
    }

    @Override
    public void rests(String campaign, Duration wait) {}

    @Override
    public void ends(String campaign, CycleReport report, Duration wait) {}
  }

  // ---- what happens

  void goesWrong(RequestKind kind, Fault fault) {
    wire.only(call -> true);
    wire.strikes(kind, fault.blow(), Integer.MAX_VALUE);
  }

  /** Only with the first campaign's sheet. */
  void goesWrongForTheFirst(RequestKind kind, Fault fault) {
    goesWrong(kind, fault);
    wire.only(call -> call.uri().getPath().contains(premises.get(0).id()));
  }

  void heals() {
    wire.heals();
  }

  void delegates(boolean allowed) {
    if (allowed) {
      premises.get(0).delegate();
    } else {
      premises.get(0).office().accounts().withdrawDelegation(Premises.ACCOUNT, Premises.DELEGATE);
    }
  }

  /** Two people answer who match. */
  void answer(int campaign, int number) {
    for (Human human :
        List.of(
            new Human(number, "Courses", "", 0, "Nord", true, true),
            new Human(number + 1, "", "Courses", 1, "Nord", true, true))) {
      premises.get(campaign).answer(human.address(), human.answers());
    }
  }

  void run(Duration span) {
    scheduler.run(span);
  }

  // ---- what was seen

  List<Throwable> thrown() {
    return scheduler.thrown();
  }

  int passes(int campaign) {
    return begun(campaign).size();
  }

  private List<Instant> begun(int campaign) {
    return passes.getOrDefault("campaign" + NAMES.get(campaign), List.of());
  }

  /** How long a campaign was not looked at. */
  Duration longestPause(int campaign) {
    List<Instant> all = new ArrayList<>(begun(campaign));
    all.add(clock.instant());
    Duration longest = Duration.ZERO;
    for (int i = 1; i < all.size(); i++) {
      Duration pause = Duration.between(all.get(i - 1), all.get(i));
      longest = pause.compareTo(longest) > 0 ? pause : longest;
    }
    return longest;
  }

  int asked(RequestKind kind) {
    return asked.getOrDefault(kind, 0);
  }

  /** How often a campaign's sheet was to be read. */
  int reads(int campaign) {
    return sheets.getOrDefault("/v4/spreadsheets/" + premises.get(campaign).id(), 0);
  }

  long answersWithoutStatus(int campaign) {
    return premises.get(campaign).answersWithout("status");
  }

  /** How many drafts were made of each introduction. */
  Map<String, Integer> letters() {
    return wire.letters();
  }

  @Override
  public void close() {
    root.close();
    roads.close();
  }
}
