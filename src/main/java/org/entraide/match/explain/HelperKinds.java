package org.entraide.match.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.PeopleColumns;

/**
 * Groups helpers by all that decides at which filter one falls, except distance and earlier
 * introductions: what they offer, whether they are checked, their languages, whether their place is
 * known, and whether their group alone is full. There are few kinds of many helpers, so counting
 * kinds is counting helpers. May be asked by several threads.
 */
@SuppressWarnings("EnumOrdinal") // the order of the reasons is their meaning
final class HelperKinds {

  private record Kind(
      int offers, boolean checked, int languages, boolean placed, boolean groupFull) {
    Kind offering(int needs) {
      return new Kind(offers & needs, checked, languages, placed, groupFull);
    }
  }

  /** Helpers of one kind, and one of them. */
  private record Group(Kind kind, int example, int count) {}

  /** A question that many people have in common. */
  private record Question(int needs, int languages, boolean placed, int reason) {}

  private final PeopleColumns people;
  private final Pairing pairing;
  private final int checkedOnly;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Integer> example = new ArrayList<>();
  private final int[] kindOf;
  private final int[] count;
  private final Map<Integer, List<Group>> groups = new ConcurrentHashMap<>();
  private final Map<Question, Integer> counts = new ConcurrentHashMap<>();
  private final Map<Question, int[]> falls = new ConcurrentHashMap<>();

  HelperKinds(Pairing pairing, int[] helpers) {
    this.pairing = pairing;
    people = pairing.people();
    checkedOnly = NeedMask.mask(people.settings().checkedOnly());
    kindOf = new int[people.size()];
    Map<Kind, Integer> index = new HashMap<>();
    for (int h : helpers) {
      Kind kind =
          new Kind(
              people.offers(h),
              people.get(h).checked(),
              people.languageKind(h),
              pairing.sphere().knows(h),
              pairing.state().onlyGroupIsFull(h));
      Integer existing = index.putIfAbsent(kind, kinds.size());
      kindOf[h] = existing == null ? kinds.size() : existing;
      if (existing == null) {
        kinds.add(kind);
        example.add(h);
      }
    }
    count = new int[kinds.size()];
    for (int h : helpers) {
      count[kindOf[h]]++;
    }
  }

  /**
   * Returns where a helper falls for one need, given as a mask, that they offer: {@link
   * Reason#TOO_FAR} where only the distance remains to be checked, {@link OpenNeedReason#FULL}
   * where not even that. Earlier introductions are not known here.
   */
  OpenNeedReason fall(int person, int helper, int need) {
    return fall(person, kinds.get(kindOf[helper]), helper, need);
  }

  private OpenNeedReason fall(int person, Kind kind, int helper, int need) {
    if ((need & checkedOnly) != 0 && !kind.checked) {
      return OpenNeedReason.NOT_CHECKED;
    }
    if (!people.shareLanguage(person, helper)) {
      return OpenNeedReason.LANGUAGE;
    }
    if ((need & NeedMask.REMOTE) != 0) {
      return OpenNeedReason.FULL;
    }
    return kind.placed && pairing.sphere().knows(person)
        ? OpenNeedReason.TOO_FAR
        : OpenNeedReason.PLACE_UNKNOWN;
  }

  /** Counts by the ordinal of the {@link #fall} the helpers who offer one need. */
  int[] falls(int person, int need) {
    return falls.computeIfAbsent(
        question(person, need, 0),
        q -> {
          int[] counted = new int[OpenNeedReason.values().length];
          for (Group group : groups(need)) {
            counted[fall(person, group.kind, group.example, need).ordinal()] += group.count;
          }
          return counted;
        });
  }

  /** Counts the helpers who fall at one filter for at least one of the needs. */
  int count(int person, int needs, OpenNeedReason reason) {
    return counts.computeIfAbsent(
        question(person, needs, reason.ordinal()),
        q -> {
          int sum = 0;
          for (Group group : groups(needs)) {
            sum += falls(person, group.kind, group.example, needs, reason) ? group.count : 0;
          }
          return sum;
        });
  }

  /** Counts the helpers who are stopped by nothing but the limit of their group, for some needs. */
  int countOfFullGroups(int person, int needs) {
    int sum = 0;
    for (Group group : groups(needs)) {
      boolean full = group.kind.groupFull;
      sum +=
          full && falls(person, group.kind, group.example, needs, OpenNeedReason.FULL)
              ? group.count
              : 0;
    }
    return sum;
  }

  /** Returns the kinds that offer some of these needs, those alike in all that matters for them. */
  private List<Group> groups(int needs) {
    return groups.computeIfAbsent(
        needs,
        n -> {
          Map<Kind, Integer> index = new LinkedHashMap<>();
          int[] sums = new int[kinds.size()];
          int[] first = new int[kinds.size()];
          for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k).offering(needs);
            Integer existing = index.putIfAbsent(kind, index.size());
            int group = existing == null ? index.size() - 1 : existing;
            first[group] = sums[group] == 0 ? example.get(k) : first[group];
            sums[group] += count[k];
          }
          List<Group> list = new ArrayList<>();
          index.forEach((kind, group) -> list.add(new Group(kind, first[group], sums[group])));
          list.removeIf(group -> group.kind.offers == 0);
          return List.copyOf(list);
        });
  }

  /** Returns whether a helper falls at one filter for at least one of the needs. */
  boolean falls(int person, int helper, int needs, OpenNeedReason reason) {
    return falls(person, kinds.get(kindOf[helper]), helper, needs, reason);
  }

  private boolean falls(int person, Kind kind, int helper, int needs, OpenNeedReason reason) {
    for (int rest = needs & kind.offers; rest != 0; rest &= rest - 1) {
      if (fall(person, kind, helper, Integer.lowestOneBit(rest)) == reason) {
        return true;
      }
    }
    return false;
  }

  private Question question(int person, int needs, int reason) {
    return new Question(needs, people.languageKind(person), pairing.sphere().knows(person), reason);
  }
}
