package org.entraide.match.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries to prove that no weakly stable matching of an instance is larger than a given one.
 *
 * <p>The instance falls into components that have no pair in common. In each, a largest matching,
 * stable or not, is a bound; where that is not met, {@link StableSearch} looks for a stable
 * matching with one resident more, as long as it may. Its answer is a proof either way.
 */
public final class LargestProof {

  private final Preferences preferences;
  private final int[] matched;

  /** By resident and then by hospital, the next in a tree of those in one component. */
  private final int[] parent;

  private LargestProof(Preferences preferences, int[] matched) {
    this.preferences = preferences;
    this.matched = matched;
    int residents = preferences.residents();
    parent = new int[residents + preferences.hospitals() + preferences.groupCapacity.length];
    Arrays.setAll(parent, i -> i);
    for (int r = 0; r < residents; r++) {
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        join(r, residents + preferences.hospital[e]);
      }
    }
    for (int h = 0; h < preferences.hospitals(); h++) {
      if (preferences.groupOf(h) >= 0) {
        join(residents + h, residents + preferences.hospitals() + preferences.groupOf(h));
      }
    }
  }

  /**
   * Returns whether it is proved that no weakly stable matching has more residents.
   *
   * @param matched a weakly stable matching: the edge of each resident, or -1
   * @param effort how many pairs may be looked at
   */
  public static boolean isLargest(Preferences preferences, int[] matched, long effort) {
    return new LargestProof(preferences, matched).isLargest(effort);
  }

  private void join(int one, int other) {
    parent[root(one)] = root(other);
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private boolean isLargest(long effort) {
    int[] largest = LargestMatching.matching(preferences, matched);
    int[] more = new int[parent.length];
    for (int r = 0; r < matched.length; r++) {
      more[root(r)] += (largest[r] >= 0 ? 1 : 0) - (matched[r] >= 0 ? 1 : 0);
    }
    Map<Integer, List<Integer>> open = new LinkedHashMap<>();
    for (int r = 0; r < matched.length; r++) {
      if (more[root(r)] > 0) {
        open.computeIfAbsent(root(r), component -> new ArrayList<>()).add(r);
      }
    }
    if (open.isEmpty()) {
      return true;
    }
    long each = effort / open.size();
    return !preferences.hasGroups()
        && open.values().stream().allMatch(it -> isLargestAmong(it, each));
  }

  private boolean isLargestAmong(List<Integer> residents, long effort) {
    int edges =
        residents.stream().mapToInt(r -> preferences.start[r + 1] - preferences.start[r]).sum();
    if (edges > effort) {
      return false;
    }
    Part part = new Part(residents.size(), edges);
    residents.forEach(part::add);
    return StableSearch.exists(part.preferences(), part.own, part.size + 1, effort)
        == StableSearch.Answer.NO;
  }

  /** Residents of one component, with what they have. */
  private final class Part {
    private final int[] start;
    private final int[] own;
    private final int[] hospital;
    private final int[] residentRank;
    private final int[] hospitalRank;
    private final Map<Integer, Integer> hospitals = new LinkedHashMap<>();
    private int residents;
    private int edges;
    private int size;

    Part(int residents, int edges) {
      start = new int[residents + 1];
      own = new int[residents];
      hospital = new int[edges];
      residentRank = new int[edges];
      hospitalRank = new int[edges];
    }

    void add(int r) {
      own[residents] = -1;
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        if (e == matched[r]) {
          own[residents] = edges;
          size++;
        }
        hospital[edges] = hospitals.computeIfAbsent(preferences.hospital[e], h -> hospitals.size());
        residentRank[edges] = preferences.residentRank[e];
        hospitalRank[edges++] = preferences.hospitalRank[e];
      }
      start[++residents] = edges;
    }

    Preferences preferences() {
      int[] capacity = hospitals.keySet().stream().mapToInt(h -> preferences.capacity[h]).toArray();
      return new Preferences(start, hospital, residentRank, hospitalRank, capacity);
    }
  }
}
