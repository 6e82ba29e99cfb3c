package org.entraide.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.entraide.journal.sqlite.DaemonLock;

/**
 * Another daemon, as far as the lock goes: tells whether it has it, and keeps it until stdin ends.
 */
public final class LockHolder {

  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    boolean got = DaemonLock.acquire(directory).isPresent();
    System.out.println(got ? "holds" : DaemonLock.conflict(directory));
    while (System.in.read() >= 0) {
      // until the test closes it
    }
  }
}
