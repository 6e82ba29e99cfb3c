package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real daemon as a child process. */
final class Daemon implements AutoCloseable {

  private final Process process;
  private final BenchOffice office;

  private Daemon(Process process, BenchOffice office) {
    this.process = process;
    this.office = office;
  }

  static Daemon start(Variant variant, BenchOffice office, String... arguments) throws IOException {
    return new Daemon(builder(variant, office, arguments).start(), office);
  }

  private static ProcessBuilder builder(Variant variant, BenchOffice office, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(variant.program().java().toString());
    command.addAll(variant.options());
    command.addAll(List.of("-jar", variant.program().jar().toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--config", office.configuration().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(office.daemonLog().toFile()));
    builder.environment().putAll(variant.environment());
    return builder;
  }

  /** Runs one cycle to its end. */
  static Proc.Ended once(Variant variant, BenchOffice office)
      throws IOException, InterruptedException {
    Proc.Ended run = Proc.run(builder(variant, office, "run", "--once"));
    if (run.exitCode() != 0) {
      throw failure(office, "ended with exit code " + run.exitCode());
    }
    return run;
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the daemon has asked for the sheet so many times. */
  void awaitReads(int reads, Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (office.requests().getOrDefault("sheets.read", 0) < reads) {
      if (System.nanoTime() > end || process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw failure(office, "does not go on");
      }
    }
  }

  /**
   * Waits until so many cycles came to their end, of whichever campaigns.
   *
   * @param logged how much of the log is older than this daemon, in bytes
   * @return nanoseconds on {@link System#nanoTime}
   */
  long awaitCycles(int cycles, int logged, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (Files.readString(office.daemonLog()).substring(logged).split("cycle in ", -1).length
        <= cycles) {
      if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw failure(office, "does not go on");
      }
    }
    return System.nanoTime();
  }

  private static IllegalStateException failure(BenchOffice office, String what) throws IOException {
    return new IllegalStateException(
        "The daemon " + what + ": " + Files.readString(office.daemonLog()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
