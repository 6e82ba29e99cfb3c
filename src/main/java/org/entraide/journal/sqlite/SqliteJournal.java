package org.entraide.journal.sqlite;

import java.nio.file.Path;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.StateDirectory;
import org.entraide.journal.table.SqlJournal;

/**
 * The journal in one SQLite file, which several processes may have open at once: the daemon, {@code
 * * status}, commands that queue something.
 */
public final class SqliteJournal {

  private SqliteJournal() {}

  /**
   * Opens a state directory's journal for reading and writing, after a check of the whole file. A
   * missing directory is created with mode 0700, a missing journal with mode 0600; an older one is
   * brought up to date.
   *
   * @throws org.entraide.journal.sql.JournalProblem if it is damaged, of a newer version, or cannot
   *     be written
   */
  public static Journal open(Path directory) {
    StateDirectory.ensure(directory);
    return new SqlJournal(new SqliteFile(directory, JournalSchema.sqlite()).open());
  }

  /**
   * Opens a state directory's journal for reading, beside a daemon or without.
   *
   * @throws org.entraide.journal.sql.JournalProblem if there is none ({@code
   *     JournalProblem.Kind.ABSENT}), or if it cannot be read
   */
  public static Journal openReadOnly(Path directory) {
    return new SqlJournal(new SqliteFile(directory, JournalSchema.sqlite()).openReadOnly());
  }
}
