package org.entraide.match.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the solver thinks of a pair: whether it is acceptable in the present state, what it covers
 * and how good it is for both. Ranks are small numbers, lower is better, equal is a tie.
 */
public final class Pairing {

  private final PeopleColumns people;
  private final RoundState state;
  private final PairSet previous;
  private final Sphere sphere;
  private final Sphere.Limit[] bands;

  /** By band the squared chord from which on everything is surely in a higher one. */
  private final double[] beyondBand;

  private final Sphere.Limit[] reach;

  /** The band that the uncertainty of each place alone would be in. */
  private final int[] leastBand;

  private final int[] priorityRank;

  /** What each may be matched with automatically as a helper. */
  private final int[] usable;

  public Pairing(PeopleColumns people, RoundState state) {
    this(people, state, List.of());
  }

  /**
   * @param proposed what was proposed last time
   */
  public Pairing(PeopleColumns people, RoundState state, List<Instance.ProposedPair> proposed) {
    this.people = people;
    previous = new PairSet(people.size());
    for (Instance.ProposedPair pair : proposed) {
      int person = people.indexOf(pair.person());
      int helper = people.indexOf(pair.helper());
      if (person >= 0 && helper >= 0) {
        previous.add(person, helper);
      }
    }
    this.state = state;
    sphere = new Sphere(people);
    MatchSettings settings = people.settings();
    int checkedOnly = NeedMask.mask(settings.checkedOnly());
    List<Double> limits = settings.bandsKm();
    bands = limits.stream().map(Sphere.Limit::new).toArray(Sphere.Limit[]::new);
    beyondBand = Arrays.stream(bands).mapToDouble(Sphere.Limit::outside).toArray();
    reach = new Sphere.Limit[people.size()];
    leastBand = new int[people.size()];
    usable = new int[people.size()];
    Map<Double, Sphere.Limit> limitOf = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      reach[i] = limitOf.computeIfAbsent(people.reachKm(i), Sphere.Limit::new);
      usable[i] = people.offers(i) & ~NeedMask.BY_HAND;
      usable[i] &= people.get(i).checked() ? -1 : ~checkedOnly;
      while (leastBand[i] < bands.length && limits.get(leastBand[i]) < people.uncertaintyKm(i)) {
        leastBand[i]++;
      }
    }
    priorityRank = PriorityRanks.of(people);
    int worst = Arrays.stream(priorityRank).max().orElse(0);
    Math.multiplyExact(worst + 1, bands.length + 1); // so that helperRank never overflows
  }

  public PeopleColumns people() {
    return people;
  }

  public Sphere sphere() {
    return sphere;
  }

  /** How far a helper would go. */
  public Sphere.Limit reach(int helper) {
    return reach[helper];
  }

  /** Returns how many bands there are, the one beyond the last limit included. */
  public int bands() {
    return bands.length + 1;
  }

  /**
   * Returns a lower bound of the band of a person with anybody whose squared chord from them is at
   * least this.
   */
  public int leastBand(int person, double chord2) {
    int band = leastBand[person];
    while (band < beyondBand.length && chord2 >= beyondBand[band]) {
      band++;
    }
    return band;
  }

  /** Returns a squared chord from which on a pair is surely in a higher band than this one. */
  public double beyondBand(int band) {
    return band < beyondBand.length ? beyondBand[band] : Double.POSITIVE_INFINITY;
  }

  /** Returns the band that the uncertainty of this place alone would be in. */
  public int leastBand(int one) {
    return leastBand[one];
  }

  public RoundState state() {
    return state;
  }

  public int size() {
    return people.size();
  }

  /** Returns those of a limited group who have room and may be matched automatically, in order. */
  public int[] membersWithRoom(int group) {
    return Arrays.stream(people.groups().members(group))
        .filter(h -> state.hasRoom(h) && usable[h] != 0)
        .toArray();
  }

  /**
   * Returns by person the best helper who was proposed last time and could be now, or -1; null when
   * nobody has one.
   */
  public int @Nullable [] incumbents() {
    int[] incumbents = new int[size()];
    boolean some = false;
    for (int person = 0; person < incumbents.length; person++) {
      int best = Integer.MAX_VALUE;
      incumbents[person] = -1;
      for (int helper : previous.row(person)) {
        int rank = state.hasRoom(helper) ? personRank(person, helper) : -1;
        if (rank >= 0 && rank < best) {
          best = rank;
          incumbents[person] = helper;
          some = true;
        }
      }
    }
    return some ? incumbents : null;
  }

  /** Returns whether both places are known and the helper would go that far. */
  public boolean isInReach(int person, int helper) {
    return sphere.isWithin(person, helper, sphere.chord2(person, helper), reach[helper]);
  }

  /** Returns the distance in kilometres; both places must be known. */
  public double km(int one, int other) {
    return sphere.km(one, other);
  }

  /** Returns whether the two were introduced before, are kept apart, or share a contact. */
  boolean areApart(int person, int helper) {
    return state.tried(person, helper)
        || state.keptApart(person, helper)
        || people.shareContact(person, helper);
  }

  /** What a helper offers and may be matched with automatically. */
  public int usableOffers(int helper) {
    return usable[helper];
  }

  /**
   * Returns what the person thinks of the helper, or -1 when the pair is not acceptable. Capacity
   * is not looked at.
   */
  public int personRank(int person, int helper) {
    return person == helper
        ? -1
        : rank(person, helper, state.sought(person) & usableOffers(helper));
  }

  /**
   * Returns what the person thinks of a helper who is somebody else, or -1 when the pair is not
   * acceptable.
   *
   * @param common the needs that the person seeks and the helper offers, as a mask
   */
  public int rank(int person, int helper, int common) {
    if (common == 0) {
      return -1;
    }
    int covered = common;
    int band = 0;
    if ((common & ~NeedMask.REMOTE) != 0) {
      double chord2 = sphere.chord2(person, helper);
      if (sphere.isWithin(person, helper, chord2, reach[helper])) {
        band = band(person, helper, chord2, leastBand[helper]);
      } else {
        covered &= NeedMask.REMOTE;
      }
    }
    return covered == 0 || !mayMeet(person, helper) ? -1 : rank(covered, band);
  }

  /** Returns the person's rank of a pair that covers these needs. */
  public int rank(int covered, int band) {
    return (NeedMask.COUNT - Integer.bitCount(covered)) * (bands.length + 1) + band;
  }

  /** Returns whether two people can talk and are not {@link #areApart}. */
  public boolean mayMeet(int person, int helper) {
    return people.shareLanguage(person, helper) && !areApart(person, helper);
  }

  /** Returns the needs that an acceptable pair of this rank covers, as a mask. */
  public int covered(int person, int helper, int rank) {
    int common = state.sought(person) & usableOffers(helper);
    int count = NeedMask.COUNT - rank / (bands.length + 1);
    return Integer.bitCount(common) == count ? common : common & NeedMask.REMOTE;
  }

  /** Returns the band of a pair, from the person's rank. */
  public int band(int rank) {
    return rank % (bands.length + 1);
  }

  /**
   * Returns a person's rank by priority and waiting time, the same for every helper: lower is
   * helped first.
   */
  public int priorityRank(int person) {
    return priorityRank[person];
  }

  /** Returns what a helper without a limited group thinks of the person. */
  public int helperRank(int person, int band) {
    return priorityRank[person] * (bands.length + 1) + band;
  }

  /**
   * Returns what the helper thinks of the person: bands do not count in a group with a limit, where
   * a stable result need not exist with them.
   */
  public int helperRank(int person, int helper, int band) {
    return helperRank(person, people.groups().of(helper) < 0 ? band : 0);
  }

  /**
   * Returns the band of a pair that covers a need for presence.
   *
   * @param leastOfHelper the {@link #leastBand} of the helper
   */
  public int band(int person, int helper, double chord2, int leastOfHelper) {
    int band = Math.max(leastBand[person], leastOfHelper);
    while (band < bands.length && !sphere.isWithin(person, helper, chord2, bands[band])) {
      band++;
    }
    return band;
  }
}
