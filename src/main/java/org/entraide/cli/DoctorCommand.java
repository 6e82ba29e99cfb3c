package org.entraide.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code entraide doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks configuration, credentials and access, and says what to mend.",
      "Each finding about a sheet, form or mailbox names its cause and its cure. Changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  entraide doctor",
      "  entraide doctor --config /etc/entraide/entraide.toml",
      "  entraide doctor --json | jq '.'"
    })
public final class DoctorCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable Entraide parent;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  DoctorCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return action.run(Cli.parent(parent).configurationFile(), json, console);
  }

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Examines everything and reports.
     *
     * @param configuration the file, not yet read: what is wrong in it is a finding like others
     * @param json whether the findings are for a program
     * @return an exit code, by the worst finding
     */
    int run(Path configuration, boolean json, Console console) throws Exception;
  }
}
