package org.entraide.match.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entraide.match.model.Participant;

/** Who shares a contact with whom; nearly everybody with nobody. */
final class SharedContacts {

  private static final int[] NONE = {};

  private final int[][] of;
  private final List<int[]> sharers = new ArrayList<>();

  SharedContacts(List<Participant> people) {
    of = new int[people.size()][];
    Map<String, List<Integer>> byContact = new HashMap<>();
    for (int i = 0; i < of.length; i++) {
      of[i] = NONE;
      for (String contact : people.get(i).contacts()) {
        byContact.computeIfAbsent(contact, c -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> sharing : byContact.values()) {
      if (sharing.size() > 1) {
        sharing.forEach(i -> of[i] = with(of[i], sharers.size()));
        sharers.add(sharing.stream().mapToInt(Integer::intValue).toArray());
      }
    }
  }

  private static int[] with(int[] some, int one) {
    return IntStream.concat(IntStream.of(some), IntStream.of(one)).toArray();
  }

  boolean areShared(int one, int other) {
    for (int contact : of[one]) {
      for (int another : of[other]) {
        if (contact == another) {
          return true;
        }
      }
    }
    return false;
  }

  /** Everybody who shares a contact with this one, in order, each once. */
  int[] sharersOf(int one) {
    return of[one].length == 0
        ? NONE
        : IntStream.of(of[one])
            .mapToObj(sharers::get)
            .flatMapToInt(IntStream::of)
            .filter(i -> i != one)
            .distinct()
            .sorted()
            .toArray();
  }
}
