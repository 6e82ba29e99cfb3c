package org.entraide.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entraide.match.certify.BlockingPairs;
import org.entraide.match.core.Preferences;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.PeopleColumns;

/** What measurements need to see of this package. */
public final class Yardstick {

  private Yardstick() {}

  /**
   * An instance of hospitals/residents as plain arrays, shared with it.
   *
   * @param start where the edges of each resident begin, one entry more than there are residents;
   *     better hospitals come first
   * @param hospital of each edge
   * @param residentRank what the resident thinks of the hospital, by edge
   * @param hospitalRank what the hospital thinks of the resident, by edge
   * @param capacity of each hospital
   */
  @SuppressWarnings("ArrayRecordComponent") // a view, never compared
  public record Columns(
      int[] start, int[] hospital, int[] residentRank, int[] hospitalRank, int[] capacity) {}

  public static Columns columns(Preferences given) {
    return new Columns(
        given.start, given.hospital, given.residentRank, given.hospitalRank, given.capacity);
  }

  /**
   * Counts the pairs that block, over all acceptable ones, by the scan that every matching of the
   * matcher has to pass: as if somebody else's assignment were the first round.
   *
   * @param helperOf the helper of each person who got one, by reference
   */
  public static long blockingPairs(
      List<Participant> participants, MatchSettings settings, Map<String, String> helperOf) {
    PeopleColumns people = new PeopleColumns(participants, settings);
    int[] got = new int[people.size()];
    Arrays.fill(got, -1);
    helperOf.forEach((person, helper) -> got[people.indexOf(person)] = people.indexOf(helper));
    return new BlockingPairs(people, InitialState.of(people, List.of()).state())
        .scan(got, (person, helper) -> {});
  }
}
