package org.entraide.match.model;

/** Whether somebody takes part at all. */
public enum Availability {
  /** Matched automatically, and by an organiser's pin. */
  OPEN,
  /**
   * Waits a little after a first answer: not matched automatically and not counted, yet a pin may.
   */
  HELD_BACK,
  /**
   * Paused, withdrawn, incomplete, under age or without consent: neither matched nor counted, and
   * no pin changes that. Listed only because a standing introduction names them.
   */
  AWAY
}
