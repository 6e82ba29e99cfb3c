package org.entraide.match.model;

/** Whether somebody takes part at all. */
public enum Availability {
  /** Matched automatically, and by an organiser's pin. */
  OPEN,
  /**
   * Paused, withdrawn, incomplete, under age or without consent: neither matched nor counted, and
   * no pin changes that. Listed only because a standing introduction names them.
   */
  AWAY
}
