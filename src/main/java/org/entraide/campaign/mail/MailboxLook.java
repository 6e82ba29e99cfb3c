package org.entraide.campaign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/** One look into a mailbox: which letters to look at, in which threads, and what is there. */
final class MailboxLook {

  /** Clocks differ: a search by time begins so much earlier. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final MailboxMemory memory;
  private final Mailbox mailbox;
  private final DuplicateDrafts duplicates;
  private final List<Introduction> introductions;
  private final List<Introduction> unlocated;
  private final Instant now;
  private final Map<String, Set<String>> threads = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<String> glimpsed = new HashSet<>(); // some message of theirs was there
  private boolean comparedWithListings;
  private @Nullable List<Mailbox.Draft> drafts;

  /**
   * @param unlocated introductions whose mailbox is not known, and may be this one
   */
  MailboxLook(
      MailboxMemory memory,
      List<Introduction> introductions,
      List<Introduction> unlocated,
      Instant now) {
    this.memory = memory;
    this.mailbox = memory.mailbox();
    this.duplicates = memory.duplicates();
    this.introductions = new ArrayList<>(introductions);
    this.unlocated = unlocated;
    this.now = now;
    duplicates.doubt(introductions, now);
  }

  /** Whether any message of any letter was seen. */
  boolean glimpsedAny() {
    return !glimpsed.isEmpty();
  }

  /** Looks for an introduction from now on. Returns the threads in which it may be. */
  private Set<String> lookAt(Introduction introduction) {
    return threads.computeIfAbsent(introduction.ref(), r -> rememberedThreads(introduction));
  }

  private Set<String> rememberedThreads(Introduction introduction) {
    Set<String> threadIds = new LinkedHashSet<>();
    if (introduction.threadId() != null && !introduction.threadId().isEmpty()) {
      threadIds.add(introduction.threadId());
    }
    return threadIds;
  }

  private List<Mailbox.Draft> drafts() throws RemoteFailure {
    List<Mailbox.Draft> listedDrafts = drafts;
    if (listedDrafts == null) {
      listedDrafts = mailbox.drafts();
      drafts = listedDrafts;
    }
    return listedDrafts;
  }

  // ---- which

  void chooseTouched(Mailbox.Changes changes) throws RemoteFailure {
    Map<String, String> drafted = new HashMap<>();
    changes.drafted().forEach(draft -> drafted.put(draft.threadId(), draft.id()));
    Set<String> sentIn = new LinkedHashSet<>();
    changes.sent().forEach(sent -> sentIn.add(sent.threadId()));
    Set<String> rememberedThreads = new LinkedHashSet<>();
    boolean mayAppear = !unlocated.isEmpty();
    for (Introduction i : introductions) {
      rememberedThreads.addAll(rememberedThreads(i));
      mayAppear |= duplicates.mayHaveOne(i, now);
      mayAppear |= i.missingSince() != null || LifeCycle.needsLookingFor(i);
      mayAppear |= i.state() == State.DISCARDED || LifeCycle.isUntried(i);
      String thread = String.valueOf(i.threadId());
      String message = String.valueOf(i.messageId());
      // that a draft of ours appeared, or is gone, is known to the step that made or deleted it
      boolean changed = !drafted.getOrDefault(thread, message).equals(message);
      boolean deleted = UnsentLetter.isDeleted(i);
      boolean touched =
          deleted
              ? sentIn.contains(thread)
              : changes.threads().contains(thread) || changes.messages().contains(message);
      if (changed || touched) {
        lookAt(i);
      }
    }
    chooseFromOtherThreads(changes.sent(), rememberedThreads, true);
    if (mayAppear) { // also one that was thrown away, under other names
      chooseFromOtherThreads(changes.drafted(), rememberedThreads, false);
    }
  }

  /** Finds letters that went out in another thread, as after a change of their subject. */
  private void chooseFromOtherThreads(
      List<Mailbox.MessageIds> messages, Set<String> rememberedThreads, boolean sent)
      throws RemoteFailure {
    for (Mailbox.MessageIds message : messages) {
      if (!rememberedThreads.contains(message.threadId())) {
        Mailbox.Heading heading = mailbox.heading(message);
        if (!sent && heading.equals(Mailbox.Heading.NONE)) {
          chooseUntried(); // it was sent or thrown away since, and may have been any of these
        }
        for (Introduction i : introductions) {
          if (!sent
              && duplicates.mayHaveOne(i, now)
              && heading.references().contains(i.ref())
              && duplicates.isOne(i, mailbox.address(), message, messages, drafts())) {
            continue;
          }
          if (isOf(i, heading, sent)) {
            lookAt(i).add(message.threadId());
            glimpsed.add(i.ref());
          }
        }
        for (Introduction i : unlocated) {
          if (heading.references().contains(i.ref()) && !threads.containsKey(i.ref())) {
            introductions.add(i.in(mailbox.address())); // here it is
            lookAt(i).add(message.threadId());
            glimpsed.add(i.ref());
          }
        }
      }
    }
  }

  private boolean isOf(Introduction i, Mailbox.Heading heading, boolean sent) throws RemoteFailure {
    if (heading.references().contains(i.ref())) {
      return !sent || heading.isLetterOf(i);
    }
    return sent && heading.isLetterOf(i) && isGone(i);
  }

  /** Whether a draft is no longer there, so that it may have gone out without its reference. */
  private boolean isGone(Introduction i) throws RemoteFailure {
    boolean touched = threads.containsKey(i.ref()) || i.missingSince() != null;
    return touched
        && i.state() == State.DRAFTED
        && drafts().stream().noneMatch(draft -> draft.id().equals(i.draftId()));
  }

  /**
   * Compares everything with what the mailbox lists.
   *
   * @return whether it shows none of several letters, so that it may be another mailbox
   */
  boolean chooseByListings() throws RemoteFailure {
    comparedWithListings = true;
    MailboxListing listing = MailboxListing.of(mailbox, drafts());
    chooseUntried();
    for (Introduction i : introductions) {
      if (!LifeCycle.isUntried(i) && listing.differs(i)) {
        lookAt(i);
        if (i.state() == State.DRAFTED) {
          unknown.add(i.ref());
        }
      }
    }
    List<Introduction> expectedInMailbox =
        introductions.stream()
            .filter(i -> i.state() == State.DRAFTED || i.state() == State.SENT)
            .toList();
    return expectedInMailbox.size() > 1 && expectedInMailbox.stream().noneMatch(listing::shows);
  }

  /** An older journal may not know that they were tried; then only a search finds their drafts. */
  private void chooseUntried() {
    for (Introduction i : introductions) {
      if (LifeCycle.isUntried(i)) {
        lookAt(i);
        unknown.add(i.ref());
      }
    }
  }

  /**
   * Looks for those that only a search for their reference can find, and those missed for long
   * enough.
   */
  private void chooseOverdue(boolean confirmed) {
    for (Introduction i : introductions) {
      boolean due = memory.nextSearch(i, now).filter(next -> !next.isAfter(now)).isPresent();
      if ((confirmed && i.missingSince() != null) || due) {
        lookAt(i);
        unknown.add(i.ref());
      }
    }
  }

  // ---- what

  MailboxWatch.MailboxResult observe(MailCursor cursor, boolean confirmed) throws RemoteFailure {
    chooseOverdue(confirmed);
    Map<String, Boolean> nowhere = unconcluded();
    if (threads.isEmpty()) {
      return new MailboxWatch.MailboxResult(
          introductions, cursor, nowhere, memory.trashed(), Optional.empty());
    }
    Map<String, String> byMessage = new HashMap<>();
    Map<String, Mailbox.Draft> byId = new HashMap<>();
    for (Mailbox.Draft draft : drafts()) {
      byMessage.put(draft.messageId(), draft.id());
      byId.put(draft.id(), draft);
    }
    Map<String, LetterObservation> sightings = new HashMap<>();
    for (Introduction i : introductions) {
      if (threads.containsKey(i.ref())) {
        sightings.put(i.ref(), observationOf(i, byId, byMessage));
      }
    }
    Optional<RemoteFailure> cut = trySearch(sightings, byMessage, nowhere);
    return new MailboxWatch.MailboxResult(
        introductions.stream().map(i -> withObservation(i, sightings)).toList(),
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
        introductions.stream()
            .map(i -> glimpsed.contains(i.ref()) ? LifeCycle.glimpsed(i) : i)
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
    for (Introduction i : introductions) {
      memory
          .lastSearch(i)
          .filter(last -> !threads.containsKey(i.ref()))
          .filter(last -> LifeCycle.graceIsOver(i, last.at()))
          .filter(last -> !last.at().isAfter(now))
          .ifPresent(last -> nowhere.put(i.ref(), last.binned()));
    }
    return nowhere;
  }

  private Introduction withObservation(Introduction i, Map<String, LetterObservation> sightings) {
    LetterObservation seen = sightings.get(i.ref());
    if (seen == null) {
      return i;
    }
    memory.noteObservation(i.ref(), seen);
    boolean vanished = seen instanceof LetterObservation.Gone && glimpsed.contains(i.ref());
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
      if (comparedWithListings) {
        throw e;
      }
      return Optional.of(e);
    }
  }

  private LetterObservation observationOf(
      Introduction i, Map<String, Mailbox.Draft> byId, Map<String, String> byMessage)
      throws RemoteFailure {
    Set<String> threadIds = threads.getOrDefault(i.ref(), Set.of());
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

  /** Looks everywhere for what is in none of the threads where it should be. */
  private void search(
      Map<String, LetterObservation> sightings,
      Map<String, String> byMessage,
      Map<String, Boolean> nowhere)
      throws RemoteFailure {
    Map<String, Introduction> wanted = new LinkedHashMap<>();
    Instant since = now;
    for (Introduction i : introductions) {
      if (unknown.contains(i.ref()) && sightings.get(i.ref()) instanceof LetterObservation.Gone) {
        wanted.put(i.ref(), i);
        since = since(i).isBefore(since) ? since(i) : since;
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    Instant from = since.minus(CLOCKS_DIFFER);
    Map<String, List<Mailbox.MessageIds>> messagesByReference = mailbox.find(wanted, from, from);
    for (String ref : wanted.keySet()) {
      Set<String> threadIds = new LinkedHashSet<>();
      messagesByReference
          .getOrDefault(ref, List.of())
          .forEach(message -> threadIds.add(message.threadId()));
      LetterObservation seen = memory.sighting(threadIds, byMessage);
      boolean wasMade = !threadIds.isEmpty() && wanted.get(ref).state() == State.PREPARING;
      boolean untried = LifeCycle.isUntried(wanted.get(ref));
      if (wasMade && seen instanceof LetterObservation.Gone gone && (untried || !gone.trashed())) {
        glimpsed.add(ref); // it was thrown away, maybe right after it was found
      } else if (untried && seen instanceof LetterObservation.Gone) {
        sightings.remove(ref); // it was not made, and is to be
        continue;
      } else if (seen instanceof LetterObservation.Gone gone) {
        boolean binned =
            gone.trashed()
                || (sightings.get(ref) instanceof LetterObservation.Gone earlier
                    && earlier.trashed());
        nowhere.put(ref, binned);
        seen = new LetterObservation.Gone(binned);
        memory.noteSearch(ref, new MailboxMemory.VainSearch(now, binned));
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
    return comparedWithListings || missing == null || i.draftId() == null ? i.begunAt() : missing;
  }
}
