package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What the processes that JMH starts have to say besides their times: how good their last result
 * was.
 */
final class Notes {

  /** The system property that names the file. */
  static final String FILE = "entraide.bench.notes";

  private Notes() {}

  /** Writes it down; does nothing when nobody asked for it. */
  static void add(BenchmarkParams benchmark, Judge.Verdict verdict) throws IOException {
    String file = System.getProperty(FILE);
    if (file != null) {
      Files.writeString(
          Path.of(file),
          "%s %d %d%n".formatted(key(benchmark), verdict.matched(), verdict.blockingPairs()),
          StandardOpenOption.APPEND);
    }
  }

  /** Names a benchmark with its parameters, without blanks. */
  static String key(BenchmarkParams benchmark) {
    StringBuilder key = new StringBuilder(benchmark.getBenchmark());
    for (String name : benchmark.getParamsKeys()) {
      key.append(',').append(benchmark.getParam(name));
    }
    return key.toString();
  }

  static Map<String, Judge.Verdict> read(Path file) throws IOException {
    Map<String, Judge.Verdict> verdicts = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ", -1);
      verdicts.put(
          words[0], new Judge.Verdict(Integer.parseInt(words[1]), Long.parseLong(words[2])));
    }
    return verdicts;
  }
}
