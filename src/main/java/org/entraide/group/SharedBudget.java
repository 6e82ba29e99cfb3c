package org.entraide.group;

import java.time.Duration;
import java.util.List;

/**
 * What all daemons of a group together may spend in a minute, counted at a place that each of them
 * reaches. What a daemon takes it spends within a few seconds, or not at all; it counts for a few
 * seconds longer than a minute, so that no minute, wherever it begins, holds more than was allowed.
 */
public interface SharedBudget {

  /**
   * Units that any daemon took and that still count.
   *
   * @param ends how long until it does not
   */
  record TakenUnits(Duration ends, long units) {}

  /**
   * An answer.
   *
   * @param units what was taken now; 0 where there is not enough
   * @param counting all that counts, with this, in the order of its ending
   */
  record BudgetGrant(int units, List<TakenUnits> counting) {

    public BudgetGrant {
      counting = List.copyOf(counting);
    }
  }

  /**
   * Takes what is left, as far as it is of use.
   *
   * @param subject whose minute it is: a name that identifies nobody
   * @param least units of use, at least 1
   * @param most units of use
   * @param limit units of a minute; the same each time
   * @throws java.io.UncheckedIOException where that place is away: nothing was taken, or it is not
   *     known whether
   */
  BudgetGrant take(String subject, int least, int most, int limit);
}
