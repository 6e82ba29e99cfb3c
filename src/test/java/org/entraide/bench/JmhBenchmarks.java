package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of the matcher in memory and prints tables for {@code docs/benchmarks.md}:
 * medians of iterations, and how good each result is. Parts may be named: {@code core}, {@code *
 * campaign}.
 */
public final class JmhBenchmarks {

  private JmhBenchmarks() {}

  public static void main(String[] arguments) throws IOException, RunnerException {
    Locale.setDefault(Locale.ROOT);
    List<String> wanted = Measurements.parts(arguments);
    System.out.println(Measurements.machine());
    if (wanted.isEmpty() || wanted.contains("core")) {
      print(
          "The core in memory: random lists of 10 with ties, 10 residents for each hospital",
          List.of("residents", "solver", "time, median", "matched", "blocking pairs"),
          List.of(CoreBenchmark.class, CardinalityBenchmark.class));
    }
    if (wanted.isEmpty() || wanted.contains("campaign")) {
      print(
          "A campaign of 2,000 people in the daemon, without walk and alternatives",
          List.of("towns", "solver", "time, median", "people helped", "blocking pairs"),
          List.of(CampaignBenchmark.class));
    }
  }

  private static void print(String title, List<String> titles, List<Class<?>> benchmarks)
      throws IOException, RunnerException {
    Path notes = Files.createTempFile("entraide-bench-", ".notes");
    try {
      OptionsBuilder options = new OptionsBuilder();
      benchmarks.forEach(it -> options.include("\\." + it.getSimpleName() + "\\."));
      options.jvmArgs("-D" + Notes.FILE + "=" + notes).verbosity(VerboseMode.SILENT);
      options.shouldFailOnError(true);
      Collection<RunResult> results = new Runner(options.build()).run();
      Map<String, Judge.Verdict> verdicts = Notes.read(notes);
      List<RunResult> sorted = new ArrayList<>(results);
      sorted.sort((one, other) -> Integer.compare(size(one), size(other)));
      System.out.printf(
          "%n### %s%n%n%s",
          title, Measurements.table(titles, sorted.stream().map(it -> row(it, verdicts)).toList()));
    } finally {
      Files.deleteIfExists(notes);
    }
  }

  private static int size(RunResult result) {
    BenchmarkParams benchmark = result.getParams();
    return Integer.parseInt(benchmark.getParam(benchmark.getParamsKeys().iterator().next()));
  }

  private static List<String> row(RunResult result, Map<String, Judge.Verdict> verdicts) {
    String name = result.getParams().getBenchmark();
    Judge.Verdict verdict = verdicts.get(Notes.key(result.getParams()));
    if (verdict == null) {
      throw new IllegalStateException("Nobody judged " + name + ".");
    }
    return List.of(
        "%,d".formatted(size(result)),
        solver(name.substring(name.lastIndexOf('.') + 1)),
        "%,.1f ms".formatted(result.getPrimaryResult().getStatistics().getPercentile(50)),
        "%,d".formatted(verdict.matched()),
        "%,d".formatted(verdict.blockingPairs()));
  }

  private static String solver(String method) {
    return switch (method) {
      case "entraide" -> "Entraide";
      case "greedy" -> "greedy loop";
      case "jgrapht" -> "Hopcroft-Karp, JGraphT";
      default -> throw new IllegalArgumentException("No benchmark is called " + method + ".");
    };
  }
}
