package org.entraide.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.entraide.campaign.Mailbox.Trace;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.LifeCycle.Sighting;
import org.entraide.plan.Wrong;
import org.jspecify.annotations.Nullable;

/** Looks after the letters of a campaign in its delegates' mailboxes. Makes none. */
final class Mailroom {

  /** The mailbox of an introduction whose mailbox is not known. */
  private static final String NOWHERE_KNOWN = "";

  private final Function<String, Mailbox> mailboxes;

  Mailroom(Function<String, Mailbox> mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * What was seen.
   *
   * @param introductions as they are now, by reference
   * @param down mailboxes that did not answer; their introductions stay as they were
   * @param emptied mailboxes that lost so many drafts at once that nothing is concluded
   * @param signedOut mailboxes whose sign-in is dead, and the trouble that tells it without them
   */
  record Seen(
      Map<String, Introduction> introductions,
      Set<String> down,
      Set<String> emptied,
      List<Trouble> troubles,
      Map<String, Trouble> signedOut) {}

  /**
   * Looks into each mailbox: one listing, and more only for letters that are not where they should
   * be.
   */
  Seen look(Set<String> addresses, Map<String, Introduction> introductions, Instant now) {
    Seen seen =
        new Seen(
            new LinkedHashMap<>(introductions),
            new HashSet<>(),
            new HashSet<>(),
            new ArrayList<>(),
            new TreeMap<>());
    Set<String> all = new TreeSet<>(addresses);
    introductions.values().stream().filter(Mailroom::open).forEach(i -> all.add(i.mailbox()));
    all.remove(NOWHERE_KNOWN);
    for (String address : all) {
      List<Introduction> mine = openIn(address, introductions);
      try {
        conclude(seen, address, mine, sightings(mailboxes.apply(address), mine, now), now);
      } catch (RemoteFailure e) {
        rest(seen, address, e);
      }
    }
    lookEverywhere(seen, all, openIn(NOWHERE_KNOWN, introductions), now);
    return seen;
  }

  private static List<Introduction> openIn(
      String address, Map<String, Introduction> introductions) {
    return introductions.values().stream()
        .filter(i -> i.mailbox().equals(address) && open(i))
        .toList();
  }

  /**
   * Letters that only the ledger knows of may be in any mailbox. Before every mailbox has answered,
   * one that was not found is not known to be gone.
   */
  private void lookEverywhere(
      Seen seen, Set<String> addresses, List<Introduction> homeless, Instant now) {
    Set<String> wanted = LifeCycle.toLookFor(homeless);
    Map<String, Sighting> sightings = new HashMap<>();
    Map<String, String> homes = new HashMap<>();
    for (String address : addresses) {
      if (!homes.keySet().containsAll(wanted) && !seen.down().contains(address)) {
        try {
          mailboxes
              .apply(address)
              .find(wanted)
              .forEach(
                  (reference, trace) -> {
                    if (homes.putIfAbsent(reference, address) == null) {
                      sightings.put(reference, sighting(trace));
                    }
                  });
        } catch (RemoteFailure e) {
          rest(seen, address, e);
        }
      }
    }
    if (seen.down().isEmpty()) {
      wanted.forEach(reference -> sightings.putIfAbsent(reference, new Sighting.Gone(false)));
    }
    List<Introduction> housed =
        homeless.stream().map(i -> i.in(homes.getOrDefault(i.ref(), NOWHERE_KNOWN))).toList();
    conclude(seen, NOWHERE_KNOWN, housed, sightings, now);
  }

  private static void rest(Seen seen, String address, RemoteFailure failure) {
    seen.down().add(address);
    Trouble trouble = Trouble.of(failure);
    seen.troubles().add(trouble);
    if (failure.kind() == RemoteFailure.Kind.SIGN_IN) {
      seen.signedOut().put(address, trouble);
    }
  }

  private static void conclude(
      Seen seen,
      String address,
      List<Introduction> mine,
      Map<String, Sighting> sightings,
      Instant now) {
    LifeCycle.observe(mine, sightings, now).forEach(i -> seen.introductions().put(i.ref(), i));
    if (LifeCycle.manyGone(mine, sightings)) {
      seen.emptied().add(address);
      seen.troubles()
          .add(
              new Trouble(
                      Trouble.Kind.SETTINGS,
                      "Many drafts disappeared from a delegate's mailbox at once, so none counts as"
                          + " discarded. Was the mailbox emptied or exchanged?")
                  .told(Wrong.emptied(address)));
    }
  }

  /** Whether what becomes of the letter is still to be watched. */
  private static boolean open(Introduction introduction) {
    return introduction.state() == State.DRAFTED || introduction.state() == State.PREPARING;
  }

  private static Map<String, Sighting> sightings(
      Mailbox mailbox, Collection<Introduction> mine, Instant now) throws RemoteFailure {
    Map<String, Sighting> sightings = new HashMap<>();
    Map<String, Introduction> expected = LifeCycle.listedDrafts(mine);
    Map<String, Mailbox.Draft> listed = new HashMap<>();
    mailbox.drafts().forEach(d -> listed.put(d.id(), d));
    for (Map.Entry<String, Introduction> draft : expected.entrySet()) {
      Introduction introduction = draft.getValue();
      Mailbox.Draft there = listed.get(draft.getKey());
      if (there == null) {
        sightings.put(introduction.ref(), sighting(unlisted(mailbox, introduction, now)));
      } else if (!there.messageId().equals(introduction.messageId())) {
        sightings.put(introduction.ref(), changed(mailbox, there));
      } else if (introduction.missingSince() != null) {
        sightings.put(introduction.ref(), sighting(there));
      }
    }
    Set<String> unknown = LifeCycle.toLookFor(mine);
    if (!unknown.isEmpty()) {
      Map<String, Trace> found = mailbox.find(unknown);
      for (String reference : unknown) {
        Trace trace = found.get(reference);
        sightings.put(reference, trace == null ? new Sighting.Gone(false) : sighting(trace));
      }
    }
    return sightings;
  }

  /**
   * A draft that was edited, or whose wrapper outlived its being sent, holds another message: only
   * that one's labels tell which.
   */
  private static Sighting changed(Mailbox mailbox, Mailbox.Draft there) throws RemoteFailure {
    Trace trace = mailbox.trace(there);
    return trace.fate() == Mailbox.Fate.DRAFT ? sighting(there) : sighting(trace);
  }

  /**
   * A letter whose subject was edited went out in another thread: before its draft counts as thrown
   * away, its reference is looked for.
   */
  private static Trace unlisted(Mailbox mailbox, Introduction introduction, Instant now)
      throws RemoteFailure {
    Trace trace = mailbox.trace(names(introduction));
    Instant since = introduction.missingSince();
    boolean concluding = since != null && !now.isBefore(since.plus(LifeCycle.GRACE));
    if (!concluding || trace.fate() == Mailbox.Fate.SENT) {
      return trace;
    }
    String reference = introduction.ref();
    return mailbox.find(Set.of(reference)).getOrDefault(reference, trace);
  }

  private static Mailbox.Draft names(Introduction introduction) {
    return new Mailbox.Draft(
        text(introduction.draftId()),
        text(introduction.messageId()),
        text(introduction.threadId()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Sighting sighting(Trace trace) {
    return switch (trace.fate()) {
      case DRAFT -> sighting(trace.draft());
      case SENT -> new Sighting.Sent();
      case TRASHED -> new Sighting.Gone(true);
      case ABSENT -> new Sighting.Gone(false);
    };
  }

  private static Sighting sighting(Mailbox.Draft draft) {
    return new Sighting.Draft(draft.id(), draft.messageId(), draft.threadId());
  }
}
