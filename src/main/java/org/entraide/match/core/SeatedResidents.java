package org.entraide.match.core;

import java.util.Arrays;

/** Who sits in which hospital, so that somebody enters and leaves in constant time. */
final class SeatedResidents {

  private final int[] start;
  private final int[] size;
  private final int[] resident;
  private final int[] seat;

  SeatedResidents(Preferences preferences) {
    int hospitals = preferences.hospitals();
    int[] degree = new int[hospitals];
    for (int h : preferences.hospital) {
      degree[h]++;
    }
    start = new int[hospitals + 1];
    for (int h = 0; h < hospitals; h++) {
      start[h + 1] = start[h] + Math.min(degree[h], preferences.capacity[h]);
    }
    size = new int[hospitals];
    resident = new int[start[hospitals]];
    seat = new int[preferences.residents()];
    Arrays.fill(seat, -1);
  }

  /** Returns how many sit there. */
  int size(int h) {
    return size[h];
  }

  /** Returns the resident at a seat, from 0 to {@link #size}. */
  int resident(int h, int i) {
    return resident[start[h] + i];
  }

  void enter(int h, int r) {
    seat[r] = size[h]++;
    resident[start[h] + seat[r]] = r;
  }

  void leave(int h, int r) {
    int last = resident[start[h] + --size[h]];
    resident[start[h] + seat[r]] = last;
    seat[last] = seat[r];
    seat[r] = -1;
  }
}
