package org.entraide.match;

import java.util.Arrays;

/**
 * A kd-tree over helpers on the unit sphere, in flat arrays. Distances between points of the sphere
 * are chords, so poles and the date line are nothing special. Helpers whose place is unknown are in
 * a tree of their own, which is only halved.
 *
 * <p>Each node knows, for each of the {@link Slots}, the greatest {@link #appeal} among its helpers
 * who are in that slot: a number that says whom they would still take. A search thus leaves out
 * whatever is too far, offers nothing wanted, speaks no common language or would refuse. Appeals
 * change; a change costs a climb to the root at most.
 *
 * <p>Node {@code i} has the children {@code 2 i} and {@code 2 i + 1}; the root is 1. All leaves are
 * equally deep, so that the range of each node follows from its number.
 */
final class HelperTree {

  /** The appeal of somebody who takes nobody any more. */
  static final long GONE = -1;

  private static final int LEAF = 12;
  private static final int BOX = 6;

  private final Pairing pairing;
  private final boolean placed;
  private final int depth;
  private final int[] helpers;
  private final int[] position;
  private final long[] appeal;
  private final double[] box;
  private final double[] reach;
  private final long[] languages;
  private final long[] best;

  /**
   * @param helpers whom to hold, all of known place or all of unknown; reordered
   * @param position where to note at which position each helper is, by index
   * @param appeal of each at first
   */
  HelperTree(Pairing pairing, int[] helpers, boolean placed, int[] position, long appeal) {
    this.pairing = pairing;
    this.placed = placed;
    this.helpers = helpers;
    this.position = position;
    int levels = 0;
    while (helpers.length >> levels > LEAF) {
      levels++;
    }
    depth = levels;
    int nodes = 2 << depth;
    box = new double[placed ? nodes * BOX : 0];
    reach = new double[nodes];
    languages = new long[nodes];
    best = new long[nodes * Slots.COUNT];
    Arrays.fill(best, GONE);
    this.appeal = new long[helpers.length];
    Arrays.fill(this.appeal, appeal);
    build(1, 0);
    for (int at = 0; at < helpers.length; at++) {
      position[helpers[at]] = at;
    }
  }

  boolean isPlaced() {
    return placed;
  }

  boolean isLeaf(int node) {
    return node >= 1 << depth;
  }

  int begin(int node, int level) {
    return (int) (((long) helpers.length * (node - (1 << level))) >> level);
  }

  int end(int node, int level) {
    return (int) (((long) helpers.length * (node + 1 - (1 << level))) >> level);
  }

  int leafBegin(int leaf) {
    return begin(leaf, depth);
  }

  int leafEnd(int leaf) {
    return end(leaf, depth);
  }

  int helper(int at) {
    return helpers[at];
  }

  /** Returns the appeal of the helper at a position. */
  long appeal(int at) {
    return appeal[at];
  }

  /** Returns the greatest appeal in a slot below a node, {@link #GONE} where there is none. */
  long best(int node, int slot) {
    return best[node * Slots.COUNT + slot];
  }

  long languages(int node) {
    return languages[node];
  }

  /** Returns a squared chord from which on nobody below a node goes. */
  double reach(int node) {
    return reach[node];
  }

  /** Returns the least squared chord from a point to the box of a node. */
  double chord2(int node, double x, double y, double z) {
    int at = node * BOX;
    double dx = Math.max(0, Math.max(box[at] - x, x - box[at + 3]));
    double dy = Math.max(0, Math.max(box[at + 1] - y, y - box[at + 4]));
    double dz = Math.max(0, Math.max(box[at + 2] - z, z - box[at + 5]));
    return dx * dx + dy * dy + dz * dz;
  }

  /** Lowers the appeal of a helper, or raises it. */
  void set(int helper, long value) {
    int at = position[helper];
    long old = appeal[at];
    if (old == value) {
      return;
    }
    appeal[at] = value;
    int leaf = leafOf(at);
    for (int slot : Slots.ofOffers(pairing.usableOffers(helper))) {
      climb(leaf, slot, old, value);
    }
  }

  private int leafOf(int at) {
    int index = (int) (((long) at << depth) / helpers.length);
    int leaf = (1 << depth) + index;
    while (leafEnd(leaf) <= at) {
      leaf++;
    }
    while (leafBegin(leaf) > at) {
      leaf--;
    }
    return leaf;
  }

  private void climb(int leaf, int slot, long old, long value) {
    int node = leaf;
    while (node > 0) {
      int i = node * Slots.COUNT + slot;
      if (value > best[i]) {
        best[i] = value;
      } else if (old == best[i]) {
        long now = recomputed(node, slot);
        if (now == old) {
          return;
        }
        best[i] = now;
      } else {
        return;
      }
      node >>= 1;
    }
  }

  private long recomputed(int node, int slot) {
    if (!isLeaf(node)) {
      return Math.max(best(2 * node, slot), best(2 * node + 1, slot));
    }
    long most = GONE;
    for (int at = leafBegin(node); at < leafEnd(node); at++) {
      if (appeal[at] > most && isIn(slot, pairing.usableOffers(helpers[at]))) {
        most = appeal[at];
      }
    }
    return most;
  }

  private static boolean isIn(int slot, int offers) {
    for (int own : Slots.ofOffers(offers)) {
      if (own == slot) {
        return true;
      }
    }
    return false;
  }

  private void build(int node, int level) {
    if (placed) {
      enclose(node, begin(node, level), end(node, level));
    }
    if (level == depth) {
      Arrays.sort(helpers, begin(node, level), end(node, level));
      for (int at = begin(node, level); at < end(node, level); at++) {
        fill(node, helpers[at], appeal[at]);
      }
      return;
    }
    if (placed) {
      select(begin(node, level), end(node, level), end(2 * node, level + 1), widest(node));
    }
    build(2 * node, level + 1);
    build(2 * node + 1, level + 1);
    for (int child = 2 * node; child <= 2 * node + 1; child++) {
      reach[node] = Math.max(reach[node], reach[child]);
      languages[node] |= languages[child];
      for (int slot = 0; slot < Slots.COUNT; slot++) {
        best[node * Slots.COUNT + slot] = Math.max(best(node, slot), best(child, slot));
      }
    }
  }

  private void fill(int leaf, int helper, long value) {
    reach[leaf] = Math.max(reach[leaf], pairing.reach(helper).outside());
    languages[leaf] |= pairing.people().languageSketch(helper);
    for (int slot : Slots.ofOffers(pairing.usableOffers(helper))) {
      best[leaf * Slots.COUNT + slot] = Math.max(best(leaf, slot), value);
    }
  }

  private void enclose(int node, int begin, int end) {
    int at = node * BOX;
    Arrays.fill(box, at, at + 3, Double.POSITIVE_INFINITY);
    Arrays.fill(box, at + 3, at + BOX, Double.NEGATIVE_INFINITY);
    for (int i = begin; i < end; i++) {
      for (int axis = 0; axis < 3; axis++) {
        double value = coordinate(helpers[i], axis);
        box[at + axis] = Math.min(box[at + axis], value);
        box[at + 3 + axis] = Math.max(box[at + 3 + axis], value);
      }
    }
  }

  private double coordinate(int helper, int axis) {
    Sphere sphere = pairing.sphere();
    return axis == 0 ? sphere.x(helper) : axis == 1 ? sphere.y(helper) : sphere.z(helper);
  }

  private int widest(int node) {
    int widest = 0;
    for (int axis = 1; axis < 3; axis++) {
      if (width(node, axis) > width(node, widest)) {
        widest = axis;
      }
    }
    return widest;
  }

  private double width(int node, int axis) {
    return box[node * BOX + 3 + axis] - box[node * BOX + axis];
  }

  /**
   * Moves the smaller ones before {@code middle}; by coordinate, then by index: no two are equal.
   */
  private void select(int begin, int end, int middle, int axis) {
    int low = begin;
    int high = end - 1;
    while (low < high) {
      int pivot = helpers[(low + high) >>> 1];
      double value = coordinate(pivot, axis);
      int i = low;
      int j = high;
      while (i <= j) {
        while (isBefore(helpers[i], pivot, value, axis)) {
          i++;
        }
        while (isBefore(pivot, helpers[j], coordinate(helpers[j], axis), axis)) {
          j--;
        }
        if (i <= j) {
          int moved = helpers[i];
          helpers[i++] = helpers[j];
          helpers[j--] = moved;
        }
      }
      if (middle <= j) {
        high = j;
      } else if (middle >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /** Tells whether one is before the other, whose coordinate is given. */
  private boolean isBefore(int one, int other, double coordinateOfOther, int axis) {
    double own = coordinate(one, axis);
    return own < coordinateOfOther || (own == coordinateOfOther && one < other);
  }
}
