package org.entraide.campaign.mail;

import java.util.Collections;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;

/**
 * A mailbox in which nothing is left to look at.
 *
 * @param position in its history
 * @param letters the threads and messages of a campaign's letters in it
 */
public record MailboxPosition(String address, String position, Set<String> letters) {

  public MailboxPosition {
    letters = Set.copyOf(letters);
  }

  /**
   * Whether what happened concerns none of the letters: nothing was sent or drafted, which could be
   * one of them with other ids, and everything else happened in other threads.
   */
  public boolean isUntouchedBy(Mailbox.Changes changes) {
    return changes.sent().isEmpty()
        && changes.drafted().isEmpty()
        && Collections.disjoint(letters, changes.threads())
        && Collections.disjoint(letters, changes.messages());
  }

  public MailboxPosition movedTo(String next) {
    return new MailboxPosition(address, next, letters);
  }
}
