package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.core.HospitalSeats;
import org.entraide.match.geometry.HelperForest;
import org.entraide.match.geometry.HelperSearch;
import org.entraide.match.geometry.ParallelLookahead;
import org.entraide.match.model.Progress;
import org.entraide.match.state.Pairing;

/**
 * One round by {@code StableMatching}'s algorithm over <em>all</em> acceptable pairs, none of which
 * is ever kept in memory: where the algorithm looks through a list, this asks a {@link
 * HelperForest}.
 *
 * <p><b>The same algorithm.</b> A person proposes to the best helper who would take them now: among
 * equals one who was never full, else one of whom somebody may be handed over, else one who prefers
 * the person to somebody. Helpers who would refuse are passed over, which has the same result as
 * proposing to them: a full helper who refuses somebody at some level goes on refusing them at that
 * level, since the worst of those it has only improves once nobody is precarious. Theorem, weak
 * stability and two thirds hold as they are stated there, over all acceptable pairs, since the
 * lists are never cut.
 *
 * <p><b>Appeals.</b> {@link HelperSearch#OPEN} for a helper who was never full; one less while
 * somebody may be precarious there; then the key of the worst person they have. They only sink.
 *
 * <p><b>Order.</b> Those whom helpers prefer propose first, so that hardly anybody is displaced;
 * the order decides nothing that matters to stability. Somebody whom nobody would take even at the
 * highest level is not promoted step by step: appeals only sink.
 *
 * <p>Memory grows with the number of people alone, time with the number of proposals, of which
 * there are a few for each person in practice, times a search.
 */
public final class ProposalRound {

  private static final int LEVEL_BITS = 5;
  private static final long MAYBE_PRECARIOUS = HelperSearch.OPEN - 1;
  private static final int[] NONE = {};

  /** How much worse the next band makes a key. */
  private static final long STEP = 1L << (LEVEL_BITS + HospitalSeats.RESIDENT_BITS);

  /** Helping more people by one part in so many is worth moving others. */
  private static final long WORTH_A_STIR = 100;

  private final Pairing pairing;
  private final int levels;
  private final HelperForest forest;
  private final HelperSearch search;
  private final HospitalSeats seats;
  private final int[] helperOf;
  private final int[] rankOf;
  private final byte[] level;

  /** Those who entered each helper before it was full, at level 0: stacks that grow. */
  private final int[][] early;

  private final int[] earlySize;
  private final int[] waiting;
  private int waitingSize;

  /** By person whom they had before, or -1. */
  private final int[] incumbent;

  private final ParallelLookahead foresight;

  private ProposalRound(Pairing pairing, int levels, int[] incumbent) {
    this.pairing = pairing;
    this.incumbent = incumbent;
    this.levels = levels;
    forest = new HelperForest(pairing, HelperSearch.OPEN);
    search = forest.search();
    foresight = new ParallelLookahead(forest);
    int size = pairing.size();
    seats = new HospitalSeats(size, pairing.state().capacities());
    helperOf = new int[size];
    Arrays.fill(helperOf, -1);
    rankOf = new int[size];
    level = new byte[size];
    for (int r = 0; r < size; r++) {
      level[r] = (byte) (incumbent[r] < 0 ? 0 : levels);
    }
    early = new int[size][];
    Arrays.fill(early, NONE);
    earlySize = new int[size];
    waiting = new int[size];
  }

  /**
   * Returns the helper of each person, or -1, moving as few as possible of those who had somebody
   * before: they propose before their equals, to whom they had before their equals, and as if
   * promoted already, so that nobody displaces them for a tie. The result is weakly stable, since
   * this decides only ties; but the guarantee of two thirds needs ties to be decided otherwise. So
   * where a fresh start helps more people by over one in a hundred, that is returned.
   *
   * @param levels how often a person is promoted, from 1 to 30
   */
  public static int[] solveCalmly(Pairing pairing, int levels, Progress progress, String phase) {
    int[] incumbents = pairing.incumbents();
    int[] fresh = solve(pairing, levels, progress, phase);
    if (incumbents == null) {
      return fresh;
    }
    ProposalRound round = new ProposalRound(pairing, levels, incumbents);
    round.run(progress, phase);
    long calm = Arrays.stream(round.helperOf).filter(h -> h >= 0).count();
    long most = Arrays.stream(fresh).filter(h -> h >= 0).count();
    return most - calm > calm / WORTH_A_STIR ? fresh : round.helperOf;
  }

  /**
   * Returns the helper of each person, or -1.
   *
   * @param levels how often a person is promoted, from 1 to 30
   */
  public static int[] solve(Pairing pairing, int levels, Progress progress, String phase) {
    int[] nobody = new int[pairing.size()];
    Arrays.fill(nobody, -1);
    if (pairing.size() >= 1 << HospitalSeats.RESIDENT_BITS) {
      throw new IllegalArgumentException("Too many people: %d.".formatted(pairing.size()));
    }
    ProposalRound round = new ProposalRound(pairing, levels, nobody);
    round.run(progress, phase);
    return round.helperOf;
  }

  private void run(Progress progress, String phase) {
    long[] order = new long[pairing.size()];
    int seekers = 0;
    for (int r = 0; r < pairing.size(); r++) {
      if (pairing.state().sought(r) != 0) {
        long newcomer = incumbent[r] < 0 ? 1 : 0;
        order[seekers++] = (((long) pairing.standing(r) << 1 | newcomer) << Integer.SIZE) | r;
      }
    }
    Arrays.sort(order, 0, seekers);
    for (int i = 0; i < seekers; i++) {
      if (i % ParallelLookahead.AHEAD == 0) {
        progress.step(phase, i, seekers);
        foresee(order, i, Math.min(i + ParallelLookahead.AHEAD, seekers));
      }
      enqueue((int) order[i]);
      while (waitingSize > 0) {
        place(waiting[--waitingSize]);
      }
    }
    progress.step(phase, seekers, seekers);
  }

  private void foresee(long[] order, int begin, int end) {
    if (foresight.begin()) {
      for (int i = begin; i < end; i++) {
        int r = (int) order[i];
        foresight.add(r, key(r, 0, level[r]));
      }
      foresight.look(STEP, (long) levels << HospitalSeats.RESIDENT_BITS);
    }
  }

  private void enqueue(int r) {
    waiting[waitingSize++] = r;
  }

  private void place(int r) {
    while (true) {
      int kept = keptRank(r);
      long key = key(r, 0, level[r]);
      boolean foreseen = foresight.knows(r, key) && kept < 0;
      int h =
          foreseen
              ? foresight.helper()
              : search.find(r, kept < 0 ? Integer.MAX_VALUE : kept - 1, key, STEP);
      if (h >= 0 || kept >= 0) {
        int rank = h < 0 ? kept : foreseen ? foresight.rank() : search.rank();
        if (propose(r, h >= 0 ? h : incumbent[r], rank)) {
          return;
        }
      } else if (!promote(r)) {
        return;
      }
    }
  }

  /**
   * Returns the rank of the person's earlier helper, or -1 where that one would refuse them now.
   */
  private int keptRank(int r) {
    int h = incumbent[r];
    if (h < 0) {
      return -1;
    }
    int rank = pairing.personRank(r, h);
    return seats.hasRoom(h) || seats.worst(h) > keyAt(r, h, pairing.band(rank)) ? rank : -1;
  }

  /** False when nobody would take the person at any level. */
  private boolean promote(int r) {
    if (level[r] >= levels) {
      return false;
    }
    long least = key(r, 0, levels);
    boolean hopeless =
        level[r] + 1 < levels
            && (foresight.isHopeless(r) || search.find(r, Integer.MAX_VALUE, least, STEP) < 0);
    level[r] = (byte) (hopeless ? levels : level[r] + 1);
    return !hopeless;
  }

  private boolean propose(int r, int h, int rank) {
    if (seats.hasRoom(h)) {
      if (level[r] == 0) {
        push(h, r);
      }
      seat(r, h, rank);
      if (!seats.hasRoom(h)) {
        forest.set(h, appealOfFull(h));
      }
      return true;
    }
    int precarious = precarious(h);
    if (precarious >= 0) {
      unseat(precarious);
      seat(r, h, rank);
    } else if (seats.worst(h) > keyAt(r, h, pairing.band(rank))) {
      unseat(HospitalSeats.residentOf(seats.worst(h)));
      seat(r, h, rank);
    }
    forest.set(h, appealOfFull(h));
    return helperOf[r] == h;
  }

  private long appealOfFull(int h) {
    return earlySize[h] > 0 ? MAYBE_PRECARIOUS : seats.worst(h);
  }

  private void push(int h, int r) {
    if (earlySize[h] == early[h].length) {
      early[h] = Arrays.copyOf(early[h], Math.max(2, 2 * earlySize[h]));
    }
    early[h][earlySize[h]++] = r;
  }

  /** Returns somebody who may be handed over, or -1. */
  private int precarious(int h) {
    while (earlySize[h] > 0) {
      int r = early[h][--earlySize[h]];
      if (helperOf[r] == h && search.find(r, rankOf[r], MAYBE_PRECARIOUS, 0) >= 0) {
        return r;
      }
    }
    return -1;
  }

  private void seat(int r, int h, int rank) {
    helperOf[r] = h;
    rankOf[r] = rank;
    seats.add(h, keyAt(r, h, pairing.band(rank)));
  }

  private void unseat(int r) {
    seats.remove(helperOf[r], r);
    helperOf[r] = -1;
    enqueue(r);
  }

  /** The same with the favour of people for their earlier helper. */
  private long keyAt(int r, int h, int band) {
    return key(r, band, incumbent[r] == h ? levels + 1 : level[r]);
  }

  /** Larger is worse: by rank, then by level, then by index. */
  private long key(int r, int band, int atLevel) {
    long rank = ((long) pairing.helperRank(r, band) << LEVEL_BITS) | (levels + 1 - atLevel);
    return (rank << HospitalSeats.RESIDENT_BITS) | r;
  }
}
