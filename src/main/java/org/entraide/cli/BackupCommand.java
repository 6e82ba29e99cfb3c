package org.entraide.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Copies the journal into a new file, also while the daemon runs.",
      "It is the journal of one moment, mode 0600, the same file for SQLite and PostgreSQL."
          + " Sign-ins of",
      "delegates are not in it: they sign in again on another machine."
    },
    footer = {
      "",
      "Examples:",
      "  entraide backup /var/backups/entraide-2026-11-26.db",
      "",
      "Delete backups that are older than a person's erasure: see docs/privacy.md."
    })
public final class BackupCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist yet.")
  private Path file = Path.of("");

  BackupCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return action.run(EntraideCommand.parsed(parent).configuration(), file, console);
  }

  /** What this command, or {@code restore}, does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Copies the journal into a file, or back.
     *
     * @return an exit code
     */
    int run(Configuration configuration, Path file, Console console) throws Exception;
  }
}
