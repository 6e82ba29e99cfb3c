package org.entraide.match.model;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How much of their capacity helpers have taken, as shares: 0.5 is half of it, and more than 1 is
 * possible, by pins. Percentiles by nearest rank. All are null where there is no helper.
 *
 * @param median half of the helpers have no more of it taken
 * @param p90 nine in ten have no more of it taken
 */
public record LoadFigures(@Nullable Double median, @Nullable Double p90) {

  public static final LoadFigures NONE = new LoadFigures(null, null);

  private static final int MEDIAN = 50;
  private static final int NINE_IN_TEN = 90;

  /**
   * Sums up the loads of helpers.
   *
   * @param loads of every helper, see {@link #load}, in any order
   */
  public static LoadFigures of(DoubleStream loads) {
    double[] sorted = loads.sorted().toArray();
    return sorted.length == 0
        ? NONE
        : new LoadFigures(NearestRank.of(sorted, MEDIAN), NearestRank.of(sorted, NINE_IN_TEN));
  }

  /**
   * The load of one helper. Who would help nobody counts as if it was one person: such a helper has
   * a load of 0, or, after a pin, of as many people as they have.
   *
   * @param introductions standing and new ones, one for each pair
   * @param capacity how many people they would help
   */
  public static double load(int introductions, int capacity) {
    return introductions / (double) Math.max(1, capacity);
  }
}
