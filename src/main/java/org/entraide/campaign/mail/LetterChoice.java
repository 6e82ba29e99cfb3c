package org.entraide.campaign.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/** Chooses which letters of a mailbox are looked at, and in which threads. */
final class LetterChoice {

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
  LetterChoice(
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

  /** All introductions of the mailbox, with those that turned out to be in it. */
  List<Introduction> introductions() {
    return introductions;
  }

  boolean isEmpty() {
    return threads.isEmpty();
  }

  boolean has(Introduction i) {
    return threads.containsKey(i.ref());
  }

  /** The threads in which a chosen letter may be; they can be added to. */
  Set<String> threads(Introduction i) {
    return threads.getOrDefault(i.ref(), Set.of());
  }

  /** Whether a letter is looked for everywhere where its threads do not show it. */
  boolean isSearchedFor(Introduction i) {
    return unknown.contains(i.ref());
  }

  /** Whether some message of a letter was there. */
  boolean isGlimpsed(String ref) {
    return glimpsed.contains(ref);
  }

  void glimpse(String ref) {
    glimpsed.add(ref);
  }

  /** Whether any message of any letter was seen. */
  boolean glimpsedAny() {
    return !glimpsed.isEmpty();
  }

  /** Whether letters were compared with what the mailbox lists. */
  boolean comparedWithListings() {
    return comparedWithListings;
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

  /** The drafts of the mailbox, listed once. */
  List<Mailbox.Draft> drafts() throws RemoteFailure {
    List<Mailbox.Draft> listedDrafts = drafts;
    if (listedDrafts == null) {
      listedDrafts = mailbox.drafts();
      drafts = listedDrafts;
    }
    return listedDrafts;
  }

  /** Chooses those to which something happened. */
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
            introductions.add(i.inMailbox(mailbox.address())); // here it is
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
   * Chooses those that are not as the mailbox lists them.
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

  /** Chooses those that only a search by their reference can find, and those missed for long. */
  void chooseOverdue(boolean confirmed) {
    for (Introduction i : introductions) {
      boolean due = memory.nextSearch(i, now).filter(next -> !next.isAfter(now)).isPresent();
      if ((confirmed && i.missingSince() != null) || due) {
        lookAt(i);
        unknown.add(i.ref());
      }
    }
  }
}
