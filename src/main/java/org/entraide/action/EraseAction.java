package org.entraide.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.NoJournal;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.rights.Holding;
import org.entraide.cli.EraseCommand;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.place.Geocoder;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.Sleeper;
import org.entraide.text.Message;
import org.entraide.wiring.CommandLeases;
import org.entraide.wiring.Installation;
import org.entraide.wiring.Journals;
import org.entraide.wiring.ReportedExit;
import org.jspecify.annotations.Nullable;

/** What {@code erase} does. */
public final class EraseAction implements EraseCommand.Action {

  /** Longer than a campaign that is quiet waits for its next cycle. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** The first erases, the next ones clear the sheet. */
  private static final int MOST_CYCLES = 6;

  /**
   * What is outside.
   *
   * @param typed whether somebody sits at a terminal, who can be asked
   * @param patience how long a running daemon is waited for
   */
  public record Edge(
      InstantSource clock,
      Sleeper sleeper,
      boolean typed,
      Supplier<BufferedReader> lines,
      Duration patience) {

    public static Edge system() {
      return new Edge(
          SystemEdge.clock(),
          SystemEdge.sleeper(),
          SystemEdge.inputIsTerminal(),
          SystemEdge::lines,
          PATIENCE);
    }
  }

  private final Edge edge;

  public EraseAction(Edge edge) {
    this.edge = edge;
  }

  @Override
  public int run(Configuration configuration, EraseCommand.Options options, Console console)
      throws Exception {
    Installation installation = new Installation(configuration);
    FoundPeople all = find(installation, options, console);
    Map<CampaignSettings, Holding> people = all.people();
    people.forEach(
        (campaign, holding) ->
            ErasureWords.held(holding).forEach(what -> say(console, campaign.name(), what)));
    if (!options.yes() && !askWhetherToErase(console)) {
      console.say(Message.of("cli.erase.nothing"));
      return ExitCode.FAILURE;
    }
    int exit = ExitCode.OK;
    try (Journal journal = installation.journals().open()) {
      List<Long> commands = new ArrayList<>();
      for (Map.Entry<CampaignSettings, Holding> one : people.entrySet()) {
        commands.add(
            ErasureCommands.ask(
                journal, one.getKey().name(), one.getValue().reference(), edge.clock().instant()));
      }
      exit = erase(installation, journal, commands, people.keySet(), console);
    }
    if (exit == ExitCode.OK || exit == ExitCode.PARTLY) {
      console.say(Message.of("cli.erase.done"));
      people.forEach((one, holding) -> ErasureWords.left(one, holding).forEach(console::print));
      Backups.aside(configuration.state().directory()).stream()
          .map(ErasureWords::aside)
          .forEach(console::print);
    }
    return exit == ExitCode.OK && !all.everywhere() ? ExitCode.PARTLY : exit;
  }

  private static void say(Console console, String campaign, Message what) {
    console.say(Message.of("cli.erase.campaign").with("campaign", campaign).with("text", what));
  }

  // ---- whom

  private static List<CampaignSettings> campaigns(
      Installation installation, EraseCommand.Options options) {
    Configuration configuration = installation.configuration();
    return options.campaign().isPresent()
        ? List.of(CampaignByName.of(configuration, options.campaign().get()))
        : configuration.campaigns();
  }

  private static FoundPeople find(
      Installation installation, EraseCommand.Options options, Console console) throws Exception {
    String who = options.who();
    Map<CampaignSettings, Holding> people = new LinkedHashMap<>();
    @Nullable Exception failure = null;
    try (Journal journal = installation.journals().existing().orElseGet(NoJournal::new)) {
      Geocoder geocoder = installation.geocoder(new MemoryPlaceCache(journal));
      InstallationIdentity once =
          InstallationIdentity.once(installation.journals().identity(), false);
      for (CampaignSettings campaign : campaigns(installation, options)) {
        try {
          List<Holding> holdings =
              installation.cycle(campaign, journal, geocoder, once).inspection().find(who);
          NamedPerson.requireOne(campaign.name(), holdings);
          holdings.forEach(holding -> people.put(campaign, holding));
        } catch (RemoteFailure e) {
          failure = e;
          say(console, campaign.name(), e.words());
        } catch (SheetLayout.Unusable e) {
          failure = new UserError(ExitCode.CONFIGURATION, e.reason());
          say(console, campaign.name(), e.reason());
        }
      }
      if (people.isEmpty() && failure == null) {
        throw NamedPerson.nobody(who, campaigns(installation, options), journal);
      }
    }
    if (people.isEmpty() && failure != null) {
      throw failure; // the campaign that failed may know the person
    }
    if (people.size() > 1 && !who.contains("@")) {
      throw severalCampaigns(who, people.keySet());
    }
    return new FoundPeople(people, failure == null);
  }

  private static UserError severalCampaigns(String who, Set<CampaignSettings> campaigns) {
    String names = String.join(", ", campaigns.stream().map(CampaignSettings::name).toList());
    return new UserError(
        ExitCode.USAGE,
        Message.of("cli.erase.several_campaigns").with("ref", who).with("campaigns", names));
  }

  /**
   * Who is meant.
   *
   * @param everywhere whether every campaign could be looked into
   */
  private record FoundPeople(Map<CampaignSettings, Holding> people, boolean everywhere) {}

  private boolean askWhetherToErase(Console console) throws IOException {
    if (!edge.typed()) {
      throw new UserError(ExitCode.USAGE, Message.of("cli.erase.nobody_to_ask"));
    }
    console.err().print(console.texts().get("cli.erase.ask") + " ");
    console.err().flush();
    String answer = edge.lines().get().readLine();
    return answer != null
        && Stream.of("yes", console.texts().get("cli.erase.yes"))
            .anyMatch(answer.strip()::equalsIgnoreCase);
  }

  // ---- how

  private int erase(
      Installation installation,
      Journal journal,
      List<Long> commands,
      Iterable<CampaignSettings> campaigns,
      Console console)
      throws InterruptedException {
    if (installation.journals().isShared()) {
      return eraseInGroup(installation, journal, commands, campaigns, console);
    }
    Optional<DaemonLock> lock =
        DaemonLock.acquire(installation.configuration().state().directory());
    if (lock.isEmpty()) {
      return eraseByDaemon(journal, commands, console);
    }
    try {
      Geocoder geocoder = installation.geocoder(journal);
      InstallationIdentity once =
          InstallationIdentity.once(installation.journals().identity(), false);
      List<CampaignRunner> all = new ArrayList<>();
      for (CampaignSettings settings : campaigns) {
        all.add(installation.campaign(settings, journal, geocoder, once));
      }
      return eraseHere(journal, commands, all, console);
    } finally {
      lock.get().close();
    }
  }

  /** By the daemons that work on the campaigns, and here where none does. */
  private int eraseInGroup(
      Installation installation,
      Journal journal,
      List<Long> commands,
      Iterable<CampaignSettings> campaigns,
      Console console)
      throws InterruptedException {
    List<String> names = new ArrayList<>();
    campaigns.forEach(campaign -> names.add(campaign.name()));
    try (ServerJournal shared = installation.journals().openShared();
        CommandLeases commandLeases = CommandLeases.of(shared, names)) {
      // another than the one that found them, which shared nothing with anybody
      Installation sharing = new Installation(installation.configuration());
      sharing.share(shared);
      Geocoder geocoder = sharing.geocoder(shared.journal());
      InstallationIdentity once = InstallationIdentity.once(Journals.identity(shared), false);
      List<CampaignRunner> leased = new ArrayList<>();
      for (CampaignSettings settings : campaigns) {
        commandLeases
            .lease(settings.name())
            .ifPresent(
                lease ->
                    leased.add(
                        sharing.campaign(
                            settings, shared.journal(lease), geocoder, once, lease::holds)));
      }
      if (leased.size() == names.size()) {
        return eraseHere(journal, commands, leased, console);
      }
      if (!leased.isEmpty()) {
        var unused = eraseHere(journal, commands, leased, console);
      }
    }
    return eraseByDaemon(journal, commands, console);
  }

  private int eraseByDaemon(Journal journal, List<Long> commands, Console console)
      throws InterruptedException {
    console.say(Message.of("cli.erase.by_daemon"));
    Instant until = edge.clock().instant().plus(edge.patience());
    while (isQueued(journal, commands)) {
      if (edge.clock().instant().isAfter(until)) {
        console.say(Message.of("cli.erase.late"));
        return ExitCode.TRY_AGAIN;
      }
      edge.sleeper().sleep(LOOK);
    }
    return ExitCode.OK;
  }

  private static boolean isQueued(Journal journal, List<Long> commands) {
    return journal.queuedCommands().stream().anyMatch(command -> commands.contains(command.id()));
  }

  private static int eraseHere(
      Journal journal, List<Long> commands, List<CampaignRunner> campaigns, Console console) {
    List<CycleReport> last = new ArrayList<>();
    for (CampaignRunner campaign : campaigns) {
      CycleReport report = campaign.runOnce();
      for (int i = 1; i < MOST_CYCLES && report.again(); i++) {
        report = campaign.runOnce();
      }
      campaign.signOff();
      for (Trouble trouble : report.troubles()) {
        say(console, campaign.name(), trouble.words());
      }
      last.add(report);
    }
    if (isQueued(journal, commands)) {
      console.say(Message.of("cli.erase.queued"));
      int code = ReportedExit.code(last);
      return code == ExitCode.OK ? ExitCode.TRY_AGAIN : code;
    }
    if (!last.stream().allMatch(report -> report.completed() && !report.again())) {
      console.say(Message.of("cli.erase.rest"));
      return ExitCode.PARTLY;
    }
    return ExitCode.OK;
  }
}
