package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.core.MinHeap;
import org.entraide.match.model.Progress;
import org.entraide.match.state.Pairing;

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
 * (1987) 325-340, on helpers with several places.
 */
public final class BestFit {

  /** How many participants it is offered for. */
  public static final int MOST_PEOPLE = 100_000;

  private static final int LENGTH = 64;

  /** What it costs, in millimetres, to leave somebody without a helper. */
  private static final long ALONE = 1L << 52;

  private final FitLists lists;
  private final int[] room;

  /** The edge by which each seeker is matched, or -1. */
  private final int[] edge;

  private final long[] price;
  private final long[] helperPrice;
  private final int[][] seats;
  private final int[] seatCount;

  private final long[] distance;
  private final int[] via;
  private final int[] viaSeeker;
  private final boolean[] done;
  private final int[] touched;
  private int touchedSize;
  private final MinHeap heap = new MinHeap();

  private BestFit(Pairing pairing, FitLists lists, int seekers) {
    this.lists = lists;
    room = pairing.state().capacities();
    edge = new int[seekers];
    Arrays.fill(edge, -1);
    price = new long[seekers];
    int size = pairing.size();
    helperPrice = new long[size];
    seats = new int[size][];
    Arrays.fill(seats, new int[0]);
    seatCount = new int[size];
    distance = new long[size];
    Arrays.fill(distance, Long.MAX_VALUE);
    via = new int[size];
    viaSeeker = new int[size];
    done = new boolean[size];
    touched = new int[size];
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
    int lastHelper = -1;
    int leaver = root;
    expand(root, 0);
    while (!heap.isEmpty() && heap.least() < best) {
      long at = heap.least();
      int h = heap.pop();
      if (done[h] || at > distance[h]) {
        continue;
      }
      done[h] = true;
      if (room[h] > 0) {
        best = at;
        lastHelper = h;
        leaver = -1;
        break;
      }
      for (int i = 0; i < seatCount[h]; i++) {
        int other = seats[h][i];
        if (at + ALONE - price[other] < best) {
          best = at + ALONE - price[other];
          leaver = other;
        }
        expand(other, at);
      }
    }
    reprice(root, best);
    augment(root, lastHelper, leaver);
    for (int i = 0; i < touchedSize; i++) {
      distance[touched[i]] = Long.MAX_VALUE;
      done[touched[i]] = false;
    }
  }

  private void expand(int seeker, long at) {
    for (int e = lists.start[seeker]; e < lists.start[seeker + 1]; e++) {
      int h = lists.helper[e];
      long to = at + lists.cost[e] - price[seeker] - helperPrice[h];
      if (e != edge[seeker] && to < distance[h]) {
        if (distance[h] == Long.MAX_VALUE) {
          touched[touchedSize++] = h;
        }
        distance[h] = to;
        via[h] = e;
        viaSeeker[h] = seeker;
        heap.push(to, h);
      }
    }
  }

  private void reprice(int root, long best) {
    price[root] += best;
    for (int i = 0; i < touchedSize; i++) {
      int h = touched[i];
      if (distance[h] < best) {
        long by = best - distance[h];
        helperPrice[h] -= by;
        for (int s = 0; s < seatCount[h]; s++) {
          price[seats[h][s]] += by;
        }
      }
    }
  }

  /** Moves everybody on the path that ends at a helper with room, or with somebody who leaves. */
  private void augment(int root, int lastHelper, int leaver) {
    if (leaver == root) {
      return;
    }
    int h = lastHelper;
    if (leaver >= 0) {
      h = lists.helper[edge[leaver]];
      leave(leaver, h);
    } else {
      room[h]--;
    }
    while (true) {
      int seeker = viaSeeker[h];
      int e = via[h];
      int left = edge[seeker] < 0 ? -1 : lists.helper[edge[seeker]];
      if (left >= 0) {
        leave(seeker, left);
      }
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
  }

  private void leave(int seeker, int h) {
    int i = 0;
    while (seats[h][i] != seeker) {
      i++;
    }
    seats[h][i] = seats[h][--seatCount[h]];
    edge[seeker] = -1;
  }
}
