package org.entraide.plan.introduce;

import org.entraide.match.model.Assignment;

/**
 * An introduction that the matching would make.
 *
 * @param waits why its draft is not made in this pass
 */
public record Proposal(Assignment assignment, Wait waits) {

  /** Whether it is begun now: its draft is made, or the ledger asks to ring. */
  public boolean isBegun() {
    return isDue() || waits == Wait.NO_MAIL;
  }

  /** Whether nothing keeps its draft from being made. */
  public boolean isDue() {
    return waits == Wait.NONE;
  }

  /** Why a draft waits. */
  public enum Wait {
    /** It does not: it is made now. */
    NONE,
    /** The delegate has enough drafts to read. */
    QUEUE,
    /** Gmail takes no more in this minute. */
    PACE,
    /** There is nobody to write to: there never is a draft. */
    NO_MAIL,
    /** The mailbox does not answer. */
    MAILBOX
  }
}
