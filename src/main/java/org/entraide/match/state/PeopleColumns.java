package org.entraide.match.state;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entraide.match.model.Availability;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * The participants as columns, in an order that depends on who they are and not on how they were
 * listed: longer waiting first (unknown last), then by {@link StableHash} of the reference, then by
 * the reference. This order breaks every tie that the rules leave, so an index is also a
 * tie-breaker.
 *
 * <p>Only facts are here. What the solver and the independent scan derive from them, each derives
 * for itself.
 */
public final class PeopleColumns {

  private record OrderKey(long day, long hash, Participant person) {
    static OrderKey of(Participant person) {
      LocalDate since = person.since();
      long day = since == null ? Long.MAX_VALUE : since.toEpochDay();
      return new OrderKey(day, StableHash.of(person.ref()), person);
    }

    int compareTo(OrderKey other) {
      int byDay = Long.compare(day, other.day);
      int byHash = byDay == 0 ? Long.compare(hash, other.hash) : byDay;
      return byHash == 0 ? person.ref().compareTo(other.person.ref()) : byHash;
    }
  }

  private final List<Participant> people;
  private final Map<String, Integer> index;
  private final MatchSettings settings;
  private final SharedLanguages languages;
  private final SharedContacts contacts;
  private final LimitedGroups groups;
  private final int[] needs;
  private final int[] offers;
  private final boolean[] isOpen;
  private final double[] uncertaintyKm;
  private final double[] reachKm;
  private final @Nullable GeoPoint[] places;

  /** People of whom no group has a limit. */
  public PeopleColumns(List<Participant> participants, MatchSettings settings) {
    this(participants, settings, Map.of());
  }

  /**
   * @param limits of groups, by name
   * @throws IllegalArgumentException if two participants have one reference
   */
  public PeopleColumns(
      List<Participant> participants, MatchSettings settings, Map<String, Integer> limits) {
    this.settings = settings;
    OrderKey[] order = participants.parallelStream().map(OrderKey::of).toArray(OrderKey[]::new);
    Arrays.parallelSort(order, OrderKey::compareTo);
    people = Arrays.stream(order).map(OrderKey::person).toList();
    index = new HashMap<>(2 * people.size());
    languages = new SharedLanguages(people);
    contacts = new SharedContacts(people);
    groups = new LimitedGroups(people, limits);
    needs = new int[people.size()];
    offers = new int[people.size()];
    isOpen = new boolean[people.size()];
    uncertaintyKm = new double[people.size()];
    reachKm = new double[people.size()];
    places = new @Nullable GeoPoint[people.size()];
    IntStream.range(0, people.size()).parallel().forEach(this::fill);
    for (int i = 0; i < people.size(); i++) {
      if (index.put(people.get(i).ref(), i) != null) {
        throw new IllegalArgumentException(
            "The reference %s belongs to two participants.".formatted(people.get(i).ref()));
      }
    }
  }

  private void fill(int i) {
    Participant person = people.get(i);
    needs[i] = NeedMask.mask(person.needs());
    offers[i] = NeedMask.mask(person.offers());
    isOpen[i] = person.availability() == Availability.OPEN;
    uncertaintyKm[i] = person.uncertaintyKm();
    Double radius = person.radiusKm();
    reachKm[i] = radius == null ? settings.maxKm() : Math.min(radius, settings.maxKm());
    places[i] = person.uncertaintyKm() > settings.maxUncertaintyKm() ? null : person.point();
  }

  public int size() {
    return people.size();
  }

  public LimitedGroups groups() {
    return groups;
  }

  public MatchSettings settings() {
    return settings;
  }

  /** Returns the index of a reference, or -1. */
  public int indexOf(String ref) {
    return index.getOrDefault(ref, -1);
  }

  public Participant get(int i) {
    return people.get(i);
  }

  public String ref(int i) {
    return people.get(i).ref();
  }

  /** Everything asked for at first, as a mask. */
  int needs(int i) {
    return needs[i];
  }

  /** Everything offered, as a mask. */
  public int offers(int i) {
    return offers[i];
  }

  public boolean isOpen(int i) {
    return isOpen[i];
  }

  /** How far this helper may be, in kilometres; may be infinite. */
  public double reachKm(int i) {
    return reachKm[i];
  }

  /** Where somebody is; null when unknown or less precise than the settings ask for. */
  public @Nullable GeoPoint place(int i) {
    return places[i];
  }

  public double uncertaintyKm(int i) {
    return uncertaintyKm[i];
  }

  public boolean shareLanguage(int one, int other) {
    return languages.areShared(one, other);
  }

  /** Returns whether two people have a contact in common. */
  public boolean shareContact(int one, int other) {
    return contacts.areShared(one, other);
  }

  /** Returns with whom somebody has a contact in common, in order. */
  int[] sharersOf(int one) {
    return contacts.sharersOf(one);
  }

  /** Returns the number of {@link SharedLanguages#kind}. */
  public int languageKind(int one) {
    return languages.kind(one);
  }

  /** Returns the bits of {@link SharedLanguages#sketch}. */
  public long languageSketch(int one) {
    return languages.sketch(one);
  }

  /** Returns the cautious distance of two people in kilometres; null when a place is unknown. */
  public @Nullable Double cautiousKm(int one, int other) {
    GeoPoint place = places[one];
    GeoPoint otherPlace = places[other];
    if (place == null || otherPlace == null) {
      return null;
    }
    return Math.max(place.kmTo(otherPlace), Math.max(uncertaintyKm(one), uncertaintyKm(other)));
  }
}
