package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.entraide.cli.shell.SystemEdge;

/** What is measured; each method gives one line of a table. */
final class Measurements {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How often a campaign in which nothing happens is looked at. */
  private static final Duration SLOWEST = Duration.ofMinutes(5);

  private Measurements() {}

  /** From the start of the process to its end, one cycle over new answers between: the median. */
  static List<String> start(Variant variant, int people, int times)
      throws IOException, InterruptedException {
    List<Proc.Ended> runs = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      try (BenchOffice office = BenchOffice.open(people)) {
        runs.add(Daemon.once(variant, office));
      }
    }
    return List.of(
        variant.name(),
        "%.2f s".formatted(median(runs, Proc.Ended::seconds)),
        "%.2f s".formatted(median(runs, Proc.Ended::cpuSeconds)),
        "%.0f MB".formatted(median(runs, Proc.Ended::peakMegabytes)));
  }

  /** The first cycle over many answers, and what it asked for. */
  static List<String> firstCycle(Variant variant, int people)
      throws IOException, InterruptedException {
    try (BenchOffice office = BenchOffice.open(people)) {
      Proc.Ended run = Daemon.once(variant, office);
      Map<String, Integer> requests = office.requests();
      return List.of(
          variant.name(),
          "%.1f s".formatted(run.seconds()),
          "%.1f s".formatted(run.cpuSeconds()),
          "%.0f MB".formatted(run.peakMegabytes()),
          count(requests, "sheets.read") + " + " + count(requests, "sheets.write"),
          count(requests, "gmail.read") + " + " + count(requests, "gmail.write"));
    }
  }

  /** The first cycle, then cycles of a daemon in which nothing happens. */
  static List<String> asking(Variant variant, int people, boolean asks)
      throws IOException, InterruptedException {
    try (BenchOffice office = BenchOffice.open(people)) {
      office.asking(asks);
      Proc.Ended first = Daemon.once(variant, office);
      Daemon.once(variant, office); // what a first cycle leaves
      int drafts = count(office.requests(), "gmail.write");
      try (Daemon daemon = Daemon.start(variant, office, "run")) {
        Quiet quiet = quiet(daemon, office, Duration.ofSeconds(40));
        return List.of(
            asks ? "on" : "off",
            "%.1f s".formatted(first.seconds()),
            "%.1f s".formatted(first.cpuSeconds()),
            "%.0f MB".formatted(first.peakMegabytes()),
            String.valueOf(drafts),
            "%.0f ms".formatted(1000 * quiet.cpuSeconds() / quiet.cycles()),
            "1 + %.1f".formatted((double) quiet.mails() / quiet.cycles()));
      }
    }
  }

  /** Cycles in which nothing happens, and what they cost together. */
  private record Quiet(int cycles, double cpuSeconds, int mails) {}

  private static Quiet quiet(Daemon daemon, BenchOffice office, Duration lasts)
      throws IOException, InterruptedException {
    daemon.awaitReads(count(office.requests(), "sheets.read") + 4, PATIENCE); // to warm up
    Map<String, Integer> before = office.requests();
    double cpuBefore = Proc.cpuSeconds(daemon.pid());
    SystemEdge.sleeper().sleep(lasts);
    daemon.awaitReads(count(office.requests(), "sheets.read") + 1, PATIENCE);
    Map<String, Integer> after = office.requests();
    int reads = count(after, "sheets.read") - count(before, "sheets.read");
    int mails = count(after, "gmail.read") - count(before, "gmail.read");
    return new Quiet(reads, Proc.cpuSeconds(daemon.pid()) - cpuBefore, mails);
  }

  private static int count(Map<String, Integer> requests, String kind) {
    return requests.getOrDefault(kind, 0);
  }

  /** Memory, and CPU for each cycle, of a daemon that has nothing to do. */
  static List<String> rest(Variant variant, int people, Duration quiet)
      throws IOException, InterruptedException {
    try (BenchOffice office = BenchOffice.open(people);
        Daemon daemon = Daemon.start(variant, office, "run")) {
      // The first pass reads twice, those after it once and write nothing; some to warm up.
      daemon.awaitReads(8, PATIENCE);
      return atRest(variant, people, quiet, office, daemon);
    }
  }

  /** The same over so many rows that the first passes take long. */
  static List<String> quiet(Variant variant, int people, Duration quiet)
      throws IOException, InterruptedException {
    try (BenchOffice office = BenchOffice.open(people)) {
      Daemon.once(variant, office);
      try (Daemon daemon = Daemon.start(variant, office, "run")) {
        daemon.awaitReads(count(office.requests(), "sheets.read") + 8, PATIENCE.multipliedBy(3));
        return atRest(variant, people, quiet, office, daemon);
      }
    }
  }

  private static List<String> atRest(
      Variant variant, int people, Duration quiet, BenchOffice office, Daemon daemon)
      throws IOException, InterruptedException {
    Map<String, Integer> before = office.requests();
    double cpuBefore = Proc.cpuSeconds(daemon.pid());
    SystemEdge.sleeper().sleep(quiet);
    // From the beginning of a cycle to that of another one.
    daemon.awaitReads(count(office.requests(), "sheets.read") + 1, PATIENCE);
    double cpu = Proc.cpuSeconds(daemon.pid()) - cpuBefore;
    Map<String, Integer> after = office.requests();
    if (count(after, "sheets.write") != count(before, "sheets.write")) {
      throw new IllegalStateException("The daemon is not at rest: it writes.");
    }
    int cycles = count(after, "sheets.read") - count(before, "sheets.read");
    return List.of(
        variant.name(),
        "%,d".formatted(people),
        memory(daemon, "VmRSS"),
        memory(daemon, "RssAnon"),
        memory(daemon, "VmHWM"),
        "%.0f ms".formatted(1000 * cpu / cycles));
  }

  /**
   * What a daemon weighs that looks after several campaigns in which nothing happens, started where
   * an earlier one left off.
   *
   * @param quiet how long to look at it
   */
  static List<String> weight(Variant variant, BenchOffice office, int campaigns, Duration quiet)
      throws IOException, InterruptedException {
    int logged =
        Files.exists(office.daemonLog()) ? Files.readString(office.daemonLog()).length() : 0;
    long begin = System.nanoTime();
    try (Daemon daemon = Daemon.start(variant, office, "run", "--verbose")) {
      long first = daemon.awaitCycles(1, logged, PATIENCE);
      double startCpu = Proc.cpuSeconds(daemon.pid());
      daemon.awaitCycles(4 * campaigns, logged, PATIENCE);
      Map<String, Integer> before = office.requests();
      double cpuBefore = Proc.cpuSeconds(daemon.pid());
      SystemEdge.sleeper().sleep(quiet);
      double cpu = Proc.cpuSeconds(daemon.pid()) - cpuBefore;
      int cycles = count(office.requests(), "sheets.read") - count(before, "sheets.read");
      if (count(office.requests(), "gmail.write") != count(before, "gmail.write")) {
        throw new IllegalStateException("The daemon is not at rest: it drafts.");
      }
      return List.of(
          variant.name(),
          "%.2f s".formatted((first - begin) / 1e9),
          "%.2f s".formatted(startCpu),
          memory(daemon, "VmRSS"),
          memory(daemon, "RssAnon"),
          memory(daemon, "VmHWM"),
          "%.0f ms".formatted(1000 * cpu / cycles),
          "%.2f %%".formatted(100 * cpu / cycles * campaigns / SLOWEST.toSeconds()));
    }
  }

  /** Lets a daemon do what there is to do. */
  static void settle(Variant variant, BenchOffice office, int campaigns)
      throws IOException, InterruptedException {
    try (Daemon daemon = Daemon.start(variant, office, "run", "--verbose")) {
      daemon.awaitCycles(5 * campaigns, 0, PATIENCE.multipliedBy(5));
    }
  }

  private static String memory(Daemon daemon, String line) {
    return "%.0f MB".formatted(Proc.megabytes(daemon.pid(), line).orElseThrow());
  }

  static double median(List<Proc.Ended> runs, ToDoubleFunction<Proc.Ended> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The parts that are asked for, one by one or separated by commas; empty for all. */
  static List<String> parts(String[] arguments) {
    List<String> parts =
        Arrays.stream(arguments).flatMap(it -> Arrays.stream(it.split(",", -1))).toList();
    return parts.contains("all") ? List.of() : parts;
  }

  /** What it is measured on. */
  static String machine() {
    return "%s, %s %s, %d processors"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors());
  }

  /** A Markdown table. */
  static String table(List<String> titles, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    line(table, titles);
    line(table, titles.stream().map(t -> titles.indexOf(t) == 0 ? "---" : "---:").toList());
    rows.forEach(row -> line(table, row));
    return table.toString();
  }

  private static void line(StringBuilder table, List<String> cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  static {
    Locale.setDefault(Locale.ROOT);
  }
}
