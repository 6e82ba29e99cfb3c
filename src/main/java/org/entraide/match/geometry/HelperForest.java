package org.entraide.match.geometry;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;

/** The two trees of those who had room when a round began: of known place, and of unknown. */
public final class HelperForest {

  private final Pairing pairing;
  private final HelperTree placed;
  private final HelperTree unplaced;

  /**
   * @param appeal of each helper at first
   */
  public HelperForest(Pairing pairing, IntToLongFunction appeal) {
    this.pairing = pairing;
    int[] position = new int[pairing.size()];
    Sphere sphere = pairing.sphere();
    int[] helpers =
        Arrays.stream(pairing.state().helpersWithRoom())
            .filter(h -> pairing.usableOffers(h) != 0)
            .toArray();
    placed = tree(Arrays.stream(helpers).filter(sphere::knows).toArray(), true, position, appeal);
    unplaced =
        tree(
            Arrays.stream(helpers).filter(h -> !sphere.knows(h)).toArray(),
            false,
            position,
            appeal);
  }

  private HelperTree tree(
      int[] helpers, boolean atKnownPlaces, int[] position, IntToLongFunction appeal) {
    return new HelperTree(pairing, helpers, atKnownPlaces, position, appeal);
  }

  public HelperSearch search() {
    return new HelperSearch(pairing, placed, unplaced);
  }

  /** Returns the appeal of a helper who is held. */
  public long appeal(int helper) {
    return (pairing.sphere().knows(helper) ? placed : unplaced).appealOf(helper);
  }

  /** Lowers the appeal of a helper who is held, for little and by little. */
  public void lower(int helper, long appeal) {
    (pairing.sphere().knows(helper) ? placed : unplaced).lower(helper, appeal);
  }

  /** Changes the appeal of a helper who is held. */
  public void set(int helper, long appeal) {
    (pairing.sphere().knows(helper) ? placed : unplaced).set(helper, appeal);
  }
}
