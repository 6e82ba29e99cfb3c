package org.entraide.match.core;

/**
 * Numbers by which a matching of an abstract instance can be judged.
 *
 * @param size how many residents are matched
 * @param upperBound the size of the largest matching, stable or not
 * @param blockingPairs how many pairs would both rather have each other: 0 if weakly stable
 */
public record PairCertificate(int size, int upperBound, long blockingPairs) {

  private static final String HOPCROFT_KARP = "hopcroft-karp over all acceptable pairs";
  private static final String WITH_GROUPS =
      "augmenting paths over all acceptable pairs, within the capacities of groups";

  /** Returns how the upper bound is found. */
  public static String bound(Preferences preferences) {
    return preferences.hasGroups() ? WITH_GROUPS : HOPCROFT_KARP;
  }

  /**
   * Judges a matching by a scan of all pairs and by a largest matching, neither of which shares
   * code with the solver.
   *
   * @param matched the edge of each resident, or -1, as {@link StableMatching#solve} returns it
   * @throws IllegalArgumentException if it is not a matching: an edge of somebody else, or more
   *     residents at a hospital than it has places
   */
  public static PairCertificate of(Preferences preferences, int[] matched) {
    long blocking = PairScan.blockingPairs(preferences, matched);
    int size = 0;
    for (int e : matched) {
      size += e >= 0 ? 1 : 0;
    }
    return new PairCertificate(size, LargestMatching.size(preferences, matched), blocking);
  }
}
