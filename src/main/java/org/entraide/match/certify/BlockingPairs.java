package org.entraide.match.certify;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.entraide.match.model.Participant;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.PeopleColumns;
import org.entraide.match.state.RoundState;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pairs that block one round, over all acceptable pairs: those in which the person has
 * nobody or strictly prefers the helper, and the helper has room or strictly prefers the person to
 * somebody it got in this round.
 *
 * <p>It reads the rules for itself and shares no code with the solver, so that an error would have
 * to be made twice: acceptability, bands and preferences are worked out here from the facts ({@link
 * People}) and the state at the start of the round, and helpers are looked up in a separate index.
 * The one thing in common is {@link GeoPoint#kmTo}, which defines what a distance is.
 *
 * <p>Every pair is looked at or ruled out with its whole block ({@link ScanIndex}): too far, in no
 * better a band, covering too little, no common language, or nobody there would hear the claim. In
 * a stable round next to nothing is left then; otherwise time grows with the number of pairs that
 * block.
 */
public final class BlockingPairs {

  static final int CATEGORIES = Category.values().length;

  /** The categories for which distance does not count, as a mask. */
  static final int REMOTE = mask(Category::remote);

  private static final int BY_HAND = mask(Category::byHand);

  private static final double[] NOWHERE = {};

  /** Is called for each blocking pair, in any order and from several threads. */
  @FunctionalInterface
  public interface Sink {
    void found(int person, int helper);
  }

  /** A squared chord between unit vectors differs from the true one by far less than this. */
  private static final double SLACK = 1e-9;

  private final PeopleColumns people;
  private final RoundState state;
  private int[] helperOf = {};
  private final double[] bandsKm;
  private final double[] bandChord2;

  /** Squared chords up to which everything is surely in a band, or within a reach. */
  private final double[] bandSurely;

  private final double[] surelyIn;

  /** Unit vectors; empty for an unknown place. */
  private final double[][] unit;

  private final int[] offers;
  private final double[] reach;
  private final long[] sketches;
  private final AcceptanceThreshold threshold;
  private List<ScanIndex> indexes = List.of();

  /**
   * @param state that of the rounds to come
   */
  public BlockingPairs(PeopleColumns people, RoundState state) {
    this.people = people;
    this.state = state;
    List<Double> bands = people.settings().bandsKm();
    bandsKm = bands.stream().mapToDouble(Double::doubleValue).toArray();
    bandChord2 = Arrays.stream(bandsKm).map(BlockingPairs::surelyBeyond).toArray();
    bandSurely = Arrays.stream(bandsKm).map(BlockingPairs::surelyWithin).toArray();
    unit = new double[people.size()][];
    offers = new int[people.size()];
    reach = new double[people.size()];
    sketches = new long[people.size()];
    surelyIn = new double[people.size()];
    IntStream.range(0, unit.length)
        .parallel()
        .forEach(
            i -> {
              unit[i] = unitVector(people.place(i));
              offers[i] = proposable(i);
              reach[i] = surelyBeyond(people.reachKm(i));
              surelyIn[i] = surelyWithin(people.reachKm(i));
              sketches[i] = people.languageSketch(i);
            });
    threshold = new AcceptanceThreshold(people);
  }

  /**
   * Scans all acceptable pairs. The state must still be that of the start of the round.
   *
   * @param got the helper whom each person got in the round, or -1
   * @return how many pairs block
   */
  public long scan(int[] got, Sink sink) {
    helperOf = got;
    threshold.begin(state);
    for (int person = 0; person < helperOf.length; person++) {
      if (helperOf[person] >= 0) {
        threshold.seat(person, helperOf[person], band(person, helperOf[person]));
      }
    }
    int[] all = Arrays.stream(state.helpersWithRoom()).filter(h -> offers[h] != 0).toArray();
    indexes =
        List.of(
            new ScanIndex(IntStream.of(all).filter(h -> unit[h].length > 0).toArray(), unit),
            new ScanIndex(IntStream.of(all).filter(h -> unit[h].length == 0).toArray(), unit));
    indexes.forEach(index -> index.fill(offers, reach, sketches, threshold));
    return IntStream.range(0, helperOf.length)
        .parallel()
        .filter(person -> state.sought(person) != 0)
        .mapToLong(person -> new Look(person, sink).count())
        .sum();
  }

  /** What one person could do better. */
  private final class Look {
    private final int person;
    private final Sink sink;
    private final int sought;
    private final int gotCount;
    private final int gotBand;
    private final int leastBand;
    private long blocking;

    Look(int person, Sink sink) {
      this.person = person;
      this.sink = sink;
      sought = state.sought(person);
      int got = helperOf[person];
      gotCount = got < 0 ? 0 : Integer.bitCount(covered(person, got));
      gotBand = got < 0 ? 0 : band(person, got);
      leastBand = bandOf(people.uncertaintyKm(person));
    }

    long count() {
      for (ScanIndex index : indexes) {
        if (index.blocks(0) > 0) {
          descend(index, index.top(), 0);
        }
      }
      lookWithinGroup(helperOf[person]);
      return blocking;
    }

    /** A full group that has the person has a place for them with any helper of it with room. */
    private void lookWithinGroup(int got) {
      int group = got < 0 ? -1 : people.groups().of(got);
      if (group >= 0) {
        for (int helper : people.groups().members(group)) {
          if (threshold.takesFromGroup(helper, got)
              && offers[helper] != 0
              && people.isOpen(helper)
              && !hears(helper, band(person, helper))
              && prefers(helper)) {
            sink.found(person, helper);
            blocking++;
          }
        }
      }
    }

    private boolean hears(int helper, int band) {
      return threshold.claim(person, band) < threshold.limit(helper);
    }

    private void descend(ScanIndex index, int level, int block) {
      if (!promises(index, level, block)) {
        return;
      }
      if (level > 0) {
        for (int c = index.firstChild(block); c < index.endOfChildren(level, block); c++) {
          descend(index, level - 1, c);
        }
        return;
      }
      for (int i = index.firstHelper(block); i < index.endOfHelpers(block); i++) {
        int helper = index.helper(i);
        if (Integer.bitCount(sought & offers[helper]) >= Math.max(1, gotCount)
            && threshold.claim(person, 0) < threshold.limit(helper)
            && hears(helper, band(person, helper))
            && prefers(helper)) {
          sink.found(person, helper);
          blocking++;
        }
      }
    }

    /** False only if surely no pair of the person with anybody in the block is wanted by both. */
    private boolean promises(ScanIndex index, int level, int block) {
      if ((sketches[person] & index.languages(level, block)) == 0) {
        return false;
      }
      int afar = index.remote(level, block, sought, threshold.claim(person, 0));
      if (afar > 0 && wants(afar, 0)) {
        return true; // it might do without being near
      }
      if (unit[person].length == 0 || !index.isPlaced()) {
        return false;
      }
      double chord2 = index.chord2(level, block, unit[person]);
      if (chord2 > index.reach(level, block)) {
        return false;
      }
      int band = leastBand;
      while (band < bandsKm.length && chord2 > bandChord2[band]) {
        band++;
      }
      long claim = threshold.claim(person, band);
      return index.presence(level, block, sought, claim)
          && wants(index.together(level, block, sought, claim), band);
    }

    private boolean wants(int count, int band) {
      return count > gotCount || (count == gotCount && band < gotBand);
    }

    /** Returns whether the pair is acceptable and the person prefers it to what they got. */
    private boolean prefers(int helper) {
      if (person == helper || helperOf[person] == helper) {
        return false;
      }
      int count = Integer.bitCount(covered(person, helper));
      if (count == 0 || count < gotCount) {
        return false;
      }
      return wants(count, band(person, helper))
          && people.shareLanguage(person, helper)
          && !state.tried(person, helper)
          && !state.keptApart(person, helper)
          && !people.shareContact(person, helper);
    }
  }

  /** What the helper would cover, language and separation aside. */
  private int covered(int person, int helper) {
    int common = state.sought(person) & offers[helper];
    return (common & ~REMOTE) == 0 || near(person, helper) ? common : common & REMOTE;
  }

  private boolean near(int person, int helper) {
    GeoPoint placeOfPerson = people.place(person);
    GeoPoint placeOfHelper = people.place(helper);
    if (placeOfPerson == null || placeOfHelper == null) {
      return false;
    }
    double chord2 = chord2(person, helper);
    return chord2 <= surelyIn[helper]
        || (chord2 <= reach[helper] && placeOfPerson.kmTo(placeOfHelper) <= people.reachKm(helper));
  }

  private double chord2(int person, int helper) {
    double[] one = unit[person];
    double[] other = unit[helper];
    double chord2 = 0;
    for (int axis = 0; axis < 3; axis++) {
      chord2 += (one[axis] - other[axis]) * (one[axis] - other[axis]);
    }
    return chord2;
  }

  private int band(int person, int helper) {
    if (unit[person].length == 0
        || unit[helper].length == 0
        || (covered(person, helper) & ~REMOTE) == 0) {
      return 0;
    }
    double chord2 = chord2(person, helper);
    int band = bandOf(Math.max(people.uncertaintyKm(person), people.uncertaintyKm(helper)));
    while (band < bandsKm.length && chord2 > bandChord2[band]) {
      band++;
    }
    if (band == bandsKm.length || chord2 <= bandSurely[band]) {
      return band;
    }
    Double cautiousKm = people.cautiousKm(person, helper);
    return cautiousKm == null ? 0 : bandOf(cautiousKm);
  }

  private int bandOf(double km) {
    int band = 0;
    while (band < bandsKm.length && bandsKm[band] < km) {
      band++;
    }
    return band;
  }

  private int proposable(int helper) {
    Participant participant = people.get(helper);
    int mask = people.offers(helper) & ~BY_HAND;
    for (Category category : people.settings().checkedOnly()) {
      mask &= participant.checked() ? -1 : ~NeedMask.bit(category);
    }
    return mask;
  }

  private static int mask(Predicate<Category> which) {
    return Arrays.stream(Category.values()).filter(which).mapToInt(NeedMask::bit).sum();
  }

  /** Returns a squared chord such that only what is farther than so many kilometres exceeds it. */
  private static double surelyBeyond(double km) {
    double angle = km / GeoPoint.MEAN_EARTH_RADIUS_KM;
    double chord = angle >= Math.PI ? 2 : 2 * Math.sin(angle / 2);
    double farther = chord * (1 + SLACK) + SLACK;
    return farther * farther;
  }

  /** Returns a squared chord such that all up to it is within so many kilometres; below 0: none. */
  private static double surelyWithin(double km) {
    double angle = km / GeoPoint.MEAN_EARTH_RADIUS_KM;
    if (angle >= Math.PI) {
      return Double.POSITIVE_INFINITY;
    }
    double nearer = 2 * Math.sin(angle / 2) * (1 - SLACK) - SLACK;
    return nearer < 0 ? -1 : nearer * nearer;
  }

  private static double[] unitVector(@Nullable GeoPoint point) {
    if (point == null) {
      return NOWHERE;
    }
    double lat = Math.toRadians(point.latitude());
    double lon = Math.toRadians(point.longitude());
    double cosLat = Math.cos(lat);
    return new double[] {cosLat * Math.cos(lon), cosLat * Math.sin(lon), Math.sin(lat)};
  }
}
