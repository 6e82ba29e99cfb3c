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

  /**
   * Announces what is due, and makes what was announced.
   *
   * @param ledger as this pass read it
   * @param resting mailboxes to leave alone; one that fails joins them
   * @param effects is told what was done
   */
  Done run(
      Map<String, Introduction> introductions,
      List<LedgerRow> ledger,
      Set<String> resting,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles) {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    List<Introduction> announced = new ArrayList<>();
    boolean later = false;
    for (Introduction i : introductions.values()) {
      if (isSilent(i) && !resting.contains(i.mailbox())) {
        boolean room = ports.mailboxes().apply(i.mailbox()).room() > 0;
        if (!room) {
          later = true;
        } else if (!i.has(Mark.FOLLOWED_UP)) {
          announce(i, resting, troubles).ifPresent(announced::add);
        } else if (isAnnounced(i, ledger)) {
          make(i, all, resting, dry, effects, troubles);
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
  private Optional<Introduction> announce(
      Introduction i, Set<String> resting, List<Trouble> troubles) {
    try {
      boolean there =
          ports.mailboxes().apply(i.mailbox()).sentLetter(String.valueOf(i.threadId())).isPresent();
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
      Map<String, Introduction> all,
      Set<String> resting,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles) {
    effects.add("draft a follow-up of " + i.ref());
    if (dry) {
      return;
    }
    Introduction tried = i.with(i.correspondence().with(Mark.FOLLOW_UP_TRIED));
    try {
      Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
      Optional<Letter> letter =
          mailbox
              .sentLetter(String.valueOf(i.threadId()))
              .flatMap(sent -> drafting.followUp(i, sent));
      ports.journal().record(campaign, List.of(tried));
      all.put(i.ref(), tried);
      if (letter.isPresent()) {
        create(mailbox, letter.get(), i, all);
      }
    } catch (RemoteFailure e) {
      if (e.kind() != RemoteFailure.Kind.REJECTED) {
        resting.add(i.mailbox()); // one letter that is refused as such holds up no other
      }
      troubles.add(Trouble.of(e));
    }
  }

  private void create(Mailbox mailbox, Letter letter, Introduction i, Map<String, Introduction> all)
      throws RemoteFailure {
    new Journalled(campaign, ports.journal(), ports.clock())
        .run(
            "follow-up",
            i.ref(),
            () -> {
              try {
                return mailbox.create(letter);
              } catch (RemoteFailure e) {
                if (!e.maybeApplied()) { // it was surely not made, and may be tried again
                  ports.journal().record(campaign, List.of(i));
                  all.put(i.ref(), i);
                }
                throw e;
              }
            });
  }
}
