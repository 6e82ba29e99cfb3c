package org.entraide.place.embedded;

import java.util.Collection;
import java.util.Set;
import org.entraide.place.Territories;
import org.entraide.place.index.Feature;

/**
 * The countries that are spoken of.
 *
 * @param stated those that were named
 * @param hint that of the campaign, or empty
 */
record CountryContext(Set<String> stated, String hint) {

  /** Whether it is in a country that was named; nothing is where none was. */
  boolean isStated(Feature feature) {
    return includesAny(stated, feature.country());
  }

  /** Whether it is in the campaign's country. */
  boolean isHinted(Feature feature) {
    return !hint.isEmpty() && Territories.includes(hint, feature.country());
  }

  /**
   * Whether it is where it would be looked for: in a country that was named, else the campaign's.
   */
  boolean isExpected(Feature feature) {
    return stated.isEmpty() ? isHinted(feature) : isStated(feature);
  }

  /** The country in which something is looked for that is nowhere, or empty. */
  String country() {
    return stated.size() == 1 ? stated.iterator().next() : stated.isEmpty() ? hint : "";
  }

  CountryContext stating(String country) {
    return new CountryContext(Set.of(country), hint);
  }

  private static boolean includesAny(Collection<String> named, String country) {
    return named.stream().anyMatch(one -> Territories.includes(one, country));
  }
}
