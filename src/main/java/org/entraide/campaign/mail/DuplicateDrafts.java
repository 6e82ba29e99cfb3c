package org.entraide.campaign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.DuplicateDraft;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;

/**
 * The second drafts of one mailbox, from the time when one may appear until it is deleted or kept.
 */
final class DuplicateDrafts {

  /** How long they are looked for after it was in doubt whether the first was made. */
  private static final Duration LATE = Duration.ofMinutes(30);

  private final Map<String, Instant> doubtful = new HashMap<>(); // when a creation last was
  private final Map<String, DuplicateDraft> duplicates = new LinkedHashMap<>(); // by draft

  /** Notes the introductions of which it is unknown whether a draft was made. */
  void doubt(Collection<Introduction> introductions, Instant now) {
    introductions.stream()
        .filter(LifeCycle::needsLookingFor)
        .forEach(i -> doubtful.put(i.ref(), now));
  }

  /** Whether it was drafted anew after another try with an unknown outcome. */
  boolean mayHaveOne(Introduction i, Instant now) {
    Instant since = doubtful.get(i.ref());
    return i.state() == State.DRAFTED && since != null && now.isBefore(since.plus(LATE));
  }

  /**
   * Whether a message is a draft beside the one that is known and there; then it is kept in mind,
   * unless the delegate touched it.
   *
   * @param i an introduction that may have one, and that the message names
   * @param appeared all messages that appeared as drafts
   * @param drafts all that are there
   */
  boolean isOne(
      Introduction i,
      String mailbox,
      Mailbox.MessageIds message,
      List<Mailbox.MessageIds> appeared,
      List<Mailbox.Draft> drafts) {
    Optional<Mailbox.Draft> otherDraft =
        drafts.stream()
            .filter(it -> it.messageId().equals(message.id()) && !it.id().equals(i.draftId()))
            .findFirst();
    boolean ownDraftIsThere = drafts.stream().anyMatch(it -> it.id().equals(i.draftId()));
    if (otherDraft.isEmpty() || !ownDraftIsThere) {
      return false;
    }
    long versions =
        appeared.stream().filter(it -> it.threadId().equals(message.threadId())).count();
    if (versions == 1) {
      DuplicateDraft duplicate = new DuplicateDraft(i.ref(), mailbox, otherDraft.get());
      duplicates.putIfAbsent(duplicate.draft().id(), duplicate); // as it was when first seen
    }
    return true;
  }

  /** Those that nobody has dealt with yet. */
  Collection<DuplicateDraft> undeleted() {
    return List.copyOf(duplicates.values());
  }

  /** One was dealt with. */
  void forget(DuplicateDraft duplicate) {
    duplicates.remove(duplicate.draft().id());
  }
}
