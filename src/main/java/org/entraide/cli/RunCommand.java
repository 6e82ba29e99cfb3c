package org.entraide.cli;

import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code entraide run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the daemon: it reads the sheets, matches, and leaves drafts.",
      "It looks at each campaign's sheet again and again, writes there what it did, and leaves",
      "introductions as drafts. It never sends anything."
    },
    footer = {
      "",
      "Examples:",
      "  entraide run                          until it is stopped",
      "  entraide run --once                   one cycle of each campaign",
      "  entraide run --once --dry-run         what a cycle would do, by references",
      "  entraide run --take-over              after moving to another machine"
    })
public final class RunCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Option(names = "--once", description = "Do one cycle of each campaign and exit.")
  private boolean once;

  @Option(
      names = "--dry-run",
      description = "Print what would be done, and change nothing anywhere.")
  private boolean dryRun;

  @Option(
      names = "--take-over",
      description = "Start although another installation seems to be at work.")
  private boolean takeOver;

  RunCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    EntraideCommand common = EntraideCommand.parsed(parent);
    Configuration configuration = common.configuration();
    Options options = new Options(once, dryRun, takeOver, common.verbose());
    return dryRun // anything else writes its progress into its log
        ? ProgressBar.during(console, shown -> action.run(configuration, options, shown))
        : action.run(configuration, options, console);
  }

  /** How to run. */
  public record Options(boolean once, boolean dryRun, boolean takeOver, boolean verbose) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Runs until there is nothing more to do, or until the process is asked to stop.
     *
     * @return an exit code
     */
    int run(Configuration configuration, Options options, Console console) throws Exception;
  }
}
