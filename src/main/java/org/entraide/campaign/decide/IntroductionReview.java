package org.entraide.campaign.decide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entraide.plan.introduce.DraftRecall;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;

/**
 * Looks at each introduction anew: withdraws it where its reason is over, and gives it to a
 * delegate of today while its draft was never tried.
 */
final class IntroductionReview {

  private final Situation situation;
  private final Participants participants;
  private final LetterTexts writing;
  private final DraftMailboxes mailboxes;

  IntroductionReview(
      Situation situation,
      Participants participants,
      LetterTexts writing,
      DraftMailboxes mailboxes) {
    this.situation = situation;
    this.participants = participants;
    this.writing = writing;
    this.mailboxes = mailboxes;
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
    List<Introduction> updated =
        introductions.values().stream()
            .filter(i -> !i.isQuestion())
            .map(i -> updatedForPeople(i, introductions.values()))
            .toList();
    DraftRecall recall =
        DraftRecall.of(
            updated.stream().map(participants.interpretation()::now).toList(),
            situation.people(),
            situation.wishesForAnother(),
            situation.terms());
    return Stream.concat(
            updated.stream().map(i -> UnsentLetter.takenBack(recall(withFollowUpStop(i), recall))),
            introductions.values().stream().filter(Introduction::isQuestion).map(question))
        .filter(i -> !i.equals(introductions.get(i.ref())))
        .toList();
  }

  /** A follow-up that was made is not to be sent to somebody who left, until they are back. */
  private Introduction withFollowUpStop(Introduction i) {
    boolean sent = i.state() == State.SENT || i.state() == State.BOUNCED;
    if (!sent || !i.has(IntroductionFlag.FOLLOW_UP_TRIED)) {
      return i;
    }
    return i.with(
        participants.hasWithdrawn(i)
            ? i.correspondence().with(IntroductionFlag.NOT_TO_FOLLOW)
            : i.correspondence().without(IntroductionFlag.NOT_TO_FOLLOW));
  }

  /** Withdraws an introduction whose reason is over; one that was accepted stays so. */
  private Introduction recall(Introduction introduction, DraftRecall recall) {
    Introduction i = withTickDoubt(introduction, recall);
    if (recall.reckoned().contains(i.ref())) {
      i = i.with(i.correspondence().without(IntroductionFlag.STANDS_AGAIN));
    }
    IntroductionFlag reason = recall.reasons().get(i.ref());
    if (i.state() == State.ACCEPTED) {
      return UnsentLetter.needed(i, reason == null && !participants.hasWithdrawn(i));
    }
    return reason == null || i.state() == State.WITHDRAWN
        ? i
        : i.with(i.correspondence().with(reason)).withState(State.WITHDRAWN);
  }

  /** Asks people about a tick that may be gone by mistake. */
  private static Introduction withTickDoubt(Introduction i, DraftRecall recall) {
    return i.with(
        recall.doubtful().contains(i.ref())
            ? i.correspondence().with(IntroductionFlag.TICK_IN_DOUBT)
            : i.correspondence().without(IntroductionFlag.TICK_IN_DOUBT));
  }

  /**
   * Withdraws an introduction where somebody left; else, before its draft is made, sets the mailbox
   * of the draft.
   */
  Introduction updatedForPeople(Introduction i, Collection<Introduction> all) {
    boolean untried = LifeCycle.isUntried(i);
    if (untried && participants.areIntroducedTwice(i, all)) {
      return i.with(i.correspondence().with(IntroductionFlag.TWICE)).withState(State.WITHDRAWN);
    }
    // one that is looked for may have been sent: it holds its helper's place until that is sure
    boolean keepsHelpersPlace = LifeCycle.needsLookingFor(i) && participants.mayBeHelping(i);
    boolean leaving = i.state() == State.DRAFTED && participants.hasWithdrawn(i);
    if ((untried && participants.mayNotBeMatchedNow(i)) || (leaving && !keepsHelpersPlace)) {
      return UnsentLetter.left(i, false).withState(State.WITHDRAWN);
    }
    if (!untried || !participants.areThere(i)) {
      return UnsentLetter.left(i, leaving); // a row that is gone for now says nothing new
    }
    Introduction marked =
        i.with(
            writing.canBeWritten(i)
                ? i.correspondence().without(IntroductionFlag.TO_RING)
                : i.correspondence().with(IntroductionFlag.TO_RING));
    return mailboxes.inItsMailbox(marked);
  }
}
