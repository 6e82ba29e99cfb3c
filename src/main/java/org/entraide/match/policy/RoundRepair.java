package org.entraide.match.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.entraide.match.state.Pairing;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was proposed last time a stable round again, moving only those who must: who would be
 * taken by somebody they like better goes there, whom that puts out looks for another helper, and a
 * place left goes to somebody who would rather have it.
 *
 * <p>For markets whose pairs are too many to list; with listed pairs {@code TieWalk.repaired} does
 * it. Nothing promises that such moves end, so they are counted. Not where groups have limits.
 */
final class RoundRepair {

  /** How many moves and looks for moves there may be for each person: many times what it takes. */
  private static final int STEPS = 8;

  private final RoundInPlace round;
  private final Deque<Integer> peopleToImprove = new ArrayDeque<>();
  private final Deque<Integer> helpersToFill = new ArrayDeque<>();

  private RoundRepair(RoundInPlace round) {
    this.round = round;
  }

  /**
   * Returns a stable round close to what was proposed last time, or null.
   *
   * @param seekers those who seek something, those whom helpers prefer first
   */
  static @Nullable RoundInPlace repaired(Pairing pairing, int[] seekers) {
    int[] incumbents = pairing.incumbents();
    if (incumbents == null || pairing.people().groups().count() > 0) {
      return null;
    }
    int[] room = pairing.state().capacities();
    for (int r : seekers) {
      incumbents[r] = incumbents[r] >= 0 && room[incumbents[r]]-- > 0 ? incumbents[r] : -1;
    }
    RoundInPlace round = new RoundInPlace(pairing, incumbents, seekers);
    RoundRepair repair = new RoundRepair(round);
    for (int r : seekers) {
      repair.peopleToImprove.add(r);
    }
    return repair.repair(STEPS * (long) seekers.length) ? round : null;
  }

  private boolean repair(long steps) {
    for (long i = 0; i < steps; i++) {
      if (!helpersToFill.isEmpty()) {
        int h = helpersToFill.remove();
        if (round.hasRoom(h) && round.envious().best(h, r -> false) < Integer.MAX_VALUE) {
          if (round.envious().foundSeeker() < 0) {
            return false;
          }
          helpersToFill.add(h);
          improve(round.envious().foundSeeker());
        }
      } else if (!peopleToImprove.isEmpty()) {
        improve(peopleToImprove.remove());
      } else {
        return true;
      }
    }
    return false;
  }

  private void improve(int r) {
    int h = round.better(r);
    if (h < 0) {
      return;
    }
    int formerHelper = round.helperOf()[r];
    if (!round.hasRoom(h)) {
      int loser = round.worstPerson(h);
      move(loser, -1);
      peopleToImprove.add(loser);
    }
    move(r, h);
    round.show(h);
    if (formerHelper >= 0) {
      round.show(formerHelper);
      helpersToFill.add(formerHelper);
    }
  }

  private void move(int r, int h) {
    round.move(r, h);
    round.envious().update(r);
  }
}
