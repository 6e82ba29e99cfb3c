package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.core.MinHeap;
import org.entraide.match.state.LimitedGroups;
import org.entraide.match.state.Pairing;
import org.entraide.progress.Progress;

/**
 * Rounds of the policy {@code Policy.BEST_FIT}: as many people as possible, and then the least sum
 * of cautious distances, pairs that cover only remote needs counting nothing.
 *
 * <p>What is exact: the number of people, over all acceptable pairs ({@link Augmentation}); and the
 * sum, over lists of the {@value #LENGTH} least costly helpers of each person (and the one they
 * have in a largest matching), which is the sum over all pairs wherever nobody's list is cut.
 *
 * <p>Successive shortest paths with prices: people are added one by one, each along a shortest
 * augmenting path in reduced costs (Dijkstra), so that the matching of those added is always of
 * least cost; being left without anybody costs more than any path. Jonker and Volgenant, "A
 * shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38
 * (1987) 325-340, on helpers with several places. A group with a limit is one more node, to which a
 * helper with room leads, and which leads back to those of its helpers who have somebody.
 */
public final class BestFit {

  /** How many participants it is offered for. */
  public static final int MOST_PEOPLE = 100_000;

  private static final int LENGTH = 64;

  private static final int FROM_GROUP = -2;

  /** What it costs, in millimetres, to leave somebody without a helper. */
  private static final long ALONE = 1L << 52;

  private final FitLists lists;
  private final int[] room;
  private final LimitedGroups groups;
  private final int[] groupRoom;
  private final int[][] members;

  /** The edge by which each seeker is matched, or -1. */
  private final int[] edge;

  private final long[] price;

  /** Of helpers, then of groups; so are the distances below. */
  private final long[] nodePrice;

  private final int[][] seats;
  private final int[] seatCount;

  private final long[] distance;

  /** By helper the edge by which they were reached, or that it was from their group. */
  private final int[] via;

  private final int[] viaSeeker;

  /** By group the helper from whom it was reached. */
  private final int[] viaHelper;

  private final boolean[] done;
  private final int[] touched;
  private int touchedSize;
  private final MinHeap heap = new MinHeap();

  private BestFit(Pairing pairing, FitLists lists, int seekers) {
    this.lists = lists;
    room = pairing.state().capacities();
    groups = pairing.people().groups();
    groupRoom = pairing.state().groupCapacities();
    members = new int[groupRoom.length][];
    Arrays.setAll(members, pairing::membersWithRoom);
    viaHelper = new int[groupRoom.length];
    edge = new int[seekers];
    Arrays.fill(edge, -1);
    price = new long[seekers];
    int size = pairing.size();
    int nodes = size + groupRoom.length;
    nodePrice = new long[nodes];
    seats = new int[size][];
    Arrays.fill(seats, new int[0]);
    seatCount = new int[size];
    distance = new long[nodes];
    Arrays.fill(distance, Long.MAX_VALUE);
    via = new int[size];
    viaSeeker = new int[size];
    done = new boolean[nodes];
    touched = new int[nodes];
  }

  /** Returns the helper of each person, or -1. */
  public static int[] solve(Pairing pairing, Progress progress, String phase) {
    int[] most = Coverage.solve(pairing, progress, phase + " largest");
    int[] seekers = Augmentation.seekers(pairing);
    FitLists lists = new FitLists(pairing, seekers, most, LENGTH);
    BestFit fit = new BestFit(pairing, lists, seekers.length);
    for (int i = 0; i < seekers.length; i++) {
      if ((i & 0xfff) == 0) {
        progress.step(phase, i, seekers.length);
      }
      fit.add(i);
    }
    int[] helperOf = new int[pairing.size()];
    Arrays.fill(helperOf, -1);
    for (int i = 0; i < seekers.length; i++) {
      helperOf[seekers[i]] = fit.edge[i] < 0 ? -1 : lists.helper[fit.edge[i]];
    }
    return helperOf;
  }

  private void add(int root) {
    touchedSize = 0;
    heap.clear();
    long best = ALONE - price[root];
    int last = -1;
    int leaver = root;
    expand(root, 0);
    while (!heap.isEmpty() && heap.least() < best) {
      long at = heap.least();
      int node = heap.pop();
      if (done[node] || at > distance[node]) {
        continue;
      }
      done[node] = true;
      if (endsAt(node)) {
        best = at;
        last = node;
        leaver = -1;
        break;
      }
      if (node >= room.length) {
        expandGroup(node - room.length, at);
        continue;
      }
      if (room[node] > 0 && via[node] != FROM_GROUP) {
        reachGroup(node, at);
      }
      for (int i = 0; i < seatCount[node]; i++) {
        int other = seats[node][i];
        if (at + ALONE - price[other] < best) {
          best = at + ALONE - price[other];
          leaver = other;
        }
        expand(other, at);
      }
    }
    reprice(root, best);
    augment(root, last, leaver);
    forget();
  }

  private void forget() {
    for (int i = 0; i < touchedSize; i++) {
      distance[touched[i]] = Long.MAX_VALUE;
      done[touched[i]] = false;
    }
  }

  private boolean endsAt(int node) {
    return node < room.length
        ? room[node] > 0 && groups.of(node) < 0
        : groupRoom[node - room.length] > 0;
  }

  private void expand(int seeker, long at) {
    for (int e = lists.start[seeker]; e < lists.start[seeker + 1]; e++) {
      int h = lists.helper[e];
      if (e != edge[seeker] && reach(h, at + lists.cost[e] - price[seeker] - nodePrice[h])) {
        via[h] = e;
        viaSeeker[h] = seeker;
      }
    }
  }

  private void reachGroup(int h, long at) {
    int g = groups.of(h);
    if (reach(room.length + g, at + nodePrice[h] - nodePrice[room.length + g])) {
      viaHelper[g] = h;
    }
  }

  private void expandGroup(int g, long at) {
    for (int h : members[g]) {
      if (seatCount[h] > 0 && reach(h, at + nodePrice[room.length + g] - nodePrice[h])) {
        via[h] = FROM_GROUP;
      }
    }
  }

  private boolean reach(int node, long to) {
    if (to >= distance[node]) {
      return false;
    }
    if (distance[node] == Long.MAX_VALUE) {
      touched[touchedSize++] = node;
    }
    distance[node] = to;
    heap.push(to, node);
    return true;
  }

  private void reprice(int root, long best) {
    price[root] += best;
    for (int i = 0; i < touchedSize; i++) {
      int node = touched[i];
      if (distance[node] < best) {
        long by = best - distance[node];
        nodePrice[node] -= by;
        for (int s = 0; node < room.length && s < seatCount[node]; s++) {
          price[seats[node][s]] += by;
        }
      }
    }
  }

  /** Moves everybody on the path that ends where there is room, or with somebody who leaves. */
  private void augment(int root, int last, int leaver) {
    if (leaver == root) {
      return;
    }
    int h = last < room.length ? last : viaHelper[last - room.length];
    if (leaver >= 0) {
      h = leave(leaver);
    }
    while (true) {
      int seeker = viaSeeker[h];
      int e = via[h];
      int left = edge[seeker] < 0 ? -1 : leave(seeker);
      sit(seeker, h, e);
      if (seeker == root) {
        return;
      }
      h = left;
    }
  }

  private void sit(int seeker, int h, int e) {
    if (seatCount[h] == seats[h].length) {
      seats[h] = Arrays.copyOf(seats[h], Math.max(2, 2 * seatCount[h]));
    }
    seats[h][seatCount[h]++] = seeker;
    edge[seeker] = e;
    count(h, -1);
  }

  private void count(int h, int more) {
    room[h] += more;
    if (groups.of(h) >= 0) {
      groupRoom[groups.of(h)] += more;
    }
  }

  /** Returns the helper whom somebody may enter instead: of the same group, if by that it is. */
  private int leave(int seeker) {
    int h = lists.helper[edge[seeker]];
    int i = 0;
    while (seats[h][i] != seeker) {
      i++;
    }
    seats[h][i] = seats[h][--seatCount[h]];
    edge[seeker] = -1;
    count(h, 1);
    return via[h] == FROM_GROUP ? viaHelper[groups.of(h)] : h;
  }
}
