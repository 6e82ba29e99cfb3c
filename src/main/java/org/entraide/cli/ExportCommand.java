package org.entraide.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes what is held of a campaign, or of one person, as CSV files.",
      "They are safe to open in a spreadsheet program: answers.csv, introductions.csv,"
          + " journal.csv.",
      "Changes nothing, and works beside a running daemon. The files hold personal data: mode 0600."
    },
    footer = {
      "",
      "Examples:",
      "  entraide export londres -o export",
      "  entraide export londres --person 7KQ47 -o ana       for a person's right of access"
    })
public final class ExportCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's name, as in [campaigns.NAME].")
  private String campaign = "";

  @Option(
      names = "--person",
      paramLabel = "REF_OR_EMAIL",
      description = "Write only what is held of this person.")
  private @Nullable String person;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Where the files go; made if it is missing. No file there is replaced.")
  private Path directory = Path.of("");

  ExportCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = EntraideCommand.parsed(parent).configuration();
    return ProgressBar.during(
        console,
        shown ->
            action.run(configuration, campaign, Optional.ofNullable(person), directory, shown));
  }

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Exports.
     *
     * @param person a reference or an address; empty for everybody
     * @return an exit code
     */
    int run(
        Configuration configuration,
        String campaign,
        Optional<String> person,
        Path directory,
        Console console)
        throws Exception;
  }
}
