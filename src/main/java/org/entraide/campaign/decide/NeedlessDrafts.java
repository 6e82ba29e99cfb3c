package org.entraide.campaign.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.text.Message;

/**
 * Finds second drafts: for a pair that has a letter, or for needs that are under way with another
 * helper. They arise where two answers had a letter each before an organiser said that one person
 * gave both, or where a draft comes back that counted as discarded. Pure.
 *
 * @param messages what is to be said of each, by its reference
 */
record NeedlessDrafts(Map<String, Message> messages) {

  /** A letter that bounced reached nobody: another draft for the same need is wanted. */
  private static final Set<State> UNDER_WAY = EnumSet.of(State.DRAFTED, State.SENT, State.ACCEPTED);

  /** The first stays: a letter that went out, else the older draft. */
  private static final Comparator<Introduction> FIRST_FIRST =
      Comparator.comparing((Introduction i) -> i.state() == State.DRAFTED)
          .thenComparing(Introduction::begunAt)
          .thenComparing(Introduction::ref);

  /**
   * @param introductions between people as they are called now
   */
  static NeedlessDrafts of(Collection<Introduction> introductions) {
    Map<List<String>, Introduction> pairs = new HashMap<>();
    Map<String, List<Introduction>> underWay = new HashMap<>(); // by the person who needs
    Map<String, Message> messages = new HashMap<>();
    for (Introduction i :
        introductions.stream()
            .filter(it -> it.state().holdsCapacity())
            .sorted(FIRST_FIRST)
            .toList()) {
      Introduction same = pairs.putIfAbsent(List.of(i.person(), i.helper()), i);
      List<Introduction> underWayForPerson =
          underWay.computeIfAbsent(i.person(), ref -> new ArrayList<>());
      Optional<Message> needless = Optional.empty();
      if (isWaiting(i)) {
        needless =
            same != null && !same.ref().equals(i.ref())
                ? Optional.of(about("task.fix.twice", same))
                : covered(i, underWayForPerson).map(it -> about("task.fix.twice.need", it));
      }
      needless.ifPresent(it -> messages.put(i.ref(), it));
      if (needless.isEmpty() && isSurelyUnderWay(i)) {
        underWayForPerson.add(i);
      }
    }
    return new NeedlessDrafts(Map.copyOf(messages));
  }

  private static Message about(String key, Introduction other) {
    return Message.of(key).with("other", other.ref());
  }

  /** A draft that was thrown away counts as discarded a little later. */
  static boolean isWaiting(Introduction i) {
    return i.state() == State.DRAFTED && i.missingSince() == null;
  }

  /** One made by hand may be beside a draft on purpose. */
  private static boolean isSurelyUnderWay(Introduction i) {
    return UNDER_WAY.contains(i.state())
        && i.missingSince() == null
        && !i.has(IntroductionFlag.BY_HAND);
  }

  /**
   * The first that covers a need of a draft, where all its needs are covered. One that answers
   * Autre proposition / Another match was asked for beside the earlier one.
   */
  private static Optional<Introduction> covered(
      Introduction draft, List<Introduction> underWayForPerson) {
    EnumSet<Category> uncovered = EnumSet.noneOf(Category.class);
    uncovered.addAll(draft.needs());
    underWayForPerson.forEach(it -> uncovered.removeAll(it.needs()));
    return uncovered.isEmpty() && draft.insteadOf().isEmpty()
        ? underWayForPerson.stream()
            .filter(it -> it.needs().stream().anyMatch(draft.needs()::contains))
            .filter(it -> !it.ref().equals(draft.ref()))
            .findFirst()
        : Optional.empty();
  }

  Optional<Message> message(Introduction i) {
    return Optional.ofNullable(messages.get(i.ref()));
  }
}
