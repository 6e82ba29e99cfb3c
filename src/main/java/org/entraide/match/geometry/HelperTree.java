package org.entraide.match.geometry;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;

/**
 * A kd-tree over helpers on the unit sphere, in flat arrays. Distances between points of the sphere
 * are chords, so poles and the date line are nothing special. Helpers whose place is unknown are in
 * a separate tree, which is only halved.
 *
 * <p>Each node knows, for each of the {@link NeedSlots}, the greatest {@link #appeal} among its
 * helpers who are in that slot: a number that says whom they would still take. A search thus leaves
 * out all that is too far, offers nothing wanted, speaks no common language or would refuse.
 * Appeals change; a change costs a climb to the root at most.
 *
 * <p>Node {@code i} has the children {@code 2 i} and {@code 2 i + 1}; the root is 1. All leaves are
 * equally deep, so that the range of each node follows from its number.
 */
public final class HelperTree {

  /** The appeal of somebody who takes nobody any more. */
  public static final long GONE = -1;

  private static final int LEAF = 12;
  private static final int AXES = 3;

  /** Down to this level, halves are built at the same time. */
  private static final int PARALLEL_LEVELS = 3;

  private static final double[] NO_BOX = new double[2 * AXES];

  private final Pairing pairing;
  private final boolean placed;
  private final int depth;
  private final int[] helpers;
  private final int[] position;
  private final long[] appeal;

  /** What the nodes know of each appeal: no less than it is. */
  private final long[] appealInNodes;

  private final HelperNodes nodes;
  private final HelperFacts facts;

  /**
   * @param helpers whom to hold, all of known place or all of unknown; reordered
   * @param position where to note at which position each helper is, by index
   * @param appeal of each at first
   */
  public HelperTree(
      Pairing pairing, int[] helpers, boolean placed, int[] position, IntToLongFunction appeal) {
    this.pairing = pairing;
    this.placed = placed;
    this.helpers = helpers;
    this.position = position;
    int levels = 0;
    while (helpers.length >> levels > LEAF) {
      levels++;
    }
    depth = levels;
    nodes = new HelperNodes(2 << depth);
    this.appeal = new long[helpers.length];
    build(1, 0, appeal);
    for (int at = 0; at < helpers.length; at++) {
      position[helpers[at]] = at;
    }
    appealInNodes = this.appeal.clone();
    facts = new HelperFacts(pairing, helpers);
  }

  boolean isPlaced() {
    return placed;
  }

  public boolean isLeaf(int node) {
    return node >= 1 << depth;
  }

  int begin(int node, int level) {
    return (int) (((long) helpers.length * (node - (1 << level))) >> level);
  }

  int end(int node, int level) {
    return (int) (((long) helpers.length * (node + 1 - (1 << level))) >> level);
  }

  public int leafBegin(int leaf) {
    return begin(leaf, depth);
  }

  public int leafEnd(int leaf) {
    return end(leaf, depth);
  }

  public int helper(int at) {
    return helpers[at];
  }

  /** Returns what is known of the helpers, by position. */
  public HelperFacts facts() {
    return facts;
  }

  /** Returns the appeal of the helper at a position. */
  long appeal(int at) {
    return appeal[at];
  }

  /** Returns the appeal of a helper who is here. */
  long appealOf(int helper) {
    return appeal[position[helper]];
  }

  /** Returns the greatest appeal in a slot below a node, {@link #GONE} where there is none. */
  public long best(int node, int slot) {
    return nodes.best(node, slot);
  }

  long languages(int node) {
    return nodes.languages(node);
  }

  /** Returns a squared chord from which on nobody below a node goes. */
  public double reach(int node) {
    return nodes.reach(node);
  }

  /** Returns the least squared chord from a point to the box of a node. */
  public double chord2(int node, double x, double y, double z) {
    return nodes.chord2(node, x, y, z);
  }

  /**
   * Lowers the appeal of a helper without the climb: nodes still promise what it was, so that a
   * search finds the same with a little more work.
   */
  void lower(int helper, long value) {
    appeal[position[helper]] = value;
  }

  /** Lowers the appeal of a helper, or raises it. */
  void set(int helper, long value) {
    int at = position[helper];
    long old = appealInNodes[at];
    appeal[at] = value;
    appealInNodes[at] = value;
    if (old == value) {
      return;
    }
    int leaf = leafOf(at);
    for (int slot : NeedSlots.ofOffers(facts.offers(at))) {
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
      long best = nodes.best(node, slot);
      if (value > best) {
        nodes.setBest(node, slot, value);
      } else if (old == best) {
        long newBest = recomputed(node, slot);
        if (newBest == old) {
          return;
        }
        nodes.setBest(node, slot, newBest);
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
      if (appealInNodes[at] > most && isIn(slot, facts.offers(at))) {
        most = appealInNodes[at];
      }
    }
    return most;
  }

  private static boolean isIn(int slot, int offers) {
    for (int own : NeedSlots.ofOffers(offers)) {
      if (own == slot) {
        return true;
      }
    }
    return false;
  }

  private void build(int node, int level, IntToLongFunction appealOf) {
    double[] box = placed ? box(begin(node, level), end(node, level)) : NO_BOX;
    nodes.setBox(node, box);
    if (level == depth) {
      Arrays.sort(helpers, begin(node, level), end(node, level));
      for (int at = begin(node, level); at < end(node, level); at++) {
        appeal[at] = appealOf.applyAsLong(helpers[at]);
        fill(node, helpers[at], appeal[at]);
      }
      return;
    }
    if (placed) {
      select(begin(node, level), end(node, level), end(2 * node, level + 1), widest(box));
    }
    if (level < PARALLEL_LEVELS && placed) {
      IntStream.rangeClosed(2 * node, 2 * node + 1)
          .parallel()
          .forEach(child -> build(child, level + 1, appealOf));
    } else {
      build(2 * node, level + 1, appealOf);
      build(2 * node + 1, level + 1, appealOf);
    }
    nodes.include(node, 2 * node);
    nodes.include(node, 2 * node + 1);
  }

  private void fill(int leaf, int helper, long value) {
    nodes.raiseReach(leaf, pairing.reach(helper).outside());
    nodes.addLanguages(leaf, pairing.people().languageSketch(helper));
    for (int slot : NeedSlots.ofOffers(pairing.usableOffers(helper))) {
      nodes.setBest(leaf, slot, Math.max(best(leaf, slot), value));
    }
  }

  /** Returns the least coordinates, then the greatest. */
  private double[] box(int begin, int end) {
    double[] box = new double[2 * AXES];
    Arrays.fill(box, 0, AXES, Double.POSITIVE_INFINITY);
    Arrays.fill(box, AXES, 2 * AXES, Double.NEGATIVE_INFINITY);
    for (int i = begin; i < end; i++) {
      for (int axis = 0; axis < AXES; axis++) {
        double value = coordinate(helpers[i], axis);
        box[axis] = Math.min(box[axis], value);
        box[axis + AXES] = Math.max(box[axis + AXES], value);
      }
    }
    return box;
  }

  private double coordinate(int helper, int axis) {
    Sphere sphere = pairing.sphere();
    return axis == 0 ? sphere.x(helper) : axis == 1 ? sphere.y(helper) : sphere.z(helper);
  }

  private static int widest(double[] box) {
    int widest = 0;
    for (int axis = 1; axis < AXES; axis++) {
      if (box[axis + AXES] - box[axis] > box[widest + AXES] - box[widest]) {
        widest = axis;
      }
    }
    return widest;
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

  /** Returns whether one is before the other, whose coordinate is given. */
  private boolean isBefore(int one, int other, double coordinateOfOther, int axis) {
    double own = coordinate(one, axis);
    return own < coordinateOfOther || (own == coordinateOfOther && one < other);
  }
}
