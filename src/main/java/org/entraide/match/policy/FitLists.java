package org.entraide.match.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.entraide.match.geometry.HelperTree;
import org.entraide.match.geometry.NeedSlots;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;

/**
 * For each seeker the acceptable helpers of least cost, so many at most, and the one they have in a
 * given matching; as flat arrays. A cost is a cautious distance in millimetres, 0 where only remote
 * needs are covered.
 */
final class FitLists {

  private static final double MILLIMETRES = 1e6;

  private final Pairing pairing;
  private final int length;
  private final HelperTree placed;
  private final int[] unplaced;

  /** By edge. */
  int[] helper;

  /** By edge. */
  long[] cost;

  /** Where the edges of each seeker begin, by position among the seekers. */
  final int[] start;

  private final long[] heapCost;
  private final int[] heapHelper;
  private int size;

  // of the person whose list is made
  private int sought;
  private boolean isPlaced;
  private double x;
  private double y;
  private double z;

  /**
   * @param helperOf a matching whose pairs are in the lists at any cost
   */
  FitLists(Pairing pairing, int[] seekers, int[] helperOf, int length) {
    this.pairing = pairing;
    this.length = length;
    int[] helpers = pairing.state().helpersWithRoom();
    Sphere sphere = pairing.sphere();
    placed =
        new HelperTree(
            pairing,
            IntStream.of(helpers).filter(sphere::knows).toArray(),
            true,
            new int[pairing.size()],
            h -> 0);
    unplaced = IntStream.of(helpers).filter(h -> !sphere.knows(h)).toArray();
    heapCost = new long[length];
    heapHelper = new int[length];
    start = new int[seekers.length + 1];
    helper = new int[seekers.length];
    cost = new long[seekers.length];
    for (int i = 0; i < seekers.length; i++) {
      list(seekers[i], helperOf[seekers[i]]);
      start[i + 1] = start[i] + size;
      if (start[i + 1] > helper.length) {
        helper = Arrays.copyOf(helper, Math.max(2 * helper.length, start[i + 1]));
        cost = Arrays.copyOf(cost, helper.length);
      }
      System.arraycopy(heapHelper, 0, helper, start[i], size);
      System.arraycopy(heapCost, 0, cost, start[i], size);
    }
  }

  private void list(int person, int own) {
    size = 0;
    sought = pairing.state().sought(person);
    Sphere sphere = pairing.sphere();
    isPlaced = sphere.knows(person);
    x = sphere.x(person);
    y = sphere.y(person);
    z = sphere.z(person);
    visit(1, bound(1), person);
    for (int i = 0; i < unplaced.length && wants(0); i++) {
      offer(person, unplaced[i]);
    }
    boolean has = own < 0 || IntStream.range(0, size).anyMatch(i -> heapHelper[i] == own);
    if (!has) {
      if (size == length) {
        size--;
        heapCost[0] = heapCost[size];
        heapHelper[0] = heapHelper[size];
      }
      heapHelper[size] = own;
      heapCost[size++] = cost(person, own, pairing.personRank(person, own));
    }
  }

  private boolean wants(long atLeast) {
    return size < length || atLeast < heapCost[0];
  }

  private void visit(int node, long bound, int person) {
    if (!wants(bound)) {
      return;
    }
    if (placed.isLeaf(node)) {
      for (int at = placed.leafBegin(node); at < placed.leafEnd(node); at++) {
        if ((placed.facts().offers(at) & sought) != 0 && wants(bound(at, bound))) {
          offer(person, placed.helper(at));
        }
      }
      return;
    }
    int near = 2 * node;
    int far = near + 1;
    long nearBound = bound(near);
    long farBound = bound(far);
    if (farBound < nearBound) {
      visit(far, farBound, person);
      visit(near, nearBound, person);
    } else {
      visit(near, nearBound, person);
      visit(far, farBound, person);
    }
  }

  private long bound(int node) {
    for (int slot : NeedSlots.forRemote(sought)) {
      if (placed.best(node, slot) != HelperTree.GONE) {
        return 0;
      }
    }
    if (!isPlaced) {
      return Long.MAX_VALUE;
    }
    double chord2 = placed.chord2(node, x, y, z);
    if (chord2 < placed.reach(node)) {
      for (int slot : NeedSlots.forPresence(sought)) {
        if (placed.best(node, slot) != HelperTree.GONE) {
          return leastCost(chord2);
        }
      }
    }
    return Long.MAX_VALUE;
  }

  /**
   * Returns a lower bound of the cost of the helper at a position, who offers something that is
   * sought.
   *
   * @param least of all helpers of the leaf
   */
  private long bound(int at, long least) {
    if (size < length || (placed.facts().offers(at) & sought & NeedMask.REMOTE) != 0) {
      return least; // is taken, or may cost nothing
    }
    double chord2 = placed.facts().chord2(at, x, y, z);
    return placed.facts().mayReach(at, chord2) ? leastCost(chord2) : Long.MAX_VALUE;
  }

  private static long leastCost(double chord2) {
    return (long) (Sphere.leastKm(chord2) * MILLIMETRES);
  }

  private void offer(int person, int other) {
    int rank = person == other ? -1 : pairing.rank(person, other, common(other));
    if (rank < 0) {
      return;
    }
    long value = cost(person, other, rank);
    if (size < length) {
      siftUp(size++, value, other);
    } else if (value < heapCost[0]) {
      siftDown(value, other);
    }
  }

  private int common(int other) {
    return sought & pairing.usableOffers(other);
  }

  private long cost(int person, int other, int rank) {
    if ((pairing.covered(person, other, rank) & ~NeedMask.REMOTE) == 0) {
      return 0;
    }
    Double km = pairing.people().cautiousKm(person, other);
    return km == null ? 0 : Math.round(km * MILLIMETRES);
  }

  private void siftUp(int from, long value, int other) {
    int at = from;
    while (at > 0 && heapCost[(at - 1) / 2] < value) {
      heapCost[at] = heapCost[(at - 1) / 2];
      heapHelper[at] = heapHelper[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heapCost[at] = value;
    heapHelper[at] = other;
  }

  private void siftDown(long value, int other) {
    int at = 0;
    int child = 1;
    while (child < size) {
      child += child + 1 < size && heapCost[child + 1] > heapCost[child] ? 1 : 0;
      if (heapCost[child] <= value) {
        break;
      }
      heapCost[at] = heapCost[child];
      heapHelper[at] = heapHelper[child];
      at = child;
      child = 2 * at + 1;
    }
    heapCost[at] = value;
    heapHelper[at] = other;
  }
}
