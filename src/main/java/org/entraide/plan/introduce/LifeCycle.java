package org.entraide.plan.introduce;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.plan.layout.LedgerRow;
import org.jspecify.annotations.Nullable;

/** How introductions go on, from what was seen of them. Pure. */
public final class LifeCycle {

  /** How long a draft may be out of sight before it counts as discarded. */
  public static final Duration GRACE = Duration.ofMinutes(10);

  /** So many outcomes are taken back by hand, also where no other is left. */
  private static final int FEW = 3;

  /** What Gmail may still change by itself; the rest is an organiser's word, and stays. */
  private static final Set<State> FOLLOWED =
      EnumSet.of(State.PREPARING, State.DRAFTED, State.SENT, State.BOUNCED, State.DISCARDED);

  private LifeCycle() {}

  /**
   * Introductions without those that were begun twice and never came into the ledger: the process
   * that began one ended first, and another installation introduced the two meanwhile. Nobody is to
   * read of it.
   */
  public static Map<String, Introduction> withoutNeedless(
      Map<String, Introduction> introductions, List<LedgerRow> ledger) {
    Set<String> needless = new HashSet<>();
    introductions.forEach(
        (ref, i) -> {
          if (i.state() == State.WITHDRAWN && i.has(IntroductionFlag.TWICE)) {
            needless.add(ref);
          }
        });
    ledger.forEach(row -> needless.remove(row.ref()));
    Map<String, Introduction> needed = new LinkedHashMap<>(introductions);
    needed.keySet().removeAll(needless);
    return needed;
  }

  /**
   * Introductions with the outcomes that organisers noted: one is obeyed in every state, and one
   * that was taken back is forgotten.
   *
   * @param introductions by reference
   */
  public static Map<String, Introduction> withOutcomes(
      Map<String, Introduction> introductions, List<LedgerRow> ledger) {
    Map<String, Introduction> obeyed = new LinkedHashMap<>(introductions);
    Map<String, State> noted = new HashMap<>();
    Set<String> emptied = new HashSet<>();
    for (LedgerRow row : ledger) {
      Introduction introduction = introductions.get(row.ref());
      Optional<State> outcome = row.holding();
      if (introduction != null && outcome.isPresent()) {
        noted.put(row.ref(), outcome.get());
      } else if (introduction != null
          && LedgerRow.OUTCOMES.contains(introduction.state())
          && !introduction.has(IntroductionFlag.OUTCOME_CLEARED)
          && row.hasNoOutcome()) {
        emptied.add(row.ref());
      }
    }
    noted.forEach((ref, outcome) -> obeyed.computeIfPresent(ref, (r, i) -> obey(i, outcome)));
    emptied.removeAll(noted.keySet()); // a row that is there twice: one of the two is enough
    // a column that was emptied is no decision, also while it is filled again
    boolean believed = !noted.isEmpty() || emptied.size() <= FEW;
    emptied.forEach(
        ref ->
            obeyed.computeIfPresent(
                ref,
                (r, i) ->
                    believed
                        ? unnoted(i)
                        : i.with(i.correspondence().with(IntroductionFlag.OUTCOME_CLEARED))));
    return obeyed;
  }

  private static Introduction obey(Introduction before, State outcome) {
    Introduction introduction =
        before.with(before.correspondence().without(IntroductionFlag.OUTCOME_CLEARED));
    if (outcome == introduction.state()) {
      return introduction;
    }
    Introduction noted = withOutcome(introduction, outcome);
    return standingAgain(
        introduction, noted.with(noted.correspondence().without(IntroductionFlag.AGREED)));
  }

  /** A draft that is out of sight stays so: whether it is gone for good is seen by a later look. */
  private static Introduction withOutcome(Introduction introduction, State outcome) {
    Introduction noted = introduction.withState(outcome);
    return noted.draftId() == null ? noted.missing(null) : noted;
  }

  /** One that held nobody's capacity, and holds it again by an organiser's word. */
  private static Introduction standingAgain(Introduction before, Introduction now) {
    return !before.state().holdsCapacity() && now.state().holdsCapacity()
        ? now.with(now.correspondence().with(IntroductionFlag.STANDS_AGAIN))
        : now;
  }

  /** As it was before its outcome was noted. */
  private static Introduction unnoted(Introduction introduction) {
    Introduction restored = introduction;
    if (introduction.has(IntroductionFlag.TAKEN_BACK)) {
      restored =
          introduction.with(introduction.correspondence().without(IntroductionFlag.TAKEN_BACK));
      if (introduction.draftId() == null && introduction.sentAt() == null) {
        return restored.withState(State.WITHDRAWN);
      }
    }
    return standingAgain(introduction, stateBefore(restored));
  }

  private static Introduction stateBefore(Introduction introduction) {
    if (introduction.sentAt() != null) {
      boolean refused =
          introduction.has(IntroductionFlag.PERSON_REFUSED)
              || introduction.has(IntroductionFlag.HELPER_REFUSED)
              || introduction.has(IntroductionFlag.ONE_REFUSED);
      return introduction.withState(refused ? State.BOUNCED : State.SENT);
    }
    // one whose draft is not known is looked for, and discarded or withdrawn once that is sure
    return introduction.withState(introduction.attempted() ? State.DRAFTED : State.PREPARING);
  }

  /** Whether a letter was followed up for nothing by now, maybe by a draft that is still there. */
  public static boolean mayHaveNeedlessFollowUp(Introduction introduction) {
    boolean over =
        LedgerRow.OUTCOMES.contains(introduction.state())
            || introduction.state() == State.WITHDRAWN
            || introduction.has(IntroductionFlag.NOT_TO_FOLLOW);
    return over
        && introduction.has(IntroductionFlag.FOLLOW_UP_TRIED)
        && !introduction.has(IntroductionFlag.FOLLOW_UP_OVER);
  }

  /** Whether a draft has been out of sight for so long that it may count as discarded. */
  public static boolean graceIsOver(Introduction introduction, Instant now) {
    Instant since = introduction.missingSince();
    return since != null && !now.isBefore(since.plus(GRACE));
  }

  /**
   * Whether a draft has been out of sight since a time that is yet to come: the clock was set back.
   * Its grace begins anew, or it would be waited for that much longer.
   */
  public static boolean isMissedAnew(Introduction introduction, Instant now) {
    Instant since = introduction.missingSince();
    return since != null && since.isAfter(now);
  }

  /**
   * When what was looked for in vain is looked for again. A last look in the future means that the
   * clock was set back: then it is now.
   */
  public static Instant nextLook(Instant last, Instant now) {
    return last.isAfter(now) ? now : last.plus(GRACE);
  }

  /** When a draft that is out of sight is looked for everywhere; null while it is seen. */
  public static @Nullable Instant nextMissed(Introduction introduction, Instant now) {
    Instant since = introduction.missingSince();
    return since == null ? null : nextLook(since, now);
  }

  /** Whether only a look for its reference can show whether a draft exists. */
  public static boolean needsLookingFor(Introduction introduction) {
    boolean unanswered = introduction.state() == State.PREPARING && introduction.attempted();
    boolean nameless = introduction.state() == State.DRAFTED && introduction.draftId() == null;
    return unanswered || nameless || UnsentLetter.isUnfound(introduction);
  }

  /**
   * Whether its draft was not tried as far as the journal knows. An older journal does not know
   * that it was: the draft may be there all the same.
   */
  public static boolean isUntried(Introduction introduction) {
    return introduction.state() == State.PREPARING && !introduction.attempted();
  }

  /** Whether a draft may be in any mailbox: the journal was lost, and it was not found yet. */
  public static boolean isLookedFor(Introduction introduction) {
    boolean waits =
        introduction.state() == State.DRAFTED || introduction.state() == State.PREPARING;
    return waits && introduction.attempted() && introduction.mailbox().isEmpty();
  }

  /**
   * One whose draft was seen and is gone before its name was known: it was made, and is not made
   * anew, but looked for like any other that is out of sight.
   */
  public static Introduction glimpsed(Introduction introduction) {
    return introduction.state() == State.PREPARING
        ? introduction.asAttempted().withState(State.DRAFTED).missing(null)
        : introduction;
  }

  /**
   * Goes on with one introduction.
   *
   * @return as it is now that this was seen; a letter that is nowhere only begins to be missed: see
   *     {@link #conclude}
   */
  public static Introduction observe(
      Introduction introduction, LetterObservation seen, Instant now) {
    if (seen instanceof LetterObservation.Draft draft) {
      // a draft in the thread of a letter that was followed up is the follow-up
      return introduction.sentAt() != null && introduction.has(IntroductionFlag.FOLLOW_UP_TRIED)
          ? introduction
          : drafted(introduction, draft);
    }
    if (seen instanceof LetterObservation.Scheduled scheduled) {
      return scheduled(introduction, scheduled);
    }
    if (seen instanceof LetterObservation.Sent sent) {
      return sent(introduction, sent, now);
    }
    boolean waits =
        introduction.state() == State.DRAFTED
            || introduction.state() == State.PREPARING
            || UnsentLetter.isUnfound(introduction);
    if (waits) {
      return introduction.missingSince() == null || isMissedAnew(introduction, now)
          ? introduction.missing(now)
          : introduction;
    }
    if (seen instanceof LetterObservation.Gone gone && isUndone(introduction, gone)) {
      return introduction.unsent().missing(now);
    }
    return introduction.draftId() == null
        ? introduction
        : introduction
            .undrafted()
            .with(
                introduction
                    .correspondence()
                    .without(IntroductionFlag.COPIED)
                    .without(IntroductionFlag.SCHEDULED));
  }

  /**
   * Whether a letter that was seen sent lies in the trash as one that never was: its sending was
   * undone, and the draft thrown away before anybody looked. A sent letter keeps its label in the
   * trash; and what lies there of a thread that went on is a follow-up, or the beginning of an
   * answer.
   */
  private static boolean isUndone(Introduction introduction, LetterObservation.Gone gone) {
    return gone.trashed()
        && introduction.state() == State.SENT
        && !introduction.has(IntroductionFlag.ANSWERED)
        && !introduction.has(IntroductionFlag.FOLLOW_UP_TRIED);
  }

  /**
   * What a letter that was looked for everywhere, and is nowhere after the grace, means.
   *
   * @param trashed whether it lies in the trash: then it was made, whatever else is known
   */
  public static Introduction conclude(Introduction introduction, boolean trashed) {
    if (introduction.state() == State.PREPARING && !trashed) {
      // two complete listings ten minutes apart did not show it: it was never made
      return introduction.notAttempted();
    }
    if (UnsentLetter.isUnfound(introduction)) {
      return introduction
          .undrafted()
          .with(introduction.correspondence().with(IntroductionFlag.NOWHERE));
    }
    State over =
        introduction.has(IntroductionFlag.LEFT_MEANWHILE) ? State.WITHDRAWN : State.DISCARDED;
    return introduction.state() == State.DRAFTED || introduction.state() == State.PREPARING
        ? introduction.withState(over).undrafted()
        : introduction;
  }

  private static Introduction drafted(Introduction introduction, LetterObservation.Draft draft) {
    Introduction named =
        FOLLOWED.contains(introduction.state())
            ? introduction.drafted(draft.draftId(), draft.messageId(), draft.threadId())
            : introduction.withGmailIds(draft.draftId(), draft.messageId(), draft.threadId());
    Correspondence correspondence =
        introduction
            .correspondence()
            .without(IntroductionFlag.SCHEDULED)
            .without(IntroductionFlag.COPIED);
    if (!draft.messageId().equals(introduction.messageId())) {
      // also where its first name is not known: what may be the delegate's is never deleted
      correspondence = correspondence.with(IntroductionFlag.EDITED);
    }
    return named.with(draft.recipients().map(correspondence::addressedTo).orElse(correspondence));
  }

  private static Introduction scheduled(
      Introduction introduction, LetterObservation.Scheduled scheduled) {
    String draft = introduction.draftId() == null ? "" : introduction.draftId();
    Introduction named =
        FOLLOWED.contains(introduction.state())
            ? introduction.drafted(draft, scheduled.messageId(), scheduled.threadId())
            : introduction.withGmailIds(draft, scheduled.messageId(), scheduled.threadId());
    return named.with(
        introduction
            .correspondence()
            .with(IntroductionFlag.SCHEDULED)
            .with(IntroductionFlag.EDITED));
  }

  private static Introduction sent(
      Introduction introduction, LetterObservation.Sent sent, Instant now) {
    Correspondence correspondence =
        introduction.correspondence().without(IntroductionFlag.SCHEDULED);
    correspondence =
        sent.draftLeft().isPresent()
            ? correspondence.with(IntroductionFlag.COPIED)
            : correspondence.without(IntroductionFlag.COPIED);
    if (!sent.recipients().isEmpty()) {
      correspondence = correspondence.addressedTo(sent.recipients());
    }
    if (sent.answered()) {
      correspondence = correspondence.with(IntroductionFlag.ANSWERED);
    }
    if (sent.refused()) {
      correspondence = correspondence.refused(sent.failed(), sent.recipients());
    }
    Introduction next = introduction.with(correspondence);
    State state = introduction.state();
    if (state != State.SENT && state != State.BOUNCED && isBefore(introduction)) {
      next = next.sent(now);
    } else {
      next = next.seenSentAt(now).missing(null);
    }
    if (sent.refused() && correspondence.isRefused() && next.state() == State.SENT) {
      next = next.withState(State.BOUNCED);
    }
    return next.inThread(sent.threadId(), sent.draftLeft());
  }

  /**
   * A letter that a person sent is sent, even where it had been given up before; one that was
   * withdrawn after it was sent stays withdrawn.
   */
  private static boolean isBefore(Introduction introduction) {
    return FOLLOWED.contains(introduction.state())
        || (introduction.state() == State.WITHDRAWN && introduction.sentAt() == null);
  }
}
