package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures {@code bin/entraide match} and {@code solve} as whole processes with their files, and
 * alternatives beside them, and prints tables for {@code docs/benchmarks.md}. Run it from the root
 * of the repository; parts may be named, and others are passed over: {@code solve}, {@code match},
 * {@code growth}.
 */
public final class MatchBenchmark {

  /** Beyond that many people their acceptable pairs do not fit into any memory. */
  private static final int MOST_FOR_JGRAPHT = 10_000;

  private static final int PEOPLE_A_TOWN = 1_000;

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
              Work.match("500,000 + 500,000, 1,000 towns", "30 s, 3 GB", 500_000, 500_000, 1000),
              Work.match("700,000 + 300,000, 1,000 towns", "60 s", 700_000, 300_000, 1000),
              Work.match("100,000 + 100,000, one city", "30 s", 100_000, 100_000, 1)),
          0);
    }
    if (all || wanted.contains("growth")) {
      List<Work> growth = new ArrayList<>();
      for (int people = 1_000; people <= 1_000_000; people *= 10) {
        growth.add(
            Work.match(
                "%,d people".formatted(people),
                "",
                people / 2,
                people / 2,
                Math.max(2, people / PEOPLE_A_TOWN)));
      }
      print("How it grows", growth, MOST_FOR_JGRAPHT);
    }
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
