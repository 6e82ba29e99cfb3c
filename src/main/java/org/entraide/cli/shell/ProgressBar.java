package org.entraide.cli.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.entraide.progress.Progress;

/**
 * Shows how far something is, on a terminal, once it has taken two seconds; nothing anywhere else.
 */
public final class ProgressBar implements Progress, AutoCloseable {

  private static final long AFTER_MILLIS = 2_000;
  private static final long EVERY_MILLIS = 200;
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;
  private static final double NANOS = 1e9;
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter err;
  private final boolean colour;
  private final long start;
  private final ScheduledExecutorService clock;
  private final boolean shown;

  private volatile String phase = "";
  private volatile long done;
  private volatile long total;
  private int drawn;

  /**
   * @param shown whether anybody would see it
   */
  ProgressBar(PrintWriter err, boolean shown, boolean colour) {
    this.err = err;
    this.shown = shown;
    this.colour = colour;
    start = SystemEdge.ticks().getAsLong();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    if (shown) {
      ScheduledFuture<?> unused =
          clock.scheduleWithFixedDelay(
              this::draw, AFTER_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  public static ProgressBar on(Console console) {
    return new ProgressBar(console.err(), SystemEdge.hasTerminal(), SystemEdge.hasColour());
  }

  /** A command that takes a while. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it.
     *
     * @param console whose words take the bar out of their way
     * @return an exit code
     */
    int run(Console console) throws Exception;
  }

  /** Shows how far a command is, and runs it. */
  public static int during(Console console, Work work) throws Exception {
    try (ProgressBar bar = on(console)) {
      return bar.run(console, work);
    }
  }

  int run(Console console, Work work) throws Exception {
    Console over =
        shown
            ? new Console(before(console.out()), before(console.err()), this, console.spoken())
            : new Console(console.out(), console.err(), this, console.spoken());
    try {
      return work.run(over);
    } finally {
      over.out().flush();
      over.err().flush();
    }
  }

  /** Writes what a terminal shows beside the bar. */
  private PrintWriter before(PrintWriter lines) {
    return new PrintWriter(
        new FilterWriter(lines) {
          @Override
          public void write(int c) {
            write(String.valueOf((char) c), 0, 1);
          }

          @Override
          public void write(char[] text, int from, int length) {
            write(String.valueOf(text, from, length), 0, length);
          }

          @Override
          public void write(String text, int from, int length) {
            synchronized (ProgressBar.this) {
              erase();
              err.flush();
              lines.write(text, from, length);
              lines.flush();
            }
          }
        });
  }

  @Override
  public void step(String nowPhase, long nowDone, long ofTotal) {
    phase = nowPhase;
    done = nowDone;
    total = ofTotal;
  }

  /** A file whose reading is shown. */
  public InputStream reading(Path file) throws IOException {
    long size = Files.size(file);
    String name = "reading " + file.getFileName();
    InputStream in = Files.newInputStream(file);
    return shown ? new CountedInput(in, (read) -> step(name, read, size)) : in;
  }

  /** Prints a line, the bar out of its way. */
  public synchronized void println(String line) {
    erase();
    err.println(line);
  }

  synchronized void draw() {
    double part = total > 0 ? Math.min(1, (double) done / total) : 0;
    int full = (int) (part * WIDTH);
    String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
    String seconds = "%.0f s".formatted((SystemEdge.ticks().getAsLong() - start) / NANOS);
    String line = "%s [%s] %3.0f %%  %s".formatted(phase, bar, part * PERCENT, seconds);
    int length = line.length();
    if (colour) {
      line = line.replace(bar, GREEN + bar + PLAIN);
    }
    err.print("\r" + line + " ".repeat(Math.max(0, drawn - length)));
    err.flush();
    drawn = length;
  }

  private void erase() {
    if (drawn > 0) {
      err.print("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }

  @Override
  public synchronized void close() {
    clock.shutdownNow();
    erase();
    err.flush();
  }
}
