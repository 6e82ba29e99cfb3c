package org.entraide.config;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;

/**
 * How a campaign matches; organisers can change some of it in the settings tab.
 *
 * @param maxKm for needs that need presence
 * @param maxUncertaintyKm a place known less precisely counts as unknown
 * @param bandsKm distance bands, ascending
 * @param capacity of a helper who did not say
 * @param holdBack how long the pairs of somebody who needs are only compared
 * @param checkedOnly needs for which only a checked helper is proposed
 * @param uncheckedCapacity most live introductions of a helper who is not checked
 */
public record MatchingSettings(
    double maxKm,
    double maxUncertaintyKm,
    List<Double> bandsKm,
    int capacity,
    HoldBack holdBack,
    Policy policy,
    Set<Category> checkedOnly,
    int uncheckedCapacity) {

  /** What holds where the configuration says nothing. */
  public static final MatchingSettings DEFAULTS =
      new MatchingSettings(
          5.0,
          15.0,
          List.of(1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0),
          3,
          HoldBack.of(Duration.ofHours(1)),
          Policy.STABLE,
          EnumSet.of(Category.CHILDCARE),
          5);

  public MatchingSettings {
    bandsKm = List.copyOf(bandsKm);
    checkedOnly = Set.copyOf(checkedOnly);
  }
}
