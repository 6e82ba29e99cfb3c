package org.entraide.match.model;

/**
 * Percentiles by nearest rank: of n values the p-th percentile is the ceil(p · n / 100)-th
 * smallest. It is always one of the values; the median of two is the smaller.
 */
final class NearestRank {

  private NearestRank() {}

  /**
   * @param sorted ascending, at least one
   * @param percent from 1 to 100
   */
  static double of(double[] sorted, int percent) {
    long rank = ((long) percent * sorted.length + 99) / 100; // whole numbers round nothing wrongly
    return sorted[(int) rank - 1];
  }
}
