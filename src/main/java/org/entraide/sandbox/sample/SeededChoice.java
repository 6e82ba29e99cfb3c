package org.entraide.sandbox.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chances, drawn from one generator in a fixed order so that a seed always gives one story. */
record SeededChoice(RandomGenerator random) {

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** True with a probability between 0 and 1. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Returns that many different ones, in their first order. */
  <T> List<T> some(List<T> of, int count) {
    List<T> left = new ArrayList<>(of);
    while (left.size() > count) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }
}
