package org.entraide.people.word;

/** Whether a person agreed that their answers are used. */
public enum Consent {
  YES,
  NO,
  /** Nothing was said, or nothing that was understood. */
  ABSENT,
  /**
   * The form does not ask and the campaign says that it may be assumed: people may be matched, and
   * health answers are not read.
   */
  ASSUMED,
  /** What the person answered was erased, and is not read any more. */
  ERASED;

  /** Whether the person may be located and matched. */
  public boolean isGiven() {
    return this == YES || this == ASSUMED;
  }
}
