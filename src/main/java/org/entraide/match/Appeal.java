package org.entraide.match;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whom helpers would still take in a round that is over: for the scan of blocking pairs alone.
 *
 * <p>A helper who is full takes somebody of higher priority than the one it likes least, or of the
 * same priority and longer waiting, or the same in both and in a lower band.
 */
final class Appeal {

  private static final int ANY_BAND = Integer.MAX_VALUE;

  private final int[] priority;

  /** The Monday of the week of the first answer, as a day of the epoch. */
  private final long[] monday;

  private final int[] room;
  private final int[] leastLiked;
  private final int[] leastLikedBand;

  /**
   * @param state as at the start of the round
   */
  Appeal(People people, State state) {
    priority = new int[people.size()];
    monday = new long[people.size()];
    for (int i = 0; i < people.size(); i++) {
      priority[i] = people.get(i).priority();
      monday[i] = monday(people.get(i).since());
    }
    room = state.capacities();
    leastLiked = new int[people.size()];
    leastLikedBand = new int[people.size()];
    Arrays.fill(leastLiked, -1);
  }

  /** Records whom a helper got. */
  void seat(int person, int helper, int band) {
    room[helper]--;
    int least = leastLiked[helper];
    if (least < 0
        || compare(person, least) > 0
        || (compare(person, least) == 0 && band > leastLikedBand[helper])) {
      leastLiked[helper] = person;
      leastLikedBand[helper] = band;
    }
  }

  /** Returns the band below which the helper would take the person: 0 for never. */
  int limit(int person, int helper) {
    if (room[helper] > 0) {
      return ANY_BAND;
    }
    int least = leastLiked[helper];
    if (least < 0) {
      return 0;
    }
    int order = compare(person, least);
    return order < 0 ? ANY_BAND : order > 0 ? 0 : leastLikedBand[helper];
  }

  /** Negative if helpers prefer the first. */
  private int compare(int one, int other) {
    int byPriority = Integer.compare(priority[other], priority[one]);
    return byPriority != 0 ? byPriority : Long.compare(monday[one], monday[other]);
  }

  private static long monday(@Nullable LocalDate since) {
    return since == null
        ? Long.MAX_VALUE
        : since.toEpochDay() - (since.getDayOfWeek().getValue() - 1);
  }
}
