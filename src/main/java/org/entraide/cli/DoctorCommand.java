package org.entraide.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.progress.Progress;
import org.entraide.text.Texts;
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
      "✔ is well, ! is worth knowing, ✘ keeps the daemon from its work; each of these names its"
          + " cause",
      "and its cure. Changes nothing. No line holds a secret or a person's address: a delegate is"
          + " named",
      "by the key of the configuration, so that you can pass the lines on for help."
    },
    footer = {
      "",
      "Examples:",
      "  entraide doctor",
      "  entraide doctor --config /etc/entraide/entraide.toml",
      "  entraide doctor --test-alerts",
      "  entraide doctor --json | jq -r '.[] | select(.grade == \"bad\") | .about'",
      "",
      "Exit codes, by the worst ✘: 0 none, 75 try again, 69 Google unreachable, 1 this machine,",
      "77 sign-in or permission needed, 78 configuration wrong."
    })
public final class DoctorCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Option(
      names = "--test-alerts",
      description = "Send a test alert to the command and the webhook of [alerts], too.")
  private boolean testAlerts;

  DoctorCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path configuration = EntraideCommand.parsed(parent).configurationFile();
    Report report;
    try (ProgressBar progress = ProgressBar.on(console)) {
      report = action.run(configuration, new Options(json, testAlerts, console.texts()), progress);
    }
    console.out().println(report.text());
    StandardOutput.check(console);
    return report.exitCode();
  }

  /**
   * What was found.
   *
   * @param text as it is to be printed, without its last line end
   * @param exitCode by the worst finding
   */
  public record Report(String text, int exitCode) {}

  /**
   * What was asked for.
   *
   * @param json whether the findings are for a program
   * @param testAlerts whether those who take alerts get a test
   * @param texts of the reader's language; JSON is in English whatever they are
   */
  public record Options(boolean json, boolean testAlerts, Texts texts) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Examines everything.
     *
     * @param configuration the file, not yet read: what is wrong in it is a finding like others
     * @param progress hears how far it is
     */
    Report run(Path configuration, Options options, Progress progress) throws Exception;
  }
}
