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
  private final Deque<Integer> out = new ArrayDeque<>();
  private final Deque<Integer> left = new ArrayDeque<>();

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
      repair.out.add(r);
    }
    return repair.repair(STEPS * (long) seekers.length) ? round : null;
  }

  private boolean repair(long steps) {
    for (long i = 0; i < steps; i++) {
      if (!left.isEmpty()) {
        int h = left.remove();
        if (round.hasRoom(h) && round.envious().best(h, r -> false) < Integer.MAX_VALUE) {
          if (round.envious().found() < 0) {
            return false;
          }
          left.add(h);
          improve(round.envious().found());
        }
      } else if (!out.isEmpty()) {
        improve(out.remove());
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
    int before = round.helperOf()[r];
    if (!round.hasRoom(h)) {
      int loser = round.worstPerson(h);
      move(loser, -1);
      out.add(loser);
    }
    move(r, h);
    round.show(h);
    if (before >= 0) {
      round.show(before);
      left.add(before);
    }
  }

  private void move(int r, int h) {
    round.move(r, h);
    round.envious().update(r);
  }
}
