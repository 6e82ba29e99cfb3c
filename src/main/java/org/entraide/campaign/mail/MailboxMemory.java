package org.entraide.campaign.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Conversation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a mailbox from one look to the next.
 *
 * <p>What was already read since the last cursor is kept until the next one, so that a look which a
 * quota cuts short goes on where it was. What happened since it was read is looked at after that.
 */
final class MailboxMemory {

  private final Mailbox mailbox;
  private final Map<String, Conversation> read = new HashMap<>();
  private @Nullable String readFrom; // where the history stood when the first of it was read
  private final Map<String, VainSearch> vainSearches = new HashMap<>();
  private final Set<String> trashed = new HashSet<>();
  private final DuplicateDrafts duplicates = new DuplicateDrafts();

  /**
   * An introduction was looked for everywhere, and was nowhere but, perhaps, in the trash.
   *
   * @param inTrash whether it was there
   */
  record VainSearch(Instant at, boolean inTrash) {}

  MailboxMemory(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  DuplicateDrafts duplicates() {
    return duplicates;
  }

  Optional<VainSearch> lastSearch(Introduction i) {
    return Optional.ofNullable(vainSearches.get(i.ref()));
  }

  void noteSearch(String ref, VainSearch search) {
    vainSearches.put(ref, search);
  }

  void forgetSearch(String ref) {
    vainSearches.remove(ref);
  }

  /** The letters that were last seen in the trash. */
  Set<String> trashed() {
    return Set.copyOf(trashed);
  }

  void noteObservation(String ref, LetterObservation seen) {
    if (seen instanceof LetterObservation.Gone gone && gone.trashed()) {
      trashed.add(ref);
    } else {
      trashed.remove(ref);
    }
  }

  /** When it is due to be looked for everywhere, which may be past; empty while it is seen. */
  Optional<Instant> nextSearch(Introduction i, Instant now) {
    Instant due = LifeCycle.needsLookingFor(i) ? now : LifeCycle.nextMissed(i, now);
    if (due == null) {
      return Optional.empty();
    }
    Instant nextLook = lastSearch(i).map(last -> LifeCycle.nextLook(last.at(), now)).orElse(now);
    return Optional.of(nextLook.isAfter(due) ? nextLook : due);
  }

  /** Where the next look begins: before anything that was read for this one. */
  String from(String position) {
    String from = readFrom;
    if (from == null) {
      read.clear();
      readFrom = position;
      return position;
    }
    return from;
  }

  /** A look has ended without a failure: the next one reads everything anew. */
  void endRead() {
    read.clear();
    readFrom = null;
  }

  /** What a letter's threads say. */
  LetterObservation sighting(Collection<String> threads, Map<String, String> drafts)
      throws RemoteFailure {
    List<Conversation> conversations = new ArrayList<>();
    for (String thread : threads) {
      Conversation conversation = read.get(thread);
      if (conversation == null) {
        conversation = mailbox.conversation(thread);
        read.put(thread, conversation);
      }
      conversations.add(conversation);
    }
    return LetterObservation.of(conversations, drafts);
  }
}
