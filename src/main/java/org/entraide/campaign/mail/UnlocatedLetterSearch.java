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
  record VainLook(Instant last, int times) {
    static VainLook again(Instant now, @Nullable VainLook lookBefore) {
      return new VainLook(now, lookBefore == null ? 1 : lookBefore.times() + 1);
    }
  }

  private final Function<String, MailboxWatch> watches;
  private final Map<String, VainLook> vainLooks;

  /**
   * @param vainLooks when each was last looked for; kept from pass to pass, since looking costs
   *     much
   */
  UnlocatedLetterSearch(Function<String, MailboxWatch> watches, Map<String, VainLook> vainLooks) {
    this.watches = watches;
    this.vainLooks = vainLooks;
  }

  /**
   * Looks for them.
   *
   * @param unlocatedBefore introductions whose mailbox was not known before this look
   */
  void look(
      MailObservationBuilder builder,
      List<Introduction> unlocatedBefore,
      Set<String> addresses,
      Instant now,
      boolean confirmed) {
    Map<String, Introduction> wanted = new HashMap<>();
    for (Introduction i : builder.introductions().values()) {
      if (i.mailbox().equals(NOWHERE_KNOWN) && isDue(i, now)) {
        wanted.put(i.ref(), i);
      }
    }
    Map<String, Introduction> located = new HashMap<>();
    for (String address : addresses) {
      Set<String> notFoundYet = new TreeSet<>(wanted.keySet());
      notFoundYet.removeAll(located.keySet());
      if (!notFoundYet.isEmpty() && !builder.down().contains(address)) {
        try {
          Map<String, Introduction> open = new HashMap<>(wanted);
          open.keySet().retainAll(notFoundYet);
          look(watches.apply(address), address, open, now, located);
        } catch (RemoteFailure e) {
          builder.failed(address, e);
        }
      }
    }
    builder.introductions().putAll(located);
    if (builder.down().isEmpty()) {
      conclude(builder, unlocatedBefore, wanted, located.keySet(), now, confirmed);
    }
  }

  private static void look(
      MailboxWatch watch,
      String address,
      Map<String, Introduction> wanted,
      Instant now,
      Map<String, Introduction> located)
      throws RemoteFailure {
    Map<String, List<Mailbox.MessageIds>> messagesByReference =
        watch.find(wanted, Instant.EPOCH, now.minus(HIDDEN_FOR));
    if (messagesByReference.isEmpty()) {
      return;
    }
    Map<String, String> drafts = watch.draftsByMessage();
    for (Map.Entry<String, List<Mailbox.MessageIds>> letter : messagesByReference.entrySet()) {
      Introduction introduction = wanted.get(letter.getKey());
      Set<String> threads = new LinkedHashSet<>();
      letter.getValue().forEach(message -> threads.add(message.threadId()));
      LetterObservation sighting = watch.sighting(threads, drafts);
      boolean gone = sighting instanceof LetterObservation.Gone it && !it.trashed();
      if (introduction != null && !gone) {
        Introduction inMailbox = LifeCycle.observe(introduction.inMailbox(address), sighting, now);
        located.put(
            introduction.ref(),
            sighting instanceof LetterObservation.Gone
                ? LifeCycle.conclude(inMailbox, true)
                : inMailbox);
      }
    }
  }

  private void conclude(
      MailObservationBuilder builder,
      List<Introduction> unlocatedBefore,
      Map<String, Introduction> wanted,
      Set<String> located,
      Instant now,
      boolean confirmed) {
    for (Introduction i : wanted.values()) {
      if (!located.contains(i.ref())) {
        vainLooks.put(i.ref(), VainLook.again(now, vainLooks.get(i.ref())));
        Introduction missing = LifeCycle.observe(i, new LetterObservation.Gone(false), now);
        builder.introductions().put(i.ref(), missing);
      }
    }
    MailCursor cursor = builder.cursors().getOrDefault(NOWHERE, MailCursor.NEW);
    boolean doubted = cursor.exchanged() || DraftsLostTogether.areManyMissing(unlocatedBefore);
    boolean back = DraftsLostTogether.isOneBack(unlocatedBefore, builder.introductions().values());
    if (doubted) {
      Set<String> stillUnlocated = new TreeSet<>();
      unlocated(builder).forEach(i -> stillUnlocated.add(i.ref()));
      DraftsLostTogether.believedAgain(unlocatedBefore, builder.introductions().values(), now)
          .stream()
          .filter(i -> stillUnlocated.contains(i.ref()))
          .forEach(i -> builder.introductions().put(i.ref(), i));
    }
    List<Introduction> unlocated = unlocated(builder);
    boolean many =
        (doubted && !back && MailboxWatch.anyMissing(unlocated))
            || DraftsLostTogether.areManyMissing(unlocated);
    if (many && !confirmed) {
      builder.cursors().put(NOWHERE, cursor.doubted());
      builder.emptied().add(NOWHERE_KNOWN);
      builder
          .troubles()
          .add(
              new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.nowhere"))
                  .shownAs(DashboardProblem.draftsNowhere()));
    } else {
      builder.cursors().computeIfPresent(NOWHERE, (nowhere, it) -> it.trusted());
      unlocated.stream()
          .filter(i -> wanted.containsKey(i.ref()) && LifeCycle.graceIsOver(i, now))
          .forEach(i -> builder.introductions().put(i.ref(), LifeCycle.conclude(i, false)));
    }
  }

  private static List<Introduction> unlocated(MailObservationBuilder builder) {
    return builder.introductions().values().stream()
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
    VainLook lastLook = vainLooks.get(i.ref());
    if (!isOpen(i)) {
      return Optional.empty();
    }
    if (lastLook == null) {
      return Optional.of(now);
    }
    return LifeCycle.needsLookingFor(i) || lastLook.times() < LOOKS
        ? Optional.of(LifeCycle.nextLook(lastLook.last(), now))
        : Optional.empty();
  }
}
