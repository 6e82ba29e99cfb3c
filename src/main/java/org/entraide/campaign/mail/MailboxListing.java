package org.entraide.campaign.mail;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduction.Introduction;
import org.entraide.resilience.RemoteFailure;

/**
 * What a mailbox lists, to be compared with what is known.
 *
 * @param drafts by their id
 * @param drafting threads with a draft in them
 * @param sent threads in which something was sent
 * @param received threads in which something arrived
 * @param put messages that were sent or are in the trash
 * @param trashed threads in which something is in the trash
 */
record MailboxListing(
    Map<String, Mailbox.Draft> drafts,
    Set<String> drafting,
    Set<String> sent,
    Set<String> received,
    Set<String> put,
    Set<String> trashed) {

  static MailboxListing of(Mailbox mailbox, List<Mailbox.Draft> listed) throws RemoteFailure {
    Map<String, Mailbox.Draft> drafts = new HashMap<>();
    Set<String> drafting = new LinkedHashSet<>();
    for (Mailbox.Draft draft : listed) {
      drafts.put(draft.id(), draft);
      drafting.add(draft.threadId());
    }
    Set<String> put = new LinkedHashSet<>();
    Set<String> sent = new LinkedHashSet<>();
    Set<String> received = new LinkedHashSet<>();
    for (Mailbox.MessageIds message : mailbox.labelled("SENT")) {
      put.add(message.id());
      sent.add(message.threadId());
    }
    Set<String> trashed = new LinkedHashSet<>();
    for (Mailbox.MessageIds message : mailbox.labelled("TRASH")) {
      put.add(message.id());
      trashed.add(message.threadId());
    }
    mailbox.labelled("INBOX").forEach(message -> received.add(message.threadId()));
    return new MailboxListing(drafts, drafting, sent, received, put, trashed);
  }

  boolean shows(Introduction i) {
    String thread = String.valueOf(i.threadId());
    return drafts.containsKey(String.valueOf(i.draftId()))
        || drafting.contains(thread)
        || sent.contains(thread)
        || received.contains(thread)
        || put.contains(String.valueOf(i.messageId()));
  }

  boolean differs(Introduction i) {
    String thread = String.valueOf(i.threadId());
    Mailbox.Draft draft = drafts.get(String.valueOf(i.draftId()));
    return switch (i.state()) {
      case PREPARING -> false;
      case DRAFTED ->
          draft == null
              || !draft.messageId().equals(i.messageId())
              || put.contains(draft.messageId())
              || i.missingSince() != null;
      case SENT, BOUNCED ->
          received.contains(thread)
              // it was undone
              || (!sent.contains(thread) && (drafting.contains(thread) || trashed.contains(thread)))
              || (i.draftId() != null && draft == null);
      default ->
          drafting.contains(thread)
              || (sent.contains(thread) && i.sentAt() == null)
              || (i.draftId() != null && draft == null);
    };
  }
}
