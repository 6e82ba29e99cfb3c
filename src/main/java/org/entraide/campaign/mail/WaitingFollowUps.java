package org.entraide.campaign.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;

/**
 * How many follow-ups wait among a delegate's drafts. They are not followed like letters, so the
 * mailbox is asked; again only after something happened there, since a pass over an unchanged world
 * asks for nothing.
 */
public final class WaitingFollowUps {

  /**
   * What a mailbox listed.
   *
   * @param at its position in the history
   * @param drafts that were there, by their thread
   */
  private record Listing(MailCursor at, Map<String, List<Mailbox.Draft>> drafts) {}

  private final Function<String, Mailbox> mailboxes;
  private final Map<String, Listing> listings = new HashMap<>();

  public WaitingFollowUps(Function<String, Mailbox> mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * Counts those that are there, and those that are announced.
   *
   * @param introductions as they are now
   * @param cursors positions of histories, by a hash of the mailbox's address
   */
  public int in(
      String address, Collection<Introduction> introductions, Map<String, MailCursor> cursors) {
    int announced = 0;
    Set<String> threads = new HashSet<>();
    for (Introduction i : introductions) {
      if (i.mailbox().equals(address) && i.has(IntroductionFlag.FOLLOW_UP_TRIED)) {
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
        && i.has(IntroductionFlag.FOLLOWED_UP)
        && !i.has(IntroductionFlag.NOT_TO_FOLLOW);
  }

  /** One was made: no listing shows it yet. */
  public void add(Introduction followed, Mailbox.Draft draft) {
    Listing listing = listings.get(followed.mailbox());
    if (listing != null) {
      listing
          .drafts()
          .computeIfAbsent(String.valueOf(followed.threadId()), t -> new ArrayList<>())
          .add(draft);
    }
  }

  /**
   * Whether a draft to all whom a follow-up would go to is in the thread of the letter that was
   * sent. What a delegate begins to write to others there, as to pass the letter on, is none.
   */
  public boolean isThere(Introduction followed, Letter followUp, Map<String, MailCursor> cursors)
      throws RemoteFailure {
    Set<String> addressed = new HashSet<>();
    followUp.to().forEach(to -> addressed.add(to.email().toLowerCase(Locale.ROOT)));
    Mailbox mailbox = mailboxes.apply(followed.mailbox());
    List<Mailbox.Draft> drafts =
        draftsByThread(followed.mailbox(), cursors)
            .getOrDefault(String.valueOf(followed.threadId()), List.of());
    for (Mailbox.Draft draft : drafts) {
      Mailbox.MessageIds names = new Mailbox.MessageIds(draft.messageId(), draft.threadId());
      if (mailbox.heading(names).recipients().containsAll(addressed)) {
        return true;
      }
    }
    return false;
  }

  /** Every thread where there is a draft; all that may have one where the mailbox does not say. */
  private Set<String> drafting(
      String address, Set<String> threads, Map<String, MailCursor> cursors) {
    try {
      return draftsByThread(address, cursors).keySet();
    } catch (RemoteFailure e) {
      return threads; // the next step that uses this mailbox fails in the same way
    }
  }

  /** Every draft of a mailbox by its thread, as it was when its history last moved. */
  public Map<String, List<Mailbox.Draft>> draftsByThread(
      String address, Map<String, MailCursor> cursors) throws RemoteFailure {
    MailCursor cursor = cursors.getOrDefault(Correspondence.hash(address), MailCursor.NEW);
    Listing listing = listings.get(address);
    if (listing == null || !listing.at().equals(cursor)) {
      Map<String, List<Mailbox.Draft>> drafts = new HashMap<>();
      for (Mailbox.Draft draft : mailboxes.apply(address).drafts()) {
        drafts.computeIfAbsent(draft.threadId(), t -> new ArrayList<>()).add(draft);
      }
      listing = new Listing(cursor, drafts);
      listings.put(address, listing);
    }
    return listing.drafts();
  }
}
