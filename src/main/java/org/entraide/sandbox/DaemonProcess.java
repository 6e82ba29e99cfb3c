package org.entraide.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The daemon as a child process, so that it can really be killed.
 *
 * <p>All methods may be called from any thread.
 */
final class DaemonProcess implements AutoCloseable {

  /** How the child is, as the page shows it. */
  enum State {
    RUNNING,
    /** Stopped on request, cleanly. */
    PAUSED,
    /** Ended by itself, or killed. */
    DEAD
  }

  private static final long PATIENCE_SECONDS = 6;

  private final DaemonCommand command;
  private final Path log;
  private boolean wanted;
  private @Nullable Process process;

  /**
   * @param command how the daemon is started
   * @param log where its standard error goes
   */
  DaemonProcess(DaemonCommand command, Path log) {
    this.command = command;
    this.log = log;
  }

  /** Starts the daemon unless it runs. */
  synchronized void start() throws IOException {
    wanted = true;
    if (process == null || !process.isAlive()) {
      ProcessBuilder builder =
          new ProcessBuilder(command.words())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      command.environment().forEach(builder.environment()::putIfAbsent);
      process = builder.start();
    }
  }

  /** Stops it as a service manager would, and waits until it is gone. */
  synchronized void pause() {
    wanted = false;
    end(false);
  }

  /** Kills it, as a crash or a power cut would. */
  synchronized void kill() {
    end(true);
  }

  synchronized State state() {
    if (process != null && process.isAlive()) {
      return State.RUNNING;
    }
    return wanted ? State.DEAD : State.PAUSED;
  }

  /** How the last child ended, once it has. */
  synchronized Optional<Integer> exitCode() {
    return process == null || process.isAlive()
        ? Optional.empty()
        : Optional.of(process.exitValue());
  }

  private void end(boolean atOnce) {
    Process child = process;
    if (child == null || !child.isAlive()) {
      return;
    }
    if (atOnce) {
      child.destroyForcibly();
    } else {
      child.destroy();
    }
    try {
      if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    wanted = false;
    end(false);
  }
}
