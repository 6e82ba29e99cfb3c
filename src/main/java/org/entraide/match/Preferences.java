package org.entraide.match;

/**
 * An instance of hospitals/residents with ties and incomplete lists, as flat arrays (compressed
 * sparse rows). Edge {@code e} is one acceptable pair; those of resident {@code r} are {@code
 * start[r]} to {@code start[r + 1] - 1}, sorted by {@code residentRank}. Ranks are at least 0,
 * lower is better, equal is a tie.
 *
 * <p>The order of the edges within a tie, and the index of a resident, break what ties the
 * algorithm leaves to chance; they never matter to stability.
 */
public final class Preferences {

  final int[] start;
  final int[] hospital;
  final int[] residentRank;
  final int[] hospitalRank;
  final int[] capacity;

  /**
   * Takes the arrays as they are, without a copy.
   *
   * @param start where the edges of each resident begin, one entry more than there are residents
   * @param hospital of each edge; a resident names a hospital once at most
   * @param residentRank what the resident thinks of the hospital, by edge
   * @param hospitalRank what the hospital thinks of the resident, by edge
   * @param capacity of each hospital, at least 0
   * @throws IllegalArgumentException if the edges of a resident are not sorted
   */
  public Preferences(
      int[] start, int[] hospital, int[] residentRank, int[] hospitalRank, int[] capacity) {
    this.start = start;
    this.hospital = hospital;
    this.residentRank = residentRank;
    this.hospitalRank = hospitalRank;
    this.capacity = capacity;
    for (int r = 0; r < residents(); r++) {
      for (int e = start[r] + 1; e < start[r + 1]; e++) {
        if (residentRank[e - 1] > residentRank[e]) {
          throw new IllegalArgumentException("The list of resident %d is not sorted.".formatted(r));
        }
      }
    }
  }

  /** Returns how many residents there are. */
  public int residents() {
    return start.length - 1;
  }

  /** Returns how many hospitals there are. */
  public int hospitals() {
    return capacity.length;
  }

  /** Returns how many acceptable pairs there are. */
  public int edges() {
    return hospital.length;
  }
}
