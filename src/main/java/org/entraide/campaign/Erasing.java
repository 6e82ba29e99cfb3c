package org.entraide.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.Journal.Command;
import org.entraide.people.Erased;
import org.entraide.plan.Introduction;
import org.entraide.plan.Mark;
import org.entraide.plan.Retention;
import org.jspecify.annotations.Nullable;

/**
 * Erases people: first the drafts that nobody sent, then everything in the journal. The passes that
 * follow find rows and entries of people whom nobody knows any more, and clear what the daemon
 * wrote there. A crash anywhere leaves the command in the queue, and what was done is not done
 * again.
 */
public final class Erasing {

  private static final String COMMAND = "erase";

  private final String campaign;
  private final Cycle.Ports ports;
  private final Sweeping sweeping = new Sweeping();

  Erasing(String campaign, Cycle.Ports ports) {
    this.campaign = campaign;
    this.ports = ports;
  }

  /**
   * Asks for somebody to be erased.
   *
   * @return the number of the command
   */
  public static long ask(Journal journal, String campaign, String reference, Instant now) {
    return journal.enqueue(COMMAND, reference + " " + campaign, now);
  }

  /** Whether that is a command for one of these campaigns. */
  static boolean isFor(Command command, Collection<String> campaigns) {
    return command.kind().equals(COMMAND)
        && campaigns.stream().anyMatch(c -> reference(command, c).isPresent());
  }

  private static Optional<String> reference(Command command, String campaign) {
    String[] words = command.argument().split(" ", 2);
    return words.length == 2 && words[1].equals(campaign)
        ? Optional.of(words[0])
        : Optional.empty();
  }

  /**
   * Erases whom it was asked to.
   *
   * @param effects is told what was done, or would be
   * @return what was done, after which everything is to be read anew; empty where nothing was
   */
  Optional<CycleReport> run(GoAhead goAhead, boolean dry, List<String> effects)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    int before = effects.size();
    List<Trouble> troubles = new ArrayList<>();
    Traces forgotten = Traces.forgotten(scene);
    if (!forgotten.isNobody()) {
      effects.add("forget again those whose rows say that they were erased");
      if (!dry) {
        forget(forgotten, scene.memory().erased());
      }
    } else {
      boolean sweep = sweeping.isDue(scene.now());
      Erased erased = asked(goAhead, dry, effects, troubles);
      if (sweep && (dry || effects.size() == before)) { // else the next pass, at once, does it
        sweep(goAhead, erased, dry, effects, troubles);
      }
    }
    return effects.size() > before && !dry
        ? Optional.of(new CycleReport(true, effects, true, troubles, Map.of(), Optional.empty()))
        : Optional.empty();
  }

  private Erased asked(GoAhead goAhead, boolean dry, List<String> effects, List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Erased erased = goAhead.scene().memory().erased();
    for (Command command : ports.journal().queued()) {
      Optional<String> reference =
          command.kind().equals(COMMAND) ? reference(command, campaign) : Optional.empty();
      if (reference.isPresent()) {
        Traces traces = Traces.of(goAhead.scene(), reference.get());
        if (dry) {
          effects.add("erase " + reference.get());
        } else if (withoutDrafts(goAhead, traces, effects, troubles)) {
          effects.add("erase somebody");
          erased = forget(traces, erased);
          ports.journal().done(command.id(), "done", ports.clock().instant());
        }
      }
    }
    return erased;
  }

  /** Those of whom nothing was heard for long, and who are told of when that is near. */
  private void sweep(
      GoAhead goAhead, Erased before, boolean dry, List<String> effects, List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    Retention retention = Sweeping.sweep(scene);
    if (dry) {
      retention.due().stream().sorted().forEach(ref -> effects.add("erase " + ref));
      return;
    }
    Map<Journal.Note, String> changes = Sweeping.changes(scene, retention);
    if (!changes.isEmpty()) {
      ports.journal().note(campaign, changes);
    }
    if (!Sweeping.leaving(Notes.ofHeard(retention.remembered()))
        .equals(Sweeping.leaving(scene.memory().notes()))) {
      effects.add("announce who is going to be erased");
    }
    Erased erased = before;
    for (String ref : retention.due()) {
      Traces traces = Traces.of(scene, ref);
      if (withoutDrafts(goAhead, traces, effects, troubles)) {
        effects.add("erase somebody of whom nothing was heard for long");
        erased = forget(traces, erased);
      }
    }
    sweeping.done(scene.now());
  }

  /**
   * Deletes what nobody sent, also what the delegate had changed: whoever is erased has no letter
   * that waits.
   *
   * @return whether none is left as far as can be told; else this is tried again
   */
  private boolean withoutDrafts(
      GoAhead goAhead, Traces traces, List<String> effects, List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Set<String> down = new HashSet<>(goAhead.scene().seen().down());
    boolean none = true;
    for (Introduction i : traces.introductions()) {
      boolean drafted = i.draftId() != null;
      boolean unknown = i.state() == Introduction.State.PREPARING && i.attempted();
      boolean followed = i.has(Mark.FOLLOW_UP_TRIED) && i.threadId() != null;
      if (i.mailbox().isEmpty() || !(drafted || unknown || followed)) {
        continue;
      }
      if (unknown || down.contains(i.mailbox())) {
        none = false; // looked for in each pass
        continue;
      }
      goAhead.before(GoAhead.Kind.DELETIONS);
      try {
        delete(i, effects);
      } catch (RemoteFailure e) {
        down.add(i.mailbox());
        troubles.add(Trouble.of(e));
        none = false;
      }
    }
    return none;
  }

  private void delete(Introduction i, List<String> effects) throws RemoteFailure {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    List<Mailbox.Draft> drafts = new ArrayList<>();
    if (i.draftId() != null) {
      drafts.add(new Mailbox.Draft(text(i.draftId()), text(i.messageId()), text(i.threadId())));
    }
    if (i.has(Mark.FOLLOW_UP_TRIED)) {
      mailbox.drafts().stream()
          .filter(draft -> draft.threadId().equals(text(i.threadId())))
          .forEach(drafts::add);
    }
    for (Mailbox.Draft draft : drafts) {
      effects.add("delete a draft");
      new Journalled(campaign, ports).run("delete", "", () -> mailbox.erase(draft));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * @param before who was erased before
   * @return who is then
   */
  private Erased forget(Traces traces, Erased before) {
    Erasure erasure = traces.erasure(before, ports.random());
    ports.journal().erase(campaign, erasure);
    return erasure.erased();
  }
}
