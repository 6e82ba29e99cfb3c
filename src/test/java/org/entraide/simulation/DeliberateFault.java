package org.entraide.simulation;

import org.entraide.campaign.Journal;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.Table;
import org.entraide.google.Wire;

/**
 * Something that the daemon does wrong on purpose, for as long as a story: a switch of tests alone.
 */
interface DeliberateFault {

  /** Nothing is. */
  DeliberateFault NONE = () -> new Bent() {};

  /** A story begins. */
  Bent begin();

  /** What stands between the daemon and its ports in one story. */
  interface Bent {
    default Wire wire(Wire wire) {
      return wire;
    }

    default Table table(Table table) {
      return table;
    }

    default Mailbox mailbox(Mailbox mailbox) {
      return mailbox;
    }

    default Journal journal(Journal journal) {
      return journal;
    }

    /** Whether a lease is looked at before each request. */
    default boolean looksAtItsLease() {
      return true;
    }

    /** Whether the journal refuses what is written under a stale number. */
    default boolean fences() {
      return true;
    }

    /** A new process begins. */
    default void starts() {}
  }
}
