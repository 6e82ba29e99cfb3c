package org.entraide.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.journal.copy.ServerBackups;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.wiring.JournalWords;
import org.entraide.wiring.Journals;

/** What {@code backup} and {@code restore} do. */
public final class BackupAction {

  private BackupAction() {}

  public static int backup(Configuration configuration, Path file, Console console) {
    if (Files.exists(file)) {
      throw new UserError(ExitCode.USAGE, file + ": it is there already; name another file");
    }
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UserError(ExitCode.USAGE, file + ": there is no such directory; make it first");
    }
    Optional<DatabaseServer> server = server(configuration);
    try {
      if (server.isPresent()) {
        ServerBackups.copy(server.get(), file);
      } else {
        Backups.copy(configuration.state().directory(), file);
      }
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
    console.err().println("The journal as it stands now is in " + file + ".");
    return ExitCode.OK;
  }

  public static int restore(Configuration configuration, Path file, Console console)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(ExitCode.USAGE, file + ": there is no such file");
    }
    Optional<Path> log = Backups.log(file);
    if (log.isPresent()) {
      throw new UserError(
          ExitCode.USAGE,
          file
              + ": beside it is "
              + log.get()
              + ", so this is a copy of a journal in use, which may lack its end; take one that"
              + " \"entraide backup\" made");
    }
    Path directory = configuration.state().directory();
    DaemonLock lock = lock(directory);
    try {
      List<Path> kept = put(configuration, file);
      console.err().println("The journal is what it was when " + file + " was made.");
      if (!kept.isEmpty()) {
        console.err().println("What stood there before is put aside:");
        kept.forEach(path -> console.err().println("  " + path));
        console.err().println("Delete it once all is well: it holds what was erased since, too.");
      }
      console
          .err()
          .println(
              "Start the daemon as before; on another machine with \"run --take-over\", once the"
                  + " old one is stopped.");
    } finally {
      lock.close();
    }
    return ExitCode.OK;
  }

  private static DaemonLock lock(Path directory) {
    try {
      return DaemonLock.acquire(directory)
          .orElseThrow(
              () ->
                  new UserError(
                      ExitCode.ALREADY_RUNNING,
                      DaemonLock.conflict(directory) + " Stop it, then restore."));
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
  }

  /** The database that the journal is in; empty for SQLite. */
  private static Optional<DatabaseServer> server(Configuration configuration) {
    try {
      return configuration.state().journal().map(url -> Journals.server(configuration));
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
  }

  private static List<Path> put(Configuration configuration, Path file) {
    Path directory = configuration.state().directory();
    Instant now = SystemEdge.clock().instant();
    Optional<DatabaseServer> server = server(configuration);
    try {
      return server.isPresent()
          ? ServerBackups.restore(server.get(), directory, file, now).stream().toList()
          : Backups.restore(directory, file, now);
    } catch (JournalProblem e) {
      boolean ofBackup = e.place().equals(file.toString());
      Throwable cause = e.getCause();
      throw ofBackup && cause != null
          ? new UserError(
              ExitCode.USAGE,
              file + ": " + cause.getMessage() + ". Nothing was changed; choose another backup.")
          : JournalWords.userError(e);
    }
  }
}
