package org.entraide.match.geometry;

import java.util.Arrays;
import org.entraide.match.state.NeedMask;

/**
 * Bounds how many of some categories one helper below a node of a {@link HelperTree} covers, by the
 * slots for one category and for two: those covered together are a clique of pairs, and in a clique
 * of k each is in k - 1 pairs at least. Exact for one and two categories.
 */
final class CoverageBound {

  private final int[] slots = new int[NeedMask.COUNT];
  private final int[] pairs = new int[NeedMask.COUNT];
  private final int[] withPairs = new int[NeedMask.COUNT + 1];
  private int count;
  private long appeal;

  /**
   * Looks.
   *
   * @param singles slots of single categories
   * @param least the appeal that must be exceeded
   */
  void look(HelperTree tree, int node, int[] singles, long least) {
    int size = 0;
    appeal = 0;
    for (int slot : singles) {
      long best = tree.best(node, slot);
      if (best > least) {
        slots[size++] = slot;
        appeal = Math.max(appeal, best);
      }
    }
    count = Math.min(size, 1);
    if (size > 1) {
      pair(tree, node, size, least);
    }
  }

  private void pair(HelperTree tree, int node, int size, long least) {
    long bestPair = 0;
    for (int i = 0; i < size; i++) {
      pairs[i] = 0;
      for (int j = 0; j < i; j++) {
        long best = tree.best(node, NeedSlots.both(slots[i], slots[j]));
        if (best > least) {
          pairs[i]++;
          pairs[j]++;
          bestPair = Math.max(bestPair, best);
        }
      }
    }
    Arrays.fill(withPairs, 0, size + 1, 0);
    for (int i = 0; i < size; i++) {
      withPairs[pairs[i]]++;
    }
    int members = 0;
    for (int most = size; most > 1; most--) {
      members += withPairs[most - 1];
      if (members >= most) {
        count = most;
        appeal = bestPair;
        return;
      }
    }
  }

  /** Returns how many categories may be covered at most. */
  int count() {
    return count;
  }

  /** Returns the greatest appeal that a helper may have who covers so many. */
  long appeal() {
    return appeal;
  }
}
