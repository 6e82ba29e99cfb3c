package org.entraide.match.certify;

import java.util.Arrays;

/**
 * Helpers in blocks, for the independent scan alone: sorted along a space-filling curve through the
 * cube around the earth (Morton 1966), sixteen to a block, eight blocks to a block of the next
 * level, up to one. Each block has its bounding box and, for everything that may be wanted, the
 * weakest claim that somebody in it would still hear.
 *
 * <p>Wanted are single categories, two together, and, since no distance bounds those, sets of
 * remote categories.
 */
final class ScanIndex {

  private static final int LEAF_BITS = 4;
  private static final int FAN_BITS = 3;
  private static final int CELL_BITS = 12;
  private static final int INDEX_BITS = 26;
  private static final int REMOTE_BITS = Integer.bitCount(BlockingPairs.REMOTE);

  private static final int CATEGORIES = BlockingPairs.CATEGORIES;

  /** Where limits for sets of remote categories begin. */
  private static final int SETS = CATEGORIES;

  /** Where limits for two categories together begin. */
  private static final int TWOS = SETS + (1 << REMOTE_BITS);

  /** How many limits a block has. */
  private static final int WIDTH = TWOS + CATEGORIES * (CATEGORIES - 1) / 2;

  private final double[][] unit;
  private final boolean placed;
  private final int[] helpers;
  private final double[][] boxes;
  private final double[][] reaches;
  private final long[][] languages;
  private final long[][] limits;

  /**
   * @param helpers all of known place, or all of unknown
   * @param unit vectors by index, empty for an unknown place
   */
  ScanIndex(int[] helpers, double[][] unit) {
    this.unit = unit;
    placed = helpers.length > 0 && unit[helpers[0]].length > 0;
    this.helpers = placed ? alongCurve(helpers) : helpers.clone();
    int levels = 1;
    while (blocks(levels - 1) > 1) {
      levels++;
    }
    boxes = new double[levels][];
    reaches = new double[levels][];
    languages = new long[levels][];
    limits = new long[levels][];
    for (int level = 0; level < levels; level++) {
      boxes[level] = new double[6 * blocks(level)];
      reaches[level] = new double[blocks(level)];
      languages[level] = new long[blocks(level)];
      limits[level] = new long[WIDTH * blocks(level)];
    }
  }

  /**
   * Enters what each helper offers, how far they go (squared chord) and whom they would hear.
   *
   * @param sketches bits, of which two people who can talk have one in common
   */
  void fill(int[] offers, double[] reach, long[] sketches, AcceptanceThreshold threshold) {
    for (int i = 0; i < helpers.length; i++) {
      int h = helpers[i];
      int block = i >> LEAF_BITS;
      long limit = threshold.limit(h);
      reaches[0][block] = Math.max(reaches[0][block], reach[h]);
      languages[0][block] |= sketches[h];
      for (int rest = offers[h]; rest != 0; rest &= rest - 1) {
        int one = Integer.numberOfTrailingZeros(rest);
        raise(0, block, one, limit);
        for (int more = rest & (rest - 1); more != 0; more &= more - 1) {
          raise(0, block, two(one, Integer.numberOfTrailingZeros(more)), limit);
        }
      }
      raise(0, block, SETS + remoteSet(offers[h]), limit);
      if (unit[h].length > 0) {
        include(boxes[0], block, unit[h], unit[h], (i & ((1 << LEAF_BITS) - 1)) == 0);
      }
    }
    for (int level = 1; level < boxes.length; level++) {
      for (int child = 0; child < blocks(level - 1); child++) {
        gather(level, child);
      }
    }
  }

  private void gather(int level, int child) {
    int block = child >> FAN_BITS;
    reaches[level][block] = Math.max(reaches[level][block], reaches[level - 1][child]);
    languages[level][block] |= languages[level - 1][child];
    for (int i = 0; i < WIDTH; i++) {
      raise(level, block, i, limits[level - 1][child * WIDTH + i]);
    }
    double[] low = Arrays.copyOfRange(boxes[level - 1], 6 * child, 6 * child + 3);
    double[] high = Arrays.copyOfRange(boxes[level - 1], 6 * child + 3, 6 * child + 6);
    include(boxes[level], block, low, high, (child & ((1 << FAN_BITS) - 1)) == 0);
  }

  private void raise(int level, int block, int i, long limit) {
    int at = block * WIDTH + i;
    limits[level][at] = Math.max(limits[level][at], limit);
  }

  private static void include(double[] box, int at, double[] low, double[] high, boolean first) {
    for (int axis = 0; axis < 3; axis++) {
      int i = 6 * at + axis;
      box[i] = first ? low[axis] : Math.min(box[i], low[axis]);
      box[i + 3] = first ? high[axis] : Math.max(box[i + 3], high[axis]);
    }
  }

  boolean isPlaced() {
    return placed;
  }

  /** Returns how many blocks a level has; level 0 holds helpers. */
  int blocks(int level) {
    int bits = LEAF_BITS + level * FAN_BITS;
    return (int) ((helpers.length + (1L << bits) - 1) >> bits);
  }

  int top() {
    return boxes.length - 1;
  }

  int firstChild(int block) {
    return block << FAN_BITS;
  }

  int endOfChildren(int level, int block) {
    return Math.min((block + 1) << FAN_BITS, blocks(level - 1));
  }

  int firstHelper(int block) {
    return block << LEAF_BITS;
  }

  int endOfHelpers(int block) {
    return Math.min((block + 1) << LEAF_BITS, helpers.length);
  }

  int helper(int i) {
    return helpers[i];
  }

  /** Returns how far somebody in a block goes at most, as a squared chord. */
  double reach(int level, int block) {
    return reaches[level][block];
  }

  /** Returns the least squared chord from a point to a block. */
  double chord2(int level, int block, double[] point) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double below = boxes[level][6 * block + axis] - point[axis];
      double above = point[axis] - boxes[level][6 * block + 3 + axis];
      double beyond = Math.max(0, Math.max(below, above));
      sum += beyond * beyond;
    }
    return sum;
  }

  /** Returns the sketches of everybody in a block, put together. */
  long languages(int level, int block) {
    return languages[level][block];
  }

  /**
   * Returns whether somebody in a block offers a category that needs presence and accepts a claim.
   */
  boolean presence(int level, int block, int sought, long claim) {
    boolean some = false;
    for (int rest = sought & ~BlockingPairs.REMOTE; rest != 0; rest &= rest - 1) {
      some |= claim < limits[level][block * WIDTH + Integer.numberOfTrailingZeros(rest)];
    }
    return some;
  }

  /**
   * Returns how many categories at most one person in a block covers who accepts a claim: no more
   * than any of them is offered together with, and one.
   */
  int together(int level, int block, int sought, long claim) {
    int most = 0;
    for (int ones = sought; ones != 0; ones &= ones - 1) {
      int one = Integer.numberOfTrailingZeros(ones);
      if (claim >= limits[level][block * WIDTH + one]) {
        continue;
      }
      int count = 1;
      for (int rest = sought & ~(1 << one); rest != 0; rest &= rest - 1) {
        int at = two(one, Integer.numberOfTrailingZeros(rest));
        count += claim < limits[level][block * WIDTH + at] ? 1 : 0;
      }
      most = Math.max(most, count);
    }
    return most;
  }

  private static int two(int one, int other) {
    int high = Math.max(one, other);
    return TWOS + high * (high - 1) / 2 + Math.min(one, other);
  }

  /**
   * Returns how many remote categories at most one person in a block covers who accepts a claim.
   */
  int remote(int level, int block, int sought, long claim) {
    int wanted = remoteSet(sought);
    int most = 0;
    for (int set = 1; wanted != 0 && set < 1 << REMOTE_BITS; set++) {
      int count = Integer.bitCount(set & wanted);
      if (count > most && claim < limits[level][block * WIDTH + SETS + set]) {
        most = count;
      }
    }
    return most;
  }

  private static int remoteSet(int mask) {
    int set = 0;
    int bit = 1;
    for (int rest = BlockingPairs.REMOTE; rest != 0; rest &= rest - 1) {
      set |= (mask & rest & -rest) == 0 ? 0 : bit;
      bit += bit;
    }
    return set;
  }

  private int[] alongCurve(int[] some) {
    long[] keys = new long[some.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = cell(unit[some[i]], CELL_BITS) << INDEX_BITS | some[i];
    }
    Arrays.sort(keys);
    int from = 0;
    for (int i = 1; i <= keys.length; i++) {
      if (i == keys.length || keys[i] >>> INDEX_BITS != keys[from] >>> INDEX_BITS) {
        refine(keys, from, i);
        from = i;
      }
    }
    return Arrays.stream(keys).mapToInt(key -> (int) (key & ((1L << INDEX_BITS) - 1))).toArray();
  }

  /** Sorts those of one cell by the cells within it. */
  private void refine(long[] keys, int from, int to) {
    long mask = (1L << INDEX_BITS) - 1;
    for (int i = from; i < to; i++) {
      int h = (int) (keys[i] & mask);
      keys[i] = cell(unit[h], 2 * CELL_BITS) << INDEX_BITS | h;
    }
    Arrays.sort(keys, from, to);
  }

  /** Interleaves the last {@value #CELL_BITS} of so many bits of each coordinate. */
  private static long cell(double[] point, int bits) {
    long code = 0;
    for (int bit = bits - 1; bit >= bits - CELL_BITS; bit--) {
      for (int axis = 0; axis < 3; axis++) {
        long grid = (long) ((point[axis] + 1) / 2 * ((1L << bits) - 1));
        code = code << 1 | (grid >> (bit - (bits - CELL_BITS)) & 1);
      }
    }
    return code;
  }
}
