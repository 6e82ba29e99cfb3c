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
 * @param groupOf by hospital, -1 for none; empty where there are no groups
 */
@NullMarked
@SuppressWarnings("ArrayRecordComponent")
public record TinyInstance(
    int[][] residentRanks,
    int[][] hospitalRanks,
    int[] capacities,
    int[] groupOf,
    int[] groupCapacities) {

  private static final int[] NONE = {};

  /** One without groups. */
  public TinyInstance(int[][] residentRanks, int[][] hospitalRanks, int[] capacities) {
    this(residentRanks, hospitalRanks, capacities, NONE, NONE);
  }

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

  /**
   * One in which stable matchings often differ in size: everybody lists up to three others, many of
   * them tied on both sides, and there is one place each. The promotion algorithm finds less than
   * the largest in about seven of a hundred.
   */
  public static TinyInstance contested(Random random) {
    int size = 6 + random.nextInt(3);
    int[][] ofResidents = new int[size][size];
    int[][] ofHospitals = new int[size][size];
    int[] one = new int[size];
    Arrays.fill(one, 1);
    for (int r = 0; r < size; r++) {
      Arrays.fill(ofResidents[r], -1);
      for (int entry = 0; entry < 3; entry++) {
        ofResidents[r][random.nextInt(size)] = random.nextInt(3) == 0 ? 1 : 0;
      }
      for (int h = 0; h < size; h++) {
        ofHospitals[h][r] = random.nextInt(2);
      }
    }
    return new TinyInstance(ofResidents, ofHospitals, one);
  }

  /** Up to three groups whose capacity is chance. */
  public static TinyInstance randomWithGroups(Random random) {
    TinyInstance plain = random(random);
    int[] groupOf = groups(plain.capacities.length, 1 + random.nextInt(3), random);
    int[] places = plain.capacities.clone();
    for (int h = 0; h < places.length; h++) {
      places[h] += random.nextInt(2);
    }
    int[] capacities = random.ints(3, 0, 4).toArray();
    return new TinyInstance(
        plain.residentRanks, sameInGroups(plain, groupOf), places, groupOf, capacities);
  }

  /**
   * An instance such as {@link #contested} makes, with groups that have a place less than their
   * hospitals, or as many.
   */
  public static TinyInstance contestedWithGroups(Random random) {
    TinyInstance plain = contested(random);
    int[] groupOf = groups(plain.capacities.length, 2 + random.nextInt(2), random);
    int[] places = plain.capacities.clone();
    int[] capacities = new int[3];
    for (int h = 0; h < places.length; h++) {
      places[h] += random.nextInt(5) == 0 ? 1 : 0;
      if (groupOf[h] >= 0) {
        capacities[groupOf[h]] += places[h];
      }
    }
    for (int g = 0; g < capacities.length; g++) {
      capacities[g] = Math.max(1, capacities[g] - random.nextInt(2));
    }
    return new TinyInstance(
        plain.residentRanks, sameInGroups(plain, groupOf), places, groupOf, capacities);
  }

  private static int[] groups(int hospitals, int groups, Random random) {
    int[] groupOf = new int[hospitals];
    Arrays.setAll(groupOf, h -> random.nextInt(5) == 0 ? -1 : random.nextInt(groups));
    return groupOf;
  }

  /** Returns the ranks of hospitals where those of a group have one list. */
  private static int[][] sameInGroups(TinyInstance plain, int[] groupOf) {
    int[][] ranks = plain.hospitalRanks.clone();
    for (int h = 0; h < ranks.length; h++) {
      for (int other = 0; other < h; other++) {
        if (groupOf[h] >= 0 && groupOf[other] == groupOf[h]) {
          ranks[h] = ranks[other];
        }
      }
    }
    return ranks;
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
    Preferences preferences =
        Preferences.ofPairs(
            residentRanks.length,
            column(pairs, 0),
            column(pairs, 1),
            column(pairs, 2),
            column(pairs, 3),
            capacities);
    return groupOf.length == 0 ? preferences : preferences.withGroups(groupOf, groupCapacities);
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
    return keepsGroups(matched);
  }

  private boolean keepsGroups(int[] matched) {
    for (int g = 0; g < groupCapacities.length; g++) {
      if (inGroup(g, matched) > groupCapacities[g]) {
        return false;
      }
    }
    return true;
  }

  private int inGroup(int g, int[] matched) {
    int count = 0;
    for (int h : matched) {
      count += h >= 0 && groupOf[h] == g ? 1 : 0;
    }
    return count;
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
    return taken < capacities[h] ? groupTakes(h, r, matched) : likesBetter;
  }

  private boolean groupTakes(int h, int r, int[] matched) {
    int g = groupOf.length == 0 ? -1 : groupOf[h];
    if (g < 0 || inGroup(g, matched) < groupCapacities[g]) {
      return true;
    }
    boolean likesBetter = false;
    for (int other = 0; other < matched.length; other++) {
      likesBetter |=
          matched[other] >= 0
              && groupOf[matched[other]] == g
              && (other == r || hospitalRanks[h][r] < hospitalRanks[h][other]);
    }
    return likesBetter;
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
    return largestFrom(0, matched, capacities.clone(), stable, -1);
  }

  /**
   * @param least nothing is looked for that is not larger
   * @return the largest size, or the least one
   */
  private int largestFrom(int r, int[] matched, int[] room, boolean stable, int least) {
    if (size(matched) + matched.length - r <= least) {
      return least;
    }
    if (r == matched.length) {
      return isFeasible(matched) && (!stable || blockingPairs(matched) == 0)
          ? size(matched)
          : least;
    }
    int best = least;
    for (int h = 0; h < room.length; h++) {
      matched[r] = residentRanks[r][h] >= 0 && room[h] > 0 ? h : -1;
      if (matched[r] >= 0 && keepsGroups(matched)) {
        room[h]--;
        best = largestFrom(r + 1, matched, room, stable, best);
        room[h]++;
      }
    }
    matched[r] = -1;
    return largestFrom(r + 1, matched, room, stable, best);
  }
}
