package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduction.Introduction;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that one thing alone keeps apart, and that organisers would wonder about: a neighbour who
 * was tried already, a helper who lacks only the tick. Pure.
 */
final class NearMatches {

  /**
   * Who waits for somebody to be marked as checked.
   *
   * @param needs that the helper would cover
   * @param people how many people would get help with some of them
   */
  record Waiting(Set<Category> needs, int people) {}

  private final Map<String, LocatedPerson> people;
  private final Matching matching;
  private final MatchingInput.Terms terms;
  private final Map<String, Set<String>> apart = new HashMap<>(); // by person, also tried helpers
  private final Map<String, Integer> taken = new HashMap<>(); // by helper
  private final Map<Set<Category>, List<Asking>> asking = new LinkedHashMap<>(); // by needs

  /**
   * Who waits for what only a checked helper may give. What is looked at for each pair of many is
   * found once.
   *
   * @param point where, as far as that is known well enough
   */
  private record Asking(LocatedPerson person, @Nullable Direction point) {}

  /**
   * A point, also as a vector of length 1: a chord is not longer than its arc, so that it excludes
   * nearly everybody who is too far without computing a sine.
   */
  private record Direction(GeoPoint point, double x, double y, double z) {

    /** Far more than rounding. */
    private static final double SLACK_KM = 0.001;

    static Direction of(GeoPoint point) {
      double latitude = Math.toRadians(point.latitude());
      double longitude = Math.toRadians(point.longitude());
      return new Direction(
          point,
          Math.cos(latitude) * Math.cos(longitude),
          Math.cos(latitude) * Math.sin(longitude),
          Math.sin(latitude));
    }

    boolean isWithin(double km, Direction other) {
      double dx = x - other.x;
      double dy = y - other.y;
      double dz = z - other.z;
      double most = (km + SLACK_KM) / GeoPoint.MEAN_EARTH_RADIUS_KM;
      return dx * dx + dy * dy + dz * dz <= most * most && point.kmTo(other.point) <= km;
    }
  }

  /**
   * @param people by reference
   * @param introductions between people as they are called now
   */
  NearMatches(
      Map<String, LocatedPerson> people,
      Collection<Introduction> introductions,
      Matching matching,
      MatchingInput.Terms terms) {
    this.people = people;
    this.matching = matching;
    this.terms = terms;
    for (Introduction i : introductions) {
      apart.computeIfAbsent(i.person(), r -> new HashSet<>()).add(i.helper());
      if (i.state().holdsCapacity()) {
        taken.merge(i.helper(), 1, Integer::sum);
      }
    }
    for (LocatedPerson located : people.values()) {
      for (String other : located.instructions().neverWith()) {
        apart.computeIfAbsent(located.ref(), r -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, r -> new HashSet<>()).add(located.ref());
      }
      Set<Category> needs = openNeeds(located);
      needs.retainAll(terms.settings().checkedOnly());
      if (!needs.isEmpty()) {
        asking
            .computeIfAbsent(needs, n -> new ArrayList<>())
            .add(new Asking(located, direction(located)));
      }
    }
  }

  private Set<Category> openNeeds(LocatedPerson located) {
    Set<Category> needs = EnumSet.noneOf(Category.class);
    if (located.mayBeMatched()) {
      for (OpenReason reason : matching.reasons().getOrDefault(located.ref(), List.of())) {
        if (reason.reason() != OpenNeedReason.BY_HAND) {
          needs.addAll(reason.needs());
        }
      }
    }
    return needs;
  }

  /**
   * Whether a helper lives nearer than the nearest who is still possible, near enough to help, and
   * was tried already or is to be kept apart.
   */
  boolean isTriedNearer(LocatedPerson person, OpenReason reason) {
    Double nearest = reason.nearestKm();
    if (reason.reason() != OpenNeedReason.TOO_FAR || nearest == null) {
      return false;
    }
    for (String ref : apart.getOrDefault(person.ref(), Set.of())) {
      LocatedPerson helper = people.get(ref);
      if (helper != null && mayHelp(helper, reason) && isNearer(person, helper, nearest)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayHelp(LocatedPerson helper, OpenReason reason) {
    return helper.mayBeMatched()
        && !Collections.disjoint(helper.person().profile().offers(), reason.needs());
  }

  private boolean isNearer(LocatedPerson person, LocatedPerson helper, double nearest) {
    return kilometres(person, helper).filter(km -> km < nearest && km <= reach(helper)).isPresent();
  }

  /** Who waits for a helper who lacks nothing but the tick; empty where nobody does. */
  Optional<Waiting> forTick(LocatedPerson helper) {
    boolean may =
        helper.mayBeMatched()
            && !helper.instructions().ticked()
            && taken.getOrDefault(helper.ref(), 0) < MatchingInput.offered(helper, terms);
    if (!may) {
      return Optional.empty();
    }
    Direction point = direction(helper);
    double reach = reach(helper);
    Set<Category> needs = EnumSet.noneOf(Category.class);
    int count = 0;
    for (Map.Entry<Set<Category>, List<Asking>> alike : asking.entrySet()) {
      Set<Category> near = EnumSet.copyOf(alike.getKey());
      near.retainAll(helper.person().profile().offers());
      Set<Category> far = EnumSet.copyOf(near);
      far.removeIf(need -> !need.remote());
      boolean asksWhere = far.size() < near.size();
      for (Asking one : near.isEmpty() ? List.<Asking>of() : alike.getValue()) {
        Set<Category> covered = asksWhere && isNear(one.point(), point, reach) ? near : far;
        if (!covered.isEmpty() && mayMeet(one.person(), helper)) {
          needs.addAll(covered);
          count++;
        }
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(new Waiting(needs, count));
  }

  private static boolean isNear(
      @Nullable Direction person, @Nullable Direction helper, double reach) {
    return person != null && helper != null && person.isWithin(reach, helper);
  }

  private boolean mayMeet(LocatedPerson person, LocatedPerson helper) {
    Set<?> spoken = person.person().profile().languages();
    Set<?> others = helper.person().profile().languages();
    return !person.ref().equals(helper.ref())
        && !shareContact(person.person().profile(), helper.person().profile())
        && !apart.getOrDefault(person.ref(), Set.of()).contains(helper.ref())
        && (spoken.isEmpty() || others.isEmpty() || !Collections.disjoint(spoken, others));
  }

  private static boolean shareContact(Profile one, Profile other) {
    return isSame(one.email(), other.email()) || isSame(one.phone(), other.phone());
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null && !one.isEmpty() && one.equalsIgnoreCase(other);
  }

  /** How far a helper goes. */
  private double reach(LocatedPerson helper) {
    Double radius = helper.person().profile().radiusKm();
    double most = terms.settings().maxKm();
    return radius == null ? most : Math.min(radius, most);
  }

  private @Nullable Direction direction(LocatedPerson located) {
    return point(located).map(Direction::of).orElse(null);
  }

  private Optional<Double> kilometres(LocatedPerson one, LocatedPerson other) {
    return point(one).flatMap(onePoint -> point(other).map(onePoint::kmTo));
  }

  /** A place that is known too roughly counts as unknown. */
  private Optional<GeoPoint> point(LocatedPerson located) {
    return located
        .place()
        .filter(place -> place.uncertaintyKm() <= terms.settings().maxUncertaintyKm())
        .map(Place::point);
  }
}
