package org.entraide.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Tells everyone who has an open need why.
 *
 * <p>For one need, each helper who takes part and offers it falls at the first filter of {@link
 * Reason} that stops them. The filter that removed the last of all is the latest at which anybody
 * falls: that is the reason of the need. Needs of one person with the same reason are told
 * together, and a helper who falls at that filter for several of them is counted once.
 *
 * <p>The filters look at the state after the last round; a helper who passes all others would have
 * been proposed if they had room, so {@link Reason#FULL} stops the rest.
 */
@SuppressWarnings("EnumOrdinal") // the order of the reasons is their meaning
final class Reasons {

  private static final Reason[] REASONS = Reason.values();

  private final People people;
  private final Pairing pairing;
  private final Held held;
  private final int checkedOnly;
  private final int[] helpers;
  private final int[] offers;

  /** Where each helper falls for one person: a scratch pad, by position among the helpers. */
  private final Reason[] fallsNear;

  private final Reason[] fallsAfar;

  private Reasons(People people, Pairing pairing, Held held) {
    this.people = people;
    this.pairing = pairing;
    this.held = held;
    checkedOnly = Needs.mask(people.settings().checkedOnly());
    helpers =
        IntStream.range(0, people.size())
            .filter(i -> people.open(i) && people.offers(i) != 0)
            .toArray();
    offers = IntStream.of(helpers).map(people::offers).toArray();
    fallsNear = new Reason[helpers.length];
    fallsAfar = new Reason[helpers.length];
  }

  /** Returns the reasons by reference, for those who are open to be matched. */
  static Map<String, List<OpenReason>> of(People people, Pairing pairing, Held held) {
    Reasons reasons = new Reasons(people, pairing, held);
    Map<String, List<OpenReason>> all = new TreeMap<>();
    for (int person = 0; person < people.size(); person++) {
      if (people.open(person) && pairing.state().open(person) != 0) {
        all.put(people.ref(person), reasons.of(person));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private List<OpenReason> of(int person) {
    int[] needsOf = needsByReason(person);
    Tally[] tallies = new Tally[REASONS.length];
    for (Reason reason : REASONS) {
      tallies[reason.ordinal()] = new Tally();
    }
    int sought = pairing.state().sought(person);
    for (int i = 0; i < helpers.length; i++) {
      int common = sought & offers[i];
      if (common != 0 && helpers[i] != person) {
        count(person, i, common, needsOf, tallies);
      }
    }
    List<OpenReason> list = new ArrayList<>();
    for (Reason reason : REASONS) {
      if (needsOf[reason.ordinal()] != 0) {
        list.add(tallies[reason.ordinal()].told(needsOf[reason.ordinal()], reason));
      }
    }
    return List.copyOf(list);
  }

  /** Returns for each reason the needs that it binds, as masks, and fills the scratch pad. */
  private int[] needsByReason(int person) {
    int sought = pairing.state().sought(person);
    int[] last = new int[Needs.COUNT];
    Arrays.fill(last, Reason.NOBODY_OFFERS.ordinal());
    for (int i = 0; i < helpers.length; i++) {
      int common = sought & offers[i];
      if (common == 0 || helpers[i] == person) {
        continue;
      }
      fallsAfar[i] = fall(person, helpers[i], false);
      fallsNear[i] = (common & ~Needs.REMOTE) == 0 ? fallsAfar[i] : fall(person, helpers[i], true);
      for (int rest = common; rest != 0; rest &= rest - 1) {
        int need = Integer.numberOfTrailingZeros(rest);
        last[need] = Math.max(last[need], fall(i, 1 << need).ordinal());
      }
    }
    int[] needsOf = new int[REASONS.length];
    needsOf[Reason.BY_HAND.ordinal()] = pairing.state().open(person) & Needs.BY_HAND;
    for (int rest = sought; rest != 0; rest &= rest - 1) {
      needsOf[last[Integer.numberOfTrailingZeros(rest)]] |= Integer.lowestOneBit(rest);
    }
    return needsOf;
  }

  /** Where a helper falls, whether a need asks for a checked one aside. */
  private Reason fall(int person, int helper, boolean near) {
    if (pairing.apart(person, helper)) {
      return Reason.TRIED;
    }
    if (!people.shareLanguage(person, helper)) {
      return Reason.LANGUAGE;
    }
    if (near && (people.place(person) == null || people.place(helper) == null)) {
      return Reason.PLACE_UNKNOWN;
    }
    return near && !pairing.inReach(person, helper) ? Reason.TOO_FAR : Reason.FULL;
  }

  /** Where the helper of a position falls for one need, given as a mask. */
  private Reason fall(int i, int need) {
    Reason fall = (need & Needs.REMOTE) == 0 ? fallsNear[i] : fallsAfar[i];
    boolean unchecked = (need & checkedOnly) != 0 && !people.get(helpers[i]).checked();
    return unchecked && fall != Reason.TRIED ? Reason.NOT_CHECKED : fall;
  }

  private void count(int person, int i, int common, int[] needsOf, Tally[] tallies) {
    int hit = 0;
    for (int rest = common; rest != 0; rest &= rest - 1) {
      int need = Integer.lowestOneBit(rest);
      int fall = fall(i, need).ordinal();
      hit |= (needsOf[fall] & need) == 0 ? 0 : 1 << fall;
    }
    for (int rest = hit; rest != 0; rest &= rest - 1) {
      Reason reason = REASONS[Integer.numberOfTrailingZeros(rest)];
      Tally tally = tallies[reason.ordinal()];
      tally.helpers++;
      if (reason == Reason.TOO_FAR) {
        tally.measure(pairing.km(person, helpers[i]), people.reachKm(helpers[i]));
      } else if (reason == Reason.FULL && held.fairly(person, helpers[i])) {
        tally.preferring++;
      }
    }
  }

  /** The numbers of one reason. */
  private static final class Tally {
    private int helpers;
    private int preferring;
    private double nearestKm = Double.POSITIVE_INFINITY;
    private double limitKm;

    void measure(double km, double reachKm) {
      if (km < nearestKm || (km == nearestKm && reachKm > limitKm)) {
        nearestKm = km;
        limitKm = reachKm;
      }
    }

    OpenReason told(int needs, Reason reason) {
      boolean far = reason == Reason.TOO_FAR;
      return new OpenReason(
          Needs.set(needs),
          reason,
          helpers,
          far ? nearestKm : null,
          far ? limitKm : null,
          preferring);
    }
  }
}
