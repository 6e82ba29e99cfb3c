package org.entraide.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StableMatching;
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

/** The abstract core in memory, and a greedy loop beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2600m", "-XX:+UseParallelGC"})
public class CoreBenchmark {

  static final int RESIDENTS_A_HOSPITAL = 10;
  static final int LENGTH = 10;

  @Param({"10000", "100000", "1000000"})
  public int residents;

  private Preferences preferences = Instances.random(0, 0, 0, 0);
  private int[] last = {};

  @Setup
  public void make() {
    preferences = Instances.random(residents, residents / RESIDENTS_A_HOSPITAL, LENGTH, 1);
  }

  @Benchmark
  public int[] entraide() {
    last = StableMatching.solve(preferences, StableMatching.DEFAULT_LEVELS);
    return last;
  }

  @Benchmark
  public int[] greedy() {
    last = FirstCome.solve(preferences);
    return last;
  }

  @TearDown
  public void judge(BenchmarkParams benchmark) throws IOException {
    Notes.add(benchmark, Judge.of(preferences, last));
  }
}
