package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures {@code bin/entraide match} and {@code solve} as whole processes with their files, and
 * alternatives beside them, and prints tables for {@code docs/benchmarks.md}. Run it from the root
 * of the repository; parts may be named, {@code solve} or {@code match}; others are passed over.
 */
public final class MatchBenchmark {

  /** With ten times as many people there are a hundred times as many acceptable pairs. */
  private static final int MOST_FOR_JGRAPHT = 10_000;

  private MatchBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!Proc.isHere()) {
      System.err.println("This benchmark reads /proc, which only Linux has.");
      System.exit(1);
    }
    List<String> wanted = Measurements.parts(arguments);
    boolean all = wanted.isEmpty();
    System.out.println(Measurements.machine());
    build();
    if (all || wanted.contains("solve")) {
      print("`solve`, lists of 10", List.of(Work.solve("15 s", 1_000_000, 100_000)), 0);
    }
    if (all || wanted.contains("match")) {
      print(
          "`match --no-alternatives`, with reasons and certificate",
          List.of(
              towns("", 500, 500, 2),
              towns("", 5_000, 5_000, 10),
              towns("", 50_000, 50_000, 100),
              towns("30 s, 3 GB", 500_000, 500_000, 1_000),
              towns("60 s", 700_000, 300_000, 1_000),
              Work.match(
                  "100,000 need, 100,000 help, within 15 km of one point",
                  "30 s",
                  100_000,
                  100_000,
                  1)),
          MOST_FOR_JGRAPHT);
    }
  }

  private static Work towns(String limit, int seekers, int helpers, int towns) {
    return Work.match(
        "%,d need, %,d help, in %,d towns".formatted(seekers, helpers, towns),
        limit,
        seekers,
        helpers,
        towns);
  }

  /** The script may build first; that is not to be measured. */
  private static void build() throws IOException, InterruptedException {
    Path script = Path.of("bin", "entraide");
    if (new ProcessBuilder(script.toString(), "--version").inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(script + " does not start.");
    }
  }

  private static void print(String title, List<Work> works, int mostForJgrapht)
      throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (Work work : works) {
      Path directory = Files.createTempDirectory("entraide-bench-");
      try {
        Work.Place place = work.prepare(directory);
        rows.add(work.entraide(place));
        rows.add(work.greedy(place));
        if (work.people() <= mostForJgrapht) {
          rows.add(work.cardinality(place));
        }
      } finally {
        Work.delete(directory);
      }
    }
    System.out.printf("%n### %s%n%n%s", title, Measurements.table(Work.TITLES, rows));
  }
}
