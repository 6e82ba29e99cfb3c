package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What Linux tells of processes under {@code /proc}. */
final class Proc {

  /** Linux reports CPU time in hundredths of a second, whatever its own clock does. */
  private static final double TICKS_A_SECOND = 100;

  private static final Path ROOT = Path.of("/proc");

  private Proc() {}

  /**
   * A process that has ended.
   *
   * @param exitCode of the process
   * @param seconds from its start to its end
   * @param cpuSeconds of the process
   * @param peakMegabytes the most memory that was resident at once, in MB (2^20 bytes)
   */
  record Ended(int exitCode, double seconds, double cpuSeconds, double peakMegabytes) {}

  /** Runs a process to its end; no other may end meanwhile. */
  static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
    double before = endedChildrenCpuSeconds();
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      double peak = 0;
      do {
        peak = Math.max(peak, megabytes(process.pid(), "VmHWM").orElse(peak));
      } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = endedChildrenCpuSeconds() - before;
      return new Ended(process.exitValue(), seconds, cpuSeconds, peak);
    } finally {
      process.destroyForcibly();
    }
  }

  static boolean isHere() {
    return Files.isReadable(ROOT.resolve("self/stat"));
  }

  /** CPU seconds of a living process. */
  static double cpuSeconds(long pid) throws IOException {
    List<String> fields = stat(String.valueOf(pid));
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_A_SECOND;
  }

  /** CPU seconds of all children of this process that have ended: exact, unlike any polling. */
  static double endedChildrenCpuSeconds() throws IOException {
    List<String> fields = stat("self");
    return (Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14))) / TICKS_A_SECOND;
  }

  /**
   * A line of a process's status in MB (2^20 bytes), such as {@code VmRSS}; empty when it is gone.
   */
  static Optional<Double> megabytes(long pid, String line) {
    try (var lines = Files.lines(ROOT.resolve(pid + "/status"))) {
      return lines
          .filter(l -> l.startsWith(line + ":"))
          .map(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The fields after the command's name, which may hold spaces itself. */
  private static List<String> stat(String process) throws IOException {
    String text = Files.readString(ROOT.resolve(process + "/stat"));
    return List.of(text.substring(text.lastIndexOf(')') + 2).strip().split(" ", -1));
  }
}
