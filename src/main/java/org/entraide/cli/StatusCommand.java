package org.entraide.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.alert.FailingReceiver;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.UserError;
import org.entraide.cli.status.FailingReceiverLine;
import org.entraide.cli.status.FormerDelegatesLine;
import org.entraide.cli.status.GroupLines;
import org.entraide.cli.status.StatusLine;
import org.entraide.cli.status.StatusTable;
import org.entraide.config.AlertSettings;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.resilience.Sleeper;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows how each campaign is doing, its trouble and the cure.",
      "Its last cycle and the next, who waits, which drafts wait for whom, what was sent, how far"
          + " away",
      "help is; where several daemons share the journal, which of them works on what.",
      "Works beside a running daemon. Exits 3 when a campaign has trouble. Names nobody."
    },
    footer = {
      "",
      "Examples:",
      "  entraide status",
      "  entraide status londres --watch",
      "  entraide status --json | jq '.campaigns[] | select(.trouble != null)'"
    })
public final class StatusCommand implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** To the upper left corner, and nothing below it; ECMA-48. */
  private static final String CLEAR = "\u001b[H\u001b[J";

  private final JournalSource journals;
  private final Edge edge;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(
      arity = "0..1",
      paramLabel = "CAMPAIGN",
      description = "Show only this campaign, as in [campaigns.NAME].")
  private @Nullable String campaign;

  @Option(names = "--json", description = "Print it as JSON, times in ISO 8601.")
  private boolean json;

  @Option(names = "--watch", description = "Show it again every two seconds, until Ctrl-C.")
  private boolean watch;

  StatusCommand(JournalSource journals, Edge edge, Console console) {
    this.journals = journals;
    this.edge = edge;
    this.console = console;
  }

  /**
   * The world around a look.
   *
   * @param clock of this machine
   * @param sleeper between two looks
   * @param clears whether what was shown before can be cleared away
   */
  public record Edge(InstantSource clock, Sleeper sleeper, boolean clears) {}

  /** All that is known at a moment. */
  private record StatusSnapshot(
      List<StatusLine> lines,
      List<FormerDelegatesLine> former,
      List<FailingReceiverLine> failing,
      int queued,
      Optional<GroupLines> group) {}

  @Override
  public Integer call() throws Exception {
    if (json && watch) {
      throw new UserError(ExitCode.USAGE, Message.of("cli.status.jsonwatch"));
    }
    Configuration configuration = EntraideCommand.parsed(parent).configuration();
    StatusSnapshot snapshot = look(configuration);
    print(snapshot);
    while (watch) {
      edge.sleeper().sleep(PAUSE);
      snapshot = look(configuration);
      console.out().print(edge.clears() ? CLEAR : System.lineSeparator());
      print(snapshot);
    }
    return snapshot.lines().stream().anyMatch(StatusLine::isTroubled)
        ? ExitCode.PARTLY
        : ExitCode.OK;
  }

  private StatusSnapshot look(Configuration configuration) throws Exception {
    List<CampaignSettings> campaigns =
        campaign == null
            ? configuration.campaigns()
            : List.of(CampaignByName.of(configuration, campaign));
    Optional<Journal> journal = journals.open(configuration);
    if (journal.isEmpty()) {
      return new StatusSnapshot(
          StatusLine.of(campaigns, List.of(), name -> List.of()),
          List.of(),
          List.of(),
          0,
          Optional.empty());
    }
    try (Journal open = journal.get()) {
      List<CampaignReport> reports =
          open.reports().stream()
              .filter(report -> campaign == null || report.campaign().equals(campaign))
              .toList();
      return new StatusSnapshot(
          StatusLine.of(campaigns, reports, name -> open.memory(name).introductions().values()),
          FormerDelegatesLine.of(campaigns, open),
          failing(configuration, campaigns, open),
          open.queuedCommands().size(),
          open.groupLeases(campaigns.stream().map(CampaignSettings::name).toList())
              .map(GroupLines::new));
    }
  }

  private List<FailingReceiverLine> failing(
      Configuration configuration, List<CampaignSettings> campaigns, Journal open) {
    List<String> receivers = configuration.alerts().map(AlertSettings::receivers).orElse(List.of());
    return FailingReceiver.lasting(
            receivers,
            campaigns.stream().map(it -> open.sentAlerts(it.name())).toList(),
            edge.clock().instant())
        .stream()
        .map(FailingReceiverLine::new)
        .toList();
  }

  private void print(StatusSnapshot snapshot) throws Exception {
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      ObjectNode root = StatusLine.json(snapshot.lines(), snapshot.queued());
      if (!snapshot.former().isEmpty()) {
        ArrayNode all = root.putArray("former_delegates");
        snapshot.former().forEach(line -> line.writeJson(all.addObject()));
      }
      if (!snapshot.failing().isEmpty()) {
        ArrayNode all = root.putArray("alerts_not_taken");
        snapshot.failing().forEach(line -> line.writeJson(all.addObject()));
      }
      snapshot.group().ifPresent(it -> it.writeJson(root.putObject("group")));
      console.out().println(mapper.writeValueAsString(root));
      return;
    }
    Instant now = edge.clock().instant();
    StatusTable table = new StatusTable(console.texts(), now);
    for (StatusLine line : snapshot.lines()) {
      table.of(line).forEach(console.out()::println);
      console.out().println();
    }
    snapshot.former().stream().map(FormerDelegatesLine::words).forEach(console::print);
    snapshot.failing().stream()
        .map(line -> line.words(now, console.texts()))
        .forEach(console::print);
    snapshot.group().ifPresent(it -> it.words(now, console.texts()).forEach(console::print));
    if (snapshot.queued() > 0) {
      console.print(Message.of("cli.status.queued").with("count", snapshot.queued()));
    }
    StandardOutput.check(console);
  }

  /** Opens the journal of a configuration for reading, also beside a running daemon. */
  @FunctionalInterface
  public interface JournalSource {

    /** Returns the journal, which the caller closes; empty when there is none yet. */
    Optional<Journal> open(Configuration configuration) throws Exception;
  }
}
