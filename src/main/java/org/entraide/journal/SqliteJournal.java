package org.entraide.journal;

import java.nio.file.Path;
import org.entraide.campaign.Journal;

/**
 * The journal in one SQLite file, which several processes may have open at once: the daemon, {@code
 * status}, commands that queue something.
 */
public final class SqliteJournal {

  private SqliteJournal() {}

  /**
   * Opens a state directory's journal for reading and writing, after a check of the whole file. A
   * missing directory is created with mode 0700, a missing journal with mode 0600; an older one is
   * brought up to date.
   *
   * @throws JournalProblem if it is damaged, of a newer version, or cannot be written
   */
  public static Journal open(Path directory) {
    StateDirectory.ensure(directory);
    return new SqlJournal(new SqliteFile(directory, Schema.sqlite()).open());
  }

  /**
   * Opens a state directory's journal for reading, beside a daemon or without.
   *
   * @throws JournalProblem if there is none ({@link JournalProblem.Kind#ABSENT}), or if it cannot
   *     be read
   */
  public static Journal openReadOnly(Path directory) {
    return new SqlJournal(new SqliteFile(directory, Schema.sqlite()).openReadOnly());
  }
}
