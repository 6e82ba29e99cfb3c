package org.entraide.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StableMatching;
import org.jspecify.annotations.NullMarked;

/**
 * A hospitals/residents instance small enough to look at every matching.
 *
 * @param residentRanks by resident and hospital; -1: not acceptable
 * @param hospitalRanks by hospital and resident
 */
@NullMarked
@SuppressWarnings("ArrayRecordComponent")
public record TinyInstance(int[][] residentRanks, int[][] hospitalRanks, int[] capacities) {

  /** Up to 6 residents and 5 hospitals, from strict lists to all tied. */
  public static TinyInstance random(Random random) {
    int residents = random.nextInt(2 + random.nextInt(6));
    int hospitals = random.nextInt(2 + random.nextInt(5));
    int grades = 1 + random.nextInt(4);
    double density = 0.2 + 0.8 * random.nextDouble();
    int[][] ofResidents = new int[residents][hospitals];
    int[][] ofHospitals = new int[hospitals][residents];
    int[] capacities = new int[hospitals];
    for (int h = 0; h < hospitals; h++) {
      capacities[h] = random.nextInt(4) == 0 ? random.nextInt(3) : 1;
      for (int r = 0; r < residents; r++) {
        ofResidents[r][h] = random.nextDouble() < density ? random.nextInt(grades) : -1;
        ofHospitals[h][r] = random.nextInt(grades);
      }
    }
    return new TinyInstance(ofResidents, ofHospitals, capacities);
  }

  /** Returns the hospital of each resident, or -1. */
  public int[] solve(int levels) {
    Preferences preferences = preferences();
    return hospitals(preferences, StableMatching.solve(preferences, levels));
  }

  public static int[] hospitals(Preferences preferences, int[] edges) {
    return Arrays.stream(edges).map(e -> e < 0 ? -1 : preferences.hospitalOf(e)).toArray();
  }

  public Preferences preferences() {
    List<int[]> pairs = new ArrayList<>();
    for (int r = 0; r < residentRanks.length; r++) {
      for (int h = 0; h < capacities.length; h++) {
        if (residentRanks[r][h] >= 0) {
          pairs.add(new int[] {r, h, residentRanks[r][h], hospitalRanks[h][r]});
        }
      }
    }
    return Preferences.ofPairs(
        residentRanks.length,
        column(pairs, 0),
        column(pairs, 1),
        column(pairs, 2),
        column(pairs, 3),
        capacities);
  }

  private static int[] column(List<int[]> pairs, int column) {
    return pairs.stream().mapToInt(pair -> pair[column]).toArray();
  }

  public static int size(int[] matched) {
    return (int) Arrays.stream(matched).filter(h -> h >= 0).count();
  }

  public boolean isFeasible(int[] matched) {
    int[] taken = new int[capacities.length];
    for (int r = 0; r < matched.length; r++) {
      int h = matched[r];
      if (h >= 0 && (residentRanks[r][h] < 0 || ++taken[h] > capacities[h])) {
        return false;
      }
    }
    return true;
  }

  public int blockingPairs(int[] matched) {
    int count = 0;
    for (int r = 0; r < residentRanks.length; r++) {
      for (int h = 0; h < capacities.length; h++) {
        if (residentRanks[r][h] >= 0 && wants(r, h, matched) && takes(h, r, matched)) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean wants(int r, int h, int[] matched) {
    return matched[r] < 0 || residentRanks[r][h] < residentRanks[r][matched[r]];
  }

  private boolean takes(int h, int r, int[] matched) {
    int taken = 0;
    boolean likesBetter = false;
    for (int other = 0; other < matched.length; other++) {
      if (matched[other] == h) {
        taken++;
        likesBetter |= hospitalRanks[h][r] < hospitalRanks[h][other];
      }
    }
    return taken < capacities[h] || likesBetter;
  }

  /** Returns the size of the largest weakly stable matching, by looking at all matchings. */
  public int largestStable() {
    return largest(true);
  }

  /** Returns the size of the largest matching, stable or not, by looking at all matchings. */
  public int largest() {
    return largest(false);
  }

  private int largest(boolean stable) {
    int[] matched = new int[residentRanks.length];
    Arrays.fill(matched, -1);
    return largestFrom(0, matched, capacities.clone(), stable);
  }

  private int largestFrom(int r, int[] matched, int[] room, boolean stable) {
    if (r == matched.length) {
      return !stable || blockingPairs(matched) == 0 ? size(matched) : -1;
    }
    int best = largestFrom(r + 1, matched, room, stable);
    for (int h = 0; h < room.length; h++) {
      if (residentRanks[r][h] >= 0 && room[h] > 0) {
        matched[r] = h;
        room[h]--;
        best = Math.max(best, largestFrom(r + 1, matched, room, stable));
        room[h]++;
        matched[r] = -1;
      }
    }
    return best;
  }
}
