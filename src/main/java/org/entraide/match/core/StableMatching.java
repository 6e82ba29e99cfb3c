package org.entraide.match.core;

import java.util.Arrays;

/**
 * A large weakly stable matching for hospitals/residents with ties and incomplete lists: GSM-K,
 * that is Király's algorithm with capacities and {@code K} levels of promotion.
 *
 * <p><b>Theorem.</b> The result is weakly stable, and for every {@code K >= 1} it has at least two
 * thirds of the size of the largest weakly stable matching (which is NP-hard to find).
 *
 * <p><b>Algorithm.</b> Residents propose down their lists. Among equally good hospitals one that
 * was never full comes first. A hospital ranks by its own list, then by level of promotion; a
 * resident whose list is used up starts again one level higher, up to {@code K}. Somebody who
 * entered a hospital before it was full, at level 0, and who likes a never-full hospital just as
 * well, is <i>precarious</i>: before a full hospital refuses anybody, such a resident is handed
 * over.
 *
 * <p><b>Stable.</b> (a) A full hospital stays full. (b) Precarious residents all entered before it
 * was full, and the set of never-full hospitals only shrinks; so after the first refusal the
 * hospital has none, and the worst of its residents only improves. (c) A hand-over leads to an
 * equally good place. (d) Each hospital that a resident strictly prefers to the final one refused
 * them in their last pass and is, by (b), full of people whom it likes at least as well.
 *
 * <p><b>Two thirds.</b> Suppose {@code r0-h1-r1-h0} augments the result {@code M} towards an
 * optimum: {@code r0} unmatched, {@code (r1, h1)} in {@code M}, {@code h0} with room. Then {@code *
 * r0} was refused by {@code h1} at level {@code K}, whereas {@code r1}, who never proposed to
 * {@code h0}, is at level 0: {@code h1} strictly prefers {@code r1}. And {@code r1} does not prefer
 * {@code h0} since {@code M} is stable, nor like it equally, being precarious and handed over
 * otherwise; so {@code r1} strictly prefers {@code h1}, and {@code (r1, h1)} blocks the optimum.
 * Without augmenting paths of three edges {@code M} has two thirds of it. Capacities follow by
 * cloning hospitals.
 *
 * <p><b>Complexity.</b> {@code O(K m log c)} for {@code m} pairs and capacities up to {@code c}: an
 * edge is proposed at most {@code K + 2} times.
 *
 * <p><b>Groups.</b> Hospitals of a group have at most so many residents together: student-project
 * allocation with ties. A hospital counts as full once it or its group is. Where the hospital has
 * room and the group has not, a precarious resident of any of its hospitals is handed over, or else
 * the worst of the group makes place. A resident of a full group never prefers another of its
 * hospitals that has room. That hospital refused them, so they were no better than the worst
 * resident of the group, whose key is the same for all its hospitals; and the group has nobody who
 * is worse than its worst. F. Cooper and D. Manlove, "A 3/2-approximation algorithm for the
 * student-project allocation problem", SEA 2018, prove stability and the two thirds.
 *
 * <p><b>Source.</b> Z. Király, "Linear time local approximation algorithm for maximum stable
 * marriage", Algorithms 6 (2013) 471-484, where {@code K = 1}. More levels never break the bound
 * and help a little in practice; most of the gain is there at {@code K = 3}.
 *
 * <p>Deterministic: ties that remain go to the resident of the lower index, and to the hospital
 * listed first.
 */
public final class StableMatching {

  /** The number of levels that is worth its time. */
  public static final int DEFAULT_LEVELS = 3;

  /** Keys of seats have five bits for the level and 31 for the rank. */
  private static final int MOST_LEVELS = 31;

  private static final int LEVEL_BITS = 5;

  private final Preferences preferences;
  private final int levels;
  private final HospitalSeats seats;

  /** By group: who has a place in any of its hospitals. */
  private final HospitalSeats groupSeats;

  private final int[][] members;

  /** The edge by which each resident is matched, or -1. */
  private final int[] matched;

  private final int[] level;

  /** First edge of each list that was not refused in this pass. */
  private final int[] live;

  /** Within the tie group of {@link #live}: first edge to a hospital that was never full. */
  private final int[] free;

  private final int[] groupEnd;
  private final boolean[] refused;

  /** Residents who entered each hospital before it was full, at level 0: stacks in one array. */
  private final int[] early;

  private final int[] earlyStart;
  private final int[] earlySize;

  private final int[] waiting;
  private int waitingSize;

  private StableMatching(Preferences preferences, int levels) {
    this.preferences = preferences;
    this.levels = levels;
    int residents = preferences.residents();
    seats = new HospitalSeats(residents, preferences.capacity);
    groupSeats = new HospitalSeats(residents, preferences.groupCapacity);
    members = preferences.members();
    matched = new int[residents];
    Arrays.fill(matched, -1);
    level = new int[residents];
    live = Arrays.copyOf(preferences.start, residents);
    free = live.clone();
    groupEnd = live.clone();
    refused = new boolean[preferences.edges()];
    earlyStart = new int[preferences.hospitals() + 1];
    for (int h : preferences.hospital) {
      earlyStart[h + 1]++;
    }
    for (int h = 0; h < preferences.hospitals(); h++) {
      earlyStart[h + 1] = earlyStart[h] + Math.min(earlyStart[h + 1], preferences.capacity[h]);
    }
    early = new int[earlyStart[preferences.hospitals()]];
    earlySize = new int[preferences.hospitals()];
    waiting = new int[residents];
  }

  /**
   * Returns the edge by which each resident is matched, or -1.
   *
   * @param levels how often a resident is promoted, from 1 to 31
   */
  public static int[] solve(Preferences preferences, int levels) {
    if (levels < 1
        || levels > MOST_LEVELS
        || preferences.residents() >= 1 << HospitalSeats.RESIDENT_BITS) {
      throw new IllegalArgumentException(
          "Too large: %d levels, %d residents.".formatted(levels, preferences.residents()));
    }
    StableMatching search = new StableMatching(preferences, levels);
    search.run();
    return search.matched;
  }

  private void run() {
    for (int r = preferences.residents() - 1; r >= 0; r--) {
      enqueue(r);
    }
    while (waitingSize > 0) {
      place(waiting[--waitingSize]);
    }
  }

  private void enqueue(int r) {
    waiting[waitingSize++] = r;
  }

  private void place(int r) {
    int e = nextEdge(r);
    while (e >= 0 && !propose(r, e)) {
      e = nextEdge(r);
    }
  }

  /** Returns whom to ask next, or -1 when every level is used up. */
  private int nextEdge(int r) {
    int end = preferences.start[r + 1];
    skipRefused(r);
    if (live[r] == end) {
      if (level[r] == levels || preferences.start[r] == end) {
        return -1;
      }
      promote(r);
    }
    if (live[r] >= groupEnd[r]) {
      enterGroup(r);
    }
    return likesNeverFull(r) ? free[r] : live[r];
  }

  private void skipRefused(int r) {
    while (live[r] < preferences.start[r + 1] && refused[live[r]]) {
      live[r]++;
    }
  }

  private void promote(int r) {
    level[r]++;
    Arrays.fill(refused, preferences.start[r], preferences.start[r + 1], false);
    live[r] = preferences.start[r];
    groupEnd[r] = live[r];
  }

  private void enterGroup(int r) {
    free[r] = live[r];
    int end = live[r] + 1;
    while (end < preferences.start[r + 1]
        && preferences.residentRank[end] == preferences.residentRank[live[r]]) {
      end++;
    }
    groupEnd[r] = end;
  }

  /** The pointer only moves on, since a hospital that was full once never counts again. */
  private boolean likesNeverFull(int r) {
    while (free[r] < groupEnd[r] && wasEverFull(preferences.hospital[free[r]])) {
      free[r]++;
    }
    return free[r] < groupEnd[r];
  }

  private boolean wasEverFull(int h) {
    int g = preferences.groupOf(h);
    return seats.wasEverFull(h) || (g >= 0 && groupSeats.wasEverFull(g));
  }

  private boolean propose(int r, int e) {
    int h = preferences.hospital[e];
    int g = preferences.groupOf(h);
    boolean room = seats.hasRoom(h);
    if (room && (g < 0 || groupSeats.hasRoom(g))) {
      if (level[r] == 0) {
        early[earlyStart[h] + earlySize[h]++] = r;
      }
      seat(r, e);
      return true;
    }
    int precarious = room ? precariousInGroup(g) : precarious(h);
    if (precarious >= 0) {
      unseat(precarious);
      seat(r, e);
      return true;
    }
    long worst = room ? groupSeats.worst(g) : seats.worst(h);
    if (worst > key(r, e)) {
      int loser = HospitalSeats.residentOf(worst);
      refused[matched[loser]] = true;
      unseat(loser);
      seat(r, e);
      return true;
    }
    refused[e] = true;
    return false;
  }

  /** Returns somebody who may be handed over, or -1. */
  private int precarious(int h) {
    while (earlySize[h] > 0) {
      int r = early[earlyStart[h] + --earlySize[h]];
      if (matched[r] >= 0 && preferences.hospital[matched[r]] == h && likesNeverFull(r)) {
        return r;
      }
    }
    return -1;
  }

  private int precariousInGroup(int g) {
    for (int h : members[g]) {
      int r = precarious(h);
      if (r >= 0) {
        return r;
      }
    }
    return -1;
  }

  private void seat(int r, int e) {
    matched[r] = e;
    seats.add(preferences.hospital[e], key(r, e));
    int g = preferences.groupOf(preferences.hospital[e]);
    if (g >= 0) {
      groupSeats.add(g, key(r, e));
    }
  }

  private void unseat(int r) {
    int h = preferences.hospital[matched[r]];
    seats.remove(h, r);
    if (preferences.groupOf(h) >= 0) {
      groupSeats.remove(preferences.groupOf(h), r);
    }
    matched[r] = -1;
    enqueue(r);
  }

  /** Larger is worse: by rank, then by level, then by index. */
  private long key(int r, int e) {
    long rank = ((long) preferences.hospitalRank[e] << LEVEL_BITS) | (levels - level[r]);
    return (rank << HospitalSeats.RESIDENT_BITS) | r;
  }
}
