package org.entraide.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * systemd, reached by its own program {@code systemd-notify}. It listens on a datagram socket,
 * which Java does not have; see {@code RATIONALE.md}.
 */
final class Systemd implements ServiceManager {

  /** Where systemd names its socket to those who are to notify it: sd_notify(3). */
  static final String SOCKET = "NOTIFY_SOCKET";

  private static final Logger log = LoggerFactory.getLogger(Systemd.class);

  /** It answers within milliseconds; a manager too busy for that is not waited for. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final String program;
  private boolean complained;

  /**
   * @param program its name or path
   */
  Systemd(String program) {
    this.program = program;
  }

  /** Who supervises a process with these environment variables. */
  static ServiceManager of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(SOCKET)).filter(it -> !it.isEmpty()).isPresent()
        ? new Systemd("systemd-notify")
        : NOBODY;
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public synchronized void announce(List<String> assignments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(assignments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
        complain("ended with " + process.exitValue());
      }
    } catch (IOException e) {
      complain("cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the process ends; what was sent may still arrive
    }
  }

  /** Once: what fails every minute fills no log. */
  private void complain(String how) {
    if (!complained) {
      complained = true;
      log.warn(
          "systemd is not told how the daemon is, since {} {}. Install it, or write Type=exec and"
              + " no WatchdogSec in the unit.",
          program,
          how);
    }
  }
}
