package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to some campaigns, from their first answers on. */
record Story(List<Happening> happenings) {

  /** As the issue of this simulation asks for. */
  static final int LENGTH = 200;

  static Story random(long seed) {
    return random(seed, LENGTH);
  }

  static Story random(long seed, int length) {
    return new Story(List.copyOf(Happening.some(new SplittableRandom(seed), length)));
  }

  /**
   * How it ended, and what it took.
   *
   * @param wrong empty if nothing is
   * @param happened how much happened before anything was wrong
   */
  record End(
      List<String> wrong, int happened, int passes, int requests, int refusals, int deaths) {}

  /** Tells it until something is wrong, or it is over and everything has settled. */
  End told(Stage stage) {
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

  /**
   * A shortest story that still goes wrong, by delta debugging: A. Zeller and R. Hildebrandt,
   * Simplifying and Isolating Failure-Inducing Input, IEEE Transactions on Software Engineering
   * 28(2), 2002, algorithm ddmin.
   */
  Story shrunk(Stage stage) {
    List<Happening> left = happenings.subList(0, told(stage).happened());
    int parts = 2;
    while (left.size() >= 2) {
      List<Happening> smaller = smaller(left, parts, stage);
      if (smaller.size() < left.size()) {
        left = smaller;
        parts = Math.max(parts - 1, 2);
      } else if (parts < left.size()) {
        parts = Math.min(left.size(), parts * 2);
      } else {
        break;
      }
    }
    return new Story(left);
  }

  private static List<Happening> smaller(List<Happening> all, int parts, Stage stage) {
    for (int part = 0; part < parts; part++) {
      List<Happening> rest = new ArrayList<>(all.subList(0, all.size() * part / parts));
      rest.addAll(all.subList(all.size() * (part + 1) / parts, all.size()));
      if (rest.size() < all.size() && !new Story(List.copyOf(rest)).told(stage).wrong().isEmpty()) {
        return rest;
      }
    }
    return all;
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
