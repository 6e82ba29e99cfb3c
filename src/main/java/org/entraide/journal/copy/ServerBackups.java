package org.entraide.journal.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerDatabase;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.server.ServerProblems;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.SqliteProblems;
import org.entraide.journal.sql.StateDirectory;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.SqliteDatabase;
import org.entraide.journal.sqlite.SqliteFile;

/**
 * Consistent copies of a journal in PostgreSQL, in files such as {@link Backups} makes: what either
 * made, either puts back. Leases, members, quotas and tokens are not in them.
 */
public final class ServerBackups {

  private ServerBackups() {}

  /**
   * Copies the journal as it is at one moment into a new file, mode 0600, beside daemons or
   * without.
   *
   * @param file must not exist
   * @throws org.entraide.journal.sql.JournalProblem if there is no journal, it cannot be read, or
   *     the copy cannot be made
   */
  public static void copy(DatabaseServer server, Path file) {
    try (ServerJournal journal = ServerJournal.openReadOnlyPatiently(server)) {
      Backups.make(file, made -> fill(journal.database(), made));
    }
  }

  private static void fill(ServerDatabase server, Path made) {
    try (SqliteDatabase copy = SqliteFile.fill(made, JournalSchema.sqlite())) {
      List<CopiedTable> tables = copy.read(CopiedTable::of);
      server.read(
          from -> {
            copy.change(to -> replace(server, from, made, to, tables));
            return true;
          });
      copy.leaveNoLog();
    }
  }

  private static void replace(
      ServerDatabase server, Connection from, Path made, Connection to, List<CopiedTable> tables)
      throws SQLException {
    TableCopy.replace(
        new CopySource(from, e -> ServerProblems.of(server.place(), e)),
        new CopySource(to, e -> SqliteProblems.of(made, e)),
        tables,
        made.toString());
  }

  /**
   * Replaces the journal by a copy, after a check of all of it, in one transaction. What was there
   * is copied into a file in the state directory before.
   *
   * @param directory the state directory, which is made if missing
   * @return where that copy is; empty where nothing was there
   * @throws org.entraide.journal.sql.JournalProblem if a daemon is at work, or the copy is none,
   *     damaged or of a newer version: then nothing changed
   */
  public static Optional<Path> restore(
      DatabaseServer server, Path directory, Path file, Instant now) {
    SqliteFile.check(file, JournalSchema.sqlite());
    StateDirectory.ensure(directory);
    Path journal = SqliteFile.in(directory);
    Path aside = Backups.aside(journal, now);
    boolean put = false;
    try (ServerJournal target = ServerJournal.openPatiently(server)) {
      Path newFile = Files.createTempFile(directory, "journal-", ".new", OwnerOnly.file(journal));
      try {
        try (OutputStream out = Files.newOutputStream(newFile)) { // which keeps its mode
          Files.copy(file, out);
        }
        put(server, target.database(), newFile, aside);
        put = true;
      } finally {
        Backups.delete(newFile);
        if (!put) {
          Files.deleteIfExists(aside);
        }
      }
      if (Files.notExists(aside)) {
        return Optional.empty();
      }
      OwnerOnly.handOver(aside, directory);
      return Optional.of(aside);
    } catch (IOException e) {
      throw SqliteProblems.of(journal, e);
    }
  }

  private static void put(DatabaseServer server, ServerDatabase target, Path made, Path aside) {
    try (SqliteDatabase copy = SqliteFile.openCopy(made, JournalSchema.sqlite())) {
      List<CopiedTable> tables = copy.read(CopiedTable::of);
      target.change(
          to -> {
            GroupGuard.hold(to, tables, target.place());
            if (Files.notExists(aside) && !TableCopy.isEmpty(to, tables)) {
              copy(server, aside); // by another connection: nobody writes meanwhile
            }
            CopySource copied = new CopySource(to, e -> ServerProblems.of(target.place(), e));
            copy.change(
                from ->
                    TableCopy.replace(
                        new CopySource(from, e -> SqliteProblems.of(made, e)),
                        copied,
                        tables,
                        target.place()));
          });
    }
  }
}
