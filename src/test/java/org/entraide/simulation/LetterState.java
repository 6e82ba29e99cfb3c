package org.entraide.simulation;

/** What became of an introduction's letter. */
enum LetterState {
  DRAFT,
  SENT,
  /** Thrown away by the delegate. */
  DISCARDED,
  /** Deleted by the daemon. */
  DELETED
}
