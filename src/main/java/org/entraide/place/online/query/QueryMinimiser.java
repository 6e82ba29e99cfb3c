package org.entraide.place.online.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;

/**
 * Decides what of an answer a service may see. Nothing is sent unless a rule lets it through:
 *
 * <ol>
 *   <li>E-mail and web addresses, telephones and other long numbers, emoji go first and divide what
 *       they were in; commas, brackets and lines divide too.
 *   <li>From a word for a person (« chez », « Mme », « ma fille ») on, everything goes up to « à »,
 *       a number, a street's word or the end of the part.
 *   <li>A country named, in French or English, is sent as its code.
 *   <li>A postcode of the country is sent; an Irish one, which is one letter box, by its district
 *       and an American one without its last four digits.
 *   <li>A street is sent by its name, with the house number only if {@code precise}; flat, floor,
 *       door, building and door code never.
 *   <li>Names that the embedded geocoder knows are sent.
 *   <li>Names that it does not know are sent where they can be nothing but a town: in the answer to
 *       the question for the town; right after a postcode; after the street, beside a country, or
 *       as all that was written, if it is one part of three words at most. Not if they begin with a
 *       given name or have words that no town has.
 * </ol>
 *
 * What is not caught: a family name inside a street's or a town's own part, where nothing
 * distinguishes it.
 */
public final class QueryMinimiser {

  private static final int LONGEST_NAME = 3;
  private static final int LONGEST_TOWN = 4;
  private static final int MOST_TOKENS = 30;
  private static final int MOST_TOWNS = 3;
  private static final double SURE = 0.8;

  /** Of one answer so many names are looked up; nobody's place has as many. */
  private static final int MOST_LOOKUPS = 300;

  private final Geocoder embedded;
  private final boolean precise;

  public QueryMinimiser(Geocoder embedded, boolean precise) {
    this.embedded = embedded;
    this.precise = precise;
  }

  /** Returns what may be sent; {@link MinimalQuery#NOTHING} or a blank one if that is nothing. */
  public MinimalQuery minimise(PlaceQuery query) {
    return new Reading(query).minimal();
  }

  /** One answer being read. */
  private final class Reading {

    private final PlaceQuery query;
    private final List<QuerySegment> address;
    private final List<QuerySegment> city;
    private final Set<String> towns = new LinkedHashSet<>();
    private final Set<String> countries = new LinkedHashSet<>();
    private String country = "";
    private String postcode = "";
    private String street = "";
    private int streetAt = -1;
    private int lookups;

    Reading(PlaceQuery query) {
      this.query = query;
      this.address = segments(query.address());
      this.city = segments(query.city());
    }

    private static List<QuerySegment> segments(String text) {
      return QueryNoise.segments(text).stream().map(QuerySegment::new).toList();
    }

    MinimalQuery minimal() {
      QueryNoise.segments(query.country()).stream()
          .flatMap(part -> CountryCodes.named(part, true).stream())
          .forEach(countries::add);
      address.forEach(this::takeCountry);
      city.forEach(this::takeCountry);
      if (countries.size() > 1) {
        return MinimalQuery.NOTHING; // the embedded geocoder asks which
      }
      country = country();
      address.forEach(QuerySegment::strikePeople);
      city.forEach(QuerySegment::strikePeople);
      takePostcodes();
      takeStreet();
      address.forEach(QuerySegment::strikeBuilding);
      city.forEach(QuerySegment::strikeBuilding);
      address.forEach(this::takeKnownTowns);
      city.forEach(this::takeTown);
      if (towns.isEmpty() && postcode.isEmpty()) {
        takeLooseTown();
      }
      return new MinimalQuery(
          street,
          towns.stream().limit(MOST_TOWNS).toList(),
          postcode,
          country,
          !countries.isEmpty());
    }

    /** A whole part, or the end of one in which no street begins. */
    private void takeCountry(QuerySegment segment) {
      int size = segment.size();
      for (int start = Math.max(0, size - LONGEST_TOWN); start < size; start++) {
        if (start > 0 && segment.opensStreet()) {
          return;
        }
        Optional<String> countryCode = CountryCodes.named(segment.join(start, size), false);
        if (countryCode.isPresent()) {
          countries.add(countryCode.get());
          segment.use(start, size);
          return;
        }
      }
    }

    /** As stated, as a British postcode says, as the embedded geocoder is sure of, as hinted. */
    private String country() {
      if (countries.isEmpty() && isBritish()) {
        countries.add("GB");
      }
      if (countries.isEmpty()
          && embedded.locate(query) instanceof Located.At at
          && at.place().confidence() >= SURE
          && !at.place().country().isEmpty()) {
        countries.add(at.place().country());
      }
      boolean unknownCountry = !query.country().isBlank();
      return countries.stream().findFirst().orElse(unknownCountry ? "" : query.countryHint());
    }

    private boolean isBritish() {
      return QueryPostcodes.british(query.postcode()).isPresent()
          || address.stream().anyMatch(s -> QueryPostcodes.british(s.text()).isPresent())
          || city.stream().anyMatch(s -> QueryPostcodes.british(s.text()).isPresent());
    }

    private void takePostcodes() {
      for (String part : QueryNoise.segments(query.postcode())) {
        QueryPostcodes.of(country, part, true, precise)
            .ifPresent(postcode -> keep(postcode.code()));
      }
      for (QuerySegment segment : address) {
        takePostcode(segment);
      }
      for (QuerySegment segment : city) {
        takePostcode(segment);
      }
    }

    private void takePostcode(QuerySegment segment) {
      Optional<QueryPostcodes.FoundPostcode> foundCode =
          QueryPostcodes.of(country, segment.text(), false, precise);
      if (foundCode.isEmpty() || segment.isOfABuilding(foundCode.get().start())) {
        return;
      }
      int after = segment.indexOfFirstEndingAfter(foundCode.get().end());
      boolean house = segment.isFree(after) && segment.is(after, QueryWords.STREET_BEFORE);
      if (!house && segment.useText(foundCode.get().start(), foundCode.get().end())) {
        keep(foundCode.get().code());
        takeTownAfterCode(segment, after);
      }
    }

    private void keep(String code) {
      postcode = postcode.isEmpty() ? code : postcode;
    }

    /** « 35133 Landéan »; in Britain the town is elsewhere. */
    private void takeTownAfterCode(QuerySegment segment, int start) {
      int end = start;
      while (end < start + LONGEST_TOWN && segment.isFree(end) && !segment.hasDigit(end)) {
        end++;
      }
      if (!country.equals("GB") && mayBeTown(segment, start, end)) {
        towns.add(segment.join(start, end));
        segment.use(start, end);
      }
    }

    private void takeStreet() {
      QueryStreets streets = new QueryStreets(precise);
      for (int i = 0; i < address.size(); i++) {
        String streetName = streets.take(address.get(i));
        if (street.isEmpty() && !streetName.isEmpty()) {
          street = streetName;
          streetAt = i;
        }
      }
    }

    private void takeKnownTowns(QuerySegment segment) {
      int size = Math.min(segment.size(), MOST_TOKENS);
      for (int length = LONGEST_NAME; length > 0; length--) {
        for (int start = 0; start + length <= size; start++) {
          if (isName(segment, start, start + length)) {
            String name = segment.join(start, start + length);
            if (isKnown(name)) {
              towns.add(name);
              segment.use(start, start + length);
            }
          }
        }
      }
    }

    /** A town as the answer to the question for it. */
    private void takeTown(QuerySegment segment) {
      boolean looked = false;
      IntStream.range(0, segment.size())
          .filter(i -> segment.hasDigit(i) || segment.has(i, QueryWords.TALK))
          .forEach(i -> segment.use(i, i + 1));
      int start = 0;
      while (start < segment.size()) {
        int end = start;
        while (segment.isFree(end)) {
          end++;
        }
        if (mayBeTown(segment, start, end) || isKnown(segment.join(start, end))) {
          towns.add(segment.join(start, end));
          segment.use(start, end);
        } else if (!looked) {
          takeKnownTowns(segment); // in all of it: another look would find nothing else
          looked = true;
        }
        start = end + 1;
      }
    }

    private void takeLooseTown() {
      List<Integer> loose =
          IntStream.range(0, address.size()).filter(i -> isLoose(address.get(i))).boxed().toList();
      if (loose.size() != 1) {
        return;
      }
      int at = loose.get(0);
      boolean only = address.size() == 1;
      boolean afterStreet = streetAt >= 0 && streetAt < at;
      if (only || afterStreet || !countries.isEmpty()) {
        QuerySegment segment = address.get(at);
        towns.add(segment.join(0, segment.size()));
      }
    }

    private boolean isLoose(QuerySegment segment) {
      return segment.isUntouched()
          && segment.size() <= LONGEST_NAME
          && IntStream.range(0, segment.size()).noneMatch(segment::hasDigit)
          && mayBeTown(segment, 0, segment.size());
    }

    private boolean isName(QuerySegment segment, int start, int end) {
      return IntStream.range(start, end).allMatch(i -> segment.isFree(i) && !segment.hasDigit(i))
          && !segment.is(start, QueryWords.SMALL)
          && !segment.is(end - 1, QueryWords.SMALL);
    }

    private boolean mayBeTown(QuerySegment segment, int start, int end) {
      return start < end
          && end - start <= LONGEST_TOWN
          && !segment.is(start, QueryWords.GIVEN)
          && !segment.is(end - 1, QueryWords.SMALL)
          && IntStream.range(start, end)
              .noneMatch(
                  i ->
                      segment.has(i, QueryWords.TALK)
                          || segment.is(i, QueryWords.PERSON)
                          || segment.is(i, QueryWords.BUILDING))
          && segment.join(start, end).length() > 1;
    }

    /** Whether a name means a place, and with all of its words: « Marie Londres » does not. */
    private boolean isKnown(String name) {
      Optional<Place> place = sure(name);
      int first = name.indexOf(' ');
      return place.isPresent()
          && (first < 0
              || (!isThere(place.get(), name.substring(first + 1))
                  && !isThere(place.get(), name.substring(0, name.lastIndexOf(' ')))));
    }

    private boolean isThere(Place place, String name) {
      return sure(name).filter(other -> other.point().equals(place.point())).isPresent();
    }

    /**
     * Where a name is for sure. Homonyms somewhere in the world do not count: most names of people
     * are towns too, and what is not sent is asked of the organiser.
     */
    private Optional<Place> sure(String name) {
      if (lookups >= MOST_LOOKUPS) {
        return Optional.empty();
      }
      lookups++;
      return embedded
          .locate(PlaceQuery.ofText(name, query.countryHint()))
          .<Optional<Place>>fold(
              at -> Optional.of(at.place()),
              unclear -> Optional.empty(),
              noAnswer -> Optional.empty())
          .filter(place -> place.confidence() >= SURE);
    }
  }
}
