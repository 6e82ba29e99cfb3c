package org.entraide.journal.sql;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.text.Message;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Distinguishes the administrator's problems from each other and from our bugs. */
public final class SqliteProblems {

  /** The low byte of SQLite's result code is the primary code. */
  private static final int PRIMARY = 0xff;

  private SqliteProblems() {}

  public static RuntimeException of(Path file, SQLException e) {
    if (e.getCause() instanceof NativeLibraryNotFoundException) {
      String directory =
          System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
      Message cause = Message.of("journal.library").with("directory", directory);
      return new JournalProblem(Kind.LIBRARY, file, cause, e);
    }
    if (!(e instanceof SQLiteException sqlite)) {
      return new IllegalStateException("The journal was used after it was closed.", e);
    }
    int code = sqlite.getResultCode().code & PRIMARY;
    if (is(code, SQLiteErrorCode.SQLITE_FULL)) {
      return new JournalProblem(Kind.FULL, file, "journal.disk_full", e);
    }
    if (is(code, SQLiteErrorCode.SQLITE_CORRUPT) || is(code, SQLiteErrorCode.SQLITE_NOTADB)) {
      return new JournalProblem(Kind.DAMAGED, file, "journal.damaged", e);
    }
    if (is(code, SQLiteErrorCode.SQLITE_BUSY)
        || is(code, SQLiteErrorCode.SQLITE_LOCKED)
        || is(code, SQLiteErrorCode.SQLITE_PROTOCOL)) {
      return new JournalProblem(Kind.BUSY, file, "journal.locked", e);
    }
    if (is(code, SQLiteErrorCode.SQLITE_READONLY)
        || is(code, SQLiteErrorCode.SQLITE_CANTOPEN)
        || is(code, SQLiteErrorCode.SQLITE_PERM)
        || is(code, SQLiteErrorCode.SQLITE_AUTH)) {
      return denied(file, e);
    }
    if (is(code, SQLiteErrorCode.SQLITE_IOERR) || is(code, SQLiteErrorCode.SQLITE_NOMEM)) {
      Message cause =
          Message.of("journal.failed.code").with("code", sqlite.getResultCode().toString());
      return new JournalProblem(Kind.FAILED, file, cause, e);
    }
    return new IllegalStateException("The journal refused a statement: a bug.", e);
  }

  public static JournalProblem of(Path file, IOException e) {
    if (e instanceof AccessDeniedException) {
      return denied(file, e);
    }
    if (e instanceof FileAlreadyExistsException) {
      return new JournalProblem(Kind.DENIED, file, "journal.no_directory", e);
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    // The JDK has no class for these, only the system's words.
    String words = String.valueOf(reason).toLowerCase(Locale.ROOT);
    if (words.contains("no space left") || words.contains("quota exceeded")) {
      return new JournalProblem(Kind.FULL, file, "journal.disk_full", e);
    }
    if (words.contains("read-only")
        || words.contains("not permitted")
        || words.contains("not a directory")) {
      return denied(file, e);
    }
    return new JournalProblem(Kind.FAILED, file, "journal.failed", e);
  }

  private static JournalProblem denied(Path file, Exception e) {
    Message cause = owner(file, e).with("user", System.getProperty("user.name"));
    return new JournalProblem(Kind.DENIED, file, cause, e);
  }

  private static Message owner(Path file, Exception e) {
    for (Path at = file.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        try {
          return Message.of("journal.denied.owned")
              .with("path", at.toString())
              .with("owner", Files.getOwner(at).getName());
        } catch (IOException | UnsupportedOperationException unknown) {
          e.addSuppressed(unknown);
          break;
        }
      }
    }
    return Message.of("journal.denied");
  }

  private static boolean is(int primary, SQLiteErrorCode code) {
    return primary == code.code;
  }
}
