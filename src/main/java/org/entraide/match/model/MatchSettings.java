package org.entraide.match.model;

import java.util.List;
import java.util.Set;
import org.entraide.people.word.Category;

/**
 * What an organiser may choose.
 *
 * @param maxKm how far a helper may be for needs that need presence; infinite for no limit
 * @param maxUncertaintyKm a place known less precisely than this counts as unknown
 * @param bandsKm limits of the distance bands, strictly increasing; distances within one band are
 *     equally good
 * @param checkedOnly needs for which only a checked helper is proposed
 */
public record MatchSettings(
    double maxKm, double maxUncertaintyKm, List<Double> bandsKm, Set<Category> checkedOnly) {

  /** What holds unless somebody says otherwise. */
  public static final MatchSettings DEFAULT =
      new MatchSettings(
          5.0, 15.0, List.of(1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0), Set.of(Category.CHILDCARE));

  private static final int MOST_BANDS = 1000;

  /**
   * @throws IllegalArgumentException if a limit is negative or not a number, or the bands do not
   *     increase or are more than a thousand
   */
  public MatchSettings {
    if (!(maxKm >= 0) || !(maxUncertaintyKm >= 0)) {
      throw new IllegalArgumentException(
          "Greatest distance and uncertainty must not be negative: %s, %s km."
              .formatted(maxKm, maxUncertaintyKm));
    }
    bandsKm = List.copyOf(bandsKm);
    double last = -1;
    for (double limit : bandsKm) {
      if (!(limit > last) || limit < 0 || bandsKm.size() > MOST_BANDS) {
        throw new IllegalArgumentException(
            "Distance bands must increase from 0 km on, and be few: %s.".formatted(bandsKm));
      }
      last = limit;
    }
    checkedOnly = Set.copyOf(checkedOnly);
  }
}
