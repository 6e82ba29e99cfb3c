package org.entraide.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteProblemsTest {

  private static final Path FILE = Path.of("journal.db");

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, FULL",
    "SQLITE_CORRUPT, DAMAGED",
    "SQLITE_CORRUPT_INDEX, DAMAGED",
    "SQLITE_NOTADB, DAMAGED",
    "SQLITE_BUSY, BUSY",
    "SQLITE_BUSY_SNAPSHOT, BUSY",
    "SQLITE_READONLY, DENIED",
    "SQLITE_READONLY_DIRECTORY, DENIED",
    "SQLITE_CANTOPEN, DENIED",
    "SQLITE_IOERR_FSYNC, FAILED",
    "SQLITE_IOERR_WRITE, FAILED",
  })
  void sqliteCodesBecomeWhatAPersonCanDo(SQLiteErrorCode code, Kind kind) {
    RuntimeException problem = SqliteProblems.of(FILE, new SQLiteException("said SQLite", code));

    assertThat(problem).isInstanceOf(JournalProblem.class).hasMessageStartingWith("journal.db: ");
    assertThat(((JournalProblem) problem).kind()).isEqualTo(kind);
  }

  @Test
  void aRefusedStatementIsOurBug() {
    SQLiteException refused = new SQLiteException("no such table", SQLiteErrorCode.SQLITE_ERROR);

    assertThat(SqliteProblems.of(FILE, refused)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLibraryThatCannotBeUnpackedIsSaidWithWhere() {
    SQLException notLoaded = new SQLException("Error opening connection");
    notLoaded.initCause(new NativeLibraryNotFoundException("none found"));

    RuntimeException problem = SqliteProblems.of(FILE, notLoaded);

    assertThat(problem)
        .hasMessageStartingWith("journal.db: SQLite’s library cannot be unpacked into /")
        .hasMessageContaining("-Djava.io.tmpdir=DIRECTORY");
    assertThat(((JournalProblem) problem).kind()).isEqualTo(Kind.LIBRARY);
  }

  static Stream<Arguments> troublesOfFiles() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("journal.db"), Kind.DENIED),
        Arguments.of(new FileSystemException("f", null, "Read-only file system"), Kind.DENIED),
        Arguments.of(new FileSystemException("f", null, "No space left on device"), Kind.FULL),
        Arguments.of(new FileSystemException("f", null, "Disk quota exceeded"), Kind.FULL),
        Arguments.of(new IOException("Input/output error"), Kind.FAILED));
  }

  @ParameterizedTest
  @MethodSource("troublesOfFiles")
  void troublesOfFilesBecomeWhatAPersonCanDo(IOException trouble, Kind kind) {
    assertThat(SqliteProblems.of(FILE, trouble).kind()).isEqualTo(kind);
  }
}
