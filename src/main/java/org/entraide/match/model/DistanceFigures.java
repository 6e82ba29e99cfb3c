package org.entraide.match.model;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How far away help is, in kilometres, unrounded; percentiles by nearest rank. All are null where
 * no distance is known.
 *
 * @param medianKm half of the introductions are no farther
 * @param p90Km nine in ten are no farther
 * @param maxKm none is farther
 */
public record DistanceFigures(
    @Nullable Double medianKm, @Nullable Double p90Km, @Nullable Double maxKm) {

  public static final DistanceFigures NONE = new DistanceFigures(null, null, null);

  private static final int MEDIAN = 50;
  private static final int NINE_IN_TEN = 90;
  private static final int ALL = 100;

  /**
   * Sums up distances.
   *
   * @param km the cautious distances that are known, in any order
   */
  public static DistanceFigures of(DoubleStream km) {
    double[] sorted = km.sorted().toArray();
    return sorted.length == 0
        ? NONE
        : new DistanceFigures(
            NearestRank.of(sorted, MEDIAN),
            NearestRank.of(sorted, NINE_IN_TEN),
            NearestRank.of(sorted, ALL));
  }
}
