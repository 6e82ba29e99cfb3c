package org.entraide.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How an index over helpers sorts what they offer: one slot for each category that needs presence,
 * and one for each set of remote categories. Distance bounds a search for presence; nothing bounds
 * one for remote needs but what is offered, so there the sets themselves are told apart.
 */
final class Slots {

  private static final int PRESENCE = Needs.ALL & ~Needs.REMOTE & ~Needs.BY_HAND;
  private static final int PRESENCE_COUNT = Integer.bitCount(PRESENCE);
  private static final int REMOTE_SETS = 1 << Integer.bitCount(Needs.REMOTE);

  /** How many slots there are. */
  static final int COUNT = PRESENCE_COUNT + REMOTE_SETS;

  private static final int[][] OF_OFFERS = new int[Needs.ALL + 1][];
  private static final int[][] FOR_PRESENCE = new int[Needs.ALL + 1][];
  private static final int[][] FOR_REMOTE = new int[Needs.ALL + 1][];
  private static final int[][] REMOTE_COUNTS = new int[Needs.ALL + 1][];

  static {
    for (int mask = 0; mask <= Needs.ALL; mask++) {
      int remote = squeeze(mask, Needs.REMOTE);
      FOR_PRESENCE[mask] = bits(squeeze(mask, PRESENCE));
      OF_OFFERS[mask] = FOR_PRESENCE[mask];
      if (remote != 0) {
        OF_OFFERS[mask] = Arrays.copyOf(FOR_PRESENCE[mask], FOR_PRESENCE[mask].length + 1);
        OF_OFFERS[mask][FOR_PRESENCE[mask].length] = PRESENCE_COUNT + remote;
      }
      int[] sets =
          IntStream.range(1, REMOTE_SETS)
              .filter(set -> (set & remote) != 0)
              .boxed()
              .sorted(Comparator.comparingInt(set -> -Integer.bitCount(set & remote)))
              .mapToInt(Integer::intValue)
              .toArray();
      FOR_REMOTE[mask] = Arrays.stream(sets).map(set -> PRESENCE_COUNT + set).toArray();
      REMOTE_COUNTS[mask] =
          Arrays.stream(sets).map(set -> Integer.bitCount(set & remote)).toArray();
    }
  }

  private Slots() {}

  /** Returns the slots of a helper who offers these categories. */
  static int[] ofOffers(int offers) {
    return OF_OFFERS[offers];
  }

  /** Returns the slots in which to look for those of these needs that need presence. */
  static int[] forPresence(int needs) {
    return FOR_PRESENCE[needs];
  }

  /** Returns the slots in which to look for the remote ones among these needs, fullest first. */
  static int[] forRemote(int needs) {
    return FOR_REMOTE[needs];
  }

  /** Returns how many needs a helper of each slot of {@link #forRemote} covers. */
  static int[] remoteCounts(int needs) {
    return REMOTE_COUNTS[needs];
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
