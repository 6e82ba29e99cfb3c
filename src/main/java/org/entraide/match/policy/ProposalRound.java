package org.entraide.match.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.entraide.match.core.HospitalSeats;
import org.entraide.match.geometry.HelperForest;
import org.entraide.match.geometry.HelperSearch;
import org.entraide.match.geometry.ParallelLookahead;
import org.entraide.match.state.Pairing;
import org.entraide.progress.Progress;

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
 * <p><b>Appeals.</b> {@link HelperSearch#OPEN} for a helper who was never full, and more the
 * smaller the share of their capacity in use; one less than that while somebody may be precarious
 * there; then the key of the worst person they have, or of their group where that one is full. They
 * only sink. Those of a whole group change at once: they are brought up to date where a helper is
 * asked.
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

  /** How finely shares of capacity in use are distinguished. */
  private static final int SHARES = 1 << 30;

  /** Helping more people by one part in so many is worth moving others. */
  private static final long WORTH_A_STIR = 100;

  private final Pairing pairing;
  private final int levels;
  private final HelperForest forest;
  private final HelperSearch search;
  private final HelperSeats seats;
  private final int[] helperOf;
  private final int[] rankOf;
  private final byte[] level;

  /** Those who entered each helper before it was full, at level 0: stacks that grow. */
  private final int[][] early;

  private final int[] earlySize;

  /** How many of a group's helpers, from the first on, are known to have nobody precarious. */
  private final int[] earlyMember;

  private final int[] waiting;
  private int waitingSize;

  /** By person whom they had before, or -1. */
  private final int[] incumbent;

  private final ParallelLookahead lookahead;

  /** What {@link HelperSearch} asks the appeals of those in groups to be too great by. */
  private final long spread;

  private ProposalRound(Pairing pairing, int levels, int[] incumbent) {
    this.pairing = pairing;
    this.incumbent = incumbent;
    this.levels = levels;
    seats = new HelperSeats(pairing);
    spread = (pairing.bands() - 1) * STEP;
    forest = new HelperForest(pairing, this::openAppeal);
    search = forest.search();
    lookahead = new ParallelLookahead(forest);
    int size = pairing.size();
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
    earlyMember = new int[pairing.people().groups().count()];
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
        order[seekers++] = (((long) pairing.priorityRank(r) << 1 | newcomer) << Integer.SIZE) | r;
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
    improveWithinGroups();
  }

  private void foresee(long[] order, int begin, int end) {
    if (lookahead.begin()) {
      for (int i = begin; i < end; i++) {
        int r = (int) order[i];
        lookahead.add(r, key(r, 0, level[r]));
      }
      lookahead.look(STEP, (long) levels << HospitalSeats.RESIDENT_BITS);
    }
  }

  private void enqueue(int r) {
    waiting[waitingSize++] = r;
  }

  private void place(int r) {
    while (true) {
      int kept = keptRank(r);
      long key = key(r, 0, level[r]);
      boolean foreseen = lookahead.knows(r, key) && kept < 0;
      int h =
          foreseen
              ? lookahead.helper()
              : search.find(r, kept < 0 ? Integer.MAX_VALUE : kept - 1, key, STEP);
      if (h >= 0 || kept >= 0) {
        int rank = h < 0 ? kept : foreseen ? lookahead.rank() : search.rank();
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
    return seats.isOpen(h) || seats.rival(h) > keyAt(r, h, pairing.band(rank)) ? rank : -1;
  }

  /** False when nobody would take the person at any level. */
  private boolean promote(int r) {
    if (level[r] >= levels) {
      return false;
    }
    long least = key(r, 0, levels);
    boolean hopeless =
        level[r] + 1 < levels
            && (lookahead.isHopeless(r) || search.find(r, Integer.MAX_VALUE, least, STEP) < 0);
    level[r] = (byte) (hopeless ? levels : level[r] + 1);
    return !hopeless;
  }

  private boolean propose(int r, int h, int rank) {
    if (seats.isOpen(h)) {
      if (level[r] == 0) {
        push(h, r);
      }
      seat(r, h, rank);
      update(h);
      return true;
    }
    int precarious = seats.hasRoom(h) ? precariousInGroup(seats.group(h)) : precarious(h);
    if (precarious >= 0) {
      unseat(precarious);
      seat(r, h, rank);
    } else if (seats.rival(h) > keyAt(r, h, pairing.band(rank))) {
      unseat(HospitalSeats.residentOf(seats.rival(h)));
      seat(r, h, rank);
    }
    forest.set(h, appealOfFull(h));
    return helperOf[r] == h;
  }

  /** Once a group is full, none of its helpers is open any more. */
  private void update(int h) {
    int g = seats.group(h);
    if (g >= 0 && !seats.groupHasRoom(g)) {
      for (int member : seats.members(g)) {
        forest.set(member, appealOfFull(member));
      }
    } else {
      if (!seats.isOpen(h)) {
        forest.set(h, appealOfFull(h));
      } else if (seats.size(h) == 1) {
        forest.set(h, openAppeal(h));
      } else {
        forest.lower(h, openAppeal(h));
      }
    }
  }

  private long openAppeal(int h) {
    return HelperSearch.OPEN + (long) (SHARES * seats.shareFree(h));
  }

  private long appealOfFull(int h) {
    int g = seats.group(h);
    boolean maybe = seats.hasRoom(h) ? firstEarly(g) < seats.members(g).length : earlySize[h] > 0;
    return maybe ? MAYBE_PRECARIOUS : seats.rival(h) + (g < 0 ? 0 : spread);
  }

  /** Returns which of a group's helpers is the first where somebody may be precarious. */
  private int firstEarly(int g) {
    int[] members = seats.members(g);
    while (earlyMember[g] < members.length && earlySize[members[earlyMember[g]]] == 0) {
      earlyMember[g]++;
    }
    return earlyMember[g];
  }

  private int precariousInGroup(int g) {
    int[] members = seats.members(g);
    for (int i = firstEarly(g); i < members.length; i = firstEarly(g)) {
      int r = precarious(members[i]);
      if (r >= 0) {
        return r;
      }
    }
    return -1;
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

  /**
   * Moves people to helpers with room whom they prefer and who are of the group that helps them.
   * That happens for the favour of people for their earlier helper alone, which their group knows
   * and the other helper of it does not.
   */
  private void improveWithinGroups() {
    boolean moved =
        pairing.people().groups().count() > 0 && IntStream.of(incumbent).anyMatch(h -> h >= 0);
    while (moved) {
      moved = false;
      for (int r = 0; r < helperOf.length; r++) {
        int better = helperOf[r] < 0 ? -1 : betterInGroup(r, seats.group(helperOf[r]));
        if (better >= 0) {
          seats.remove(helperOf[r], r);
          seat(r, better, pairing.personRank(r, better));
          moved = true;
        }
      }
    }
  }

  private int betterInGroup(int r, int g) {
    int best = -1;
    int bestRank = rankOf[r];
    if (g >= 0 && !seats.groupHasRoom(g)) {
      for (int h : seats.members(g)) {
        int rank = seats.hasRoom(h) ? pairing.personRank(r, h) : -1;
        if (rank >= 0 && rank < bestRank) {
          best = h;
          bestRank = rank;
        }
      }
    }
    return best;
  }

  /**
   * Returns the key of a person at a helper; people have a higher level at their earlier helper.
   */
  private long keyAt(int r, int h, int band) {
    return key(r, seats.group(h) < 0 ? band : 0, incumbent[r] == h ? levels + 1 : level[r]);
  }

  /** Larger is worse: by rank, then by level, then by index. */
  private long key(int r, int band, int atLevel) {
    long rank = ((long) pairing.helperRank(r, band) << LEVEL_BITS) | (levels + 1 - atLevel);
    return (rank << HospitalSeats.RESIDENT_BITS) | r;
  }
}
