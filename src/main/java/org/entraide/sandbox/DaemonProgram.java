package org.entraide.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How the daemon's program is started. */
@FunctionalInterface
public interface DaemonProgram {

  /**
   * A whole command.
   *
   * @param configuration its file
   * @param ahead by how much its clock is ahead of the machine's
   * @param options of {@code run}; none for the daemon itself
   */
  DaemonCommand with(Path configuration, Duration ahead, List<String> options);
}
