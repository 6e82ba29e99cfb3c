package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real daemon as a child process. */
final class Daemon implements AutoCloseable {

  private static final Path JAR = Path.of("target", "entraide.jar");

  private final Process process;
  private final BenchOffice office;

  private Daemon(Process process, BenchOffice office) {
    this.process = process;
    this.office = office;
  }

  /**
   * A run that has ended.
   *
   * @param seconds from the start of the process to its end
   * @param cpuSeconds of the process
   * @param peakMegabytes the most memory that was resident at once
   */
  record Ended(double seconds, double cpuSeconds, double peakMegabytes) {}

  static Daemon start(Variant variant, BenchOffice office, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(variant.options());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--config", office.configuration().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(office.daemonLog().toFile()));
    builder.environment().putAll(variant.environment());
    return new Daemon(builder.start(), office);
  }

  /** Runs one cycle to its end. */
  static Ended once(Variant variant, BenchOffice office) throws IOException, InterruptedException {
    double before = Proc.endedChildrenCpuSeconds();
    long start = System.nanoTime();
    try (Daemon daemon = start(variant, office, "run", "--once")) {
      double peak = 0;
      do {
        peak = Proc.megabytes(daemon.pid(), "VmHWM").orElse(peak);
      } while (!daemon.process.waitFor(10, TimeUnit.MILLISECONDS));
      double seconds = (System.nanoTime() - start) / 1e9;
      if (daemon.process.exitValue() != 0) {
        throw daemon.failure("ended with exit code " + daemon.process.exitValue());
      }
      return new Ended(seconds, Proc.endedChildrenCpuSeconds() - before, peak);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the daemon has asked for the sheet so many times. */
  void awaitReads(int reads, Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (office.requests().getOrDefault("sheets.read", 0) < reads) {
      if (System.nanoTime() > end || process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw failure("does not go on");
      }
    }
  }

  private IllegalStateException failure(String what) throws IOException {
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
