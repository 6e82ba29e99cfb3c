package org.entraide.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Correspondence;
import org.entraide.plan.Introduction;
import org.entraide.plan.Mark;

/**
 * How many follow-ups wait among a delegate's drafts. They are not followed like letters, so the
 * mailbox is asked; again only after something happened there, since a pass over an unchanged world
 * asks for nothing.
 */
final class WaitingFollowUps {

  /**
   * What a mailbox listed.
   *
   * @param at where its history stood
   * @param threads in which there was a draft
   */
  private record Listed(MailCursor at, Set<String> threads) {}

  private final Cycle.Ports ports;
  private final Map<String, Listed> listings = new HashMap<>();

  WaitingFollowUps(Cycle.Ports ports) {
    this.ports = ports;
  }

  /**
   * Counts those that are there, and those that are announced.
   *
   * @param introductions as they are now
   * @param cursors where histories stand, by a hash of the mailbox's address
   */
  int in(String address, Collection<Introduction> introductions, Map<String, MailCursor> cursors) {
    int announced = 0;
    Set<String> threads = new HashSet<>();
    for (Introduction i : introductions) {
      if (i.mailbox().equals(address) && i.has(Mark.FOLLOW_UP_TRIED)) {
        threads.add(String.valueOf(i.threadId()));
      } else if (i.mailbox().equals(address) && isAnnounced(i)) {
        announced++;
      }
    }
    if (!threads.isEmpty()) {
      threads.retainAll(drafting(address, threads, cursors));
    }
    return announced + threads.size();
  }

  private static boolean isAnnounced(Introduction i) {
    return i.state() == Introduction.State.SENT
        && i.has(Mark.FOLLOWED_UP)
        && !i.has(Mark.NOT_TO_FOLLOW);
  }

  /** One was made: no listing shows it yet. */
  void made(Introduction followed) {
    Listed listed = listings.get(followed.mailbox());
    if (listed != null) {
      listed.threads().add(String.valueOf(followed.threadId()));
    }
  }

  /** Every thread where there is a draft; all that may be where the mailbox does not tell. */
  private Set<String> drafting(
      String address, Set<String> threads, Map<String, MailCursor> cursors) {
    MailCursor now = cursors.getOrDefault(Correspondence.hash(address), MailCursor.NEW);
    Listed last = listings.get(address);
    if (last == null || !last.at().equals(now)) {
      try {
        Set<String> listed = new HashSet<>();
        ports.mailboxes().apply(address).drafts().forEach(draft -> listed.add(draft.threadId()));
        last = new Listed(now, listed);
        listings.put(address, last);
      } catch (RemoteFailure e) {
        return threads; // whoever goes on with this mailbox is told the same
      }
    }
    return last.threads();
  }
}
