package org.entraide.campaign.decide;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.MailCursor;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.WithdrawalRule;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.Status;

/**
 * Who is there.
 *
 * @param people by reference
 * @param withdrawn people whose row is gone for good
 * @param cursors the positions of the mailboxes' histories
 * @param erased whose references are not given again
 */
record Participants(
    Interpretation interpretation,
    Map<String, LocatedPerson> people,
    Map<String, Instant> firstAnswers,
    Set<String> withdrawn,
    Map<String, MailCursor> cursors,
    ErasedPeople erased) {

  /** The people of a situation; of somebody barred nobody waits for the row to come back. */
  static Participants of(Situation situation) {
    Observation observation = situation.observation();
    Set<String> withdrawn = new HashSet<>(observation.interpretation().barred());
    withdrawn.addAll(observation.absences().withdrawn());
    return new Participants(
        observation.interpretation(),
        situation.people(),
        observation.firstAnswers(),
        withdrawn,
        observation.mail().cursors(),
        observation.memory().erased());
  }

  /** Somebody by a reference that they have or had; empty where their row is gone. */
  Optional<LocatedPerson> find(String ref) {
    return Optional.ofNullable(people.get(interpretation.nowCalled(ref)));
  }

  /** Whether the rows of both are there. */
  boolean areThere(Introduction i) {
    return find(i.person()).isPresent() && find(i.helper()).isPresent();
  }

  /**
   * Whether one of the two may not be matched now: paused, a minor, incomplete, or withdrawn; a row
   * that is gone may come back for a while.
   */
  boolean mayNotBeMatchedNow(Introduction i) {
    return Stream.of(i.person(), i.helper())
        .map(interpretation::nowCalled)
        .anyMatch(this::mayNotBeMatchedNow);
  }

  private boolean mayNotBeMatchedNow(String ref) {
    LocatedPerson located = people.get(ref);
    return located == null ? withdrawn.contains(ref) : !located.mayBeMatched();
  }

  /** Whether one of the two withdrew, or was withdrawn; a pause leaves drafts where they are. */
  boolean hasWithdrawn(Introduction i) {
    return Stream.of(i.person(), i.helper())
        .map(interpretation::nowCalled)
        .anyMatch(this::hasWithdrawn);
  }

  private boolean hasWithdrawn(String ref) {
    return WithdrawalRule.withdrawsUnsent(people.get(ref), withdrawn.contains(ref));
  }

  /**
   * Whether the helper would help if the letter was sent: they stay, and the other is not barred.
   */
  boolean mayBeHelping(Introduction i) {
    LocatedPerson person = people.get(interpretation.nowCalled(i.person()));
    return !hasWithdrawn(interpretation.nowCalled(i.helper()))
        && (person == null || !person.instructions().status().equals(Optional.of(Status.BARRED)));
  }

  /**
   * Whether the same two are introduced already, also by another daemon that did not know of this
   * one: of two that were both only begun, the first in the ledger goes on.
   */
  boolean areIntroducedTwice(Introduction i, Collection<Introduction> all) {
    Introduction thisPair = interpretation.now(i);
    boolean isEarlier = true;
    for (Introduction other : all) {
      if (other.ref().equals(i.ref())) {
        isEarlier = false;
      }
      if (other.ref().equals(i.ref()) || other.isQuestion()) {
        continue;
      }
      Introduction otherPair = interpretation.now(other);
      boolean isSamePair =
          otherPair.person().equals(thisPair.person())
              && otherPair.helper().equals(thisPair.helper());
      boolean isOnlyBegun = LifeCycle.isUntried(other);
      if (isSamePair && (isEarlier || !isOnlyBegun) && !other.has(IntroductionFlag.TWICE)) {
        return true;
      }
    }
    return false;
  }
}
