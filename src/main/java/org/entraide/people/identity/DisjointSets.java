package org.entraide.people.identity;

/** Disjoint sets with path halving and union by size (Tarjan and van Leeuwen, 1984). */
public final class DisjointSets {

  private final int[] parent;
  private final int[] size;

  public DisjointSets(int count) {
    parent = new int[count];
    size = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  public int find(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Joins two sets and returns the representative of both. */
  public int union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA == rootB) {
      return rootA;
    }
    int big = size[rootA] >= size[rootB] ? rootA : rootB;
    int small = big == rootA ? rootB : rootA;
    parent[small] = big;
    size[big] += size[small];
    return big;
  }
}
