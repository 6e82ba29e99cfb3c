package org.entraide.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.plan.Introduction.State;

/** How introductions go on, from what was seen of them. Pure. */
public final class LifeCycle {

  /** How long a draft may be out of sight before it counts as discarded: DESIGN §7. */
  public static final Duration GRACE = Duration.ofMinutes(10);

  /** More than so many drafts gone at once are not believed where they are also a tenth. */
  private static final int MANY = 5;

  private LifeCycle() {}

  /** What was seen of one letter in its mailbox. */
  public sealed interface Sighting {

    /** A draft, under these names. */
    record Draft(String draftId, String messageId, String threadId) implements Sighting {}

    /** A person sent it. */
    record Sent() implements Sighting {}

    /**
     * Nowhere.
     *
     * @param trashed or in the trash: then it was made, whatever else is known
     */
    record Gone(boolean trashed) implements Sighting {}
  }

  /**
   * Adds what only the ledger knows, as after the loss of the journal: those introductions exist,
   * and whether and where their draft does must be looked up.
   */
  public static Map<String, Introduction> adopt(
      Map<String, Introduction> known, List<LedgerRow> ledger, Instant now) {
    Map<String, Introduction> all = new LinkedHashMap<>(known);
    for (LedgerRow row : ledger) {
      if (!all.containsKey(row.ref())) {
        State state = row.state().orElse(State.PREPARING);
        all.put(
            row.ref(),
            new Introduction(
                row.ref(),
                row.person(),
                row.helper(),
                row.needs(),
                row.distanceKm().orElse(null),
                state,
                "",
                null,
                null,
                null,
                now,
                true,
                null,
                state == State.SENT ? now : null,
                row.answers()));
      }
    }
    return all;
  }

  /** An organiser's outcome is obeyed in every state. */
  public static Introduction obey(Introduction introduction, Optional<State> outcome) {
    return outcome
        .filter(state -> state != introduction.state())
        .map(introduction::withState)
        .orElse(introduction);
  }

  /**
   * Applies what was seen in one mailbox.
   *
   * @param introductions those whose letters are in this mailbox
   * @param sightings by reference; one that is absent was not looked for
   */
  public static List<Introduction> observe(
      Collection<Introduction> introductions, Map<String, Sighting> sightings, Instant now) {
    boolean believed = !manyGone(introductions, sightings);
    List<Introduction> next = new ArrayList<>();
    for (Introduction introduction : introductions) {
      Sighting seen = sightings.get(introduction.ref());
      next.add(seen == null ? introduction : observe(introduction, seen, believed, now));
    }
    return next;
  }

  /** Whether so many drafts are gone at once that the mailbox was emptied or exchanged. */
  public static boolean manyGone(
      Collection<Introduction> introductions, Map<String, Sighting> sightings) {
    long drafts = introductions.stream().filter(i -> i.state() == State.DRAFTED).count();
    long gone =
        introductions.stream()
            .filter(i -> i.state() == State.DRAFTED)
            .filter(i -> sightings.get(i.ref()) instanceof Sighting.Gone)
            .count();
    return gone > MANY && gone * 10 > drafts;
  }

  private static Introduction observe(
      Introduction introduction, Sighting seen, boolean believed, Instant now) {
    if (seen instanceof Sighting.Draft draft) {
      return introduction.drafted(draft.draftId(), draft.messageId(), draft.threadId());
    }
    if (seen instanceof Sighting.Sent) {
      return introduction.state() == State.SENT ? introduction : introduction.sent(now);
    }
    boolean trashed = seen instanceof Sighting.Gone gone && gone.trashed();
    return gone(introduction, trashed, believed, now);
  }

  private static Introduction gone(
      Introduction introduction, boolean trashed, boolean believed, Instant now) {
    Instant since = introduction.missingSince();
    if (since == null) {
      return introduction.missing(now);
    }
    if (!believed || now.isBefore(since.plus(GRACE))) {
      return introduction;
    }
    if (introduction.state() == State.PREPARING && !trashed) {
      // two complete listings ten minutes apart did not show it: it was never made
      return introduction.notAttempted();
    }
    return introduction.withState(State.DISCARDED);
  }

  /** Those whose draft should be listed, by draft id. */
  public static Map<String, Introduction> listedDrafts(Collection<Introduction> introductions) {
    Map<String, Introduction> byDraft = new HashMap<>();
    for (Introduction introduction : introductions) {
      if (introduction.state() == State.DRAFTED && introduction.draftId() != null) {
        byDraft.put(introduction.draftId(), introduction);
      }
    }
    return byDraft;
  }

  /** Those of which only a look for their reference can tell whether a draft exists. */
  public static Set<String> toLookFor(Collection<Introduction> introductions) {
    Set<String> references = new TreeSet<>();
    for (Introduction introduction : introductions) {
      boolean unanswered = introduction.state() == State.PREPARING && introduction.attempted();
      boolean nameless = introduction.state() == State.DRAFTED && introduction.draftId() == null;
      if (unanswered || nameless) {
        references.add(introduction.ref());
      }
    }
    return references;
  }
}
