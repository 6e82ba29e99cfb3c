package org.entraide.journal.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.SqliteProblems;

/**
 * Consistent copies of a journal, made beside a running daemon, and put back without one. Of a
 * journal in PostgreSQL see {@code ServerBackups}, whose files are the same.
 */
public final class Backups {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String LOG = "-wal";
  private static final String SHARED = "-shm";
  private static final String BEFORE = ".before-";

  private Backups() {}

  /**
   * Copies the journal as it is at one moment into a new file, mode 0600.
   *
   * @param directory the state directory
   * @param file must not exist
   * @throws org.entraide.journal.sql.JournalProblem if there is no journal, it is damaged, or the
   *     copy cannot be made
   */
  public static void copy(Path directory, Path file) {
    try (SqliteDatabase journal =
        new SqliteFile(directory, JournalSchema.sqlite()).openReadOnly()) {
      make(file, journal::copy);
    }
  }

  /**
   * Makes a backup that has its name only once all of it is on the disk, mode 0600.
   *
   * @param file must not exist
   * @param filling writes it
   */
  public static void make(Path file, Consumer<Path> filling) {
    Path target = file.toAbsolutePath();
    try {
      Path folder = target.getParent();
      Path part =
          Files.createTempFile(
              folder == null ? target : folder, ".backup-", ".part", OwnerOnly.file(target));
      try {
        filling.accept(part);
        sync(part);
        SqliteFile.name(part, target);
      } finally {
        delete(part);
      }
    } catch (IOException e) {
      throw SqliteProblems.of(target, e);
    }
  }

  /** The write-ahead log beside a file that was copied by other means; empty for none. */
  public static Optional<Path> log(Path file) throws IOException {
    Path log = Path.of(file + LOG);
    return Files.exists(log) && Files.size(log) > 0 ? Optional.of(log) : Optional.empty();
  }

  /** What restoring or migrating put aside in a state directory, and nobody deleted since. */
  public static List<Path> aside(Path directory) throws IOException {
    List<Path> aside = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return aside; // the journal is in a database, or there is none yet
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + BEFORE + "*")) {
      files.forEach(aside::add);
    }
    aside.sort(null);
    return aside;
  }

  /**
   * Puts a copy in the journal's place, after a check of all of it. What was there stays beside it
   * under another name. The caller holds the {@link DaemonLock}.
   *
   * @return where the journal that was there is now; empty where there was none
   * @throws org.entraide.journal.sql.JournalProblem if the copy is none, damaged or of a newer
   *     version: then nothing changed
   */
  public static List<Path> restore(Path directory, Path file, Instant now) {
    SqliteFile.check(file, JournalSchema.sqlite());
    Path journal = SqliteFile.in(directory);
    try {
      Path newFile = Files.createTempFile(directory, "journal-", ".new", OwnerOnly.file(journal));
      try {
        try (OutputStream out = Files.newOutputStream(newFile)) { // which keeps its mode
          Files.copy(file, out);
        }
        sync(newFile);
        OwnerOnly.handOver(newFile, directory);
        List<Path> asideFiles = putAside(directory, now);
        Files.move(newFile, journal, StandardCopyOption.ATOMIC_MOVE);
        return asideFiles;
      } finally {
        Files.deleteIfExists(newFile);
      }
    } catch (IOException e) {
      throw SqliteProblems.of(journal, e);
    }
  }

  /**
   * Gives a state directory's journal another name.
   *
   * @return where it is now; empty where there was none
   */
  public static List<Path> putAside(Path directory, Instant now) throws IOException {
    Path journal = SqliteFile.in(directory);
    // the log first: without it the old one is an older journal, and never another one's
    List<Path> aside = List.of(Path.of(journal + LOG), Path.of(journal + SHARED), journal);
    List<Path> asideFiles = new ArrayList<>();
    for (Path path : aside) {
      if (Files.exists(path)) {
        asideFiles.add(Files.move(path, aside(path, now)));
      }
    }
    return asideFiles;
  }

  /** The name of what is put aside. */
  public static Path aside(Path path, Instant now) {
    return Path.of(path + BEFORE + STAMP.format(now));
  }

  /** Deletes a file that was not to stay, and what SQLite may have left beside it. */
  public static void delete(Path file) throws IOException {
    Files.deleteIfExists(Path.of(file + LOG));
    Files.deleteIfExists(Path.of(file + SHARED));
    Files.deleteIfExists(file);
  }

  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
