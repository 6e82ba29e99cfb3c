package org.entraide.campaign.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.DelegateChoice;
import org.entraide.plan.introduce.DraftChoice;
import org.entraide.plan.introduce.HoldBackEnd;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.letter.Letter;

/**
 * Plans questions to people whose answer lacks something: which are begun, and whose draft is
 * needless by now. Their drafts are made and deleted with those of introductions.
 */
final class QuestionPlanner {

  private final Situation situation;
  private final Participants participants;
  private final QuestionTexts writing;
  private final DelegateChoice delegates;
  private final ToIntFunction<String> waiting;
  private final ToIntFunction<String> room;
  private final Instant now;
  private final QuestionRule ruleAsRead;

  /**
   * @param waiting how many follow-ups wait among a delegate's drafts
   * @param room how many drafts a mailbox takes now
   */
  QuestionPlanner(
      Situation situation,
      QuestionTexts writing,
      DelegateChoice delegates,
      ToIntFunction<String> waiting,
      ToIntFunction<String> room) {
    this.situation = situation;
    this.participants = Participants.of(situation);
    this.writing = writing;
    this.delegates = delegates;
    this.waiting = waiting;
    this.room = room;
    this.now = situation.observation().now();
    this.ruleAsRead = rule(situation.introductions().values());
  }

  /** Whom to ask what, with these introductions. */
  QuestionRule rule(Collection<Introduction> introductions) {
    return situation.observation().questionRule(introductions);
  }

  /**
   * A question as it is now: withdrawn where nobody is to send it any more, and in a mailbox that
   * the campaign has. One that was sent stays so.
   */
  Introduction updated(Introduction question) {
    // where a delegate rang and noted the outcome, the letter is not needed any more
    Introduction i = UnsentLetter.takenBack(UnsentLetter.needed(question, false));
    boolean hasDraft = i.state() == State.DRAFTED && i.draftId() != null;
    if (!hasDraft && !LifeCycle.isUntried(i)) {
      return i; // it was sent, or what may be there is looked for first
    }
    if (participants.hasWithdrawn(i)) {
      return i.withState(State.WITHDRAWN);
    }
    if (ruleAsRead.isOver(i, situation.people())) {
      return i.with(i.correspondence().with(IntroductionFlag.QUESTION_OVER))
          .withState(State.WITHDRAWN);
    }
    if (isGivenUp(i)) {
      return i.withState(State.DISCARDED);
    }
    boolean elsewhere = i.state() == State.PREPARING && !delegates.all().contains(i.mailbox());
    return elsewhere
        ? i.inMailbox(
            delegates.forPerson(
                situation.people().get(participants.interpretation().nowCalled(i.person()))))
        : i;
  }

  /** Whether Gmail refused a draft that nobody asks for again, as questions are switched off. */
  private boolean isGivenUp(Introduction question) {
    return !situation.observation().settings().questionDrafts()
        && question.state() == State.PREPARING
        && question.has(IntroductionFlag.UNFIT)
        && !now.isBefore(question.begunAt().plus(IntroductionPlanner.CORRECTED_WITHIN));
  }

  /**
   * The questions that are begun: those that are due, the longest waiting first, as long as a
   * delegate has few enough drafts to read.
   *
   * @param introductions as they are with those that this pass begins, which come first
   */
  List<Introduction> begin(Collection<Introduction> introductions) {
    if (!situation.observation().settings().questionDrafts() || !writing.canBeWritten()) {
      return List.of();
    }
    QuestionRule rule = rule(introductions);
    HoldBackEnd holdBack = situation.observation().holdBackEnd();
    Map<LocatedPerson, Instant> due = new HashMap<>();
    for (LocatedPerson located : situation.people().values()) {
      rule.due(located, holdBack)
          .filter(at -> !now.isBefore(at))
          .ifPresent(at -> due.put(located, at));
    }
    List<LocatedPerson> oldestFirst =
        due.keySet().stream()
            .sorted(
                Comparator.<LocatedPerson, Instant>comparing(due::get)
                    .thenComparing(LocatedPerson::ref))
            .toList();
    return beginWithinRoom(oldestFirst, rule, introductions);
  }

  private List<Introduction> beginWithinRoom(
      List<LocatedPerson> people, QuestionRule rule, Collection<Introduction> introductions) {
    Map<String, Integer> places = new HashMap<>(); // that are left, by mailbox
    List<Introduction> begun = new ArrayList<>();
    for (LocatedPerson located : people) {
      String mailbox = delegates.forPlace(located.place());
      int roomLeft = places.computeIfAbsent(mailbox, address -> roomFor(address, introductions));
      if (roomLeft > 0 && !situation.unreachable().contains(mailbox)) {
        places.put(mailbox, roomLeft - 1);
        begun.add(
            Introduction.begun(
                    rule.next(located.ref()), located.ref(), "", Set.of(), null, mailbox, now)
                .insteadOf(QuestionRule.answer(located).map(Set::of).orElse(Set.of())));
      }
    }
    return begun;
  }

  private int roomFor(String mailbox, Collection<Introduction> introductions) {
    int most = situation.observation().settings().maxWaitingDrafts();
    long begun =
        introductions.stream()
            .filter(i -> i.mailbox().equals(mailbox))
            .filter(i -> !situation.introductions().containsKey(i.ref()))
            .count();
    int taken = DraftChoice.waiting(mailbox, introductions) + waiting.applyAsInt(mailbox);
    return Math.min(
        DraftChoice.roomForQuestions(mailbox, introductions, taken, most),
        room.applyAsInt(mailbox) - (int) begun);
  }

  /**
   * The letter of a question; nothing while questions are switched off or a row is gone.
   *
   * @param rule of all introductions, those of this pass among them
   */
  Optional<Letter> letter(Introduction question, QuestionRule rule) {
    return situation.observation().settings().questionDrafts()
        ? writing.ask(question, rule)
        : Optional.empty();
  }
}
