package org.entraide.plan.introduce;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.jspecify.annotations.Nullable;

/**
 * Which letters that nobody sent are taken back because what they were written for is over: their
 * need is met by another introduction, their helper is no longer marked as checked, or an outcome
 * was corrected and their helper has no place any more. Pure.
 *
 * @param reasons by introduction, why it is withdrawn
 * @param doubtful introductions whose helper lacks the tick, where a whole column of ticks may have
 *     been emptied: until it is there again they stay, and say so
 * @param reckoned introductions that are standing again by a corrected outcome. Room was made for
 *     them once; no other draft is taken back for them later, also where their helper's capacity
 *     changes
 */
public record DraftRecall(
    Map<String, IntroductionFlag> reasons, Set<String> doubtful, Set<String> reckoned) {

  /** So many drafts are taken back for ticks that are gone, also where no tick is left. */
  private static final int FEW = 3;

  private static final Comparator<Introduction> LATEST_FIRST =
      Comparator.comparing(Introduction::begunAt).thenComparing(Introduction::ref).reversed();

  public DraftRecall {
    reasons = Map.copyOf(reasons);
    doubtful = Set.copyOf(doubtful);
    reckoned = Set.copyOf(reckoned);
  }

  /**
   * Works it out.
   *
   * @param introductions between people as they are called now
   * @param people by reference
   */
  public static DraftRecall of(
      Collection<Introduction> introductions,
      Map<String, LocatedPerson> people,
      WishesForAnother wishesForAnother,
      MatchingInput.Terms terms) {
    Map<String, IntroductionFlag> reasons = new HashMap<>();
    Set<String> unchecked = new HashSet<>();
    Set<String> doubtful = new HashSet<>();
    for (Introduction i : introductions) {
      if (isUnsent(i) && isMetOtherwise(i, introductions, wishesForAnother)) {
        reasons.put(i.ref(), IntroductionFlag.NEED_CLOSED);
      } else if ((isUnsent(i) || isAccepted(i)) && lacksTick(i, people, terms)) {
        (i.has(IntroductionFlag.TICK_IN_DOUBT) ? doubtful : unchecked).add(i.ref());
      }
    }
    boolean emptied =
        unchecked.size() > FEW
            && people.values().stream().noneMatch(s -> s.instructions().ticked());
    if (emptied) {
      doubtful.addAll(unchecked);
    } else {
      unchecked.forEach(ref -> reasons.put(ref, IntroductionFlag.UNCHECKED));
    }
    Set<String> reckoned = withoutPlace(introductions, people, terms, reasons);
    return new DraftRecall(reasons, doubtful, reckoned);
  }

  /** One whose draft is there under a known name, or is not asked for yet. */
  private static boolean isUnsent(Introduction i) {
    return (i.state() == State.DRAFTED && i.draftId() != null) || LifeCycle.isUntried(i);
  }

  private static boolean isAccepted(Introduction i) {
    return UnsentLetter.isAccepted(i) && i.draftId() != null;
  }

  /** An introduction that an organiser asked for instead of another does not replace that one. */
  private static boolean isMetOtherwise(
      Introduction i, Collection<Introduction> introductions, WishesForAnother wishesForAnother) {
    Set<Category> met = EnumSet.noneOf(Category.class);
    introductions.stream()
        .filter(other -> other.person().equals(i.person()) && !other.ref().equals(i.ref()))
        .filter(other -> other.state().closesNeeds())
        .filter(other -> !i.insteadOf().contains(other.ref()))
        .filter(other -> !wishesForAnother.released().contains(other.ref()))
        .forEach(other -> met.addAll(other.needs()));
    return !i.needs().isEmpty() && met.containsAll(i.needs());
  }

  /** A pin overrides that a helper is to be checked. */
  private static boolean lacksTick(
      Introduction i, Map<String, LocatedPerson> people, MatchingInput.Terms terms) {
    LocatedPerson helper = people.get(i.helper());
    return helper != null
        && !helper.instructions().ticked()
        && i.needs().stream().anyMatch(terms.settings().checkedOnly()::contains)
        && !isPinned(i, people);
  }

  private static boolean isPinned(Introduction i, Map<String, LocatedPerson> people) {
    return i.has(IntroductionFlag.PINNED)
        || asksFor(people.get(i.person()), i.helper())
        || asksFor(people.get(i.helper()), i.person());
  }

  private static boolean asksFor(@Nullable LocatedPerson one, String other) {
    return one != null && one.instructions().with().contains(other);
  }

  /**
   * The latest drafts of a helper who helps more people than they want by a corrected outcome.
   *
   * @return of {@link #reckoned}
   */
  private static Set<String> withoutPlace(
      Collection<Introduction> introductions,
      Map<String, LocatedPerson> people,
      MatchingInput.Terms terms,
      Map<String, IntroductionFlag> reasons) {
    Set<String> reckoned = new HashSet<>();
    for (Introduction again : introductions) {
      LocatedPerson helper = people.get(again.helper());
      // one whose draft is not known may be discarded in the end
      boolean isStanding = again.state().holdsCapacity() && !LifeCycle.needsLookingFor(again);
      if (helper != null && isStanding && again.has(IntroductionFlag.STANDS_AGAIN)) {
        List<Introduction> live =
            introductions.stream()
                .filter(i -> i.helper().equals(again.helper()) && i.state().holdsCapacity())
                .filter(i -> !reasons.containsKey(i.ref()))
                .toList();
        live.stream()
            .filter(i -> isUnsent(i) && !i.has(IntroductionFlag.EDITED) && !isPinned(i, people))
            .filter(i -> i.begunAt().isAfter(again.begunAt()))
            .sorted(LATEST_FIRST)
            .limit(Math.max(0, live.size() - MatchingInput.capacity(helper, terms)))
            .forEach(i -> reasons.put(i.ref(), IntroductionFlag.NO_PLACE));
        if (live.stream().noneMatch(LifeCycle::needsLookingFor)) {
          reckoned.add(again.ref());
        }
      }
    }
    return reckoned;
  }
}
