package org.entraide.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The daemon as a child process, so that it can really be killed.
 *
 * <p>All methods may be called from any thread; while one waits for the child's end the others that
 * change something wait too, and {@link #state} does not.
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

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Supplier<DaemonCommand> command;
  private final Path log;
  private volatile boolean wanted;
  private volatile @Nullable Process process;

  /**
   * @param command how the daemon would be started now
   * @param log where its standard error goes
   */
  DaemonProcess(Supplier<DaemonCommand> command, Path log) {
    this.command = command;
    this.log = log;
  }

  /** Starts the daemon unless it runs. */
  synchronized void start() throws IOException {
    wanted = true;
    if (!isAlive()) {
      process =
          command
              .get()
              .builder()
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    }
  }

  /** Stops it as a service manager would, and waits until it is gone. */
  synchronized void pause() {
    wanted = false;
    end(PATIENCE);
  }

  /** Kills it, as a crash or a power cut would. */
  synchronized void kill() {
    end(Duration.ZERO);
  }

  State state() {
    if (isAlive()) {
      return State.RUNNING;
    }
    return wanted ? State.DEAD : State.PAUSED;
  }

  private boolean isAlive() {
    Process child = process;
    return child != null && child.isAlive();
  }

  /** How the last child ended, once it has. */
  Optional<Integer> exitCode() {
    Process child = process;
    return child == null || child.isAlive() ? Optional.empty() : Optional.of(child.exitValue());
  }

  /**
   * @param patience how long it may go on after it was asked to stop; zero kills it at once
   */
  private void end(Duration patience) {
    Process child = process;
    if (child == null || !child.isAlive()) {
      return;
    }
    if (patience.isZero()) {
      child.destroyForcibly();
    } else {
      child.destroy();
    }
    try {
      if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        child.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it at once: nobody needs what it would still write, and people wait. */
  @Override
  public synchronized void close() {
    wanted = false;
    end(Duration.ZERO);
  }
}
