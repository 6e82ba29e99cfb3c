package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Instant now;

  /**
   * @param silence after which a follow-up is due
   */
  FollowUps(String campaign, Cycle.Ports ports, Duration silence, Drafting drafting, Instant now) {
    this.campaign = campaign;
    this.ports = ports;
    this.silence = silence;
    this.drafting = drafting;
    this.now = now;
  }

  /**
   * @param all the introductions as they are then
   * @param again whether the next pass makes a follow-up
   */
  record Done(Map<String, Introduction> all, boolean again) {}

  Done run(
      Map<String, Introduction> introductions,
      List<LedgerRow> ledger,
      Set<String> down,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles) {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    List<Introduction> announced = new ArrayList<>();
    boolean later = false;
    for (Introduction i : introductions.values()) {
      if (isSilent(i) && !down.contains(i.mailbox())) {
        boolean room = ports.mailboxes().apply(i.mailbox()).room() > 0;
        if (!room) {
          later = true;
        } else if (!i.has(Mark.FOLLOWED_UP)) {
          announce(i, troubles).ifPresent(announced::add);
        } else if (isAnnounced(i, ledger)) {
          make(i, all, dry, effects, troubles);
        }
      }
    }
    if (!dry && !announced.isEmpty()) {
      ports.journal().record(campaign, announced);
      announced.forEach(i -> all.put(i.ref(), i));
    }
    return new Done(all, later || announced.stream().anyMatch(i -> i.has(Mark.FOLLOWED_UP)));
  }

  /** Unless the letter that would be followed is gone: then there is no thread to write in. */
  private Optional<Introduction> announce(Introduction i, List<Trouble> troubles) {
    try {
      boolean there =
          ports.mailboxes().apply(i.mailbox()).sentLetter(String.valueOf(i.threadId())).isPresent();
      return Optional.of(
          i.with(i.correspondence().with(there ? Mark.FOLLOWED_UP : Mark.NOT_TO_FOLLOW)));
    } catch (RemoteFailure e) {
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
      Map<String, Introduction> all,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles) {
    effects.add("draft a follow-up of " + i.ref());
    if (dry) {
      return;
    }
    Introduction tried = i.with(i.correspondence().with(Mark.FOLLOW_UP_TRIED));
    Journal journal = ports.journal();
    try {
      Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
      Optional<Letter> letter =
          mailbox
              .sentLetter(String.valueOf(i.threadId()))
              .flatMap(sent -> drafting.followUp(i, sent));
      journal.record(campaign, List.of(tried));
      all.put(i.ref(), tried);
      if (letter.isPresent()) {
        long effect = journal.begin(campaign, "follow-up", i.ref(), ports.clock().instant());
        create(mailbox, letter.get(), i, all, effect);
      }
    } catch (RemoteFailure e) {
      troubles.add(Trouble.of(e));
    }
  }

  private void create(
      Mailbox mailbox, Letter letter, Introduction i, Map<String, Introduction> all, long effect)
      throws RemoteFailure {
    Journal journal = ports.journal();
    try {
      mailbox.create(letter);
      journal.end(effect, Journal.Outcome.DONE, ports.clock().instant());
    } catch (RemoteFailure e) {
      if (!e.maybeApplied()) { // it was surely not made, and may be tried again
        journal.record(campaign, List.of(i));
        all.put(i.ref(), i);
      }
      journal.end(
          effect,
          e.maybeApplied() ? Journal.Outcome.UNKNOWN : Journal.Outcome.FAILED,
          ports.clock().instant());
      throw e;
    }
  }
}
