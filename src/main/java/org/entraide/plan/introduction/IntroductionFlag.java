package org.entraide.plan.introduction;

/** What is known of an introduction and its letter beside the introduction's state. */
public enum IntroductionFlag {
  /** The delegate changed the draft: it is theirs, and is never deleted. */
  EDITED,
  /** There is nobody to write to: the delegate rings both, and there is no draft. */
  TO_RING,
  /** Its draft was refused as such, as where an address is none: it does not exist. */
  UNFIT,
  /** Gmail is going to send it at an hour that the delegate chose. */
  SCHEDULED,
  /** The letter was sent as a copy, and its draft is still there. */
  COPIED,
  /** It is no longer addressed to the person who needs. */
  WITHOUT_PERSON,
  /** It is no longer addressed to the helper. */
  WITHOUT_HELPER,
  /** It is addressed to somebody else, too. */
  TO_OTHERS,
  /** Somebody answered in its thread. */
  ANSWERED,
  /** The address of the person who needs does not take mail. */
  PERSON_REFUSED,
  /** The address of the helper does not take mail. */
  HELPER_REFUSED,
  /** One of the addresses does not take mail; which one, the mail system did not say. */
  ONE_REFUSED,
  /** An address that the delegate added does not take mail; the two of the letter got theirs. */
  OTHER_REFUSED,
  /** A follow-up was announced in the ledger: there is never another one. */
  FOLLOWED_UP,
  /** Its draft was asked for, once. */
  FOLLOW_UP_TRIED,
  /**
   * The letter was gone when a follow-up was due, or somebody left: none is made, and one that was
   * made is not to be sent.
   */
  NOT_TO_FOLLOW,
  /** The two are introduced by another one, as where two daemons began at once: no draft. */
  TWICE,
  /**
   * An outcome was noted before the letter was sent: its draft is deleted unless it was changed.
   */
  TAKEN_BACK,
  /**
   * It was accepted before its letter was sent, and somebody left since, or the helper's tick is
   * gone that it asks for: the letter is not to be sent.
   */
  NOT_TO_SEND,
  /** An outcome was noted while nobody knew of its draft, which was looked for in vain. */
  NOWHERE,
  /** Somebody withdrew while it is looked for: it is withdrawn once it is nowhere. */
  LEFT_MEANWHILE,
  /**
   * It held no capacity any more, and holds it again since an organiser noted so; until room was
   * made for it.
   */
  STANDS_AGAIN,
  /** An organiser asked for the two by name. */
  PINNED,
  /** Taken back: all that it covers is met by another introduction. */
  NEED_CLOSED,
  /** Taken back: the helper is no longer marked as checked, which a need of it asks for. */
  UNCHECKED,
  /**
   * The helper's tick, which a need of it asks for, went together with so many others that a column
   * may have been emptied: in doubt until it is there again.
   */
  TICK_IN_DOUBT,
  /** Taken back: its helper has no place for it since an outcome was corrected. */
  NO_PLACE,
  /** Taken back: the question has its answer, or nothing is to be asked any more. */
  QUESTION_OVER,
  /** Its outcome was cleared together with so many others that it holds until another is noted. */
  OUTCOME_CLEARED,
  /** An outcome was noted, and no follow-up is among the drafts any more. */
  FOLLOW_UP_OVER,
  /** It ended although it was accepted, without a letter: the two know each other. */
  AGREED,
  /** Organisers made it and typed it into the ledger: there is no letter, and there was none. */
  BY_HAND,
  /** Made by hand, and its row was deleted: it counts for nothing unless the row comes back. */
  FORGOTTEN
}
