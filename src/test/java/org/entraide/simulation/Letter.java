package org.entraide.simulation;

import java.util.Set;

/** The letter of an introduction, or of a question. */
final class Letter {
  final String reference;
  final Set<String> tokens;
  LetterState state = LetterState.DRAFT;
  boolean changed;

  /** How many requests the daemon had made when the delegate changed it last. */
  int changedAt = -1;

  /** How many requests the daemon had made when another installation made it; -1: it did itself. */
  int elsewhereAt = -1;

  /** Whether the daemon was told that it is there, and something remembers. */
  boolean known;

  /** Whose mailbox it was made in. */
  final String mailbox;

  /** Whether what the daemon remembers tells in which mailbox it is. */
  boolean located;

  /** Whether it was sent, maybe taken back since. */
  boolean everSent;

  /** Whether the daemon deleted it, and all that knew of that is gone. */
  boolean untold;

  /** Whether it was ever thrown away, also where it was deleted since. */
  boolean wasDiscarded;

  /** Whether it was thrown away and not even lies in the trash. */
  boolean purged;

  /** Whether no answer told under which name it was made: then it counts as the delegate's. */
  boolean nameless;

  /** Whether nothing tells any more that it is in a former delegate's mailbox. */
  boolean astray;

  /** Whether the journal was lost since it was made, or is an older one. */
  boolean wasOutlived;

  /** Its place among all that were ever made. */
  int number;

  Letter(String reference, Set<String> tokens, String mailbox) {
    this.mailbox = mailbox;
    this.reference = reference;
    this.tokens = Set.copyOf(tokens);
  }

  /** Whether it asks one person, and introduces nobody. */
  boolean isQuestion() {
    return reference.startsWith("Q-");
  }

  boolean isThere() {
    return state == LetterState.DRAFT || state == LetterState.SENT;
  }
}
