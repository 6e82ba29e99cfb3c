package org.entraide.match.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes back what one stable matching changes in another without need, so that people keep their
 * helpers. The differences fall into paths of residents who take each other's places; a path by
 * which no more are matched is taken back where the matching stays stable without it.
 */
public final class NeedlessChanges {

  private final Preferences given;
  private final int[] before;
  private final int[] after;

  private NeedlessChanges(Preferences given, int[] before, int[] after) {
    this.given = given;
    this.before = before;
    this.after = after.clone();
  }

  /**
   * Returns a stable matching at least as large as the second one and closer to the first.
   *
   * @param before a stable matching: the edge of each resident, or -1
   * @param after another
   */
  public static int[] takenBack(Preferences given, int[] before, int[] after) {
    NeedlessChanges detours = new NeedlessChanges(given, before, after);
    List<int[]> paths = new ArrayList<>(detours.paths());
    paths.removeIf(path -> detours.gain(path) > 0);
    if (!detours.takeBack(paths)) {
      boolean again = true;
      while (again) {
        again = paths.removeIf(path -> detours.takeBack(List.of(path)));
      }
    }
    return detours.after;
  }

  private int gain(int[] path) {
    int gain = 0;
    for (int r : path) {
      gain += (after[r] >= 0 ? 1 : 0) - (before[r] >= 0 ? 1 : 0);
    }
    return gain;
  }

  /** Takes back all of them, or nothing; false if somebody would block. */
  private boolean takeBack(List<int[]> paths) {
    int[] kept = after.clone();
    paths.forEach(path -> Arrays.stream(path).forEach(r -> after[r] = before[r]));
    if (Stability.holds(given, after)) {
      return true;
    }
    System.arraycopy(kept, 0, after, 0, kept.length);
    return false;
  }

  /**
   * Returns the residents of each path. A resident who leaves a hospital is followed by one who
   * enters it in exchange, as long as there are both; so taking a path back never fills a hospital
   * beyond what it has in one of the matchings.
   */
  private List<int[]> paths() {
    int[] follower = followers();
    boolean[] isFollower = new boolean[follower.length];
    Arrays.stream(follower).filter(r -> r >= 0).forEach(r -> isFollower[r] = true);
    boolean[] seen = new boolean[follower.length];
    List<int[]> paths = new ArrayList<>();
    for (boolean cycles : new boolean[] {false, true}) {
      for (int r = 0; r < follower.length; r++) {
        if (before[r] != after[r] && !seen[r] && (cycles || !isFollower[r])) {
          paths.add(pathFrom(r, follower, seen));
        }
      }
    }
    return paths;
  }

  private static int[] pathFrom(int first, int[] follower, boolean[] seen) {
    int[] path = new int[1];
    int length = 0;
    for (int r = first; r >= 0 && !seen[r]; r = follower[r]) {
      seen[r] = true;
      path = length == path.length ? Arrays.copyOf(path, 2 * length) : path;
      path[length++] = r;
    }
    return Arrays.copyOf(path, length);
  }

  /** Returns who enters the hospital that each resident leaves, or -1. */
  private int[] followers() {
    int[] entering = new int[given.hospitals()];
    Arrays.fill(entering, -1);
    int[] nextEntering = new int[before.length];
    for (int r = before.length - 1; r >= 0; r--) {
      if (before[r] != after[r] && after[r] >= 0) {
        nextEntering[r] = entering[given.hospital[after[r]]];
        entering[given.hospital[after[r]]] = r;
      }
    }
    int[] follower = new int[before.length];
    Arrays.fill(follower, -1);
    for (int r = 0; r < before.length; r++) {
      if (before[r] != after[r] && before[r] >= 0) {
        int h = given.hospital[before[r]];
        follower[r] = entering[h];
        entering[h] = entering[h] < 0 ? -1 : nextEntering[entering[h]];
      }
    }
    return follower;
  }
}
