package org.entraide.plan.introduce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.plan.instruction.LocatedPerson;
import org.jspecify.annotations.Nullable;

/**
 * Whose drafts an introduction goes to: the first delegate who fits where the person is, else the
 * campaign's.
 *
 * @param others in the order of the configuration
 * @param fallback the campaign's delegate
 */
public record DelegateChoice(List<Delegate> others, String fallback) {

  /**
   * One further delegate.
   *
   * @param countries ISO codes; empty for any
   * @param near the middle of the neighbourhood; empty for anywhere
   * @param withinKm around it
   */
  public record Delegate(
      String email, Set<String> countries, Optional<GeoPoint> near, double withinKm) {

    boolean fits(Place place) {
      return (countries.isEmpty() || countries.contains(place.country().toUpperCase(Locale.ROOT)))
          && near.map(point -> point.kmTo(place.point()) <= withinKm).orElse(true);
    }
  }

  public DelegateChoice {
    others = List.copyOf(others);
  }

  /**
   * The delegate for a person.
   *
   * @param located null where nobody knows where they are
   */
  public String forPerson(@Nullable LocatedPerson located) {
    return forPlace(located == null ? Optional.empty() : located.place());
  }

  /** The delegate for somebody who is there, or whose place is unknown. */
  public String forPlace(Optional<Place> place) {
    return place
        .flatMap(p -> others.stream().filter(d -> d.fits(p)).findFirst())
        .map(Delegate::email)
        .orElse(fallback);
  }

  /** Every mailbox that may hold drafts. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>();
    all.add(fallback);
    others.forEach(d -> all.add(d.email()));
    return all;
  }
}
