package org.entraide.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.match.Matcher;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;

/**
 * Measures the matcher on {@link Towns}, in memory: {@code MatchBench POLICY RUNS SEEKERS HELPERS
 * TOWNS CAPACITY SEED [DISK_KM]}. Prints the time of each phase and the certificate.
 */
@NullMarked
public final class MatchBench {

  private MatchBench() {}

  public static void main(String[] arguments) {
    Policy policy = Policy.valueOf(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    List<Participant> people = Towns.people(Towns.plan(arguments, 2));
    Instance instance = new Instance(people, List.of(), MatchSettings.DEFAULT);
    boolean alternatives = Boolean.getBoolean("alternatives");
    for (int run = 0; run < runs; run++) {
      Clock clock = new Clock();
      MatchOutcome outcome =
          new Matcher()
              .solve(
                  instance,
                  new MatchOptions(
                      policy, alternatives, Long.getLong("effort", MatchOptions.WALK_EFFORT), 1),
                  clock);
      clock.step("end", 0, 0);
      System.out.printf(Locale.ROOT, "%.3f s  %s%n", clock.seconds(), clock.phases());
      if (run == runs - 1) {
        report(outcome);
      }
    }
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf("%d MB live%n", (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
  }

  private static void report(MatchOutcome outcome) {
    Certificate certificate = outcome.certificate();
    System.out.println(certificate);
    Map<OpenNeedReason, Integer> reasons = new EnumMap<>(OpenNeedReason.class);
    outcome
        .matching()
        .reasons()
        .values()
        .forEach(list -> list.forEach(it -> reasons.merge(it.reason(), 1, Integer::sum)));
    System.out.println(reasons);
  }

  /** Notes when phases begin. */
  private static final class Clock implements Progress {
    private final long start = System.nanoTime();
    private final List<String> phases = new ArrayList<>();
    private String phase = "start";
    private long begin = start;

    @Override
    public void step(String name, long done, long total) {
      if (!name.equals(phase)) {
        long now = System.nanoTime();
        phases.add(String.format(Locale.ROOT, "%s %.3f", phase, (now - begin) / 1e9));
        phase = name;
        begin = now;
      }
    }

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    List<String> phases() {
      return phases;
    }
  }
}
