package org.entraide.match.geometry;

import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;

/**
 * What a search asks about each helper, by position in a {@link HelperTree}: those of one leaf are
 * beside each other in memory. Copies of what {@link Pairing} and {@link Sphere} know.
 */
public final class HelperFacts {

  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final int INSIDE = 3;
  private static final int OUTSIDE = 4;
  private static final int ROW = 5;

  private final int[] offers;
  private final int[] leastBand;
  private final boolean[] inGroup;
  private final double[] rows;

  HelperFacts(Pairing pairing, int[] helpers) {
    offers = new int[helpers.length];
    leastBand = new int[helpers.length];
    inGroup = new boolean[helpers.length];
    rows = new double[Math.multiplyExact(helpers.length, ROW)];
    Sphere sphere = pairing.sphere();
    for (int at = 0; at < helpers.length; at++) {
      int h = helpers[at];
      offers[at] = pairing.usableOffers(h);
      leastBand[at] = pairing.leastBand(h);
      inGroup[at] = pairing.people().groups().of(h) >= 0;
      rows[at * ROW + X] = sphere.x(h);
      rows[at * ROW + Y] = sphere.y(h);
      rows[at * ROW + Z] = sphere.z(h);
      rows[at * ROW + INSIDE] = pairing.reach(h).inside();
      rows[at * ROW + OUTSIDE] = pairing.reach(h).outside();
    }
  }

  public int offers(int at) {
    return offers[at];
  }

  int leastBand(int at) {
    return leastBand[at];
  }

  /** Returns whether a helper is in a group with a limit. */
  boolean isInGroup(int at) {
    return inGroup[at];
  }

  /** Returns the squared chord to a point, not a number where a place is unknown. */
  public double chord2(int at, double x, double y, double z) {
    int row = at * ROW;
    double dx = x - rows[row + X];
    double dy = y - rows[row + Y];
    double dz = z - rows[row + Z];
    return dx * dx + dy * dy + dz * dz;
  }

  /** Returns whether a squared chord is surely within the helper's reach. */
  boolean surelyReaches(int at, double chord2) {
    return chord2 <= rows[at * ROW + INSIDE];
  }

  /** Returns whether a squared chord may be within the helper's reach. */
  public boolean mayReach(int at, double chord2) {
    return chord2 < rows[at * ROW + OUTSIDE];
  }
}
