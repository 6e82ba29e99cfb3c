package org.entraide.match.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Participant;

/** Who can talk with whom. Sets of languages are bit sets in one flat array. */
final class SharedLanguages {

  private final int words;
  private final long[] bits;
  private final boolean[] namedAny;
  private final int[] kind;

  SharedLanguages(List<Participant> people) {
    Map<String, Integer> ids = new HashMap<>();
    for (Participant person : people) {
      person.languages().forEach(language -> ids.putIfAbsent(language, ids.size()));
    }
    words = (ids.size() + Long.SIZE - 1) / Long.SIZE;
    bits = new long[Math.multiplyExact(words, people.size())];
    namedAny = new boolean[people.size()];
    kind = new int[people.size()];
    Map<Set<String>, Integer> kinds = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      kind[i] = kindOf(kinds, people.get(i).languages());
      for (String language : people.get(i).languages()) {
        int id = ids.getOrDefault(language, 0);
        bits[i * words + id / Long.SIZE] |= 1L << (id % Long.SIZE);
        namedAny[i] = true;
      }
    }
  }

  private static int kindOf(Map<Set<String>, Integer> kinds, Set<String> set) {
    Integer existing = kinds.putIfAbsent(set, kinds.size());
    return existing == null ? kinds.size() - 1 : existing;
  }

  /** Returns a small number that is the same for people who named the same languages. */
  int kind(int one) {
    return kind[one];
  }

  /**
   * Returns 64 bits such that two people who share a language, or one of whom did not name any,
   * have a bit in common. The reverse does not hold where there are many languages.
   */
  long sketch(int one) {
    if (!namedAny[one]) {
      return -1;
    }
    long sketch = 0;
    for (int word = 0; word < words; word++) {
      sketch |= bits[one * words + word];
    }
    return sketch;
  }

  /** Returns whether two people have a common language, or one of them did not name any. */
  boolean areShared(int one, int other) {
    if (!namedAny[one] || !namedAny[other]) {
      return true;
    }
    for (int word = 0; word < words; word++) {
      if ((bits[one * words + word] & bits[other * words + word]) != 0) {
        return true;
      }
    }
    return false;
  }
}
