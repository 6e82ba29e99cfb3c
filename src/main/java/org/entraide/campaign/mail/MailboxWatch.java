package org.entraide.campaign.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.DuplicateDraft;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/** One mailbox, watched for the letters of a campaign. */
final class MailboxWatch {

  private final Mailbox mailbox;
  private final MailboxMemory memory;
  private @Nullable Peek peek;

  /** The answer to {@link #peek}, kept for the next look. */
  private record Peek(String position, Optional<Mailbox.Changes> changes) {}

  MailboxWatch(Mailbox mailbox) {
    this.mailbox = mailbox;
    this.memory = new MailboxMemory(mailbox);
  }

  /**
   * What a look into a mailbox showed.
   *
   * @param introductions all of the mailbox's, as they are now
   * @param nowhere those that were looked for everywhere and are in no place but, perhaps, the
   *     trash: whether they are there
   * @param trashed those that were last seen in the trash
   * @param cut the failure that ended the search for missing ones
   */
  record MailboxResult(
      Collection<Introduction> introductions,
      MailCursor cursor,
      Map<String, Boolean> nowhere,
      Set<String> trashed,
      Optional<RemoteFailure> cut) {}

  /**
   * Looks at all that changed since the cursor, or at everything where that is not known.
   *
   * @param unlocated introductions whose mailbox is not known, and may be this one
   * @param confirmed whether letters that are out of sight are searched now, regardless of the last
   *     search
   */
  MailboxResult look(
      List<Introduction> introductions,
      List<Introduction> unlocated,
      MailCursor cursor,
      Instant now,
      boolean confirmed)
      throws RemoteFailure {
    Optional<Mailbox.Changes> changes =
        cursor.isNew() ? Optional.empty() : since(cursor.position());
    LetterChoice choice = new LetterChoice(memory, introductions, unlocated, now);
    MailboxLook look = new MailboxLook(memory, choice, now);
    MailboxResult result;
    try {
      result = look.observe(chooseLetters(choice, cursor, changes), confirmed);
    } catch (RemoteFailure e) {
      if (cursor.isNew() || !choice.glimpsedAny()) {
        throw e;
      }
      return look.cutShort(cursor, e);
    }
    memory.endRead();
    return result;
  }

  /** Whether some of them are out of sight that may count as discarded. */
  static boolean anyMissing(Collection<Introduction> introductions) {
    return introductions.stream()
        .filter(i -> i.missingSince() != null)
        .anyMatch(i -> i.state() == State.DRAFTED || LifeCycle.needsLookingFor(i));
  }

  /** Finds out which letters to look at, and the cursor for the next look. */
  private MailCursor chooseLetters(
      LetterChoice choice, MailCursor cursor, Optional<Mailbox.Changes> changes)
      throws RemoteFailure {
    if (changes.isPresent()) {
      MailCursor next = cursor.movedTo(memory.from(changes.get().position()));
      choice.chooseTouched(changes.get());
      return next;
    }
    // before the listings, so that nothing is missed
    MailCursor next = cursor.listedAt(memory.from(mailbox.position()));
    return choice.chooseByListings() && !cursor.isNew() ? next.doubted() : next;
  }

  /** Asks what happened, and keeps the answer for the next look. */
  Optional<Mailbox.Changes> peek(String position) throws RemoteFailure {
    Optional<Mailbox.Changes> changes = mailbox.changesSince(position);
    peek = new Peek(position, changes);
    return changes;
  }

  /** See {@link MailboxMemory#nextSearch}. */
  Optional<Instant> nextSearch(Introduction i, Instant now) {
    return memory.nextSearch(i, now);
  }

  /** See {@link MailboxMemory#sighting}. */
  LetterObservation sighting(Collection<String> threads, Map<String, String> drafts)
      throws RemoteFailure {
    return memory.sighting(threads, drafts);
  }

  /** Second drafts that nobody has deleted yet. */
  Collection<DuplicateDraft> duplicates() {
    return memory.duplicates().undeleted();
  }

  /** Such a draft was dealt with. */
  void forget(DuplicateDraft duplicate) {
    memory.duplicates().forget(duplicate);
  }

  void forgetPeek() {
    peek = null;
  }

  private Optional<Mailbox.Changes> since(String position) throws RemoteFailure {
    Peek peeked = peek;
    peek = null;
    return peeked != null && peeked.position().equals(position)
        ? peeked.changes()
        : mailbox.changesSince(position);
  }

  /** The messages that bear these references, wherever they are. */
  Map<String, List<Mailbox.MessageIds>> find(
      Map<String, Introduction> wanted, Instant since, Instant hiddenSince) throws RemoteFailure {
    return mailbox.find(wanted, since, hiddenSince);
  }

  /** The id of the draft around each message that is one. */
  Map<String, String> draftsByMessage() throws RemoteFailure {
    Map<String, String> drafts = new HashMap<>();
    mailbox.drafts().forEach(draft -> drafts.put(draft.messageId(), draft.id()));
    return drafts;
  }
}
