package org.entraide.match;

import java.util.Arrays;
import java.util.List;
import org.entraide.people.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pairs that block one round, over all acceptable pairs: those in which the person has
 * nobody or strictly prefers the helper, and the helper has room or strictly prefers the person to
 * somebody it got in this round.
 *
 * <p>It reads the rules for itself and shares no code with the solver, so that an error would have
 * to be made twice: acceptability, bands and preferences are worked out here from the facts ({@link
 * People}) and the state at the start of the round. The one thing in common is {@link
 * GeoPoint#kmTo}, which defines what a distance is.
 *
 * <p>{@code O(n m)} for {@code n} people and {@code m} helpers, nearly always decided by small
 * integers: whether the helper would take this person at all, and whether enough is covered.
 * Distances come last: a dot product rules out what is surely too far, then the exact distance
 * decides.
 */
final class BlockingPairs {

  /** Hears of each blocking pair. */
  @FunctionalInterface
  interface Sink {
    void found(int person, int helper);
  }

  /** A dot product differs from the true cosine by far less than this. */
  private static final double COSINE_SLACK = 1e-12;

  private final People people;
  private final State state;
  private final int[] helperOf;
  private final List<Double> bands;
  private final Appeal appeal;
  private final double[][] unit;
  private final double[] bandCosine;
  private final int remote;

  /** Those who had room when the round began, and by the same position what is needed of them. */
  private final int[] helpers;

  private final int[] offers;

  /** The same by person, for it is asked of many pairs; of nobody else. */
  private final int[] offersOf;

  private final double[] reachCosine;

  private BlockingPairs(People people, State state, int[] helperOf) {
    this.people = people;
    this.state = state;
    this.helperOf = helperOf;
    bands = people.settings().bandsKm();
    remote = maskOf(Category.values(), true);
    unit = new double[people.size()][];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = unitVector(people.place(i));
    }
    bandCosine = bands.stream().mapToDouble(BlockingPairs::leastCosine).toArray();
    helpers = state.helpersWithRoom();
    offers = Arrays.stream(helpers).map(this::proposable).toArray();
    offersOf = new int[people.size()];
    for (int i = 0; i < helpers.length; i++) {
      offersOf[helpers[i]] = offers[i];
    }
    reachCosine = Arrays.stream(helpers).mapToDouble(h -> leastCosine(people.reachKm(h))).toArray();
    appeal = new Appeal(people, state);
    for (int person = 0; person < helperOf.length; person++) {
      if (helperOf[person] >= 0) {
        appeal.seat(person, helperOf[person], band(person, helperOf[person]));
      }
    }
  }

  /**
   * Scans all acceptable pairs.
   *
   * @param state as at the start of the round
   * @param helperOf the helper whom each person got in the round, or -1
   * @return how many pairs block
   */
  static long scan(People people, State state, int[] helperOf, Sink sink) {
    BlockingPairs scan = new BlockingPairs(people, state, helperOf);
    long count = 0;
    for (int person = 0; person < helperOf.length; person++) {
      if (state.sought(person) != 0) {
        count += scan.scan(person, sink);
      }
    }
    return count;
  }

  private int scan(int person, Sink sink) {
    int got = helperOf[person];
    int gotCount = got < 0 ? 0 : Integer.bitCount(covered(person, got));
    int gotBand = got < 0 ? 0 : band(person, got);
    int sought = state.sought(person);
    int count = 0;
    for (int i = 0; i < helpers.length; i++) {
      int common = sought & offers[i];
      int surplus = Integer.bitCount(common) - gotCount;
      if (common == 0 || surplus < 0 || (surplus == 0 && gotBand == 0)) {
        continue;
      }
      int bandLimit =
          Math.min(surplus > 0 ? bands.size() + 1 : gotBand, appeal.limit(person, helpers[i]));
      if (bandLimit > 0
          && mayBeNear(person, i, common, gotCount, bandLimit)
          && blocks(person, helpers[i], gotCount, gotBand)) {
        sink.found(person, helpers[i]);
        count++;
      }
    }
    return count;
  }

  /** False only if the distance surely rules the pair out: its band must be below the limit. */
  private boolean mayBeNear(int person, int i, int common, int gotCount, int bandLimit) {
    if (Integer.bitCount(common & remote) >= Math.max(1, gotCount)) {
      return true; // it might do without being near
    }
    double[] here = unit[person];
    double[] there = unit[helpers[i]];
    if (here.length == 0 || there.length == 0) {
      return false;
    }
    double cosine = here[0] * there[0] + here[1] * there[1] + here[2] * there[2];
    return cosine >= reachCosine[i]
        && (bandLimit > bands.size() || cosine >= bandCosine[bandLimit - 1]);
  }

  private boolean blocks(int person, int helper, int gotCount, int gotBand) {
    if (person == helper || helperOf[person] == helper) {
      return false;
    }
    int count = Integer.bitCount(covered(person, helper));
    if (count == 0 || count < gotCount) {
      return false;
    }
    int band = band(person, helper);
    boolean wants = count > gotCount || band < gotBand;
    return wants
        && band < appeal.limit(person, helper)
        && people.shareLanguage(person, helper)
        && !state.tried(person, helper)
        && !state.keptApart(person, helper);
  }

  /** What the helper would cover, language and separation aside. */
  private int covered(int person, int helper) {
    int common = state.sought(person) & offersOf[helper];
    return near(person, helper) ? common : common & remote;
  }

  private boolean near(int person, int helper) {
    GeoPoint here = people.place(person);
    GeoPoint there = people.place(helper);
    return here != null && there != null && here.kmTo(there) <= people.reachKm(helper);
  }

  private int band(int person, int helper) {
    Double cautiousKm = people.cautiousKm(person, helper);
    if (cautiousKm == null || (covered(person, helper) & ~remote) == 0) {
      return 0;
    }
    return (int) bands.stream().filter(limit -> limit < cautiousKm).count();
  }

  private int proposable(int helper) {
    Participant participant = people.get(helper);
    int mask = people.offers(helper) & ~maskOf(Category.values(), false);
    for (Category category : people.settings().checkedOnly()) {
      mask &= participant.checked() ? -1 : ~Needs.bit(category);
    }
    return mask;
  }

  private static int maskOf(Category[] categories, boolean remoteRatherThanByHand) {
    return Arrays.stream(categories)
        .filter(c -> remoteRatherThanByHand ? c.remote() : c.byHand())
        .mapToInt(Needs::bit)
        .sum();
  }

  private static double leastCosine(double km) {
    double angle = Math.min(Math.PI, km / GeoPoint.MEAN_EARTH_RADIUS_KM);
    return Math.cos(angle) - COSINE_SLACK;
  }

  private static double[] unitVector(@Nullable GeoPoint point) {
    if (point == null) {
      return new double[0];
    }
    double lat = Math.toRadians(point.latitude());
    double lon = Math.toRadians(point.longitude());
    double cosLat = Math.cos(lat);
    return new double[] {cosLat * Math.cos(lon), cosLat * Math.sin(lon), Math.sin(lat)};
  }
}
