package org.entraide.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Connects a campaign's form and spreadsheet, and prepares the spreadsheet.",
      "Adopts the form that the configuration names, or makes and publishes one, and waits for the"
          + " one",
      "click that no API has (Responses > Link to Sheets). Run again it adds what is missing and"
          + " touches",
      "nothing else. It never edits the configuration: it prints the lines to put there."
    },
    footer = {
      "",
      "Examples:",
      "  entraide init londres",
      "  entraide init londres --as asso@example.org     whose form it is to be",
      "  entraide init londres --no-wait                 do not wait for the click",
      "",
      "Exit codes: 0 done, 75 the form is not linked yet, 77 somebody has to sign in or to share,",
      "78 the form is linked to another spreadsheet than the configuration's."
    })
public final class InitCommand implements Callable<Integer> {

  private static final int LONGEST_WAIT = 24 * 60;

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's name, as in [campaigns.NAME].")
  private String campaign = "";

  @Option(
      names = "--as",
      paramLabel = "EMAIL",
      description =
          "Who makes the form, signed in with \"entraide auth login EMAIL --create-forms\".")
  private @Nullable String as;

  @Option(names = "--no-wait", description = "Do not wait until the form is linked.")
  private boolean noWait;

  @Option(
      names = "--wait",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description = "How long to wait for the link; ${DEFAULT-VALUE} if not given.")
  private int minutes;

  InitCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (minutes < 0 || minutes > LONGEST_WAIT) {
      throw new UserError(
          ExitCode.USAGE,
          Message.of("cli.init.wait").with("longest", String.valueOf(LONGEST_WAIT)));
    }
    Duration longest = noWait ? Duration.ZERO : Duration.ofMinutes(minutes);
    Options options = new Options(campaign, Optional.ofNullable(as), longest, false);
    return action.run(EntraideCommand.parsed(parent).configuration(), options, console);
  }

  /**
   * What to do.
   *
   * @param as who makes the form; empty for the account that reads sheets and forms
   * @param longest how long to wait for the link; zero for not at all
   * @param linesKept whether the caller writes the lines into the configuration, so that nobody is
   *     asked to
   */
  public record Options(
      String campaign, Optional<String> as, Duration longest, boolean linesKept) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Adopts or makes, links, prepares.
     *
     * @return an exit code
     */
    int run(Configuration configuration, Options options, Console console) throws Exception;
  }
}
