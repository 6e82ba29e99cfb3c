package org.entraide.organisers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what little of a long history makes it go wrong: A. Zeller and R. Hildebrandt, Simplifying
 * and Isolating Failure-Inducing Input, IEEE Transactions on Software Engineering 28(2), 2002,
 * algorithm ddmin.
 */
public final class DeltaDebugging {

  private DeltaDebugging() {}

  /**
   * A shortest part, in its order, that still goes wrong: without any one of its steps it does not.
   *
   * @param steps that go wrong together
   */
  public static <T> List<T> shortest(List<T> steps, Predicate<List<T>> goesWrong) {
    List<T> left = steps;
    int parts = 2;
    while (left.size() >= 2) {
      List<T> smaller = smaller(left, parts, goesWrong);
      if (smaller.size() < left.size()) {
        left = smaller;
        parts = Math.max(parts - 1, 2);
      } else if (parts < left.size()) {
        parts = Math.min(left.size(), parts * 2);
      } else {
        break;
      }
    }
    return List.copyOf(left);
  }

  private static <T> List<T> smaller(List<T> steps, int parts, Predicate<List<T>> goesWrong) {
    for (int part = 0; part < parts; part++) {
      List<T> rest = new ArrayList<>(steps.subList(0, steps.size() * part / parts));
      rest.addAll(steps.subList(steps.size() * (part + 1) / parts, steps.size()));
      if (rest.size() < steps.size() && goesWrong.test(List.copyOf(rest))) {
        return rest;
      }
    }
    return steps;
  }
}
