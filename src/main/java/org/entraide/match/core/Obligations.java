package org.entraide.match.core;

/**
 * What a part of a market owes to the rest, which stays as it is: else somebody there would block.
 *
 * @param residents who must be matched, since somebody outside would take them
 * @param hospitals which must be full, since somebody outside would rather be there
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Obligations(boolean[] residents, boolean[] hospitals) {

  /** Those of a whole market: none. */
  static Obligations none(Preferences preferences) {
    return new Obligations(
        new boolean[preferences.residents()], new boolean[preferences.hospitals()]);
  }

  /** Returns how many residents and places these are. */
  int owed(Preferences preferences) {
    int owed = 0;
    for (boolean resident : residents) {
      owed += resident ? 1 : 0;
    }
    for (int h = 0; h < hospitals.length; h++) {
      owed += hospitals[h] ? preferences.capacity[h] : 0;
    }
    return owed;
  }

  /** Returns how much of it is kept by a resident who has a place there. */
  int kept(int resident, int hospital) {
    return (residents[resident] ? 1 : 0) + (hospitals[hospital] ? 1 : 0);
  }

  /** Returns whether a matching keeps them: the edge of each resident, or -1. */
  boolean areKept(Preferences preferences, int[] matched) {
    int owed = owed(preferences);
    for (int r = 0; r < matched.length; r++) {
      owed -= matched[r] < 0 ? 0 : kept(r, preferences.hospital[matched[r]]);
    }
    return owed == 0;
  }
}
