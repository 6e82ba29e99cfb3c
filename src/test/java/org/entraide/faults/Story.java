package org.entraide.faults;

/** What is waiting for the daemon when something goes wrong. */
enum Story {
  /** Two people have answered, nothing was ever written, and the daemon has just started. */
  FIRST_PASS,
  /**
   * Three letters are drafted. One was sent, one was thrown away a while ago, the person of the
   * third leaves, and another pair has answered.
   */
  BUSY_PASS
}
