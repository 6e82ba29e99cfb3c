package org.entraide.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Log lines for systemd's journal. The journal adds the time itself, and reads the priority from
 * the beginning of each line; see sd-daemon(3).
 */
public final class SystemJournal {

  /** Where the kernel shows what this process's standard error is. */
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /** A line of the log without its time, with the priority of syslog(3) before it. */
  static final String LINE =
      "%replace(%replace(%replace(%replace(%level){'^ERROR$', '<3>'}){'^WARN$', '<4>'})"
          + "{'^INFO$', '<6>'}){'^(DEBUG|TRACE)$', '<7>'}"
          + "%logger{0}%replace( [%X{campaign} %X{cycle}]){' \\[ \\]| (?=\\])', ''} - %msg%n";

  private SystemJournal() {}

  /**
   * Has loggers that are made from now on write for the journal, where it reads; see logback.xml.
   */
  public static void writeForIt() {
    if (reads(SystemEdge.environment(), standardError())) {
      System.setProperty("entraide.log.line", LINE);
    }
  }

  /**
   * Whether the journal reads standard error, see systemd.exec(5) of {@code JOURNAL_STREAM}: the
   * variable is inherited, also by a program whose standard error goes elsewhere.
   *
   * @param standardError its device and inode, {@code DEVICE:INODE}
   */
  static boolean reads(Map<String, String> environment, Optional<String> standardError) {
    return standardError.isPresent()
        && standardError.get().equals(environment.get("JOURNAL_STREAM"));
  }

  private static Optional<String> standardError() {
    try {
      Map<String, Object> is = Files.readAttributes(STANDARD_ERROR, "unix:dev,ino");
      return Optional.of(is.get("dev") + ":" + is.get("ino"));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // no Linux, so no systemd either
    }
  }
}
