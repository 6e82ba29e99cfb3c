package org.entraide.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entraide.match.Matcher;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.Participant;
import org.jspecify.annotations.Nullable;
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
 * What a cycle of the daemon asks of the matcher, all rounds with their scans and the reasons, and
 * a greedy loop beside it; under the daemon's options of Java.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class CampaignBenchmark {

  private static final int PEOPLE = 2_000;
  private static final double CITY_KM = 15;

  /** One city, as London was, or a region of twenty towns. */
  @Param({"1", "20"})
  public int towns;

  private List<Participant> people = List.of();
  private @Nullable Matching matched;
  private int[] taken = {};

  @Setup
  public void make() {
    people = Towns.people(new Towns.Plan(PEOPLE / 2, PEOPLE / 2, towns, 3, 1, CITY_KM));
  }

  @Benchmark
  public Matching entraide() {
    Matching matching = new Matcher().match(new Instance(people, List.of(), MatchSettings.DEFAULT));
    matched = matching;
    return matching;
  }

  @Benchmark
  public int[] greedy() {
    int[] helperOf = Nearest.solve(new Crowd(people, MatchSettings.DEFAULT));
    taken = helperOf;
    return helperOf;
  }

  /** Of the matcher's rounds the first: the others give nobody new a helper. */
  @TearDown
  public void judge(BenchmarkParams benchmark) throws IOException {
    Map<String, String> helperOf = new HashMap<>();
    if (matched != null) {
      matched.assignments().stream()
          .filter(it -> it.round() == 1)
          .forEach(it -> helperOf.put(it.person(), it.helper()));
    }
    for (int person = 0; person < taken.length; person++) {
      if (taken[person] >= 0) {
        helperOf.put(people.get(person).ref(), people.get(taken[person]).ref());
      }
    }
    Notes.add(benchmark, Judge.of(people, helperOf));
  }
}
