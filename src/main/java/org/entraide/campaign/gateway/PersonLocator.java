package org.entraide.campaign.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.config.DelegateSettings;
import org.entraide.people.identity.Person;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.PostcodeFiles;
import org.entraide.place.Precision;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.introduce.DelegateChoice;
import org.entraide.plan.layout.Status;

/** Asks the geocoder about a campaign's people, once for each thing that was written. */
public final class PersonLocator {

  private final Geocoder geocoder;
  private final CampaignSettings settings;
  private final Optional<PostcodeFiles> postcodes;
  private final Map<PlaceQuery, Located> finalAnswers = new HashMap<>();
  private final Map<PlaceQuery, Set<PostcodeAdvice.Country>> countriesTyped = new HashMap<>();
  private Set<String> edition = Set.of();
  private boolean open;

  /**
   * @param postcodes what was imported; empty where that would not help
   */
  public PersonLocator(
      Geocoder geocoder, Optional<PostcodeFiles> postcodes, CampaignSettings settings) {
    this.geocoder = geocoder.speaking(settings.language().getLanguage());
    this.postcodes = postcodes;
    this.settings = settings;
  }

  /** Before a pass: forgets what it knows when postcodes were imported since the last one. */
  public void refresh() {
    open = false;
    Set<String> editionNow = edition();
    if (!editionNow.equals(edition)) {
      edition = editionNow;
      finalAnswers.clear();
    }
  }

  private Set<String> edition() {
    return postcodes.map(PostcodeFiles::edition).orElse(Set.of());
  }

  /** Whether the geocoder will say nothing more about those it was asked for. */
  public boolean areFinal() {
    return !open && edition().equals(edition);
  }

  /**
   * Counts people who would be helped by a postcode file that is missing, by country; see {@link
   * PostcodeAdvice}. It does not help people whose place is known to a few houses already.
   */
  public Map<String, Long> betterWithPostcodes(Collection<LocatedPerson> people) {
    Map<String, Long> counts = new HashMap<>();
    if (postcodes.isEmpty()) {
      return counts;
    }
    Set<PostcodeAdvice.Country> missing = EnumSet.allOf(PostcodeAdvice.Country.class);
    missing.removeIf(country -> country.isIn(postcodes.get()));
    for (LocatedPerson located : people) {
      if (located.geocoding() != null && !isFine(located.geocoding()) && !missing.isEmpty()) {
        PlaceQuery query = query(located.person(), located.instructions());
        for (PostcodeAdvice.Country country :
            countriesTyped.computeIfAbsent(query, PostcodeAdvice::typed)) {
          if (missing.contains(country)) {
            counts.merge(country.count(), 1L, Long::sum);
          }
        }
      }
    }
    return counts;
  }

  private static boolean isFine(Located located) {
    return located instanceof Located.At at
        && at.place().precision().compareTo(Precision.POSTCODE) <= 0;
  }

  /** A person with their place; without consent nobody is located, nor is anybody barred. */
  public LocatedPerson locate(Person person, Map<String, OrganiserInstructions> instructions) {
    OrganiserInstructions order =
        instructions.getOrDefault(person.ref(), OrganiserInstructions.NONE);
    boolean barred = order.status().filter(Status.BARRED::equals).isPresent();
    Located located =
        person.profile().isComplete() && !barred ? locate(query(person, order)) : null;
    return new LocatedPerson(person, order, located);
  }

  private PlaceQuery query(Person person, OrganiserInstructions order) {
    return order.correctedPlace().isEmpty()
        ? person.profile().place()
        : PlaceQuery.ofText(order.correctedPlace(), settings.country());
  }

  private Located locate(PlaceQuery query) {
    Located answer = finalAnswers.get(query);
    if (answer == null) {
      answer = geocoder.locate(query);
      if (isFinal(answer)) { // others are asked again; the geocoder limits how often
        finalAnswers.put(query, answer);
      } else {
        open = true;
      }
    }
    return answer;
  }

  private static boolean isFinal(Located answer) {
    return answer.fold(at -> !at.isProvisional(), unclear -> true, noAnswer -> false);
  }

  public DelegateChoice delegates() {
    List<DelegateChoice.Delegate> others = new ArrayList<>();
    for (DelegateSettings delegate : settings.delegates()) {
      Optional<GeoPoint> near =
          delegate.near().flatMap(n -> point(PlaceQuery.ofText(n.place(), settings.country())));
      others.add(
          new DelegateChoice.Delegate(
              delegate.email(),
              Set.copyOf(delegate.countries()),
              near,
              delegate.near().map(DelegateSettings.Near::withinKm).orElse(0.0)));
    }
    return new DelegateChoice(others, settings.delegate());
  }

  private Optional<GeoPoint> point(PlaceQuery query) {
    return locate(query) instanceof Located.At at
        ? Optional.of(at.place().point())
        : Optional.empty();
  }
}
