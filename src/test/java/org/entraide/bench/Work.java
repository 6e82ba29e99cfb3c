package org.entraide.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One piece of work for whole processes: a generated file, what {@code bin/entraide} makes of it,
 * and what others do.
 *
 * @param name as the table shows it
 * @param limit on time and memory that it has to keep, as the table shows it; empty for none
 * @param generator class whose {@code main} writes the file
 * @param numbers that the generator takes after the file's name
 */
record Work(String name, String limit, Class<?> generator, String numbers) {

  static final List<String> TITLES =
      List.of(
          "work",
          "limit",
          "program",
          "elapsed",
          "CPU",
          "peak memory",
          "helped",
          "at most",
          "blocking pairs");

  private static final int RUNS = 3;
  private static final double LONG_SECONDS = 30;
  private static final List<String> LIKE_ENTRAIDE = List.of("-Xmx2600m", "-XX:+UseParallelGC");

  static Work solve(String limit, int residents, int hospitals) {
    return new Work(
        "`solve`, %,d residents, %,d hospitals".formatted(residents, hospitals),
        limit,
        Instances.class,
        "%d %d %d 1".formatted(residents, hospitals, CoreBenchmark.LENGTH));
  }

  static Work match(String name, String limit, int seekers, int helpers, int towns) {
    return new Work(name, limit, Towns.class, "%d %d %d 3 1 15".formatted(seekers, helpers, towns));
  }

  private boolean isPeople() {
    return generator.equals(Towns.class);
  }

  /** Returns how many take part. */
  int people() {
    String[] words = numbers.split(" ", -1);
    return Integer.parseInt(words[0]) + Integer.parseInt(words[1]);
  }

  /** Writes the file. */
  Place prepare(Path directory) throws IOException, InterruptedException {
    Place files =
        new Place(
            directory.resolve("given"),
            directory.resolve("out"),
            directory.resolve("why.csv"),
            directory.resolve("cert.json"),
            directory.resolve("log"));
    List<String> command = java(LIKE_ENTRAIDE, generator, files.given().toString());
    command.addAll(List.of(numbers.split(" ", -1)));
    require(run(command, files), files);
    return files;
  }

  /** Where everything is. */
  record Place(Path given, Path out, Path why, Path certificate, Path log) {}

  List<String> entraide(Place files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of("bin", "entraide").toString(),
                isPeople() ? "match" : "solve",
                files.given().toString(),
                "-o",
                files.out().toString(),
                "--certificate",
                files.certificate().toString()));
    if (isPeople()) {
      command.addAll(List.of("--reasons", files.why().toString(), "--no-alternatives"));
    }
    List<Proc.Ended> runs = runs(command, files);
    if (runs.get(0).exitCode() != 0) {
      return row("Entraide", runs, "", "", "");
    }
    JsonNode proof = new ObjectMapper().readTree(files.certificate().toFile());
    return row(
        "Entraide",
        runs,
        "%,d".formatted(proof.required("people_helped").asInt()),
        "%,d".formatted(proof.required("upper_bound").asInt()),
        "%,d".formatted(proof.required("blocking_pairs").asLong()));
  }

  List<String> greedy(Place files) throws IOException, InterruptedException {
    return other(
        "greedy loop", java(LIKE_ENTRAIDE, isPeople() ? Nearest.class : FirstCome.class), files);
  }

  /** For people only. */
  List<String> cardinality(Place files) throws IOException, InterruptedException {
    return other(
        "Hopcroft-Karp, JGraphT",
        java(List.of("-Xmx8g", "-XX:+UseParallelGC"), Cardinality.class),
        files);
  }

  private List<String> other(String program, List<String> java, Place files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(files.given().toString(), files.out().toString()));
    List<Proc.Ended> runs = runs(command, files);
    if (runs.get(0).exitCode() != 0) {
      return row(program, runs, "", "", "");
    }
    List<String> judge = java(LIKE_ENTRAIDE, Judge.class, isPeople() ? "people" : "instance");
    judge.addAll(List.of(files.given().toString(), files.out().toString()));
    require(run(judge, files), files);
    String[] verdict = Files.readString(files.log()).strip().split(" ", -1);
    return row(
        program,
        runs,
        "%,d".formatted(Integer.parseInt(verdict[0])),
        "",
        "%,d".formatted(Long.parseLong(verdict[1])));
  }

  private List<String> row(
      String program, List<Proc.Ended> runs, String helped, String bound, String blocking) {
    int exitCode = runs.get(0).exitCode();
    return List.of(
        name,
        limit,
        program + (exitCode == 0 ? "" : " (failed: %d)".formatted(exitCode)),
        "%.2f s".formatted(Measurements.median(runs, Proc.Ended::seconds)),
        "%.2f s".formatted(Measurements.median(runs, Proc.Ended::cpuSeconds)),
        "%,.0f MB".formatted(Measurements.median(runs, Proc.Ended::peakMegabytes)),
        helped,
        bound,
        blocking);
  }

  private static List<String> java(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Several runs, or one that is long or fails. */
  private static List<Proc.Ended> runs(List<String> command, Place files)
      throws IOException, InterruptedException {
    List<Proc.Ended> runs = new ArrayList<>();
    do {
      runs.add(run(command, files));
    } while (runs.size() < RUNS
        && runs.get(0).exitCode() == 0
        && runs.get(0).seconds() < LONG_SECONDS);
    return runs;
  }

  private static Proc.Ended run(List<String> command, Place files)
      throws IOException, InterruptedException {
    return Proc.run(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(files.log().toFile()));
  }

  private static void require(Proc.Ended run, Place files) throws IOException {
    if (run.exitCode() != 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "Exit code %d: %s", run.exitCode(), Files.readString(files.log())));
    }
  }

  /** Deletes a directory of files. */
  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
