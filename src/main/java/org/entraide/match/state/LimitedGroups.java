package org.entraide.match.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.match.model.Participant;

/**
 * The groups of helpers that have a limit, numbered from 0 by name. Groups without a limit are as
 * none.
 */
public final class LimitedGroups {

  private final int[] groupOf;
  private final int[] capacity;
  private final int[][] members;

  /**
   * @param capacities the limit of each group by name, at least 0
   */
  LimitedGroups(List<Participant> people, Map<String, Integer> capacities) {
    Map<String, Integer> index = new HashMap<>();
    capacity = new int[capacities.size()];
    new TreeMap<>(capacities)
        .forEach(
            (name, limit) -> {
              capacity[index.size()] = limit;
              index.put(name, index.size());
            });
    groupOf = new int[people.size()];
    int[] size = new int[capacity.length];
    for (int i = 0; i < groupOf.length; i++) {
      String name = people.get(i).group();
      groupOf[i] = name == null ? -1 : index.getOrDefault(name, -1);
      if (groupOf[i] >= 0) {
        size[groupOf[i]]++;
      }
    }
    members = Arrays.stream(size).mapToObj(int[]::new).toArray(int[][]::new);
    for (int i = groupOf.length - 1; i >= 0; i--) {
      if (groupOf[i] >= 0) {
        members[groupOf[i]][--size[groupOf[i]]] = i;
      }
    }
  }

  /** Returns how many there are. */
  public int count() {
    return capacity.length;
  }

  /** Returns the group of a helper, or -1. */
  public int of(int helper) {
    return groupOf[helper];
  }

  /** Returns the limit of a group, at least 0. */
  int capacity(int group) {
    return capacity[group];
  }

  /** Returns who belongs to a group, in order. */
  public int[] members(int group) {
    return members[group];
  }
}
