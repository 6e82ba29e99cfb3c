package org.entraide.action;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.config.StateSettings;
import org.entraide.journal.copy.JournalMove;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.wiring.JournalWords;

/** What {@code migrate-journal} does. */
public final class MigrateAction {

  private static final String FILE = "journal.db";
  private static final String SQLITE = "jdbc:sqlite:";

  private MigrateAction() {}

  public static int run(Configuration configuration, String url, Console console)
      throws IOException {
    Optional<Path> directory = directory(configuration, url);
    Optional<String> configured = configuration.state().journal();
    if (directory.isPresent() == configured.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          configured.isEmpty()
              ? "the journal is in SQLite already; name a database, jdbc:postgresql://HOST/DATABASE"
              : "the journal is in PostgreSQL already; write sqlite to move it into the state"
                  + " directory. From one PostgreSQL to another its own pg_dump takes it.");
    }
    try {
      if (directory.isPresent()) {
        toFile(configuration, configured.orElseThrow(), directory.get(), console);
      } else {
        toServer(configuration, url, console);
      }
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
    return ExitCode.OK;
  }

  /** The state directory that is meant; empty for a database server. */
  private static Optional<Path> directory(Configuration configuration, String url) {
    if (url.equals("sqlite")) {
      return Optional.of(configuration.state().directory());
    }
    if (url.startsWith(SQLITE)) {
      Path file = Path.of(url.substring(SQLITE.length())).toAbsolutePath().normalize();
      Path directory = file.getParent();
      if (directory == null || !file.endsWith(FILE)) {
        throw new UserError(
            ExitCode.USAGE,
            url + ": the file is called journal.db; name that in a state directory");
      }
      return Optional.of(directory);
    }
    Optional<String> wrong = StateSettings.wrongJournal(url);
    if (wrong.isPresent()) { // the address itself is not repeated: a password may be in it
      throw new UserError(ExitCode.USAGE, "URL: " + wrong.get());
    }
    return Optional.empty();
  }

  private static DatabaseServer server(Configuration configuration, String url) {
    return DatabaseServer.of(
        url, configuration.state().journalPasswordFile(), SystemEdge.environment());
  }

  private static void toServer(Configuration configuration, String url, Console console)
      throws IOException {
    Path directory = configuration.state().directory();
    DatabaseServer server = server(configuration, url);
    DaemonLock lock = lock(directory);
    JournalMove.Moved moved;
    try {
      moved =
          JournalMove.toServer(
              directory,
              SystemEdge.identity(directory),
              server,
              SystemEdge.clock().instant(),
              console.progress());
    } finally {
      lock.close();
    }
    PrintWriter err = console.err();
    print(moved, server.place(), err);
    err.println("Write into " + configuration.file() + ", under [state]:");
    console.out().println("journal = \"" + url + "\"");
    if (!moved.aside().isEmpty()) {
      err.println("What the journal was in is put aside:");
      moved.aside().forEach(path -> err.println("  " + path));
      err.println("Delete it once all is well: it holds what is erased from now on, too.");
    }
    if (hasTokens(directory)) {
      err.println(
          "Sign-ins of people were not moved: they stay in "
              + directory.resolve("tokens")
              + ". On other machines they sign in again with \"entraide auth login\".");
    }
    last(err);
  }

  private static void toFile(
      Configuration configuration, String url, Path directory, Console console) {
    DatabaseServer server = server(configuration, url);
    DaemonLock lock = lock(directory);
    JournalMove.Moved moved;
    try {
      moved = JournalMove.toFile(server, directory, console.progress());
    } finally {
      lock.close();
    }
    PrintWriter err = console.err();
    print(moved, directory.resolve(FILE).toString(), err);
    err.println("In " + configuration.file() + ", under [state], leave out the key journal.");
    if (!directory.equals(configuration.state().directory())) {
      err.println("Write there:");
      console.out().println("directory = \"" + directory + "\"");
    }
    err.println(
        server.place()
            + " still holds what was there, and no daemon uses it any more. Drop that database once"
            + " all is well: it holds what is erased from now on, too.");
    if (moved.tokens() > 0) {
      err.println(
          "Sign-ins of people were not moved (%d in the database): they sign in again with \"entraide auth login\"."
              .formatted(moved.tokens()));
    }
    last(err);
  }

  private static void print(JournalMove.Moved moved, String place, PrintWriter err) {
    err.println(
        moved.tables() == 0
            ? "The journal is in " + place + "."
            : "The journal is in %s: %,d rows of %d tables, each compared with the original."
                .formatted(place, moved.rows(), moved.tables()));
  }

  private static void last(PrintWriter err) {
    err.println(
        "Then start the daemon; with \"run --take-over\" if it was not stopped cleanly: on the"
            + " dashboard it has another name now, and would wait for up to 30 minutes.");
  }

  private static boolean hasTokens(Path directory) throws IOException {
    Path tokens = directory.resolve("tokens");
    if (!Files.isDirectory(tokens)) {
      return false;
    }
    try (Stream<Path> files = Files.list(tokens)) {
      return files.findAny().isPresent();
    }
  }

  private static DaemonLock lock(Path directory) {
    return DaemonLock.acquire(directory)
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.ALREADY_RUNNING,
                    DaemonLock.conflict(directory) + " Stop it, then move the journal."));
  }
}
