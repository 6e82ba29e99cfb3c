package org.entraide.journal.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.entraide.file.secret.OwnerOnly;

/** Creates what only the daemon's user may see. */
public final class StateDirectory {

  private StateDirectory() {}

  /** Creates a directory, and its parents, for the owner only; one that exists stays as it is. */
  public static void ensure(Path directory) {
    try {
      OwnerOnly.directory(directory);
    } catch (IOException e) {
      throw SqliteProblems.of(directory, e);
    }
  }
}
