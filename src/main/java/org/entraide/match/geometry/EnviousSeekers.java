package org.entraide.match.geometry;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;

/**
 * Finds whom a helper likes most among those who would rather have that helper than what they have
 * in a round: the opposite question to that of {@link HelperSearch}.
 *
 * <p>Seekers are in blocks along a space-filling curve (Morton 1966), eight blocks to a block of
 * the next level, up to one. Each knows its box, and of those in it who may envy anybody: what they
 * need, how near a helper must be, and who is helped first. Seekers who would rather have somebody
 * for remote needs alone are in a list, in the order in which they are helped: distance does not
 * bound them.
 */
public final class EnviousSeekers {

  /** Has nobody: likes every helper better. */
  public static final int UNMATCHED = Integer.MAX_VALUE;

  /** The rank that a helper gives to nobody. */
  public static final int NOBODY = Integer.MAX_VALUE;

  private static final int LEAF_BITS = 4;
  private static final int FAN_BITS = 3;
  private static final int AXES = 3;
  private static final int CELL_BITS = 12;
  private static final int INDEX_BITS = 27;

  /** What one question may look at before it is answered with what is safe. */
  private static final int MOST_LOOKS = 4_000;

  private final Pairing pairing;
  private final int[] rankOf;
  private final int[] seekers;
  private final int[] position;
  private final double[][] boxes;
  private final double[][] farthest;
  private final int[][] needs;
  private final int[][] first;

  /** Those who may envy somebody for remote needs, those helped first before the others. */
  private final int[] afar;

  /** Those of whom that became true later. */
  private int[] later = new int[16];

  private int laterSize;
  private final boolean[] isAfar;

  private int helper;
  private int offers;
  private IntPredicate skipped = r -> false;
  private int foundSeeker;
  private int foundRank;
  private int looksLeft;
  private long looks;

  /**
   * @param seekers those who seek something, those whom helpers prefer first
   * @param rankOf by person what they think of their helper, or {@link #UNMATCHED}; read at every
   *     question
   */
  public EnviousSeekers(Pairing pairing, int[] seekers, int[] rankOf) {
    this.pairing = pairing;
    this.rankOf = rankOf;
    isAfar = new boolean[pairing.size()];
    afar = Arrays.stream(seekers).filter(this::enviesAfar).toArray();
    Arrays.stream(afar).forEach(r -> isAfar[r] = true);
    this.seekers = alongCurve(seekers);
    position = new int[pairing.size()];
    Arrays.fill(position, -1);
    IntStream.range(0, this.seekers.length).forEach(at -> position[this.seekers[at]] = at);
    int levels = 1;
    while (blocks(levels - 1) > 1) {
      levels++;
    }
    boxes = new double[levels][];
    farthest = new double[levels][];
    needs = new int[levels][];
    first = new int[levels][];
    for (int level = 0; level < levels; level++) {
      boxes[level] = new double[2 * AXES * blocks(level)];
      farthest[level] = new double[blocks(level)];
      needs[level] = new int[blocks(level)];
      first[level] = new int[blocks(level)];
      int at = level;
      IntStream.range(0, blocks(level)).parallel().forEach(block -> fill(at, block));
    }
  }

  private int[] alongCurve(int[] all) {
    int[] placed =
        Arrays.stream(all)
            .filter(
                r ->
                    pairing.sphere().knows(r)
                        && (pairing.state().sought(r) & ~NeedMask.REMOTE) != 0)
            .toArray();
    double[] low = new double[AXES];
    double[] scale = new double[AXES];
    for (int axis = 0; axis < AXES; axis++) {
      int on = axis;
      low[axis] = Arrays.stream(placed).mapToDouble(r -> coordinate(r, on)).min().orElse(0);
      double high = Arrays.stream(placed).mapToDouble(r -> coordinate(r, on)).max().orElse(0);
      scale[axis] = ((1 << CELL_BITS) - 1) / Math.max(high - low[axis], 1e-9);
    }
    long[] order =
        Arrays.stream(placed)
            .parallel()
            .mapToLong(
                r -> {
                  long cell = 0;
                  for (int axis = 0; axis < AXES; axis++) {
                    cell |= spread((int) ((coordinate(r, axis) - low[axis]) * scale[axis])) << axis;
                  }
                  return cell << INDEX_BITS | r;
                })
            .toArray();
    Arrays.parallelSort(order);
    return Arrays.stream(order).mapToInt(it -> (int) (it & ((1L << INDEX_BITS) - 1))).toArray();
  }

  /** Puts two zeros between each two bits. */
  private static long spread(int cell) {
    long spread = 0;
    for (int bit = 0; bit < CELL_BITS; bit++) {
      spread |= (long) (cell >> bit & 1) << (AXES * bit);
    }
    return spread;
  }

  private double coordinate(int person, int axis) {
    Sphere sphere = pairing.sphere();
    return axis == 0 ? sphere.x(person) : axis == 1 ? sphere.y(person) : sphere.z(person);
  }

  private int blocks(int level) {
    int bits = LEAF_BITS + level * FAN_BITS;
    return (int) ((seekers.length + (1L << bits) - 1) >> bits);
  }

  private int begin(int level, int block) {
    return level == 0 ? block << LEAF_BITS : block << FAN_BITS;
  }

  private int end(int level, int block) {
    return level == 0
        ? Math.min(seekers.length, (block + 1) << LEAF_BITS)
        : Math.min(blocks(level - 1), (block + 1) << FAN_BITS);
  }

  private void fill(int level, int block) {
    for (int i = begin(level, block); i < end(level, block); i++) {
      boolean isFirst = i == begin(level, block);
      for (int axis = 0; axis < AXES; axis++) {
        int at = 2 * AXES * block + axis;
        int of = 2 * AXES * i + axis;
        double low = level == 0 ? coordinate(seekers[i], axis) : boxes[level - 1][of];
        double high = level == 0 ? low : boxes[level - 1][of + AXES];
        boxes[level][at] = isFirst ? low : Math.min(boxes[level][at], low);
        boxes[level][at + AXES] = isFirst ? high : Math.max(boxes[level][at + AXES], high);
      }
    }
    gather(level, block);
  }

  private void gather(int level, int block) {
    double far = -1;
    int wanted = 0;
    int least = NOBODY;
    for (int i = begin(level, block); i < end(level, block); i++) {
      double reach = level == 0 ? envies(seekers[i]) : farthest[level - 1][i];
      if (reach >= 0) {
        far = Math.max(far, reach);
        wanted |= level == 0 ? pairing.state().sought(seekers[i]) : needs[level - 1][i];
        least =
            Math.min(least, level == 0 ? pairing.priorityRank(seekers[i]) : first[level - 1][i]);
      }
    }
    farthest[level][block] = far;
    needs[level][block] = wanted & ~NeedMask.REMOTE;
    first[level][block] = least;
  }

  /**
   * Returns a squared chord from which on somebody would not rather have anybody for a need for
   * presence; negative where they have the best there is.
   */
  private double envies(int r) {
    int own = rankOf[r];
    int sought = pairing.state().sought(r);
    if (own == UNMATCHED || own > pairing.rank(sought, pairing.bands() - 1)) {
      return Double.POSITIVE_INFINITY;
    }
    int band = pairing.band(own);
    return band > pairing.leastBand(r) ? pairing.beyondBand(band - 1) : -1;
  }

  private boolean enviesAfar(int r) {
    int remote = pairing.state().sought(r) & NeedMask.REMOTE;
    return remote != 0 && pairing.rank(remote, 0) < rankOf[r];
  }

  /** Takes note that somebody has another helper. */
  public void update(int r) {
    if (!isAfar[r] && enviesAfar(r)) {
      isAfar[r] = true;
      later = laterSize == later.length ? Arrays.copyOf(later, 2 * laterSize) : later;
      later[laterSize++] = r;
    }
    if (position[r] >= 0) {
      int block = position[r] >> LEAF_BITS;
      for (int level = 0; level < boxes.length; level++) {
        gather(level, block);
        block >>= FAN_BITS;
      }
    }
  }

  /**
   * Returns what a helper thinks of the one they like most of those who would rather have them, or
   * {@link #NOBODY}. Where that takes too long, it is better than that.
   *
   * @param skip whom to leave out
   */
  public int best(int who, IntPredicate skip) {
    helper = who;
    offers = pairing.usableOffers(who);
    skipped = skip;
    foundSeeker = -1;
    foundRank = NOBODY;
    looksLeft = MOST_LOOKS;
    if ((offers & ~NeedMask.REMOTE) != 0 && pairing.sphere().knows(who) && boxes[0].length > 0) {
      visit(boxes.length - 1, 0);
    }
    if ((offers & NeedMask.REMOTE) != 0) {
      for (int i = 0; i < afar.length && isBefore(pairing.priorityRank(afar[i])); i++) {
        look(afar[i]);
      }
      for (int i = 0; i < laterSize; i++) {
        look(later[i]);
      }
    }
    looks += MOST_LOOKS - looksLeft;
    if (looksLeft < 0) {
      foundSeeker = -1;
      foundRank = 0;
    }
    return foundRank;
  }

  /** Returns who {@link #best} found, or -1 where it is nobody or not known. */
  public int foundSeeker() {
    return foundSeeker;
  }

  /** Returns how many were looked at so far. */
  public long looks() {
    return looks;
  }

  private boolean isBefore(int priorityRank) {
    return looksLeft >= 0 && priorityRank < NOBODY && priorityRank * pairing.bands() < foundRank;
  }

  private void visit(int level, int block) {
    looksLeft--;
    if (!isBefore(first[level][block])
        || (needs[level][block] & offers) == 0
        || isBeyond(level, block)) {
      return;
    }
    for (int i = begin(level, block); i < end(level, block); i++) {
      if (level > 0) {
        visit(level - 1, i);
      } else {
        look(seekers[i]);
      }
    }
  }

  private boolean isBeyond(int level, int block) {
    double chord2 = 0;
    for (int axis = 0; axis < AXES; axis++) {
      double at = coordinate(helper, axis);
      double low = boxes[level][2 * AXES * block + axis];
      double high = boxes[level][2 * AXES * block + axis + AXES];
      double away = Math.max(0, Math.max(low - at, at - high));
      chord2 += away * away;
    }
    return chord2 >= farthest[level][block] || chord2 >= pairing.reach(helper).outside();
  }

  private void look(int r) {
    looksLeft--;
    if ((pairing.state().sought(r) & offers) == 0
        || !isBefore(pairing.priorityRank(r))
        || skipped.test(r)) {
      return;
    }
    int rank = pairing.personRank(r, helper);
    if (rank >= 0 && rank < rankOf[r]) {
      int rankOfSeeker = pairing.helperRank(r, helper, pairing.band(rank));
      if (rankOfSeeker < foundRank) {
        foundSeeker = r;
        foundRank = rankOfSeeker;
      }
    }
  }
}
