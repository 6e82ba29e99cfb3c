package org.entraide.match.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.match.state.NeedMask;

/**
 * How an index over helpers sorts what they offer: one slot for each category, one for each two of
 * them, and one for each set of remote categories.
 *
 * <p>Two helpers near each other who offer one need each are no helper who offers both: without
 * slots for two categories a search for both would look at everybody where such pairs of helpers
 * abound. Nothing but what is offered bounds a search for remote needs, so there the sets
 * themselves are distinguished.
 */
public final class NeedSlots {

  private static final int MATCHED = NeedMask.ALL & ~NeedMask.BY_HAND;
  private static final int SINGLES = Integer.bitCount(MATCHED);
  private static final int FIRST_SET = SINGLES + SINGLES * (SINGLES - 1) / 2;
  private static final int REMOTE_SETS = 1 << Integer.bitCount(NeedMask.REMOTE);

  /** How many slots there are. */
  static final int COUNT = FIRST_SET + REMOTE_SETS;

  private static final int[] NONE = {};
  private static final int[][] OF_OFFERS = new int[NeedMask.ALL + 1][];
  private static final int[][] SINGLE = new int[NeedMask.ALL + 1][];
  private static final int[][] FOR_REMOTE = new int[NeedMask.ALL + 1][];
  private static final int[][] REMOTE_COUNTS = new int[NeedMask.ALL + 1][];

  static {
    for (int mask = 0; mask <= NeedMask.ALL; mask++) {
      SINGLE[mask] = bits(squeeze(mask, MATCHED));
      int remote = squeeze(mask, NeedMask.REMOTE);
      int[] set = remote == 0 ? NONE : new int[] {FIRST_SET + remote};
      OF_OFFERS[mask] =
          Stream.of(SINGLE[mask], pairs(SINGLE[mask]), set).flatMapToInt(Arrays::stream).toArray();
      int[] sets =
          IntStream.range(1, REMOTE_SETS)
              .filter(some -> (some & remote) != 0)
              .boxed()
              .sorted(Comparator.comparingInt(some -> -Integer.bitCount(some & remote)))
              .mapToInt(Integer::intValue)
              .toArray();
      FOR_REMOTE[mask] = Arrays.stream(sets).map(some -> FIRST_SET + some).toArray();
      REMOTE_COUNTS[mask] =
          Arrays.stream(sets).map(some -> Integer.bitCount(some & remote)).toArray();
    }
  }

  private NeedSlots() {}

  /** Returns the slots of a helper who offers these categories. */
  static int[] ofOffers(int offers) {
    return OF_OFFERS[offers];
  }

  /** Returns the slots of single categories, for these needs, the remote ones included. */
  static int[] singles(int needs) {
    return SINGLE[needs];
  }

  /** Returns the slots of single categories, for those of these needs that need presence. */
  public static int[] forPresence(int needs) {
    return SINGLE[needs & ~NeedMask.REMOTE];
  }

  /** Returns the slot of those who are in both of two different slots of single categories. */
  static int both(int one, int other) {
    int high = Math.max(one, other);
    return SINGLES + high * (high - 1) / 2 + Math.min(one, other);
  }

  /** Returns the slots in which to look for the remote ones among these needs, fullest first. */
  public static int[] forRemote(int needs) {
    return FOR_REMOTE[needs];
  }

  /** Returns how many needs a helper of each slot of {@link #forRemote} covers. */
  static int[] remoteCounts(int needs) {
    return REMOTE_COUNTS[needs];
  }

  private static int[] pairs(int[] singles) {
    return Arrays.stream(singles)
        .flatMap(one -> Arrays.stream(singles).filter(it -> it < one).map(it -> both(one, it)))
        .toArray();
  }

  private static int squeeze(int mask, int into) {
    int squeezed = 0;
    int bit = 1;
    for (int rest = into; rest != 0; rest &= rest - 1) {
      squeezed |= (mask & Integer.lowestOneBit(rest)) != 0 ? bit : 0;
      bit <<= 1;
    }
    return squeezed;
  }

  private static int[] bits(int mask) {
    return IntStream.range(0, Integer.SIZE).filter(i -> (mask >>> i & 1) != 0).toArray();
  }
}
