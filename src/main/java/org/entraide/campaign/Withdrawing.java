package org.entraide.campaign;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Introduction;
import org.entraide.plan.Mark;
import org.entraide.plan.UnsentLetter;

/**
 * Deletes the drafts of introductions that were withdrawn, or whose outcome is known before they
 * were sent, as long as nobody changed them: one that the delegate touched is hers, and she is
 * asked to throw it away.
 */
final class Withdrawing {

  private final String campaign;
  private final Cycle.Ports ports;

  Withdrawing(String campaign, Cycle.Ports ports) {
    this.campaign = campaign;
    this.ports = ports;
  }

  /**
   * Deletes what is to be deleted, as long as there is a go-ahead. A failure leaves everything as
   * it was: the next pass finds the draft there, or gone.
   *
   * @param resting mailboxes to leave alone; one that fails joins them
   * @param effects is told what was done
   * @return all introductions as they are then
   */
  Map<String, Introduction> run(
      Map<String, Introduction> introductions,
      GoAhead goAhead,
      Set<String> resting,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    for (Introduction i : introductions.values()) {
      if (UnsentLetter.isToDelete(i) && !resting.contains(i.mailbox())) {
        if (!dry) {
          goAhead.before(GoAhead.Kind.DELETIONS);
        }
        effects.add("delete the draft of " + i.ref());
        if (!dry) {
          try {
            all.put(i.ref(), delete(i));
          } catch (RemoteFailure e) {
            resting.add(i.mailbox());
            troubles.add(Trouble.of(e));
          }
        }
      }
    }
    return all;
  }

  /**
   * Deletes second drafts that nobody touched. One that cannot be deleted now is tried in the next
   * pass.
   *
   * @param twins as they were first seen; those that are dealt with are taken out
   */
  void twins(
      List<Collection<Twin>> twins,
      GoAhead goAhead,
      Set<String> resting,
      List<String> effects,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    for (Collection<Twin> some : twins) {
      for (Twin twin : List.copyOf(some)) {
        if (!resting.contains(twin.mailbox())) {
          goAhead.before(GoAhead.Kind.DELETIONS);
          try {
            Mailbox mailbox = ports.mailboxes().apply(twin.mailbox());
            boolean gone =
                new Journalled(campaign, ports)
                    .run("delete", twin.ref(), () -> mailbox.delete(twin.draft()));
            some.remove(twin);
            if (gone) {
              effects.add("delete the second draft of " + twin.ref());
            }
          } catch (RemoteFailure e) {
            resting.add(twin.mailbox());
            troubles.add(Trouble.of(e));
          }
        }
      }
    }
  }

  private Introduction delete(Introduction i) throws RemoteFailure {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    Mailbox.Draft draft = Mailbox.Draft.of(i);
    return new Journalled(campaign, ports)
        .run(
            "delete",
            i.ref(),
            () -> {
              Introduction left =
                  mailbox.delete(draft)
                      ? i.undrafted()
                      : i.with(i.correspondence().with(Mark.EDITED)); // hers meanwhile
              ports.journal().record(campaign, List.of(left));
              return left;
            });
  }
}
