package org.entraide.match.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;

/**
 * How many helpers, near or not, offer some remote needs and have only people of a better priority
 * rank than somebody: {@link FinalAssignments#isFair} counted by groups, where no distance comes
 * in. May be asked by several threads.
 */
final class OutrankedCounts {

  private record Group(int remote, int languages) {}

  private record Question(int needs, int languages, BitSet rounds, int priorityRank) {}

  private final Pairing pairing;
  private final FinalAssignments held;
  private final List<Group> groups = new ArrayList<>();
  private final List<int[]> members = new ArrayList<>();

  /** For each set of rounds the sorted worst priority ranks of each group. */
  private final Map<BitSet, List<int[]>> worst = new ConcurrentHashMap<>();

  private final Map<BitSet, int[]> worstOf = new ConcurrentHashMap<>();

  private final Map<Question, Integer> answers = new ConcurrentHashMap<>();

  OutrankedCounts(Pairing pairing, FinalAssignments held, int[] helpers) {
    this.pairing = pairing;
    this.held = held;
    Map<Group, int[]> sizes = new HashMap<>();
    for (int h : helpers) {
      sizes.computeIfAbsent(group(h), g -> new int[2])[0]++;
    }
    sizes.forEach(
        (group, size) -> {
          size[1] = groups.size();
          groups.add(group);
          members.add(new int[size[0]]);
          size[0] = 0;
        });
    for (int h : helpers) {
      int[] size = sizes.getOrDefault(group(h), new int[2]);
      members.get(size[1])[size[0]++] = h;
    }
  }

  private Group group(int helper) {
    return new Group(
        pairing.usableOffers(helper) & NeedMask.REMOTE, pairing.people().languageKind(helper));
  }

  /**
   * Counts the helpers who offer some of the remote needs, share a language with the person and
   * have places, each held by somebody of a better priority rank.
   */
  int count(int person, int needs) {
    BitSet rounds = held.rounds(person);
    Question question =
        new Question(
            needs, pairing.people().languageKind(person), rounds, pairing.priorityRank(person));
    return answers.computeIfAbsent(question, q -> count(person, needs, rounds));
  }

  private int count(int person, int needs, BitSet rounds) {
    List<int[]> sorted = worst.computeIfAbsent(rounds, r -> sorted(worst(person)));
    int sum = 0;
    for (int g = 0; g < sorted.size(); g++) {
      if ((groups.get(g).remote & needs) != 0
          && pairing.people().shareLanguage(person, members.get(g)[0])) {
        int at = Arrays.binarySearch(sorted.get(g), pairing.priorityRank(person));
        while (at > 0 && sorted.get(g)[at - 1] == pairing.priorityRank(person)) {
          at--;
        }
        sum += at < 0 ? -at - 1 : at;
      }
    }
    return sum;
  }

  private List<int[]> sorted(int[] worstOfHelper) {
    return members.stream()
        .map(all -> Arrays.stream(all).map(h -> worstOfHelper[h]).sorted().toArray())
        .toList();
  }

  /**
   * Returns by helper the {@link FinalAssignments#worstPriorityRank} for a person; not to be
   * changed.
   */
  int[] worst(int person) {
    return worstOf.computeIfAbsent(
        held.rounds(person),
        rounds ->
            IntStream.range(0, pairing.size())
                .map(h -> held.worstPriorityRank(h, rounds))
                .toArray());
  }
}
