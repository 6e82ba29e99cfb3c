package org.entraide.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.entraide.sandbox.office.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * What takes longer than a request may, since the office answers one at a time and the daemon's
 * program asks it meanwhile: stopping the daemon in an orderly way, a single cycle, a dry run, a
 * later hour. One after the other.
 */
final class Errands implements AutoCloseable {

  /** The last one, or the one that is being run. */
  record Errand(String kind, boolean running, Optional<Integer> exitCode, List<String> lines) {}

  private final DaemonProcess daemon;
  private final DaemonLine command;
  private final MovedClock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          run -> {
            Thread errands = new Thread(run, "errands");
            errands.setDaemon(true);
            return errands;
          });
  private final AtomicReference<@Nullable Errand> last = new AtomicReference<>();
  private volatile @Nullable Process child;

  /** The daemon's command line with some options, as it would be started now. */
  @FunctionalInterface
  interface DaemonLine {
    List<String> with(List<String> options);
  }

  Errands(DaemonProcess daemon, DaemonLine command, MovedClock clock) {
    this.daemon = daemon;
    this.command = command;
    this.clock = clock;
  }

  Optional<Errand> last() {
    return Optional.ofNullable(last.get());
  }

  /** Stops the daemon once the effect in its hand is done. */
  void pause() {
    begin(
        "pause",
        () -> {
          daemon.pause();
          return new Errand("pause", false, Optional.empty(), List.of());
        });
  }

  /**
   * One cycle of a daemon that does not run.
   *
   * @throws ApiException 409 while it does
   */
  void once() {
    if (daemon.state() == DaemonProcess.State.RUNNING) {
      throw ApiException.conflict("Pause the daemon first: two at once would be one too many.");
    }
    begin("once", () -> run("once", List.of("--once")));
  }

  /** What the next cycle would do, also beside a daemon that runs. */
  void dryRun() {
    begin("dry-run", () -> run("dry-run", List.of("--once", "--dry-run")));
  }

  /** It is later: for the office at once, and for the daemon, where it runs, by a new start. */
  void later(Duration time) {
    begin(
        "later",
        () -> {
          boolean running = daemon.state() == DaemonProcess.State.RUNNING;
          if (running) {
            daemon.pause();
          }
          clock.move(time);
          if (running) {
            daemon.start();
          }
          return new Errand("later", false, Optional.empty(), List.of());
        });
  }

  private interface Work {
    Errand done() throws IOException;
  }

  private void begin(String kind, Work work) {
    Errand begun = new Errand(kind, true, Optional.empty(), List.of());
    Errand before = last.get();
    if ((before != null && before.running()) || !last.compareAndSet(before, begun)) {
      throw ApiException.conflict("Something else is being done; try again when it is over.");
    }
    try {
      thread.execute(
          () -> {
            try {
              last.set(work.done());
            } catch (IOException e) {
              last.set(
                  new Errand(kind, false, Optional.empty(), List.of(String.valueOf(e.getMessage()))));
            }
          });
    } catch (RejectedExecutionException e) {
      last.set(before);
      throw ApiException.conflict("The sandbox is being closed.");
    }
  }

  private Errand run(String kind, List<String> options) throws IOException {
    Process process =
        new ProcessBuilder(command.with(options)).redirectErrorStream(true).start();
    child = process;
    try {
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Errand(kind, false, Optional.of(process.waitFor()), said.lines().toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Errand(kind, false, Optional.empty(), List.of());
    } finally {
      child = null;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    Process process = child;
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
