package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.Journal.Command;
import org.entraide.people.Erased;
import org.entraide.plan.Bar;
import org.entraide.plan.Bars;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.Mark;
import org.entraide.plan.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases people: first the drafts that nobody sent, then everything in the journal. The passes that
 * follow find rows and entries of people whom nobody knows any more, and clear what the daemon
 * wrote there. A crash anywhere leaves the command in the queue, and what was done is not done
 * again.
 */
public final class Erasing {

  private static final Logger log = LoggerFactory.getLogger(Erasing.class);

  private static final String COMMAND = "erase";

  /** So long a draft is looked for; then somebody is forgotten without. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

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

  /** Whether that is a command of this kind, for whichever campaign: it stays until that did it. */
  static boolean is(Command command) {
    return command.kind().equals(COMMAND);
  }

  /** Whom a campaign was asked to erase and has not yet: they take part in nothing meanwhile. */
  static Set<String> asked(List<Command> queue, String campaign) {
    Set<String> asked = new HashSet<>();
    queue.forEach(command -> reference(command, campaign).ifPresent(asked::add));
    return asked;
  }

  private static Optional<String> reference(Command command, String campaign) {
    String[] words = command.argument().split(" ", 2);
    return is(command) && words.length == 2 && words[1].equals(campaign)
        ? Optional.of(words[0])
        : Optional.empty();
  }

  /**
   * Erases whom it was asked to.
   *
   * @param effects is told what was done, or would be
   * @return what was done, after which everything is to be read anew; empty where nobody was
   *     forgotten, and the pass goes on
   */
  Optional<CycleReport> run(GoAhead goAhead, boolean dry, List<String> effects)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    List<Trouble> troubles = new ArrayList<>();
    Traces forgotten = Traces.forgotten(scene);
    boolean anew;
    if (!forgotten.isNobody()) {
      effects.add("forget again those whose rows say that they were erased");
      anew = !dry;
      if (!dry) {
        forget(scene, forgotten, scene.memory().erased());
      }
    } else {
      boolean sweep = sweeping.isDue(scene.now());
      anew = asked(goAhead, dry, effects, troubles);
      if (sweep && !anew) { // else the next pass, at once, does it
        anew = sweep(goAhead, dry, effects, troubles);
      }
    }
    return anew
        ? Optional.of(new CycleReport(true, effects, true, troubles, Map.of(), Optional.empty()))
        : Optional.empty();
  }

  /**
   * @return whether anybody was forgotten
   */
  private boolean asked(GoAhead goAhead, boolean dry, List<String> effects, List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Instant now = goAhead.scene().now();
    Erased erased = goAhead.scene().memory().erased();
    boolean any = false;
    for (Command command : ports.journal().queued()) {
      Optional<String> reference = reference(command, campaign);
      if (reference.isPresent()) {
        Traces traces = Traces.of(goAhead.scene(), reference.get());
        if (dry) {
          effects.add("erase " + reference.get());
        } else if ((withoutDrafts(goAhead, traces, effects, troubles) && knowsResponses(goAhead))
            || isLate(command.queuedAt(), now)) {
          effects.add("erase somebody");
          erased = forget(goAhead.scene(), traces, erased);
          ports.journal().done(command.id(), "done", ports.clock().instant());
          any = true;
        }
      }
    }
    return any;
  }

  /**
   * Whether it can be told which responses of the form are an erased person's: of another, once its
   * row is deleted, it would be said that the sheet lost it.
   */
  private static boolean knowsResponses(GoAhead goAhead) {
    FormReader.Seen form = goAhead.scene().form();
    return form.witness().isPresent() || form.trouble().isEmpty();
  }

  /** A mailbox or a form that is gone for good keeps nobody from being forgotten. */
  private static boolean isLate(Instant asked, Instant now) {
    boolean late = !now.isBefore(asked.plus(LONGEST_WAIT));
    if (late) {
      log.warn(
          "somebody was erased though a mailbox or the form did not answer for a week: a draft of"
              + " theirs may be left there; delete drafts whose introduction the ledger does not"
              + " know");
    }
    return late;
  }

  /**
   * Those of whom nothing was heard for long, and who are told of when that is near.
   *
   * @return whether anybody was forgotten or announced
   */
  private boolean sweep(GoAhead goAhead, boolean dry, List<String> effects, List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    Retention retention = Sweeping.sweep(scene);
    if (dry) {
      retention.due().stream().sorted().forEach(ref -> effects.add("erase " + ref));
      return false;
    }
    Map<Journal.Note, String> changes = Sweeping.changes(scene, retention);
    if (!changes.isEmpty()) {
      ports.journal().note(campaign, changes);
    }
    boolean announced =
        !Sweeping.leaving(Notes.ofHeard(retention.remembered()))
            .equals(Sweeping.leaving(scene.memory().notes()));
    if (announced) {
      effects.add("announce who is going to be erased");
    }
    Erased erased = scene.memory().erased();
    boolean any = false;
    for (String ref : retention.due()) {
      Traces traces = Traces.of(scene, ref);
      if (withoutDrafts(goAhead, traces, effects, troubles) && knowsResponses(goAhead)) {
        effects.add("erase somebody of whom nothing was heard for long");
        erased = forget(goAhead.scene(), traces, erased);
        any = true;
      }
    }
    sweeping.done(scene.now());
    return any || announced;
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
      if (!hasDraft(i)) {
        continue;
      }
      if (LifeCycle.needsLookingFor(i) || i.mailbox().isEmpty() || down.contains(i.mailbox())) {
        none = false; // looked for in each pass, and one day found, or known to be nowhere
        continue;
      }
      goAhead.before(GoAhead.Kind.DELETIONS);
      try {
        none &= delete(i, effects);
      } catch (RemoteFailure e) {
        down.add(i.mailbox());
        troubles.add(Trouble.of(e));
        none = false;
      }
    }
    return none;
  }

  private static boolean hasDraft(Introduction i) {
    return i.draftId() != null
        || (LifeCycle.needsLookingFor(i) && !i.has(Mark.UNFIT))
        || (i.has(Mark.FOLLOW_UP_TRIED) && i.threadId() != null);
  }

  /**
   * @return whether it is gone; one that Gmail is going to send, or has just sent, is not
   */
  private boolean delete(Introduction i, List<String> effects) throws RemoteFailure {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    boolean gone = true;
    if (i.draftId() != null) {
      Mailbox.Draft draft = Mailbox.Draft.of(i);
      gone = erase(mailbox, draft, effects);
      if (gone) {
        ports.journal().record(campaign, List.of(i.undrafted().withState(State.WITHDRAWN)));
      }
    }
    if (i.has(Mark.FOLLOW_UP_TRIED)) {
      for (Mailbox.Draft draft : mailbox.drafts()) {
        if (draft.threadId().equals(i.threadId())) {
          gone &= erase(mailbox, draft, effects);
        }
      }
    }
    return gone;
  }

  private boolean erase(Mailbox mailbox, Mailbox.Draft draft, List<String> effects)
      throws RemoteFailure {
    boolean gone = new Journalled(campaign, ports).run("delete", "", () -> mailbox.erase(draft));
    if (gone) {
      effects.add("delete a draft");
    }
    return gone;
  }

  /**
   * Somebody who was barred stays so, also if that was just now: nothing but hashes is left.
   *
   * @param erased all who are or will be
   */
  private void keepBars(Scene scene, Traces traces, Erased erased) {
    Set<String> contacts = new HashSet<>();
    traces.rows().forEach(row -> contacts.addAll(Bar.contacts(row.profile())));
    Bars bars =
        scene
            .rows()
            .bars()
            .withoutRepeated(traces.readAs(scene.rows()), contacts, scene.options().barred());
    Map<Journal.Note, String> changes =
        Notes.changes(
            Notes.aboutBars(scene.memory().notes()), Notes.of(bars.without(erased::hasReference)));
    if (!changes.isEmpty()) {
      ports.journal().note(campaign, changes);
    }
  }

  /**
   * @param before who was erased before
   * @return who is then
   */
  private Erased forget(Scene scene, Traces traces, Erased before) {
    Erasure erasure = traces.erasure(before, scene.contents().salt(), ports.random());
    keepBars(scene, traces, erasure.erased());
    ports.journal().erase(campaign, erasure);
    return erasure.erased();
  }
}
