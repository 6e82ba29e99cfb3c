package org.entraide.place.postcode;

import java.util.Arrays;

/** The postcodes of one country as they are read: two arrays, so that two million are 30 MB. */
final class CountryTable {

  private static final int FIRST = 1 << 12;

  private long[] keys = new long[FIRST];
  private long[] spots = new long[FIRST];
  private int size;

  /**
   * @param key of {@link PostcodeKey}
   * @param spot of {@link Spot}
   */
  void add(long key, long spot) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + size / 2);
      spots = Arrays.copyOf(spots, keys.length);
    }
    keys[size] = key;
    spots[size++] = spot;
  }

  int size() {
    return size;
  }

  long key(int row) {
    return keys[row];
  }

  long spot(int row) {
    return spots[row];
  }

  int longest() {
    int longest = 0;
    for (int i = 0; i < size; i++) {
      longest = Math.max(longest, PostcodeKey.letters(keys[i]));
    }
    return longest;
  }

  /** These codes in order, each once: a code with several places lies between them. */
  CountryTable sorted() {
    int[] order = order();
    CountryTable sorted = new CountryTable();
    int from = 0;
    while (from < size) {
      int to = from + 1;
      while (to < size && keys[order[to]] == keys[order[from]]) {
        to++;
      }
      sorted.add(keys[order[from]], to == from + 1 ? spots[order[from]] : middle(order, from, to));
      from = to;
    }
    return sorted;
  }

  /** The median, since one post-office box far away must not move the rest. */
  private long middle(int[] order, int from, int to) {
    double[] latitudes = new double[to - from];
    double[] longitudes = new double[to - from];
    for (int i = from; i < to; i++) {
      latitudes[i - from] = Spot.latitude(spots[order[i]]);
      longitudes[i - from] = Spot.longitude(spots[order[i]]);
    }
    Arrays.sort(latitudes);
    Arrays.sort(longitudes);
    long middle = Spot.of(latitudes[(to - from) / 2], longitudes[(to - from) / 2], 0);
    double km = 0;
    for (int i = from; i < to; i++) {
      long spot = spots[order[i]];
      km = Math.max(km, Spot.uncertaintyKm(spot));
      km = Math.max(km, Spot.point(middle).kmTo(Spot.point(spot)));
    }
    return Spot.of(Spot.latitude(middle), Spot.longitude(middle), km);
  }

  /** Rows by key: a merge sort, which leaves alone what is in order as most files are. */
  private int[] order() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    int[] other = new int[size];
    for (int run = 1; run < size; run *= 2) {
      for (int from = 0; from < size; from += 2 * run) {
        int middle = Math.min(from + run, size);
        merge(order, other, from, middle, Math.min(middle + run, size));
      }
      int[] swap = order;
      order = other;
      other = swap;
    }
    return order;
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    if (middle == end || keys[from[middle - 1]] <= keys[from[middle]]) {
      System.arraycopy(from, start, to, start, end - start);
      return;
    }
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = left < middle && (right == end || keys[from[left]] <= keys[from[right]]);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
