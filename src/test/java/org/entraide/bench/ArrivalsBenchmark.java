package org.entraide.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.config.HoldBack;
import org.jspecify.annotations.NullMarked;

/**
 * Simulates how people arrive, with several times of holding back, and prints the table of {@code
 * docs/benchmarks.md}. At full size it fails where the time that adapts leaves more people without
 * help, or more kilometres, than one hour does: fewer campaigns show that by chance.
 *
 * <p>Argument: by which the number of campaigns is divided, for a first look.
 */
@NullMarked
public final class ArrivalsBenchmark {

  private static final String HOUR = "1 h";
  private static final String AUTO = "auto";

  private static final Map<String, HoldBack> TIMES = times();

  private ArrivalsBenchmark() {}

  private static Map<String, HoldBack> times() {
    Map<String, HoldBack> times = new LinkedHashMap<>();
    times.put("none", HoldBack.of(Duration.ZERO));
    times.put(HOUR, HoldBack.of(Duration.ofHours(1)));
    times.put("6 h", HoldBack.of(Duration.ofHours(6)));
    times.put("24 h", HoldBack.of(Duration.ofHours(24)));
    times.put(AUTO, HoldBack.AUTO);
    return times;
  }

  public static void main(String[] arguments) {
    int divisor = Integer.parseInt(arguments[0]);
    List<String> worse = new ArrayList<>();
    System.out.println(
        "| requests/offers a day | held back | mean km | over 3 km | unhelped | mean wait, h |"
            + " held back on average, h |");
    System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    for (Arrivals scenario : Arrivals.all()) {
      Map<String, ArrivalSimulation.Tally> rows = rows(scenario, divisor);
      rows.forEach((time, tally) -> System.out.println(line(scenario, time, tally)));
      if (isWorse(rows)) {
        worse.add(scenario.name());
      }
    }
    if (!worse.isEmpty()) {
      System.err.println("The time that adapts is worse than one hour in: " + worse);
      System.exit(divisor == 1 ? 1 : 0);
    }
  }

  /** What comes of all campaigns of one kind, by the time of holding back. */
  static Map<String, ArrivalSimulation.Tally> rows(Arrivals scenario, int divisor) {
    Map<String, ArrivalSimulation.Tally> rows = new LinkedHashMap<>();
    TIMES.keySet().forEach(time -> rows.put(time, new ArrivalSimulation.Tally()));
    int campaigns = Math.max(1, scenario.campaigns() / divisor);
    for (int seed = 1; seed <= campaigns; seed++) {
      List<Arrivals.Arrival> arrivals = scenario.of(seed);
      TIMES.forEach(
          (time, holdBack) ->
              rows.computeIfPresent(
                  time,
                  (t, tally) -> {
                    tally.add(ArrivalSimulation.run(arrivals, holdBack));
                    return tally;
                  }));
    }
    return rows;
  }

  /** Whether the time that adapts is worse than one hour, or longer than it may be. */
  static boolean isWorse(Map<String, ArrivalSimulation.Tally> rows) {
    ArrivalSimulation.Tally hour = rows.getOrDefault(HOUR, new ArrivalSimulation.Tally());
    ArrivalSimulation.Tally auto = rows.getOrDefault(AUTO, new ArrivalSimulation.Tally());
    return auto.meanKm() > hour.meanKm()
        || auto.unhelpedShare() > hour.unhelpedShare()
        || auto.mostHeld() > 12;
  }

  private static String line(Arrivals scenario, String time, ArrivalSimulation.Tally tally) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.3f | %.1f %% | %.2f %% | %.1f | %.1f |",
        scenario.name(),
        time,
        tally.meanKm(),
        100 * tally.farShare(),
        100 * tally.unhelpedShare(),
        tally.meanHours(),
        tally.meanHeld());
  }
}
