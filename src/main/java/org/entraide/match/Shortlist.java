package org.entraide.match;

import java.util.Arrays;

/**
 * The best few helpers of one person, out of any number: lowest rank first, and among equals lowest
 * {@code lot}. Lots differ from person to person; otherwise people who like many helpers equally
 * well would all list the same few.
 */
final class Shortlist {

  private final int limit;
  private long[] lots;
  private long[] edges;
  private int size;

  Shortlist(int limit) {
    this.limit = limit;
    int first = Math.min(limit, 16);
    lots = new long[first];
    edges = new long[first];
  }

  /** Packs a rank and a helper so that edges sort by rank, then by helper. */
  static long edge(int rank, int helper) {
    return ((long) rank << Integer.SIZE) | helper;
  }

  static int rank(long edge) {
    return (int) (edge >>> Integer.SIZE);
  }

  static int helper(long edge) {
    return (int) edge;
  }

  /** Tells whether an edge of this rank could still be taken. */
  boolean wants(int rank) {
    return size < limit || rank <= rank(edges[0]);
  }

  /** Offers a helper who was not offered before. */
  void offer(long edge, long lot) {
    if (size < limit) {
      if (size == edges.length) {
        int longer = Math.min(limit, 2 * size);
        edges = Arrays.copyOf(edges, longer);
        lots = Arrays.copyOf(lots, longer);
      }
      siftUp(size++, edge, lot);
    } else if (worse(edges[0], lots[0], edge, lot)) {
      siftDown(edge, lot);
    }
  }

  /** Returns the edges, sorted. */
  long[] edges() {
    long[] sorted = Arrays.copyOf(edges, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean worse(long edge, long lot, long thanEdge, long thanLot) {
    int byRank = Integer.compare(rank(edge), rank(thanEdge));
    if (byRank != 0) {
      return byRank > 0;
    }
    return lot == thanLot ? edge > thanEdge : lot > thanLot;
  }

  private void siftUp(int from, long edge, long lot) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!worse(edge, lot, edges[parent], lots[parent])) {
        break;
      }
      put(at, edges[parent], lots[parent]);
      at = parent;
    }
    put(at, edge, lot);
  }

  private void siftDown(long edge, long lot) {
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && worse(edges[child + 1], lots[child + 1], edges[child], lots[child])) {
        child++;
      }
      if (!worse(edges[child], lots[child], edge, lot)) {
        break;
      }
      put(at, edges[child], lots[child]);
      at = child;
      child = 2 * at + 1;
    }
    put(at, edge, lot);
  }

  private void put(int at, long edge, long lot) {
    edges[at] = edge;
    lots[at] = lot;
  }
}
