package org.entraide.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.entraide.match.core.Preferences;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * JGraphT's Hopcroft-Karp on the instances of {@link CoreBenchmark}; the graph is built beforehand,
 * which is not counted, and may take three times the heap.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx8g", "-XX:+UseParallelGC"})
public class CardinalityBenchmark {

  @Param("10000")
  public int residents;

  private Preferences preferences = Instances.random(0, 0, 0, 0);
  private Cardinality graph = Cardinality.of(preferences);
  private int[] last = {};

  @Setup
  public void make() {
    preferences =
        Instances.random(
            residents, residents / CoreBenchmark.RESIDENTS_A_HOSPITAL, CoreBenchmark.LENGTH, 1);
    graph = Cardinality.of(preferences);
  }

  @Benchmark
  public int[] jgrapht() {
    last = graph.solve();
    return last;
  }

  @TearDown
  public void judge(BenchmarkParams benchmark) throws IOException {
    Notes.add(benchmark, Judge.of(preferences, last));
  }
}
