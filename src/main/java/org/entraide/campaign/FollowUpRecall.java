package org.entraide.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.Introduction;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.Mark;

/**
 * Deletes the follow-up of a letter whose outcome is known by now, as long as nobody sent or
 * changed it: one that the delegate touched, or of which nobody knows whether she did, is hers, and
 * the ledger asks her not to send it.
 */
final class FollowUpRecall {

  private final String campaign;
  private final Cycle.Ports ports;
  private final WaitingFollowUps waiting;

  FollowUpRecall(String campaign, Cycle.Ports ports, WaitingFollowUps waiting) {
    this.campaign = campaign;
    this.ports = ports;
    this.waiting = waiting;
  }

  /**
   * Takes back what is to be taken back, as long as there is a go-ahead. A failure leaves
   * everything as it was: the next pass finds the draft there, or gone.
   *
   * @param resting mailboxes to leave alone; one that fails joins them
   * @param effects is told what was done, or would be
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
      if (LifeCycle.mayHaveNeedlessFollowUp(i)
          && !i.mailbox().isEmpty()
          && i.threadId() != null
          && !resting.contains(i.mailbox())) {
        try {
          all.put(i.ref(), recalled(i, goAhead, dry, effects));
        } catch (RemoteFailure e) {
          resting.add(i.mailbox());
          troubles.add(Trouble.of(e));
        }
      }
    }
    return all;
  }

  private Introduction recalled(Introduction i, GoAhead goAhead, boolean dry, List<String> effects)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    List<Mailbox.Draft> there =
        waiting
            .listed(i.mailbox(), scene.seen().cursors())
            .getOrDefault(String.valueOf(i.threadId()), List.of());
    Optional<Mailbox.Draft> made = Notes.followUp(scene.memory().notes(), i.ref());
    boolean untouched =
        made.isPresent()
            && there.stream()
                .filter(draft -> draft.id().equals(made.get().id()))
                .allMatch(draft -> draft.messageId().equals(made.get().messageId()));
    if (untouched) {
      if (dry) {
        effects.add(effect(i));
        return i;
      }
      goAhead.before(GoAhead.Kind.DELETIONS);
      return delete(i, made.get(), effects);
    }
    return there.isEmpty() && !dry ? keep(over(i)) : i;
  }

  private Introduction delete(Introduction i, Mailbox.Draft draft, List<String> effects)
      throws RemoteFailure {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    effects.add(effect(i));
    return new Journalled(campaign, ports)
        .run(
            "delete",
            i.ref(),
            () -> {
              // one that she sent or changed meanwhile is looked for in the next pass
              Introduction left = mailbox.delete(draft) ? keep(over(i)) : i;
              ports.journal().note(campaign, Notes.ofFollowUp(i.ref(), Optional.empty()));
              return left;
            });
  }

  private static String effect(Introduction i) {
    return "delete the follow-up of " + i.ref();
  }

  private static Introduction over(Introduction i) {
    return i.with(i.correspondence().with(Mark.FOLLOW_UP_OVER));
  }

  private Introduction keep(Introduction i) {
    ports.journal().record(campaign, List.of(i));
    return i;
  }
}
