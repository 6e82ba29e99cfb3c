package org.entraide.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts a backup in the journal's place, on this or another machine.",
      "All of it is checked first. It may come from SQLite and go into PostgreSQL, and back. The"
          + " journal",
      "that stood there is put aside in the state directory. The daemon must not be running; it"
          + " learns",
      "from the sheet and the mailboxes what happened since the backup."
    },
    footer = {
      "",
      "Examples:",
      "  systemctl stop entraide",
      "  entraide restore /var/backups/entraide-2026-11-26.db",
      "  entraide run --take-over              on another machine, for its first start",
      "",
      "Exit codes: 0 done, 2 the file is no backup, 11 a daemon is running."
    })
public final class RestoreCommand implements Callable<Integer> {

  private final BackupCommand.Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(paramLabel = "FILE", description = "The file that \"entraide backup\" made.")
  private Path file = Path.of("");

  RestoreCommand(BackupCommand.Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return action.run(EntraideCommand.parsed(parent).configuration(), file, console);
  }
}
