package org.entraide.match.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes back what one stable matching changes in another without need, so that people keep their
 * helpers. The differences fall into paths of residents who take each other's places; a path by
 * which no more are matched is taken back where the matching stays stable without it.
 */
public final class NeedlessChanges {

  private final Preferences preferences;
  private final int[] matchedBefore;
  private final int[] matchedAfter;
  private final int[] matched;

  private NeedlessChanges(Preferences preferences, int[] matchedBefore, int[] matchedAfter) {
    this.preferences = preferences;
    this.matchedBefore = matchedBefore;
    this.matchedAfter = matchedAfter;
    matched = matchedBefore.clone();
  }

  /**
   * Returns a stable matching at least as large as the first one, closer to it than the second, and
   * as large as the second where that does not move too many.
   *
   * @param matchedBefore a stable matching: the edge of each resident, or -1
   * @param matchedAfter another
   * @param mostMoves how many residents may be moved for each one more who is matched; the greatest
   *     integer: any number
   */
  public static int[] takenBack(
      Preferences preferences, int[] matchedBefore, int[] matchedAfter, int mostMoves) {
    NeedlessChanges changes = new NeedlessChanges(preferences, matchedBefore, matchedAfter);
    changes.takeBack(mostMoves);
    boolean smaller = TieWalk.size(changes.matched) < TieWalk.size(matchedAfter);
    return smaller && mostMoves == Integer.MAX_VALUE ? matchedAfter : changes.matched;
  }

  /** Makes again, on what was before, each path by which more are matched and what it needs. */
  private void takeBack(int mostMoves) {
    List<int[]> left = new ArrayList<>(paths());
    left.sort(Comparator.comparingInt(path -> path.length));
    for (int[] path : List.copyOf(left)) {
      if (gain(path) > 0 && left.contains(path)) {
        List<int[]> made = new ArrayList<>();
        make(left, made, other -> other == path);
        if (!complete(left, made) || moves(made) > (long) mostMoves * gains(made)) {
          made.forEach(this::undo);
          left.addAll(made);
        }
      }
    }
  }

  /** Adds the paths that touch what is not stable, as long as it takes; then drops what it can. */
  private boolean complete(List<int[]> left, List<int[]> made) {
    boolean more = true;
    while (more) {
      boolean[] resident = new boolean[preferences.residents()];
      boolean[] hospital = new boolean[preferences.hospitals()];
      Stability.violations(
          preferences,
          matched,
          e -> {
            resident[residentOf(e)] = true;
            hospital[preferences.hospital[e]] = true;
          });
      more =
          make(
              left,
              made,
              path -> Arrays.stream(path).anyMatch(r -> resident[r] || touches(r, hospital)));
    }
    if (!Stability.holds(preferences, matched)) {
      return false;
    }
    boolean again = true;
    while (again) {
      again = made.removeIf(path -> gain(path) <= 0 && takeBackIfNeedless(path) && left.add(path));
    }
    return true;
  }

  private static int moves(List<int[]> paths) {
    return paths.stream().mapToInt(path -> path.length).sum();
  }

  private int gains(List<int[]> paths) {
    return paths.stream().mapToInt(this::gain).sum();
  }

  private boolean touches(int r, boolean[] hospitals) {
    return (matchedAfter[r] >= 0 && hospitals[preferences.hospital[matchedAfter[r]]])
        || (matchedBefore[r] >= 0 && hospitals[preferences.hospital[matchedBefore[r]]]);
  }

  private int residentOf(int e) {
    int at = Arrays.binarySearch(preferences.start, e);
    while (at >= 0 && preferences.start[at + 1] == e) {
      at++;
    }
    return at >= 0 ? at : -at - 2;
  }

  private boolean make(List<int[]> left, List<int[]> made, Predicate<int[]> which) {
    List<int[]> chosen = left.stream().filter(which).toList();
    chosen.forEach(path -> Arrays.stream(path).forEach(r -> matched[r] = matchedAfter[r]));
    left.removeAll(chosen);
    made.addAll(chosen);
    return !chosen.isEmpty();
  }

  private void undo(int[] path) {
    Arrays.stream(path).forEach(r -> matched[r] = matchedBefore[r]);
  }

  private int gain(int[] path) {
    int gain = 0;
    for (int r : path) {
      gain += (matchedAfter[r] >= 0 ? 1 : 0) - (matchedBefore[r] >= 0 ? 1 : 0);
    }
    return gain;
  }

  /** Takes a path back if nobody blocks without it. */
  private boolean takeBackIfNeedless(int[] path) {
    undo(path);
    if (Stability.holds(preferences, matched)) {
      return true;
    }
    Arrays.stream(path).forEach(r -> matched[r] = matchedAfter[r]);
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
        if (matchedBefore[r] != matchedAfter[r] && !seen[r] && (cycles || !isFollower[r])) {
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
    int[] entering = new int[preferences.hospitals()];
    Arrays.fill(entering, -1);
    int[] nextEntering = new int[matchedBefore.length];
    for (int r = matchedBefore.length - 1; r >= 0; r--) {
      if (matchedBefore[r] != matchedAfter[r] && matchedAfter[r] >= 0) {
        nextEntering[r] = entering[preferences.hospital[matchedAfter[r]]];
        entering[preferences.hospital[matchedAfter[r]]] = r;
      }
    }
    int[] follower = new int[matchedBefore.length];
    Arrays.fill(follower, -1);
    for (int r = 0; r < matchedBefore.length; r++) {
      if (matchedBefore[r] != matchedAfter[r] && matchedBefore[r] >= 0) {
        int h = preferences.hospital[matchedBefore[r]];
        follower[r] = entering[h];
        entering[h] = entering[h] < 0 ? -1 : nextEntering[entering[h]];
      }
    }
    return follower;
  }
}
