package org.entraide.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the drafts of introductions that were withdrawn, as long as nobody changed them: one that
 * the delegate touched is hers, and she is asked to throw it away.
 */
final class Withdrawing {

  private final String campaign;
  private final Cycle.Ports ports;

  Withdrawing(String campaign, Cycle.Ports ports) {
    this.campaign = campaign;
    this.ports = ports;
  }

  /** Whether a draft is to be deleted, and whose: told apart from those that are the delegate's. */
  static boolean isToDelete(Introduction i) {
    return i.state() == State.WITHDRAWN
        && i.draftId() != null
        && !i.has(Mark.EDITED)
        && !i.mailbox().isEmpty();
  }

  /**
   * Deletes what is to be deleted. A failure leaves everything as it was: the next pass finds the
   * draft there, or gone.
   *
   * @param down mailboxes to leave alone
   * @param effects is told what was done
   * @return all introductions as they are then
   */
  Map<String, Introduction> run(
      Map<String, Introduction> introductions,
      Set<String> down,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles) {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    for (Introduction i : introductions.values()) {
      if (isToDelete(i) && !down.contains(i.mailbox())) {
        effects.add("delete the draft of " + i.ref());
        if (!dry) {
          try {
            all.put(i.ref(), delete(i));
          } catch (RemoteFailure e) {
            troubles.add(Trouble.of(e));
          }
        }
      }
    }
    return all;
  }

  private Introduction delete(Introduction i) throws RemoteFailure {
    Journal journal = ports.journal();
    long effect = journal.begin(campaign, "delete", i.ref(), ports.clock().instant());
    boolean gone;
    try {
      gone =
          ports
              .mailboxes()
              .apply(i.mailbox())
              .delete(
                  new Mailbox.Draft(text(i.draftId()), text(i.messageId()), text(i.threadId())));
    } catch (RemoteFailure e) {
      journal.end(
          effect,
          e.maybeApplied() ? Journal.Outcome.UNKNOWN : Journal.Outcome.FAILED,
          ports.clock().instant());
      throw e;
    }
    Introduction left =
        gone ? i.undrafted() : i.with(i.correspondence().with(Mark.EDITED)); // hers meanwhile
    journal.record(campaign, List.of(left));
    journal.end(effect, Journal.Outcome.DONE, ports.clock().instant());
    return left;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
