package org.entraide.journal.sqlite;

import java.nio.file.Path;
import java.util.List;
import org.entraide.journal.sql.JournalSchema;

/**
 * What a look through the whole journal found.
 *
 * @param format the version of its tables
 * @param sqlite the version of what read it
 * @param bytes its size, with its write-ahead log
 * @param damage what does not fit together, in SQLite's words; it quotes no content
 */
public record JournalInspection(
    Path file, int format, String sqlite, long bytes, List<String> damage) {

  public JournalInspection {
    damage = List.copyOf(damage);
  }

  /**
   * Looks through a state directory's journal, beside a daemon or without. Takes about a second for
   * 100 MB.
   *
   * @throws org.entraide.journal.sql.JournalProblem if there is none ({@code
   *     JournalProblem.Kind.ABSENT}), or if it cannot be read
   */
  public static JournalInspection of(Path directory) {
    return new SqliteFile(directory, JournalSchema.sqlite()).inspect();
  }
}
