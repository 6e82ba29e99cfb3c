package org.entraide.cli;

import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide migrate-journal}. */
@Command(
    name = "migrate-journal",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Moves the journal from SQLite to PostgreSQL, or back.",
      "Compares all of it. No daemon may be running. Interrupted at any moment and run again, it"
          + " goes on",
      "from what is there; until it is done nothing changes where the journal was, and no daemon"
          + " starts",
      "with the new one. At the end it prints the line to write into the configuration. The"
          + " database's",
      "user and password are the daemon's: journal_password_file under [state], or PGUSER,"
          + " PGPASSWORD."
    },
    footer = {
      "",
      "Examples:",
      "  systemctl stop entraide",
      "  entraide migrate-journal jdbc:postgresql://db.example.org/entraide",
      "  entraide migrate-journal sqlite       back, into the state directory",
      "",
      "Exit codes: 0 done, 2 there is a journal already, 11 a daemon is running,",
      "75 the database does not answer, 78 it refuses the user."
    })
public final class MigrateJournalCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(
      paramLabel = "URL",
      description =
          "jdbc:postgresql://HOST/DATABASE, without a password; or sqlite, which is journal.db in"
              + " the state directory; or jdbc:sqlite:DIRECTORY/journal.db.")
  private String url = "";

  MigrateJournalCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = EntraideCommand.parsed(parent).configuration();
    return ProgressBar.during(console, over -> action.run(configuration, url, over));
  }

  /** What this command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Moves the journal.
     *
     * @param url where to, as it was typed
     * @return an exit code
     */
    int run(Configuration configuration, String url, Console console) throws Exception;
  }
}
