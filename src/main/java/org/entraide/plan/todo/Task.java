package org.entraide.plan.todo;

import java.time.LocalDate;
import java.util.List;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person must do, a row of the tab À faire / To do. It exists as long as its
 * cause.
 *
 * @param who whom it is about, in the order in which they are rung; empty for the whole campaign
 * @param detail what to do and why, in whole sentences
 * @param since the day on which its cause began, in the sheet's time zone; null where nobody knows
 * @param delegate whose letters it concerns, as the ledger names them; empty for nobody's
 * @param target what its link opens
 */
public record Task(
    TaskKind kind,
    List<Contact> who,
    Message detail,
    @Nullable LocalDate since,
    String delegate,
    Target target) {

  public Task {
    who = List.copyOf(who);
  }

  /**
   * A person, and how to reach them where they must be rung.
   *
   * @param phone as people dial it; null where nobody is to ring, or no number is known
   */
  public record Contact(String ref, @Nullable String phone) {

    /** Nothing that identifies them. */
    @Override
    public String toString() {
      return "Contact[" + ref + "]";
    }
  }

  /** What a task's link opens. */
  public sealed interface Target {

    /** There is nothing to open. */
    record Nothing() implements Target {}

    /**
     * Nothing, or the row of the one person whom a trouble of the whole campaign is about. The tab
     * itself remembers since when there is such a trouble.
     *
     * @param cause by which it is the same trouble from pass to pass, whatever its words count
     * @param since when it was seen first
     * @param uncounted whether it is of a pass that counts nobody: it goes with the next such pass
     *     that does not say it, while what other passes wrote stays
     * @param ref of that person; empty for nobody
     */
    record Trouble(String cause, LocalDate since, boolean uncounted, String ref)
        implements Target {}

    /** The row of a person's answer, wherever it was sorted to. */
    record Answer(String ref) implements Target {}

    /** The row of an introduction in the ledger. */
    record LedgerEntry(String ref) implements Target {}

    /**
     * A letter in a mailbox, found by the reference in its subject.
     *
     * @param mailbox the delegate's address
     */
    record Letter(String mailbox, String ref) implements Target {}
  }
}
