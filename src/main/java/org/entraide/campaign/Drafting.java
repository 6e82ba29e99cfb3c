package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.match.Assignment;
import org.entraide.people.Category;
import org.entraide.people.Ref;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.Delegates;
import org.entraide.plan.DraftChoice;
import org.entraide.plan.DraftRecall;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.Letter;
import org.entraide.plan.Letters;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.Mark;
import org.entraide.plan.MatchingInput;
import org.entraide.plan.Proposal;
import org.entraide.plan.Someone;
import org.entraide.plan.UnsentLetter;
import org.jspecify.annotations.Nullable;

/** Begins introductions and leaves their drafts, exactly one each. */
final class Drafting {

  /** How long organisers have to correct what makes a draft impossible. */
  private static final Duration CORRECTED_WITHIN = Duration.ofDays(1);

  private final CampaignSettings settings;
  private final Cycle.Ports ports;
  private final Writing writing;
  private final Delegates delegates;
  private final Cast cast;
  private final MatchingInput.Terms terms;
  private final WaitingFollowUps followUps;
  private final Map<String, Someone> people;
  private final Instant now;
  private final boolean dry;

  Drafting(
      CampaignSettings settings,
      Cycle.Ports ports,
      Letters letters,
      Delegates delegates,
      Cast cast,
      MatchingInput.Terms terms,
      WaitingFollowUps followUps,
      Instant now,
      boolean dry) {
    this.settings = settings;
    this.ports = ports;
    this.writing = new Writing(settings, letters, cast);
    this.delegates = delegates;
    this.cast = cast;
    this.terms = terms;
    this.followUps = followUps;
    this.people = cast.people();
    this.now = now;
    this.dry = dry;
  }

  /** What the letters say. */
  Writing writing() {
    return writing;
  }

  /** Which proposals get their draft now, the most urgent first. */
  List<Proposal> choose(
      List<Assignment> assignments, Collection<Introduction> introductions, Set<String> down) {
    return new DraftChoice(
            a -> mailbox(a.person()),
            a -> writing.canBeWritten(begun(a, "M-")),
            down,
            address -> dry ? Integer.MAX_VALUE : ports.mailboxes().apply(address).room(),
            address -> followUps.in(address, introductions, cast.cursors()),
            settings.maxWaitingDrafts())
        .choose(assignments, introductions, DraftChoice.urgency(people, cast.firstAnswers()));
  }

  /** Whether a delegate has less to read than is too much, follow-ups among it. */
  boolean hasTimeFor(String address, Collection<Introduction> introductions) {
    return DraftChoice.waiting(address, introductions)
            + followUps.in(address, introductions, cast.cursors())
        < settings.maxWaitingDrafts();
  }

  private String mailbox(String person) {
    Someone someone = people.get(person);
    return delegates.forPlace(someone == null ? Optional.empty() : someone.place());
  }

  /**
   * Gives the chosen proposals a reference and journals them; their drafts are not made yet, and
   * never where there is nobody to write to: the ledger asks to ring those. Those begun earlier
   * whose people left meanwhile, or of which {@link DraftRecall} says so, are withdrawn, and a
   * draft is taken back whose outcome is known already: {@link Withdrawing} deletes drafts.
   *
   * @return all introductions, by reference
   */
  Map<String, Introduction> begin(
      Map<String, Introduction> introductions,
      List<Proposal> proposals,
      Set<String> references,
      AnotherMatch another) {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    List<Introduction> changed = new ArrayList<>();
    List<Introduction> standing =
        introductions.values().stream().map(i -> standing(i, introductions.values())).toList();
    DraftRecall recall =
        DraftRecall.of(standing.stream().map(cast.rows()::now).toList(), people, another, terms);
    for (Introduction i : standing) {
      Introduction now = UnsentLetter.takenBack(recalled(followed(i), recall));
      if (!now.equals(introductions.get(i.ref()))) {
        changed.add(now);
      }
    }
    Set<String> used = new HashSet<>(references);
    used.addAll(introductions.keySet());
    used.addAll(cast.rows().refByFingerprint().values());
    for (Proposal proposal : proposals) {
      if (proposal.isBegun()) {
        Assignment a = proposal.assignment();
        Introduction next =
            begun(a, used).insteadOf(another.answeredBy(a.person(), a.needs(), introductions));
        changed.add(standing(a.round() == 0 ? pinned(next) : next, introductions.values()));
      }
    }
    changed.forEach(i -> all.put(i.ref(), i));
    LifeCycle.dropNeedless(all, cast.rows().ledger());
    if (!dry && !changed.isEmpty()) {
      ports.journal().reserve(settings.name(), changed.stream().map(Introduction::ref).toList());
      ports.journal().record(settings.name(), changed);
    }
    return all;
  }

  private static Introduction pinned(Introduction i) {
    return i.with(i.correspondence().with(Mark.PINNED));
  }

  /** A follow-up that was made is not to be sent to somebody who left, until they are back. */
  private Introduction followed(Introduction i) {
    boolean sent = i.state() == State.SENT || i.state() == State.BOUNCED;
    if (!sent || !i.has(Mark.FOLLOW_UP_TRIED)) {
      return i;
    }
    return i.with(
        cast.withdrew(i)
            ? i.correspondence().with(Mark.NOT_TO_FOLLOW)
            : i.correspondence().without(Mark.NOT_TO_FOLLOW));
  }

  /** Withdrawn where what it was written for is over; what was accepted stays so. */
  private Introduction recalled(Introduction introduction, DraftRecall recall) {
    Introduction i = asked(introduction, recall);
    if (recall.reckoned().contains(i.ref())) {
      i = i.with(i.correspondence().without(Mark.STANDS_AGAIN));
    }
    Mark reason = recall.reasons().get(i.ref());
    if (i.state() == State.ACCEPTED) {
      return UnsentLetter.needed(i, reason == null && !cast.withdrew(i));
    }
    return reason == null || i.state() == State.WITHDRAWN
        ? i
        : i.with(i.correspondence().with(reason)).withState(State.WITHDRAWN);
  }

  /** Whether people are asked about a tick that may be gone by mistake. */
  private static Introduction asked(Introduction i, DraftRecall recall) {
    return i.with(
        recall.doubtful().contains(i.ref())
            ? i.correspondence().with(Mark.TICK_IN_DOUBT)
            : i.correspondence().without(Mark.TICK_IN_DOUBT));
  }

  /** Withdrawn where somebody left; else, before its draft is asked for, where that goes to. */
  private Introduction standing(Introduction i, Collection<Introduction> all) {
    boolean untried = i.state() == State.PREPARING && !i.attempted();
    if (untried && isTwice(i, all)) {
      return i.with(i.correspondence().with(Mark.TWICE)).withState(State.WITHDRAWN);
    }
    if ((untried && cast.left(i)) || (i.state() == State.DRAFTED && cast.withdrew(i))) {
      return i.withState(State.WITHDRAWN);
    }
    if (!untried || !cast.areThere(i)) {
      return i; // a row that is gone for now says nothing new
    }
    Introduction marked =
        i.with(
            writing.canBeWritten(i)
                ? i.correspondence().without(Mark.TO_RING)
                : i.correspondence().with(Mark.TO_RING));
    return delegates.all().contains(marked.mailbox())
        ? marked
        // nobody knows where, or its delegate no longer writes for the campaign
        : marked.in(mailbox(cast.rows().nowCalled(i.person())));
  }

  /**
   * Whether the same two are introduced already, whichever of two daemons that did not know of one
   * another began it: of two that were both only begun, the first in the ledger goes on.
   */
  private boolean isTwice(Introduction i, Collection<Introduction> all) {
    Introduction mine = cast.rows().now(i);
    boolean before = true;
    for (Introduction other : all) {
      if (other.ref().equals(i.ref())) {
        before = false;
        continue;
      }
      Introduction its = cast.rows().now(other);
      boolean same = its.person().equals(mine.person()) && its.helper().equals(mine.helper());
      boolean only = other.state() == State.PREPARING && !other.attempted();
      if (same && (before || !only) && !other.has(Mark.TWICE)) {
        return true;
      }
    }
    return false;
  }

  private Introduction begun(Assignment assignment, Set<String> used) {
    String code =
        Ref.mint(
            ports.random(),
            c ->
                used.contains(c)
                    || used.contains(Ref.introduction(c))
                    || ports.journal().isReserved(Ref.introduction(c))
                    || cast.erased().hasReference(c));
    used.add(Ref.introduction(code));
    return begun(assignment, Ref.introduction(code));
  }

  private Introduction begun(Assignment assignment, String ref) {
    return Introduction.begun(
        ref,
        assignment.person(),
        assignment.helper(),
        assignment.needs(),
        kilometres(assignment),
        mailbox(assignment.person()),
        now);
  }

  /** The distance that people are told: none where only remote needs are covered. */
  private static @Nullable Double kilometres(Assignment assignment) {
    return assignment.needs().stream().allMatch(Category::remote) ? null : assignment.cautiousKm();
  }

  /**
   * Makes the drafts of all introductions that have none yet, as long as there is a go-ahead. Each
   * is journalled before it is asked for and after; one whose answer was lost is never asked for
   * again until a look has told.
   *
   * @param resting mailboxes to leave alone; one that fails joins them
   * @param effects is told what was done
   * @return all introductions as they are then
   */
  Map<String, Introduction> makeDrafts(
      Map<String, Introduction> introductions,
      GoAhead goAhead,
      Set<String> resting,
      List<String> effects,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Map<String, Introduction> all = new LinkedHashMap<>(introductions);
    for (Introduction i : introductions.values()) {
      boolean wanting = LifeCycle.isUntried(i) && !i.has(Mark.TICK_IN_DOUBT) && mayBeFit(i);
      Optional<Letter> letter =
          wanting && !resting.contains(i.mailbox())
              ? writing.introduce(i, all.values())
              : Optional.empty();
      if (letter.isPresent()) {
        if (!dry) {
          goAhead.before(GoAhead.Kind.DRAFTS);
        }
        try {
          if (!dry) {
            all.put(i.ref(), makeDraft(i, letter.get(), all));
          }
          effects.add("draft " + i.ref() + " for " + i.person() + " with " + i.helper());
        } catch (RemoteFailure e) {
          if (e.kind() != RemoteFailure.Kind.REJECTED) {
            resting.add(i.mailbox()); // one letter that is refused as such holds up no other
          }
          troubles.add(Trouble.of(e));
        }
      }
    }
    return all;
  }

  private Introduction makeDraft(Introduction first, Letter letter, Map<String, Introduction> all)
      throws RemoteFailure {
    ports.stop().check(); // before the journal says that it was asked for
    Journal journal = ports.journal();
    Introduction begun = first.with(writing.addressed(first));
    Introduction attempted = begun.asAttempted();
    journal.record(settings.name(), List.of(attempted));
    return new Journalled(settings.name(), ports)
        .run(
            "draft",
            begun.ref(),
            () -> {
              try {
                Mailbox.Draft draft = ports.mailboxes().apply(begun.mailbox()).create(letter);
                Introduction made =
                    attempted
                        .drafted(draft.id(), draft.messageId(), draft.threadId())
                        .with(attempted.correspondence().without(Mark.UNFIT));
                journal.record(settings.name(), List.of(made));
                return made;
              } catch (RemoteFailure e) {
                // what was surely not made may be tried again; the rest must be looked for
                Introduction left = e.maybeApplied() ? attempted : notMade(begun, first, e);
                all.put(left.ref(), left);
                journal.record(settings.name(), List.of(left));
                throw e;
              }
            });
  }

  /**
   * Whether a draft is worth asking for: one that was refused as such is asked for again once an
   * address changed, and a last time before it is given up.
   */
  private boolean mayBeFit(Introduction i) {
    return !i.has(Mark.UNFIT) || isOver(i) || !writing.addressed(i).equals(i.correspondence());
  }

  private boolean isOver(Introduction i) {
    return !now.isBefore(i.begunAt().plus(CORRECTED_WITHIN));
  }

  /**
   * One that was surely not made. What is refused as such holds two people only as long as somebody
   * may still correct an address.
   */
  private Introduction notMade(Introduction begun, Introduction before, RemoteFailure why) {
    if (why.kind() != RemoteFailure.Kind.REJECTED) {
      return begun;
    }
    Introduction unfit = begun.with(begun.correspondence().with(Mark.UNFIT));
    boolean again =
        before.has(Mark.UNFIT) && writing.addressed(before).equals(before.correspondence());
    return again && isOver(unfit) ? unfit.withState(State.DISCARDED) : unfit;
  }
}
