package org.entraide.match;

import java.util.Arrays;
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
