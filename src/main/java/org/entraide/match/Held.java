package org.entraide.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Who holds the places of each helper in the end, and what somebody without one makes of it. */
final class Held {

  private static final Introduction[] NONE = {};

  private final Pairing pairing;
  private final Opening opening;
  private final Introduction[][] ofHelper;
  private final Introduction[][] ofPerson;

  Held(Pairing pairing, Opening opening, List<Introduction> introductions) {
    this.pairing = pairing;
    this.opening = opening;
    ofHelper = new Introduction[pairing.size()][];
    ofPerson = new Introduction[pairing.size()][];
    Arrays.fill(ofHelper, NONE);
    Arrays.fill(ofPerson, NONE);
    for (Introduction it : introductions) {
      ofHelper[it.helper()] = with(ofHelper[it.helper()], it);
      ofPerson[it.person()] = with(ofPerson[it.person()], it);
    }
  }

  private static Introduction[] with(Introduction[] some, Introduction one) {
    Introduction[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = one;
    return more;
  }

  /** Returns in which rounds, from 1, a person got somebody. */
  BitSet rounds(int person) {
    BitSet rounds = new BitSet();
    for (Introduction own : ofPerson[person]) {
      if (own.round() > 0) {
        rounds.set(own.round());
      }
    }
    return rounds;
  }

  /** Returns the needs, as a mask, for which a person got somebody in some round from 1. */
  int introduced(int person) {
    int needs = 0;
    for (Introduction own : ofPerson[person]) {
      needs |= own.round() > 0 ? own.needs() : 0;
    }
    return needs;
  }

  /**
   * Returns the standing that somebody must be worse in than: the worst standing of those whom a
   * helper got in rounds in which the other person got nobody; -1 when there are none such, and the
   * greatest number for a helper without places.
   *
   * @param rounds in which the other person got somebody
   */
  int worstStanding(int helper, BitSet rounds) {
    if (opening.standing(helper) == 0 && ofHelper[helper].length == 0) {
      return Integer.MAX_VALUE;
    }
    int worst = -1;
    for (Introduction seat : ofHelper[helper]) {
      if (seat.round() > 0 && !rounds.get(seat.round())) {
        worst = Math.max(worst, pairing.standing(seat.person()));
      }
    }
    return worst;
  }

  /**
   * Tells whether a helper has places, and each is taken by a standing introduction or a pin, by
   * somebody whom they strictly prefer to this person, or in a round that gave this person somebody
   * else.
   */
  boolean fairly(int person, int helper) {
    boolean some = opening.standing(helper) > 0 || ofHelper[helper].length > 0;
    for (Introduction seat : ofHelper[helper]) {
      if (seat.round() > 0 && !fairly(person, helper, seat)) {
        return false;
      }
    }
    return some;
  }

  private boolean fairly(int person, int helper, Introduction seat) {
    if (pairing.helperRank(seat.person(), 0) < pairing.helperRank(person, 0)) {
      return true; // by priority or waiting time, whatever the bands
    }
    int open = pairing.state().sought(person);
    for (Introduction own : ofPerson[person]) {
      if (own.round() == seat.round()) {
        return true;
      }
      open |= own.round() > seat.round() ? own.needs() : 0;
    }
    int rank = pairing.rank(person, helper, open & pairing.usableOffers(helper));
    return pairing.helperRank(seat.person(), seat.band())
        < pairing.helperRank(person, pairing.band(rank));
  }
}
