package org.entraide.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.entraide.journal.copy.JournalMove;
import org.entraide.journal.server.DatabaseServer;

/** A migration in a process of its own, which ends as one that is killed does. */
public final class KilledMigration {

  public static final int KILLED = 137;

  private KilledMigration() {}

  public static void main(String[] arguments) {
    int last = Integer.parseInt(arguments[2]);
    int[] steps = {0};
    JournalMove.toServer(
        Path.of(arguments[0]),
        "here",
        new DatabaseServer(arguments[1], Optional.of("postgres"), Optional.of("postgres")),
        Instant.EPOCH,
        (phase, done, total) -> {
          if (++steps[0] == last) {
            Runtime.getRuntime().halt(KILLED);
          }
        });
  }
}
