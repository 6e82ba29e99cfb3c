package org.entraide.simulation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.organisers.DeltaDebugging;
import org.entraide.simulation.Happening.Theme;

/** What happens to some campaigns, from their first answers on. */
record Story(List<Happening> happenings) {

  /** How many happenings a story has. */
  static final int LENGTH = 200;

  /** References, numbers of rows, the tokens of people. */
  private static final Pattern NAMED = Pattern.compile("\\S*[0-9A-Z]\\S*|\\bq[a-z]{5}\\b");

  /** The themes of stories by chance, one after the other by seed. */
  private static final List<Theme> THEMES =
      Stream.of(
              System.getProperty("simulation.themes", "EVERY_DAY,LETTERS,ROWS,RELINKS").split(","))
          .map(Theme::valueOf)
          .toList();

  static Story random(long seed) {
    return random(seed, LENGTH);
  }

  /** A story for several daemons, which are suspended, and whose database is set back. */
  static Story ofSeveral(long seed) {
    List<Happening> some = Happening.some(new SplittableRandom(seed), LENGTH, Theme.EVERY_DAY);
    return new Story(List.copyOf(Happening.ofSeveral(some, new SplittableRandom(seed ^ 0x5eed))));
  }

  /** One of every day, and what is mixed into it. */
  static Story everyDay(long seed, Mixture mixture) {
    List<Happening> some = Happening.some(new SplittableRandom(seed), LENGTH, Theme.EVERY_DAY);
    return new Story(mixture.into(some, seed));
  }

  /** One of any theme, and what is mixed into it. */
  static Story random(long seed, Mixture... mixtures) {
    List<Happening> all = random(seed).happenings();
    for (Mixture mixture : mixtures) {
      all = mixture.into(all, seed);
    }
    return new Story(all);
  }

  static Story random(long seed, int length) {
    Theme theme = THEMES.get((int) Math.floorMod(seed, (long) THEMES.size()));
    return new Story(List.copyOf(Happening.some(new SplittableRandom(seed), length, theme)));
  }

  /**
   * How it ended, and what it took.
   *
   * @param wrong empty if nothing is
   * @param happened how much happened before anything was wrong
   */
  record End(List<String> wrong, int happened, int passes, int requests, int refusals, int deaths) {

    /** The figures of one story, for reports of many. */
    Map<String, String> counts() {
      return Map.of(
          "happenings", String.valueOf(happened),
          "passes", String.valueOf(passes),
          "requests", String.valueOf(requests),
          "refusals", String.valueOf(refusals),
          "deaths", String.valueOf(deaths));
    }
  }

  /** Runs it until something is wrong, or until all has happened and everything has settled. */
  End run(Stage stage) {
    try (Simulation simulation = new Simulation(stage)) {
      for (Happening happening : happenings) {
        simulation.happen(happening);
        if (!simulation.watch().wrong().isEmpty()) {
          return simulation.end();
        }
      }
      simulation.settle();
      return simulation.end();
    }
  }

  /** A shortest story that still goes wrong in the same way. */
  Story shrunk(Stage stage) {
    End end = run(stage);
    List<Happening> until = happenings.subList(0, end.happened());
    Set<String> kinds = kinds(end);
    return new Story(
        DeltaDebugging.shortest(
            until, some -> !Collections.disjoint(kinds(new Story(some).run(stage)), kinds)));
  }

  /** What went wrong, whoever and wherever it concerns. */
  private static Set<String> kinds(End end) {
    return end.wrong().stream()
        .map(wrong -> NAMED.matcher(wrong).replaceAll("…"))
        .collect(Collectors.toSet());
  }

  /** In words. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < happenings.size(); i++) {
      words.append("\n  ").append(i + 1).append(". ").append(happenings.get(i));
    }
    return words.toString();
  }
}
