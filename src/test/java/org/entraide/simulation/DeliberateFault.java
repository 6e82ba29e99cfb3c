package org.entraide.simulation;

import java.util.List;
import org.entraide.alert.Alert;
import org.entraide.alert.AlertBook;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.entraide.google.wire.Wire;
import org.entraide.match.model.Instance;

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

    /** The table of a process that is called so. */
    default Table table(Table table, InstallationIdentity identity) {
      return table(table);
    }

    default Mailbox mailbox(Mailbox mailbox) {
      return mailbox;
    }

    default Journal journal(Journal journal) {
      return journal;
    }

    /** What the matcher is given. */
    default Instance instance(Instance instance) {
      return instance;
    }

    /** Whether a lease is looked at before each request. */
    default boolean looksAtItsLease() {
      return true;
    }

    /** Whether the journal refuses what is written under a stale number. */
    default boolean fences() {
      return true;
    }

    /** What is sent of the alerts that are due. */
    default List<Alert> due(List<Alert> due) {
      return due;
    }

    /**
     * What is known once an alert was sent.
     *
     * @param before what was known
     */
    default AlertBook sent(AlertBook before, AlertBook after) {
      return after;
    }

    /** A new process begins. */
    default void starts() {}
  }
}
