package org.entraide.campaign;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.Sighting;

/**
 * Letters that only the ledger knows of, as after the loss of the journal: they may be in any
 * mailbox. Before every mailbox has answered, one that was not found is not known to be gone.
 */
final class Homeless {

  /** The mailbox of an introduction whose mailbox is not known. */
  static final String NOWHERE_KNOWN = "";

  private final Function<String, MailboxWatch> watches;
  private final Map<String, Instant> searched;

  /**
   * @param searched when each was last looked for; kept from pass to pass, since looking costs much
   */
  Homeless(Function<String, MailboxWatch> watches, Map<String, Instant> searched) {
    this.watches = watches;
    this.searched = searched;
  }

  void look(Mailroom.Seen seen, Set<String> addresses, Instant now, boolean confirmed) {
    Map<String, Introduction> wanted = new HashMap<>();
    for (Introduction i : seen.introductions().values()) {
      if (i.mailbox().equals(NOWHERE_KNOWN) && isOpen(i) && isDue(i, now)) {
        wanted.put(i.ref(), i);
      }
    }
    Map<String, Introduction> housed = new HashMap<>();
    for (String address : addresses) {
      Set<String> left = new TreeSet<>(wanted.keySet());
      left.removeAll(housed.keySet());
      if (!left.isEmpty() && !seen.down().contains(address)) {
        try {
          look(watches.apply(address), address, left, wanted, now, housed);
        } catch (RemoteFailure e) {
          Mailroom.rest(seen, address, e);
        }
      }
    }
    seen.introductions().putAll(housed);
    if (seen.down().isEmpty()) {
      conclude(seen, wanted, housed.keySet(), now, confirmed);
    }
  }

  private static void look(
      MailboxWatch watch,
      String address,
      Set<String> left,
      Map<String, Introduction> wanted,
      Instant now,
      Map<String, Introduction> housed)
      throws RemoteFailure {
    Map<String, List<Mailbox.Names>> found = watch.find(left, Instant.EPOCH);
    if (found.isEmpty()) {
      return;
    }
    Map<String, String> drafts = watch.draftsByMessage();
    for (Map.Entry<String, List<Mailbox.Names>> letter : found.entrySet()) {
      Introduction introduction = wanted.get(letter.getKey());
      Set<String> threads = new LinkedHashSet<>();
      letter.getValue().forEach(message -> threads.add(message.threadId()));
      Sighting sighting = watch.sighting(threads, drafts);
      boolean gone = sighting instanceof Sighting.Gone it && !it.trashed();
      if (introduction != null && !gone) {
        Introduction home = LifeCycle.observe(introduction.in(address), sighting, now);
        housed.put(
            introduction.ref(),
            sighting instanceof Sighting.Gone ? LifeCycle.conclude(home, true) : home);
      }
    }
  }

  private void conclude(
      Mailroom.Seen seen,
      Map<String, Introduction> wanted,
      Set<String> housed,
      Instant now,
      boolean confirmed) {
    for (Introduction i : wanted.values()) {
      if (!housed.contains(i.ref())) {
        searched.put(i.ref(), now);
        Introduction missing = LifeCycle.observe(i, new Sighting.Gone(false), now);
        seen.introductions().put(i.ref(), missing);
      }
    }
    List<Introduction> homeless =
        seen.introductions().values().stream()
            .filter(i -> i.mailbox().equals(NOWHERE_KNOWN))
            .toList();
    if (!confirmed && LifeCycle.manyMissing(homeless)) {
      seen.emptied().add(NOWHERE_KNOWN);
    } else {
      homeless.stream()
          .filter(i -> wanted.containsKey(i.ref()) && LifeCycle.graceIsOver(i, now))
          .forEach(i -> seen.introductions().put(i.ref(), LifeCycle.conclude(i, false)));
    }
  }

  private static boolean isOpen(Introduction i) {
    return LifeCycle.needsLookingFor(i)
        || i.state() == State.WITHDRAWN // its draft may be there, and must not be sent
        || i.state() == State.SENT
        || i.state() == State.BOUNCED;
  }

  private boolean isDue(Introduction i, Instant now) {
    Instant last = searched.get(i.ref());
    if (last == null) {
      return true;
    }
    return LifeCycle.needsLookingFor(i) && !now.isBefore(last.plus(LifeCycle.GRACE));
  }
}
