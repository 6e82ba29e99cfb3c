package org.entraide.match.explain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.entraide.match.state.IndexedIntroduction;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.Pairing;

/**
 * Who holds the places of each helper, or of their group, after the last round, and whether that is
 * fair to somebody without one.
 */
public final class FinalAssignments {

  private static final IndexedIntroduction[] NONE = {};

  private final Pairing pairing;
  private final IndexedIntroduction[][] ofHelper;
  private final IndexedIntroduction[][] ofPerson;
  private final int[] standingIntroductions;

  public FinalAssignments(
      Pairing pairing, InitialState initial, List<IndexedIntroduction> introductions) {
    this.pairing = pairing;
    ofHelper = new IndexedIntroduction[pairing.size()][];
    ofPerson = new IndexedIntroduction[pairing.size()][];
    Arrays.fill(ofHelper, NONE);
    Arrays.fill(ofPerson, NONE);
    for (IndexedIntroduction it : introductions) {
      ofHelper[it.helper()] = with(ofHelper[it.helper()], it);
      ofPerson[it.person()] = with(ofPerson[it.person()], it);
    }
    standingIntroductions =
        IntStream.range(0, pairing.size()).map(initial::standingIntroductions).toArray();
    for (int group = 0; group < pairing.people().groups().count(); group++) {
      shareThroughout(pairing.people().groups().members(group));
    }
  }

  /** Where the group is full and a helper is not, the places of all its helpers are what binds. */
  private void shareThroughout(int[] members) {
    IndexedIntroduction[] all =
        Arrays.stream(members)
            .mapToObj(h -> ofHelper[h])
            .flatMap(Arrays::stream)
            .toArray(IndexedIntroduction[]::new);
    int sum = Arrays.stream(members).map(h -> standingIntroductions[h]).sum();
    for (int h : members) {
      if (pairing.state().onlyGroupIsFull(h)) {
        ofHelper[h] = all;
        standingIntroductions[h] = sum;
      }
    }
  }

  private static IndexedIntroduction[] with(IndexedIntroduction[] some, IndexedIntroduction one) {
    IndexedIntroduction[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = one;
    return more;
  }

  /** Returns in which rounds, from 1, a person got somebody. */
  BitSet rounds(int person) {
    BitSet rounds = new BitSet();
    for (IndexedIntroduction own : ofPerson[person]) {
      if (own.round() > 0) {
        rounds.set(own.round());
      }
    }
    return rounds;
  }

  /** Returns the needs, as a mask, for which a person got somebody in some round from 1. */
  int introduced(int person) {
    int needs = 0;
    for (IndexedIntroduction own : ofPerson[person]) {
      needs |= own.round() > 0 ? own.needs() : 0;
    }
    return needs;
  }

  /**
   * Returns the priority rank that somebody must be worse than: the worst of those whom a helper
   * got in rounds in which the other person got nobody; -1 when there are none such, and the
   * greatest number for a helper without places.
   *
   * @param rounds in which the other person got somebody
   */
  int worstPriorityRank(int helper, BitSet rounds) {
    if (standingIntroductions[helper] == 0 && ofHelper[helper].length == 0) {
      return Integer.MAX_VALUE;
    }
    int worst = -1;
    for (IndexedIntroduction seat : ofHelper[helper]) {
      if (seat.round() > 0 && !rounds.get(seat.round())) {
        worst = Math.max(worst, pairing.priorityRank(seat.person()));
      }
    }
    return worst;
  }

  /**
   * Returns whether a helper has places, and each is taken by a standing introduction or a pin, by
   * somebody whom they strictly prefer to this person, or in a round that gave this person somebody
   * else.
   */
  boolean isFair(int person, int helper) {
    boolean some = standingIntroductions[helper] > 0 || ofHelper[helper].length > 0;
    for (IndexedIntroduction seat : ofHelper[helper]) {
      if (seat.round() > 0 && !isFair(person, helper, seat)) {
        return false;
      }
    }
    return some;
  }

  private boolean isFair(int person, int helper, IndexedIntroduction seat) {
    if (pairing.helperRank(seat.person(), 0) < pairing.helperRank(person, 0)) {
      return true; // by priority or waiting time, with any bands
    }
    int open = pairing.state().sought(person);
    for (IndexedIntroduction own : ofPerson[person]) {
      if (own.round() == seat.round()) {
        return true;
      }
      open |= own.round() > seat.round() ? own.needs() : 0;
    }
    int rank = pairing.rank(person, helper, open & pairing.usableOffers(helper));
    return pairing.helperRank(seat.person(), helper, seat.band())
        < pairing.helperRank(person, helper, pairing.band(rank));
  }
}
