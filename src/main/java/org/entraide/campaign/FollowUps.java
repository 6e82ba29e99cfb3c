package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.LedgerRow;
import org.entraide.plan.Letter;
import org.entraide.plan.Mark;

/**
 * Leaves a second draft in the thread of a letter of which nothing was heard, once and never again.
 * One pass says so in the journal and the ledger; the next one, which reads there that it was said,
 * makes it. One whose answer was lost is not made again: at most one is what counts.
 */
final class FollowUps {

  private final String campaign;
  private final Cycle.Ports ports;
  private final Duration silence;
  private final Drafting drafting;
  private final WaitingFollowUps waiting;
  private final Instant now;

  /**
   * @param silence after which a follow-up is due
   */
  FollowUps(
      String campaign,
      Cycle.Ports ports,
      Duration silence,
      Drafting drafting,
      WaitingFollowUps waiting,
      Instant now) {
    this.campaign = campaign;
    this.ports = ports;
    this.silence = silence;
    this.drafting = drafting;
    this.waiting = waiting;
    this.now = now;
  }

  /**
   * @param all the introductions as they are then
   * @param again whether the next pass makes a follow-up
   */
  record Done(Map<String, Introduction> all, boolean again) {}

  /**
   * Announces what is due, those first that are silent for longest, as long as the delegate has not
   * too much to read; and makes what was announced.
   *
   * @param goAhead of the pass, which read the ledger
   * @param resting mailboxes to leave alone; one that fails joins them
   * @param effects is told what was done
   */
  Done run(
      Map<String, Introduction> introductions,
      GoAhead goAhead,
      Set<String> resting,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    Map<String, Introduction> announced = new LinkedHashMap<>();
    boolean later = false;
    for (Introduction i : due(introductions)) {
      if (!resting.contains(i.mailbox())) {
        boolean room = ports.mailboxes().apply(i.mailbox()).room() > 0;
        if (!room) {
          later = true;
        } else if (i.has(Mark.FOLLOWED_UP)) {
          if (isAnnounced(i, goAhead.scene().rows().ledger())) {
            if (dry) {
              effects.add(effect(i));
            } else {
              make(i, goAhead, all, resting, effects, troubles);
            }
          }
        } else if (drafting.hasTimeFor(i.mailbox(), with(all, announced))) {
          announce(i, resting, troubles).ifPresent(next -> announced.put(next.ref(), next));
        }
      }
    }
    if (!dry && !announced.isEmpty()) {
      ports.journal().record(campaign, List.copyOf(announced.values()));
      all.putAll(announced);
    }
    return new Done(
        all, later || announced.values().stream().anyMatch(i -> i.has(Mark.FOLLOWED_UP)));
  }

  private List<Introduction> due(Map<String, Introduction> introductions) {
    return introductions.values().stream()
        .filter(i -> isSilent(i) && drafting.writing().mayFollowUp(i))
        .sorted(
            Comparator.<Introduction, Instant>comparing(i -> sentAt(i))
                .thenComparing(Introduction::ref))
        .toList();
  }

  private Instant sentAt(Introduction i) {
    return i.sentAt() == null ? now : i.sentAt();
  }

  private static Collection<Introduction> with(
      Map<String, Introduction> all, Map<String, Introduction> announced) {
    Map<String, Introduction> then = new LinkedHashMap<>(all);
    then.putAll(announced);
    return then.values();
  }

  /**
   * Unless the letter that would be followed is gone, when there is no thread to write in, or is
   * not to be followed.
   */
  private Optional<Introduction> announce(
      Introduction i, Set<String> resting, List<Trouble> troubles) {
    try {
      boolean there = letter(ports.mailboxes().apply(i.mailbox()), i).isPresent();
      return Optional.of(
          i.with(i.correspondence().with(there ? Mark.FOLLOWED_UP : Mark.NOT_TO_FOLLOW)));
    } catch (RemoteFailure e) {
      resting.add(i.mailbox());
      troubles.add(Trouble.of(e));
      return Optional.empty();
    }
  }

  /** Whether nothing was heard for long enough, and no follow-up was tried. */
  private boolean isSilent(Introduction i) {
    Instant sent = i.sentAt();
    return i.state() == State.SENT
        && sent != null
        && !now.isBefore(sent.plus(silence))
        && i.threadId() != null
        && !i.has(Mark.ANSWERED)
        && !i.has(Mark.NOT_TO_FOLLOW)
        && !i.has(Mark.FOLLOW_UP_TRIED);
  }

  private static boolean isAnnounced(Introduction i, List<LedgerRow> ledger) {
    return ledger.stream().anyMatch(row -> row.ref().equals(i.ref()) && row.followedUp());
  }

  private void make(
      Introduction i,
      GoAhead goAhead,
      Map<String, Introduction> all,
      Set<String> resting,
      List<String> effects,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    Optional<Letter> letter;
    boolean isThere;
    try {
      letter = letter(mailbox, i);
      isThere =
          letter.isPresent() && waiting.isThere(i, letter.get(), goAhead.scene().seen().cursors());
    } catch (RemoteFailure e) {
      resting.add(i.mailbox());
      troubles.add(Trouble.of(e));
      return;
    }
    if (letter.isEmpty()) { // the ledger tells of one only where there may be one
      keep(unfollowed(i), all);
      return;
    }
    if (isThere) { // whoever made it: an older journal does not know that it was asked for
      keep(tried(i), all);
      return;
    }
    goAhead.before(GoAhead.Kind.FOLLOW_UPS);
    effects.add(effect(i));
    try {
      ports.stop().check(); // before the journal says that it was tried
      keep(tried(i), all);
      create(mailbox, letter.get(), i, all);
    } catch (RemoteFailure e) {
      if (e.kind() != RemoteFailure.Kind.REJECTED) {
        resting.add(i.mailbox()); // one letter that is refused as such holds up no other
      }
      troubles.add(Trouble.of(e));
    }
  }

  private static String effect(Introduction i) {
    return "draft a follow-up of " + i.ref();
  }

  private void keep(Introduction now, Map<String, Introduction> all) {
    ports.journal().record(campaign, List.of(now));
    all.put(now.ref(), now);
  }

  private static Introduction tried(Introduction i) {
    return i.with(i.correspondence().with(Mark.FOLLOW_UP_TRIED));
  }

  private static Introduction unfollowed(Introduction i) {
    return i.with(i.correspondence().with(Mark.NOT_TO_FOLLOW));
  }

  private Optional<Letter> letter(Mailbox mailbox, Introduction i) throws RemoteFailure {
    return mailbox
        .sentLetter(String.valueOf(i.threadId()))
        .flatMap(sent -> drafting.writing().followUp(i, sent));
  }

  private void create(Mailbox mailbox, Letter letter, Introduction i, Map<String, Introduction> all)
      throws RemoteFailure {
    new Journalled(campaign, ports)
        .run(
            "follow-up",
            i.ref(),
            () -> {
              try {
                Mailbox.Draft made = mailbox.create(letter);
                waiting.made(i, made);
                ports.journal().note(campaign, Notes.ofFollowUp(i.ref(), Optional.of(made)));
                return made;
              } catch (RemoteFailure e) {
                if (!e.maybeApplied()) { // it was surely not made
                  Introduction left = e.kind() == RemoteFailure.Kind.REJECTED ? unfollowed(i) : i;
                  ports.journal().record(campaign, List.of(left));
                  all.put(left.ref(), left);
                }
                throw e;
              }
            });
  }
}
