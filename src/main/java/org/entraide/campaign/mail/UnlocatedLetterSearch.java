package org.entraide.campaign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduce.DraftsLostTogether;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Letters that only the ledger knows of, as after the loss of the journal: they may be in any
 * mailbox. Before every mailbox has answered, one that was not found is not known to be gone.
 */
final class UnlocatedLetterSearch {

  /** The mailbox of an introduction whose mailbox is not known. */
  static final String NOWHERE_KNOWN = "";

  /** The key under which it is remembered that many of them are missed. */
  private static final String NOWHERE = Correspondence.hash(NOWHERE_KNOWN);

  /** How far back drafts that are scheduled to be sent are looked for, among all mail. */
  static final Duration HIDDEN_FOR = Duration.ofDays(7);

  /** Listings lag: what was sent is looked for again. */
  private static final int LOOKS = 2;

  /**
   * A letter was looked for in vain.
   *
   * @param times how often
   */
  record Looked(Instant last, int times) {
    static Looked again(Instant now, @Nullable Looked before) {
      return new Looked(now, before == null ? 1 : before.times() + 1);
    }
  }

  private final Function<String, MailboxWatch> watches;
  private final Map<String, Looked> searched;

  /**
   * @param searched when each was last looked for; kept from pass to pass, since looking costs much
   */
  UnlocatedLetterSearch(Function<String, MailboxWatch> watches, Map<String, Looked> searched) {
    this.watches = watches;
    this.searched = searched;
  }

  /**
   * Looks for them.
   *
   * @param before the same as they were before this look
   */
  void look(
      MailObservationBuilder seen,
      List<Introduction> before,
      Set<String> addresses,
      Instant now,
      boolean confirmed) {
    Map<String, Introduction> wanted = new HashMap<>();
    for (Introduction i : seen.introductions().values()) {
      if (i.mailbox().equals(NOWHERE_KNOWN) && isDue(i, now)) {
        wanted.put(i.ref(), i);
      }
    }
    Map<String, Introduction> housed = new HashMap<>();
    for (String address : addresses) {
      Set<String> left = new TreeSet<>(wanted.keySet());
      left.removeAll(housed.keySet());
      if (!left.isEmpty() && !seen.down().contains(address)) {
        try {
          Map<String, Introduction> open = new HashMap<>(wanted);
          open.keySet().retainAll(left);
          look(watches.apply(address), address, open, now, housed);
        } catch (RemoteFailure e) {
          seen.failed(address, e);
        }
      }
    }
    seen.introductions().putAll(housed);
    if (seen.down().isEmpty()) {
      conclude(seen, before, wanted, housed.keySet(), now, confirmed);
    }
  }

  private static void look(
      MailboxWatch watch,
      String address,
      Map<String, Introduction> wanted,
      Instant now,
      Map<String, Introduction> housed)
      throws RemoteFailure {
    Map<String, List<Mailbox.Names>> found =
        watch.find(wanted, Instant.EPOCH, now.minus(HIDDEN_FOR));
    if (found.isEmpty()) {
      return;
    }
    Map<String, String> drafts = watch.draftsByMessage();
    for (Map.Entry<String, List<Mailbox.Names>> letter : found.entrySet()) {
      Introduction introduction = wanted.get(letter.getKey());
      Set<String> threads = new LinkedHashSet<>();
      letter.getValue().forEach(message -> threads.add(message.threadId()));
      LetterObservation sighting = watch.sighting(threads, drafts);
      boolean gone = sighting instanceof LetterObservation.Gone it && !it.trashed();
      if (introduction != null && !gone) {
        Introduction home = LifeCycle.observe(introduction.in(address), sighting, now);
        housed.put(
            introduction.ref(),
            sighting instanceof LetterObservation.Gone ? LifeCycle.conclude(home, true) : home);
      }
    }
  }

  private void conclude(
      MailObservationBuilder seen,
      List<Introduction> before,
      Map<String, Introduction> wanted,
      Set<String> housed,
      Instant now,
      boolean confirmed) {
    for (Introduction i : wanted.values()) {
      if (!housed.contains(i.ref())) {
        searched.put(i.ref(), Looked.again(now, searched.get(i.ref())));
        Introduction missing = LifeCycle.observe(i, new LetterObservation.Gone(false), now);
        seen.introductions().put(i.ref(), missing);
      }
    }
    MailCursor cursor = seen.cursors().getOrDefault(NOWHERE, MailCursor.NEW);
    boolean doubted = cursor.exchanged() || DraftsLostTogether.manyMissing(before);
    boolean back = DraftsLostTogether.isOneBack(before, seen.introductions().values());
    if (doubted) {
      Set<String> here = new TreeSet<>();
      in(seen).forEach(i -> here.add(i.ref()));
      DraftsLostTogether.believedAgain(before, seen.introductions().values(), now).stream()
          .filter(i -> here.contains(i.ref()))
          .forEach(i -> seen.introductions().put(i.ref(), i));
    }
    List<Introduction> unlocated = in(seen);
    boolean many =
        (doubted && !back && MailboxWatch.anyMissing(unlocated))
            || DraftsLostTogether.manyMissing(unlocated);
    if (many && !confirmed) {
      seen.cursors().put(NOWHERE, cursor.doubted());
      seen.emptied().add(NOWHERE_KNOWN);
      seen.troubles()
          .add(
              new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.nowhere"))
                  .shownAs(DashboardProblem.draftsNowhere()));
    } else {
      seen.cursors().computeIfPresent(NOWHERE, (nowhere, it) -> it.trusted());
      unlocated.stream()
          .filter(i -> wanted.containsKey(i.ref()) && LifeCycle.graceIsOver(i, now))
          .forEach(i -> seen.introductions().put(i.ref(), LifeCycle.conclude(i, false)));
    }
  }

  private static List<Introduction> in(MailObservationBuilder seen) {
    return seen.introductions().values().stream()
        .filter(i -> i.mailbox().equals(NOWHERE_KNOWN))
        .toList();
  }

  private static boolean isOpen(Introduction i) {
    return LifeCycle.needsLookingFor(i)
        || i.state() == State.WITHDRAWN // its draft may be there, and must not be sent
        || LifeCycle.mayHaveNeedlessFollowUp(i)
        || i.state() == State.SENT
        || i.state() == State.BOUNCED;
  }

  private boolean isDue(Introduction i, Instant now) {
    return nextSearch(i, now).filter(next -> !next.isAfter(now)).isPresent();
  }

  /** When it is due to be looked for again, which may be past; empty for never. */
  Optional<Instant> nextSearch(Introduction i, Instant now) {
    Looked looked = searched.get(i.ref());
    if (!isOpen(i)) {
      return Optional.empty();
    }
    if (looked == null) {
      return Optional.of(now);
    }
    return LifeCycle.needsLookingFor(i) || looked.times() < LOOKS
        ? Optional.of(LifeCycle.nextLook(looked.last(), now))
        : Optional.empty();
  }
}
