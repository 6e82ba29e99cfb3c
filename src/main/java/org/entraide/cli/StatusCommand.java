package org.entraide.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.campaign.port.Journal;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.status.FormerDelegatesLine;
import org.entraide.cli.status.GroupLines;
import org.entraide.cli.status.StatusLine;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code entraide status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows each campaign, its last cycle, its counts, its trouble, how good its matching is,",
      "and what another policy would have changed; where several daemons share the journal, also",
      "which of them works on what, and since when.",
      "Works beside a running daemon. Exits 3 when some campaign has trouble."
    },
    footer = {
      "",
      "Examples:",
      "  entraide status",
      "  entraide status --json | jq '.campaigns[] | select(.trouble != null)'"
    })
public final class StatusCommand implements Callable<Integer> {

  private final JournalSource journals;
  private final InstantSource clock;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Option(names = "--json", description = "Print it as JSON, times in ISO 8601.")
  private boolean json;

  StatusCommand(JournalSource journals, InstantSource clock, Console console) {
    this.journals = journals;
    this.clock = clock;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = EntraideCommand.parsed(parent).configuration();
    List<StatusLine> lines;
    List<FormerDelegatesLine> former = List.of();
    int queued = 0;
    Optional<GroupLines> group = Optional.empty();
    Optional<Journal> journal = journals.open(configuration);
    if (journal.isPresent()) {
      try (Journal open = journal.get()) {
        lines = StatusLine.of(configuration.campaigns(), open.reports());
        former = FormerDelegatesLine.of(configuration.campaigns(), open);
        queued = open.queued().size();
        group =
            open.group(configuration.campaigns().stream().map(CampaignSettings::name).toList())
                .map(GroupLines::new);
      }
    } else {
      lines = StatusLine.of(configuration.campaigns(), List.of());
    }
    print(lines, former, queued, group);
    return lines.stream().anyMatch(StatusLine::troubled) ? ExitCode.PARTLY : ExitCode.OK;
  }

  private void print(
      List<StatusLine> lines,
      List<FormerDelegatesLine> former,
      int queued,
      Optional<GroupLines> group)
      throws Exception {
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      ObjectNode root = StatusLine.json(lines, queued);
      if (!former.isEmpty()) {
        ArrayNode all = root.putArray("former_delegates");
        former.forEach(line -> line.json(all.addObject()));
      }
      group.ifPresent(it -> it.json(root.putObject("group")));
      console.out().println(mapper.writeValueAsString(root));
      return;
    }
    Instant now = clock.instant();
    StatusLine.table(lines, now).forEach(console.out()::println);
    lines.stream()
        .flatMap(line -> line.matching().stream())
        .map(matching -> matching.text(now))
        .forEach(console.out()::println);
    lines.stream().flatMap(line -> line.figures().text().stream()).forEach(console.out()::println);
    former.stream().map(FormerDelegatesLine::text).forEach(console.out()::println);
    group.ifPresent(it -> it.lines(now).forEach(console.out()::println));
    if (queued > 0) {
      console.out().println("Commands that wait for the daemon: " + queued);
    }
  }

  /** Opens the journal of a configuration for reading, also beside a running daemon. */
  @FunctionalInterface
  public interface JournalSource {

    /** Returns the journal, which the caller closes; empty when there is none yet. */
    Optional<Journal> open(Configuration configuration) throws Exception;
  }
}
