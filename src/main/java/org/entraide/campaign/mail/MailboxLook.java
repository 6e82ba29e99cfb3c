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
  private final List<Introduction> mine;
  private final List<Introduction> unlocated;
  private final Instant now;
  private final Map<String, Set<String>> threads = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<String> glimpsed = new HashSet<>(); // some message of theirs was there
  private boolean listed;
  private @Nullable List<Mailbox.Draft> drafts;

  /**
   * @param unlocated introductions whose mailbox is not known, and may be this one
   */
  MailboxLook(
      MailboxMemory memory, List<Introduction> mine, List<Introduction> unlocated, Instant now) {
    this.memory = memory;
    this.mailbox = memory.mailbox();
    this.duplicates = memory.duplicates();
    this.mine = new ArrayList<>(mine);
    this.unlocated = unlocated;
    this.now = now;
    duplicates.doubt(mine, now);
  }

  /** Whether any message of any letter was seen. */
  boolean glimpsedAny() {
    return !glimpsed.isEmpty();
  }

  /** Looks for an introduction from now on. Returns the threads in which it may be. */
  private Set<String> at(Introduction introduction) {
    return threads.computeIfAbsent(introduction.ref(), r -> known(introduction));
  }

  private Set<String> known(Introduction introduction) {
    Set<String> known = new LinkedHashSet<>();
    if (introduction.threadId() != null && !introduction.threadId().isEmpty()) {
      known.add(introduction.threadId());
    }
    return known;
  }

  private List<Mailbox.Draft> drafts() throws RemoteFailure {
    List<Mailbox.Draft> known = drafts;
    if (known == null) {
      known = mailbox.drafts();
      drafts = known;
    }
    return known;
  }

  // ---- which

  void touched(Mailbox.Changes changes) throws RemoteFailure {
    Map<String, String> drafted = new HashMap<>();
    changes.drafted().forEach(draft -> drafted.put(draft.threadId(), draft.id()));
    Set<String> sentIn = new LinkedHashSet<>();
    changes.sent().forEach(sent -> sentIn.add(sent.threadId()));
    Set<String> ours = new LinkedHashSet<>();
    boolean mayAppear = !unlocated.isEmpty();
    for (Introduction i : mine) {
      ours.addAll(known(i));
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
        at(i);
      }
    }
    elsewhere(changes.sent(), ours, true);
    if (mayAppear) { // also one that was thrown away, under other names
      elsewhere(changes.drafted(), ours, false);
    }
  }

  /** Finds letters that went out in another thread, as after a change of their subject. */
  private void elsewhere(List<Mailbox.Names> messages, Set<String> ours, boolean sent)
      throws RemoteFailure {
    for (Mailbox.Names message : messages) {
      if (!ours.contains(message.threadId())) {
        Mailbox.Heading heading = mailbox.heading(message);
        if (!sent && heading.equals(Mailbox.Heading.NONE)) {
          seekUntried(); // it was sent or thrown away since, and may have been any of these
        }
        for (Introduction i : mine) {
          if (!sent
              && duplicates.mayHaveOne(i, now)
              && heading.references().contains(i.ref())
              && duplicates.isOne(i, mailbox.address(), message, messages, drafts())) {
            continue;
          }
          if (isOf(i, heading, sent)) {
            at(i).add(message.threadId());
            glimpsed.add(i.ref());
          }
        }
        for (Introduction i : unlocated) {
          if (heading.references().contains(i.ref()) && !threads.containsKey(i.ref())) {
            mine.add(i.in(mailbox.address())); // here it is
            at(i).add(message.threadId());
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
  boolean listed() throws RemoteFailure {
    listed = true;
    MailboxListing listing = MailboxListing.of(mailbox, drafts());
    seekUntried();
    for (Introduction i : mine) {
      if (!LifeCycle.isUntried(i) && listing.differs(i)) {
        at(i);
        if (i.state() == State.DRAFTED) {
          unknown.add(i.ref());
        }
      }
    }
    List<Introduction> here =
        mine.stream().filter(i -> i.state() == State.DRAFTED || i.state() == State.SENT).toList();
    return here.size() > 1 && here.stream().noneMatch(listing::shows);
  }

  /** An older journal may not know that they were tried; then only a search finds their drafts. */
  private void seekUntried() {
    for (Introduction i : mine) {
      if (LifeCycle.isUntried(i)) {
        at(i);
        unknown.add(i.ref());
      }
    }
  }

  /**
   * Looks for those that only a search for their reference can find, and those missed for long
   * enough.
   */
  private void overdue(boolean confirmed) {
    for (Introduction i : mine) {
      boolean due = memory.nextSearch(i, now).filter(next -> !next.isAfter(now)).isPresent();
      if ((confirmed && i.missingSince() != null) || due) {
        at(i);
        unknown.add(i.ref());
      }
    }
  }

  // ---- what

  MailboxWatch.Found found(MailCursor cursor, boolean confirmed) throws RemoteFailure {
    overdue(confirmed);
    Map<String, Boolean> nowhere = unconcluded();
    if (threads.isEmpty()) {
      return new MailboxWatch.Found(mine, cursor, nowhere, memory.trashed(), Optional.empty());
    }
    Map<String, String> byMessage = new HashMap<>();
    Map<String, Mailbox.Draft> byId = new HashMap<>();
    for (Mailbox.Draft draft : drafts()) {
      byMessage.put(draft.messageId(), draft.id());
      byId.put(draft.id(), draft);
    }
    Map<String, LetterObservation> sightings = new HashMap<>();
    for (Introduction i : mine) {
      if (threads.containsKey(i.ref())) {
        sightings.put(i.ref(), seen(i, byId, byMessage));
      }
    }
    Optional<RemoteFailure> cut = searched(sightings, byMessage, nowhere);
    return new MailboxWatch.Found(
        mine.stream().map(i -> observed(i, sightings)).toList(),
        cursor,
        nowhere,
        memory.trashed(),
        cut);
  }

  /**
   * The result of a look that failed halfway: without it, a draft is forgotten if it is thrown away
   * and this process dies.
   */
  MailboxWatch.Found cutShort(MailCursor cursor, RemoteFailure failure) {
    return new MailboxWatch.Found(
        mine.stream().map(i -> glimpsed.contains(i.ref()) ? LifeCycle.glimpsed(i) : i).toList(),
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
    for (Introduction i : mine) {
      memory
          .lastSearch(i)
          .filter(last -> !threads.containsKey(i.ref()))
          .filter(last -> LifeCycle.graceIsOver(i, last.at()))
          .filter(last -> !last.at().isAfter(now))
          .ifPresent(last -> nowhere.put(i.ref(), last.binned()));
    }
    return nowhere;
  }

  private Introduction observed(Introduction i, Map<String, LetterObservation> sightings) {
    LetterObservation seen = sightings.get(i.ref());
    if (seen == null) {
      return i;
    }
    memory.note(i.ref(), seen);
    boolean vanished = seen instanceof LetterObservation.Gone && glimpsed.contains(i.ref());
    return LifeCycle.observe(vanished ? LifeCycle.glimpsed(i) : i, seen, now);
  }

  /**
   * Looks everywhere for what is missing. Where only that fails, as when the quota is used up, what
   * was seen of others counts; but not after listings, which nothing would repeat.
   */
  private Optional<RemoteFailure> searched(
      Map<String, LetterObservation> sightings,
      Map<String, String> byMessage,
      Map<String, Boolean> nowhere)
      throws RemoteFailure {
    try {
      search(sightings, byMessage, nowhere);
      return Optional.empty();
    } catch (RemoteFailure e) {
      if (listed) {
        throw e;
      }
      return Optional.of(e);
    }
  }

  private LetterObservation seen(
      Introduction i, Map<String, Mailbox.Draft> byId, Map<String, String> byMessage)
      throws RemoteFailure {
    Set<String> places = threads.getOrDefault(i.ref(), Set.of());
    Mailbox.Draft listed = byId.get(String.valueOf(i.draftId()));
    if (listed != null) {
      places.add(listed.threadId());
    }
    LetterObservation seen = memory.sighting(places, byMessage);
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
    for (Introduction i : mine) {
      if (unknown.contains(i.ref()) && sightings.get(i.ref()) instanceof LetterObservation.Gone) {
        wanted.put(i.ref(), i);
        since = since(i).isBefore(since) ? since(i) : since;
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    Instant from = since.minus(CLOCKS_DIFFER);
    Map<String, List<Mailbox.Names>> found = mailbox.find(wanted, from, from);
    for (String ref : wanted.keySet()) {
      Set<String> places = new LinkedHashSet<>();
      found.getOrDefault(ref, List.of()).forEach(message -> places.add(message.threadId()));
      LetterObservation seen = memory.sighting(places, byMessage);
      boolean here = !places.isEmpty() && wanted.get(ref).state() == State.PREPARING;
      boolean untried = LifeCycle.isUntried(wanted.get(ref));
      if (here && seen instanceof LetterObservation.Gone gone && (untried || !gone.trashed())) {
        glimpsed.add(ref); // it was thrown away, maybe right after it was found
      } else if (untried && seen instanceof LetterObservation.Gone) {
        sightings.remove(ref); // it was not made, and is to be
        continue;
      } else if (seen instanceof LetterObservation.Gone gone) {
        boolean binned =
            gone.trashed()
                || (sightings.get(ref) instanceof LetterObservation.Gone before
                    && before.trashed());
        nowhere.put(ref, binned);
        seen = new LetterObservation.Gone(binned);
        memory.noteSearch(ref, new MailboxMemory.Searched(now, binned));
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
    return listed || missing == null || i.draftId() == null ? i.begunAt() : missing;
  }
}
