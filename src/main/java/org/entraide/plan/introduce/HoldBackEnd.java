package org.entraide.plan.introduce;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.entraide.config.HoldBack;
import org.entraide.plan.instruction.LocatedPerson;

/**
 * Until when the pairs of somebody who needs are only compared. Pure.
 *
 * <p>Where the time adapts, it is twenty minutes for each other answer of the day before somebody's
 * own first answer, twelve hours at most: RATIONALE.md has the reason, docs/benchmarks.md the
 * simulation. What arrives later changes nothing of it, so that a row says the same time to the
 * end.
 */
public final class HoldBackEnd {

  /** Of a time that adapts. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration FOR_EACH_ANSWER = Duration.ofMinutes(20);
  private static final Duration LOOKED_BACK = Duration.ofDays(1);

  private final HoldBack holdBack;
  private final long[] answers; // in milliseconds, ascending

  /**
   * @param firstAnswers of everybody who ever answered, those who need nothing among them
   */
  public HoldBackEnd(HoldBack holdBack, Collection<Instant> firstAnswers) {
    this.holdBack = holdBack;
    this.answers =
        holdBack.fixed().isPresent()
            ? new long[0]
            : firstAnswers.stream().mapToLong(Instant::toEpochMilli).sorted().toArray();
  }

  /**
   * The end of somebody's time.
   *
   * @param first when they first answered: one of those that were given
   */
  public Instant of(Instant first) {
    return first.plus(holdBack.fixed().orElseGet(() -> adapted(first.toEpochMilli())));
  }

  private Duration adapted(long first) {
    int others = countUpTo(first) - countUpTo(first - LOOKED_BACK.toMillis()) - 1;
    Duration wanted = FOR_EACH_ANSWER.multipliedBy(Math.max(0, others));
    return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
  }

  /** How many answers came at a time or before. */
  private int countUpTo(long time) {
    int low = 0;
    int high = answers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (answers[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Who is held back at a moment, and until when: everybody present whose time is not over, but for
   * those whom organisers put first. Somebody whose first answer has no time that is known is not
   * held back.
   *
   * @param people by reference
   * @param firstAnswers by reference
   */
  public Map<String, Instant> heldBackUntil(
      Map<String, LocatedPerson> people, Map<String, Instant> firstAnswers, Instant now) {
    Map<String, Instant> heldBackUntil = new HashMap<>();
    for (LocatedPerson located : people.values()) {
      Instant first = firstAnswers.get(located.ref());
      if (first != null && located.mayBeMatched() && !located.instructions().hasPriority()) {
        Instant end = of(first);
        if (now.isBefore(end)) {
          heldBackUntil.put(located.ref(), end);
        }
      }
    }
    return heldBackUntil;
  }
}
