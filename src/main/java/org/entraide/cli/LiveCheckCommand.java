package org.entraide.cli;

import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code entraide live-check}. */
@Command(
    name = "live-check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Rehearses with a real Google account, on files to throw away.",
      "Says which of the open questions about Google holds, and which switch of the office that is."
          + " It",
      "asks you for clicks, waits for Enter after each, never sends, and refuses what a campaign"
          + " uses.",
      "See docs/live-check.md."
    },
    footer = {
      "",
      "Examples:",
      "  entraide live-check --spreadsheet ID --form ID --mailbox scratch@example.org",
      "  entraide live-check --spreadsheet ID --form ID --mailbox scratch@example.org --json",
      "",
      "Exit codes: 0 every question is settled, 3 some are not, 2 the scratch sheet does not do."
    })
public final class LiveCheckCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Option(
      names = "--spreadsheet",
      paramLabel = "ID",
      required = true,
      description = "A sheet that no campaign uses, linked to the form, without answers.")
  private String spreadsheet = "";

  @Option(
      names = "--form",
      paramLabel = "ID",
      required = true,
      description = "Its form, with a short-answer question, where answers may be edited.")
  private String form = "";

  @Option(
      names = "--mailbox",
      paramLabel = "EMAIL",
      required = true,
      description = "A mailbox for drafts, which are addressed to itself.")
  private String mailbox = "";

  @Option(names = "--json", description = "The findings as JSON.")
  private boolean json;

  LiveCheckCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return action.run(
        EntraideCommand.parsed(parent).configuration(),
        new Options(spreadsheet, form, mailbox, json),
        console);
  }

  /**
   * What to use.
   *
   * @param spreadsheet an id
   * @param form an id
   * @param mailbox an address
   */
  public record Options(String spreadsheet, String form, String mailbox, boolean json) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Rehearses.
     *
     * @return an exit code
     */
    int run(Configuration configuration, Options options, Console console) throws Exception;
  }
}
