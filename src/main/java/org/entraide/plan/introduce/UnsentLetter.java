package org.entraide.plan.introduce;

import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerRow;

/**
 * Letters that nobody sent and that nobody is to send any more: their people left, or an outcome is
 * known already. Pure.
 */
public final class UnsentLetter {

  private UnsentLetter() {}

  /** Whether a letter of which an outcome is noted, and that nobody sent, is not to be sent. */
  static boolean mustNotBeSent(Introduction introduction) {
    return LedgerRow.OUTCOMES.contains(introduction.state())
        && (introduction.state() != State.ACCEPTED
            || introduction.has(IntroductionFlag.NOT_TO_SEND))
        && introduction.sentAt() == null;
  }

  /** Whether the two agreed, as an organiser noted, before anybody sent them the letter. */
  static boolean isAccepted(Introduction introduction) {
    return introduction.state() == State.ACCEPTED && introduction.sentAt() == null;
  }

  /**
   * One that was accepted before its letter was sent, which then is not to be sent any more, or is
   * after all.
   */
  public static Introduction needed(Introduction introduction, boolean needed) {
    return introduction.with(
        needed || !isAccepted(introduction)
            ? introduction.correspondence().without(IntroductionFlag.NOT_TO_SEND)
            : introduction.correspondence().with(IntroductionFlag.NOT_TO_SEND));
  }

  /** One that is looked for: once it is nowhere it was withdrawn, or thrown away if nobody left. */
  public static Introduction left(Introduction introduction, boolean left) {
    return introduction.with(
        left
            ? introduction.correspondence().with(IntroductionFlag.LEFT_MEANWHILE)
            : introduction.correspondence().without(IntroductionFlag.LEFT_MEANWHILE));
  }

  /**
   * Whether an outcome was noted before anybody knew of a draft that was asked for: it may be
   * there, and is looked for until that is sure.
   */
  static boolean isUnfound(Introduction introduction) {
    return mustNotBeSent(introduction)
        && introduction.attempted()
        && introduction.draftId() == null
        && introduction.threadId() == null
        && !introduction.has(IntroductionFlag.NOWHERE);
  }

  /** Whether an outcome was noted beside a draft that is, or may be, still there. */
  public static boolean isLeft(Introduction introduction) {
    return mustNotBeSent(introduction)
        && (introduction.draftId() != null || isUnfound(introduction));
  }

  /**
   * An outcome is noted beside a draft that nobody changed: from now on the journal says that the
   * draft is to be deleted.
   */
  public static Introduction takenBack(Introduction introduction) {
    boolean untouched =
        introduction.draftId() != null && !introduction.has(IntroductionFlag.EDITED);
    return mustNotBeSent(introduction) && untouched
        ? introduction.with(introduction.correspondence().with(IntroductionFlag.TAKEN_BACK))
        : introduction;
  }

  /** Whether its draft was taken back, so that the daemon deletes it unless somebody changed it. */
  private static boolean isTakenBack(Introduction introduction) {
    return introduction.state() == State.WITHDRAWN
        || (mustNotBeSent(introduction) && introduction.has(IntroductionFlag.TAKEN_BACK));
  }

  /** Whether its draft is to be deleted; those that are the delegate's are not. */
  public static boolean isToDelete(Introduction introduction) {
    return isTakenBack(introduction)
        && introduction.draftId() != null
        && !introduction.has(IntroductionFlag.EDITED)
        && !introduction.mailbox().isEmpty();
  }

  /** Whether its draft is gone because it was taken back: a history says nothing new of it. */
  public static boolean isDeleted(Introduction introduction) {
    return isTakenBack(introduction) && introduction.draftId() == null;
  }
}
