package org.entraide.campaign.decide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entraide.plan.introduce.DelegateChoice;
import org.entraide.plan.introduce.DraftRecall;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterFlag;
import org.entraide.plan.layout.LedgerRow;

/**
 * Looks at each introduction anew: withdraws it where its reason is over, and gives it to a
 * delegate of today while its draft was never tried.
 */
final class IntroductionReview {

  private final Situation situation;
  private final Participants participants;
  private final LetterTexts writing;
  private final DelegateChoice delegates;

  /**
   * @param delegates who writes to whom
   */
  IntroductionReview(
      Situation situation,
      Participants participants,
      LetterTexts writing,
      DelegateChoice delegates) {
    this.situation = situation;
    this.participants = participants;
    this.writing = writing;
    this.delegates = delegates;
  }

  /**
   * The introductions of earlier passes that change now: those whose people left meanwhile, or of
   * which {@link DraftRecall} says so, are withdrawn, and a draft is taken back whose outcome is
   * known already.
   *
   * @param question what a question is now
   */
  List<Introduction> changed(UnaryOperator<Introduction> question) {
    Map<String, Introduction> introductions = situation.introductions();
    List<Introduction> standing =
        introductions.values().stream()
            .filter(i -> !i.isQuestion())
            .map(i -> standing(i, introductions.values()))
            .toList();
    DraftRecall recall =
        DraftRecall.of(
            standing.stream().map(participants.interpretation()::now).toList(),
            situation.people(),
            situation.another(),
            situation.terms());
    return Stream.concat(
            standing.stream().map(i -> UnsentLetter.takenBack(recalled(followed(i), recall))),
            introductions.values().stream().filter(Introduction::isQuestion).map(question))
        .filter(i -> !i.equals(introductions.get(i.ref())))
        .toList();
  }

  /** A follow-up that was made is not to be sent to somebody who left, until they are back. */
  private Introduction followed(Introduction i) {
    boolean sent = i.state() == State.SENT || i.state() == State.BOUNCED;
    if (!sent || !i.has(LetterFlag.FOLLOW_UP_TRIED)) {
      return i;
    }
    return i.with(
        participants.withdrew(i)
            ? i.correspondence().with(LetterFlag.NOT_TO_FOLLOW)
            : i.correspondence().without(LetterFlag.NOT_TO_FOLLOW));
  }

  /** Withdraws an introduction whose reason is over; one that was accepted stays so. */
  private Introduction recalled(Introduction introduction, DraftRecall recall) {
    Introduction i = asked(introduction, recall);
    if (recall.reckoned().contains(i.ref())) {
      i = i.with(i.correspondence().without(LetterFlag.STANDS_AGAIN));
    }
    LetterFlag reason = recall.reasons().get(i.ref());
    if (i.state() == State.ACCEPTED) {
      return UnsentLetter.needed(i, reason == null && !participants.withdrew(i));
    }
    return reason == null || i.state() == State.WITHDRAWN
        ? i
        : i.with(i.correspondence().with(reason)).withState(State.WITHDRAWN);
  }

  /** Asks people about a tick that may be gone by mistake. */
  private static Introduction asked(Introduction i, DraftRecall recall) {
    return i.with(
        recall.doubtful().contains(i.ref())
            ? i.correspondence().with(LetterFlag.TICK_IN_DOUBT)
            : i.correspondence().without(LetterFlag.TICK_IN_DOUBT));
  }

  /**
   * Withdraws an introduction where somebody left; else, before its draft is made, sets the mailbox
   * of the draft.
   */
  Introduction standing(Introduction i, Collection<Introduction> all) {
    boolean untried = LifeCycle.isUntried(i);
    if (untried && participants.areIntroducedTwice(i, all)) {
      return i.with(i.correspondence().with(LetterFlag.TWICE)).withState(State.WITHDRAWN);
    }
    // one that is looked for may have been sent: it holds its helper's place until that is sure
    boolean held = LifeCycle.needsLookingFor(i) && participants.mayBeHelping(i);
    boolean leaving = i.state() == State.DRAFTED && participants.withdrew(i);
    if ((untried && participants.left(i)) || (leaving && !held)) {
      return UnsentLetter.left(i, false).withState(State.WITHDRAWN);
    }
    if (!untried || !participants.areThere(i)) {
      return UnsentLetter.left(i, leaving); // a row that is gone for now says nothing new
    }
    Introduction marked =
        i.with(
            writing.canBeWritten(i)
                ? i.correspondence().without(LetterFlag.TO_RING)
                : i.correspondence().with(LetterFlag.TO_RING));
    return inItsMailbox(marked);
  }

  /**
   * Introductions as they count among the drafts of a delegate. After a lost journal a draft is
   * looked for in every mailbox: until it is found it counts for whom the ledger names.
   */
  List<Introduction> whereTheyWait(Collection<Introduction> introductions) {
    Map<String, String> shown = LedgerRow.delegates(participants.interpretation().ledger());
    return introductions.stream()
        .map(i -> isLookedFor(i) ? i.in(shown.getOrDefault(i.ref(), "")) : inItsMailbox(i))
        .toList();
  }

  private boolean isLookedFor(Introduction i) {
    return LifeCycle.isLookedFor(i) && (i.isQuestion() || writing.canBeWritten(i));
  }

  /** Gives an introduction whose draft was never tried to a delegate of today. */
  private Introduction inItsMailbox(Introduction i) {
    return !LifeCycle.isUntried(i)
            || !participants.areThere(i)
            || delegates.all().contains(i.mailbox())
        ? i
        : i.in(mailbox(participants.interpretation().nowCalled(i.person())));
  }

  /** The mailbox that a person's drafts go to. */
  String mailbox(String person) {
    return delegates.forPerson(situation.people().get(person));
  }
}
