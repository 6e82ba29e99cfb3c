package org.entraide.campaign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.resilience.RemoteFailure;

/** Looks at the letters that were chosen in a mailbox, and says how they are now. */
final class MailboxLook {

  /** Clocks differ: a search by time begins so much earlier. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final MailboxMemory memory;
  private final LetterChoice choice;
  private final Instant now;

  MailboxLook(MailboxMemory memory, LetterChoice choice, Instant now) {
    this.memory = memory;
    this.choice = choice;
    this.now = now;
  }

  /**
   * Looks.
   *
   * @param confirmed whether letters that are out of sight are searched now, regardless of the last
   *     search
   */
  MailboxWatch.MailboxResult observe(MailCursor cursor, boolean confirmed) throws RemoteFailure {
    choice.chooseOverdue(confirmed);
    Map<String, Boolean> nowhere = unconcluded();
    if (choice.isEmpty()) {
      return new MailboxWatch.MailboxResult(
          choice.introductions(), cursor, nowhere, memory.trashed(), Optional.empty());
    }
    Map<String, String> byMessage = new HashMap<>();
    Map<String, Mailbox.Draft> byId = new HashMap<>();
    for (Mailbox.Draft draft : choice.drafts()) {
      byMessage.put(draft.messageId(), draft.id());
      byId.put(draft.id(), draft);
    }
    Map<String, LetterObservation> sightings = new HashMap<>();
    for (Introduction i : choice.introductions()) {
      if (choice.has(i)) {
        sightings.put(i.ref(), observationOf(i, byId, byMessage));
      }
    }
    Optional<RemoteFailure> cut = trySearch(sightings, byMessage, nowhere);
    return new MailboxWatch.MailboxResult(
        choice.introductions().stream().map(i -> withObservation(i, sightings)).toList(),
        cursor,
        nowhere,
        memory.trashed(),
        cut);
  }

  /**
   * The result of a look that failed halfway: without it, a draft is forgotten if it is thrown away
   * and this process dies.
   */
  MailboxWatch.MailboxResult cutShort(MailCursor cursor, RemoteFailure failure) {
    return new MailboxWatch.MailboxResult(
        choice.introductions().stream()
            .map(i -> choice.isGlimpsed(i.ref()) ? LifeCycle.glimpsed(i) : i)
            .toList(),
        cursor,
        Map.of(),
        memory.trashed(),
        Optional.of(failure));
  }

  /**
   * What was nowhere after its grace, and still is as far as the history shows: the pass that
   * looked may have been a paused one, which concludes nothing.
   */
  private Map<String, Boolean> unconcluded() {
    Map<String, Boolean> nowhere = new HashMap<>();
    for (Introduction i : choice.introductions()) {
      memory
          .lastSearch(i)
          .filter(last -> !choice.has(i))
          .filter(last -> LifeCycle.graceIsOver(i, last.at()))
          .filter(last -> !last.at().isAfter(now))
          .ifPresent(last -> nowhere.put(i.ref(), last.inTrash()));
    }
    return nowhere;
  }

  private Introduction withObservation(Introduction i, Map<String, LetterObservation> sightings) {
    LetterObservation seen = sightings.get(i.ref());
    if (seen == null) {
      return i;
    }
    memory.noteObservation(i.ref(), seen);
    boolean vanished = seen instanceof LetterObservation.Gone && choice.isGlimpsed(i.ref());
    return LifeCycle.observe(vanished ? LifeCycle.glimpsed(i) : i, seen, now);
  }

  /**
   * Looks everywhere for what is missing. Where only that fails, as when the quota is used up, what
   * was seen of others counts; but not after listings, which nothing would repeat.
   */
  private Optional<RemoteFailure> trySearch(
      Map<String, LetterObservation> sightings,
      Map<String, String> byMessage,
      Map<String, Boolean> nowhere)
      throws RemoteFailure {
    try {
      search(sightings, byMessage, nowhere);
      return Optional.empty();
    } catch (RemoteFailure e) {
      if (choice.comparedWithListings()) {
        throw e;
      }
      return Optional.of(e);
    }
  }

  private LetterObservation observationOf(
      Introduction i, Map<String, Mailbox.Draft> byId, Map<String, String> byMessage)
      throws RemoteFailure {
    Set<String> threadIds = choice.threads(i);
    Mailbox.Draft listed = byId.get(String.valueOf(i.draftId()));
    if (listed != null) {
      threadIds.add(listed.threadId());
    }
    LetterObservation seen = memory.sighting(threadIds, byMessage);
    if (listed != null && seen instanceof LetterObservation.Gone gone && !gone.trashed()) {
      // listings and threads lag behind one another: what one of them shows is there
      return new LetterObservation.Draft(
          listed.id(), listed.messageId(), listed.threadId(), Optional.empty());
    }
    return seen;
  }

  /** What is in none of the threads where it should be, by reference. */
  private Map<String, Introduction> missing(Map<String, LetterObservation> sightings) {
    Map<String, Introduction> missing = new LinkedHashMap<>();
    for (Introduction i : choice.introductions()) {
      if (choice.isSearchedFor(i) && sightings.get(i.ref()) instanceof LetterObservation.Gone) {
        missing.put(i.ref(), i);
      }
    }
    return missing;
  }

  /** Looks everywhere for what is missing in its threads. */
  private void search(
      Map<String, LetterObservation> sightings,
      Map<String, String> byMessage,
      Map<String, Boolean> nowhere)
      throws RemoteFailure {
    Map<String, Introduction> wanted = missing(sightings);
    if (wanted.isEmpty()) {
      return;
    }
    Instant since = now;
    for (Introduction i : wanted.values()) {
      since = since(i).isBefore(since) ? since(i) : since;
    }
    Instant from = since.minus(CLOCKS_DIFFER);
    Map<String, List<Mailbox.MessageIds>> messagesByReference =
        memory.mailbox().find(wanted, from, from);
    for (String ref : wanted.keySet()) {
      Set<String> threadIds = new LinkedHashSet<>();
      messagesByReference
          .getOrDefault(ref, List.of())
          .forEach(message -> threadIds.add(message.threadId()));
      LetterObservation seen = memory.sighting(threadIds, byMessage);
      boolean wasMade = !threadIds.isEmpty() && wanted.get(ref).state() == State.PREPARING;
      boolean untried = LifeCycle.isUntried(wanted.get(ref));
      if (wasMade && seen instanceof LetterObservation.Gone gone && (untried || !gone.trashed())) {
        choice.glimpse(ref); // it was thrown away, maybe right after it was found
      } else if (untried && seen instanceof LetterObservation.Gone) {
        sightings.remove(ref); // it was not made, and is to be
        continue;
      } else if (seen instanceof LetterObservation.Gone gone) {
        boolean inTrash =
            gone.trashed()
                || (sightings.get(ref) instanceof LetterObservation.Gone earlier
                    && earlier.trashed());
        nowhere.put(ref, inTrash);
        seen = new LetterObservation.Gone(inTrash);
        memory.noteSearch(ref, new MailboxMemory.VainSearch(now, inTrash));
      } else {
        // that it was found may not be remembered: a full disk, a campaign that is suspended
        memory.forgetSearch(ref);
      }
      sightings.put(ref, seen);
    }
  }

  /**
   * Since when a letter may have gone out: changes in the history are known, so that it is only
   * looked for from the day when it was missed.
   */
  private Instant since(Introduction i) {
    Instant missing = i.missingSince();
    return choice.comparedWithListings() || missing == null || i.draftId() == null
        ? i.begunAt()
        : missing;
  }
}
