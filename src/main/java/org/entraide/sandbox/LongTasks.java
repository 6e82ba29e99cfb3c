package org.entraide.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.entraide.sandbox.office.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * What takes longer than a request may, since the office answers one at a time and the daemon's
 * program asks it meanwhile: stopping the daemon in an orderly way, a single cycle, a dry run, a
 * later hour, a lost disk, a crowd. One after the other.
 */
final class LongTasks implements AutoCloseable {

  /**
   * The last one, or the one that is being run.
   *
   * @param exitCode of a program that was run for it
   * @param lines what that said
   * @param figures what came of it, in their order
   */
  record Errand(
      String kind,
      boolean running,
      Optional<Integer> exitCode,
      List<String> lines,
      Map<String, Long> figures) {

    static Errand begun(String kind) {
      return new Errand(kind, true, Optional.empty(), List.of(), Map.of());
    }

    static Errand done(String kind, Map<String, Long> figures) {
      return new Errand(kind, false, Optional.empty(), List.of(), figures);
    }

    static Errand failed(String kind, Throwable why) {
      return new Errand(kind, false, Optional.empty(), List.of(why.toString()), Map.of());
    }
  }

  /** For the running errand, once the sandbox ends; a crowd is left to itself. */
  private static final Duration LAST_PATIENCE = Duration.ofMillis(500);

  private final DaemonProcess daemon;
  private final DaemonLine command;
  private final MovedClock clock;
  private final Forgetting forget;
  private final LongSupplier nanos;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          run -> {
            Thread errands = new Thread(run, "errands");
            errands.setDaemon(true);
            return errands;
          });
  private final AtomicReference<@Nullable Errand> last = new AtomicReference<>();
  private volatile @Nullable Process child;
  private volatile boolean closed;

  /** The daemon's command with some options, as it would be started now. */
  @FunctionalInterface
  interface DaemonLine {
    DaemonCommand with(List<String> options);
  }

  /** Deletes what the daemon remembers. */
  @FunctionalInterface
  interface Forgetting {
    void run() throws IOException;
  }

  /**
   * @param clock of the office
   * @param nanos a clock that only ever goes on, in nanoseconds
   */
  LongTasks(
      DaemonProcess daemon,
      DaemonLine command,
      MovedClock clock,
      Forgetting forget,
      LongSupplier nanos) {
    this.daemon = daemon;
    this.command = command;
    this.clock = clock;
    this.forget = forget;
    this.nanos = nanos;
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
          return Errand.done("pause", Map.of());
        });
  }

  /**
   * One cycle of a daemon that does not run.
   *
   * @throws ApiException 409 while it does
   */
  void once() {
    refuseWhileRunning("two at once would be one too many.");
    begin("once", () -> run("once", List.of("--once")));
  }

  private void refuseWhileRunning(String why) {
    if (daemon.state() == DaemonProcess.State.RUNNING) {
      throw ApiException.conflict("Pause or kill the daemon first: " + why);
    }
  }

  /**
   * The state directory is lost, as on a disk that broke.
   *
   * @throws ApiException 409 while the daemon runs
   */
  void loseState() {
    refuseWhileRunning("it works in that directory.");
    begin(
        "lose-state",
        () -> {
          forget.run();
          return Errand.done("lose-state", Map.of());
        });
  }

  /** Another crowd than the campaign's is matched; see {@link CrowdMatching}. */
  void multitude(int people) {
    begin(
        "multitude",
        () -> {
          long begun = nanos.getAsLong();
          Map<String, Long> figures = new LinkedHashMap<>(CrowdMatching.matched(people, 1));
          figures.put("milliseconds", Duration.ofNanos(nanos.getAsLong() - begun).toMillis());
          return Errand.done("multitude", figures);
        });
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
          return Errand.done("later", Map.of());
        });
  }

  private interface Work {
    Errand done() throws IOException;
  }

  private void begin(String kind, Work work) {
    Errand begun = Errand.begun(kind);
    Errand previous = last.get();
    if ((previous != null && previous.running()) || !last.compareAndSet(previous, begun)) {
      throw ApiException.conflict("Something else is being done; try again when it is over.");
    }
    try {
      thread.execute(
          () -> {
            try {
              last.set(work.done());
            } catch (IOException e) {
              last.set(Errand.failed(kind, e));
            } catch (RuntimeException | Error e) {
              // whatever it is, the page must not wait for ever
              last.set(Errand.failed(kind, e));
              throw e;
            }
          });
    } catch (RejectedExecutionException e) {
      last.set(previous);
      throw ApiException.conflict("The sandbox is being closed.");
    }
  }

  private Errand run(String kind, List<String> options) throws IOException {
    Process process = command.with(options).builder().start();
    child = process;
    if (closed) {
      process.destroyForcibly();
    }
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Errand(
          kind, false, Optional.of(process.waitFor()), output.lines().toList(), Map.of());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return Errand.failed(kind, e);
    } finally {
      child = null;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    Process process = child;
    if (process != null) {
      process.destroyForcibly();
    }
    try {
      // a program that was just killed may not write into a directory that is being removed
      thread.awaitTermination(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
