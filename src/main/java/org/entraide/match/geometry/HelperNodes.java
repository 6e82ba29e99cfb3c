package org.entraide.match.geometry;

import java.util.Arrays;

/**
 * What the nodes of a {@link HelperTree} know, in one array, a row for each: what a search asks
 * about a node lies in two or three lines of the processor's cache.
 */
final class HelperNodes {

  private static final int REACH = 6;
  private static final int LANGUAGES = 7;
  private static final int BEST = 8;
  private static final int LINE = 8;

  /** A box, then reach, languages and one number for each slot; whole lines of the cache. */
  private static final int ROW = (BEST + NeedSlots.COUNT + LINE - 1) / LINE * LINE;

  private final long[] rows;

  HelperNodes(int nodes) {
    rows = new long[Math.multiplyExact(nodes, ROW)];
    for (int node = 0; node < nodes; node++) {
      Arrays.fill(rows, node * ROW + BEST, node * ROW + ROW, HelperTree.GONE);
    }
  }

  /**
   * @param box the least coordinates, then the greatest
   */
  void setBox(int node, double[] box) {
    for (int i = 0; i < REACH; i++) {
      rows[node * ROW + i] = Double.doubleToRawLongBits(box[i]);
    }
  }

  /** Returns the least squared chord from a point to the box of a node. */
  double chord2(int node, double x, double y, double z) {
    int at = node * ROW;
    double dx = Math.max(0, Math.max(real(at) - x, x - real(at + 3)));
    double dy = Math.max(0, Math.max(real(at + 1) - y, y - real(at + 4)));
    double dz = Math.max(0, Math.max(real(at + 2) - z, z - real(at + 5)));
    return dx * dx + dy * dy + dz * dz;
  }

  private double real(int at) {
    return Double.longBitsToDouble(rows[at]);
  }

  double reach(int node) {
    return real(node * ROW + REACH);
  }

  void raiseReach(int node, double chord2) {
    int at = node * ROW + REACH;
    rows[at] = Double.doubleToRawLongBits(Math.max(real(at), chord2));
  }

  long languages(int node) {
    return rows[node * ROW + LANGUAGES];
  }

  void addLanguages(int node, long sketch) {
    rows[node * ROW + LANGUAGES] |= sketch;
  }

  long best(int node, int slot) {
    return rows[node * ROW + BEST + slot];
  }

  void setBest(int node, int slot, long value) {
    rows[node * ROW + BEST + slot] = value;
  }

  /** Makes a node know what a child knows, its box aside. */
  void include(int node, int child) {
    raiseReach(node, reach(child));
    addLanguages(node, languages(child));
    for (int slot = 0; slot < NeedSlots.COUNT; slot++) {
      setBest(node, slot, Math.max(best(node, slot), best(child, slot)));
    }
  }
}
