package org.entraide.journal.sql;

import java.nio.file.Path;
import org.entraide.file.secret.SecretLine;
import org.entraide.journal.sql.JournalProblem.Kind;

/** A file that holds one secret of the journal's. */
public final class SecretFile {

  private SecretFile() {}

  /**
   * Reads the secret.
   *
   * @throws JournalProblem if it cannot be read, is empty, or is not its owner's alone
   */
  public static String read(Path file) {
    try {
      return SecretLine.read(file);
    } catch (SecretLine.Unfit e) {
      Kind kind = e.isExposed() ? Kind.EXPOSED : Kind.SECRET;
      throw new JournalProblem(kind, file, e.words(), null);
    }
  }
}
