package org.entraide.campaign.decide;

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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.match.model.Assignment;
import org.entraide.people.word.Category;
import org.entraide.people.word.Reference;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.DelegateChoice;
import org.entraide.plan.introduce.DraftChoice;
import org.entraide.plan.introduce.DraftRecall;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterFlag;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.write.CellPlanner;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.table.Change;
import org.jspecify.annotations.Nullable;

/**
 * Plans introductions: which are begun, whose draft is made, and whose is deleted again. It
 * performs nothing; what is planned is applied by {@code Applier}.
 */
public final class IntroductionPlanner {

  /** How long organisers have to correct what makes a draft impossible. */
  static final Duration CORRECTED_WITHIN = Duration.ofDays(1);

  private final Situation situation;
  private final LetterTexts writing;
  private final QuestionPlanner questions;
  private final DelegateChoice delegates;
  private final Participants participants;
  private final WaitingFollowUps followUps;
  private final ToIntFunction<String> room;
  private final Predicate<String> isReserved;
  private final RandomGenerator random;
  private final Instant now;

  /**
   * @param delegates who writes to whom
   * @param followUps how many follow-ups wait among a delegate's drafts
   * @param room how many drafts a mailbox takes now
   * @param isReserved whether a reference is taken, by any campaign
   * @param random draws new references
   */
  IntroductionPlanner(
      Situation situation,
      LetterComposer letters,
      DelegateChoice delegates,
      WaitingFollowUps followUps,
      ToIntFunction<String> room,
      Predicate<String> isReserved,
      RandomGenerator random) {
    this.situation = situation;
    this.participants = Participants.of(situation);
    this.writing = new LetterTexts(situation.observation().settings(), letters, participants);
    this.delegates = delegates;
    this.followUps = followUps;
    this.room = room;
    this.isReserved = isReserved;
    this.random = random;
    this.now = situation.observation().now();
    this.questions =
        new QuestionPlanner(
            situation, QuestionTexts.of(situation, letters), delegates, this::followUps, room);
  }

  private int followUps(String mailbox) {
    return followUps.in(mailbox, situation.introductions().values(), participants.cursors());
  }

  /**
   * What is planned.
   *
   * @param introductions as they are once the plan is begun, by reference
   */
  public record Planned(Plan plan, Map<String, Introduction> introductions) {}

  /**
   * Plans introductions and their drafts.
   *
   * @param proposals of {@link #choose}
   * @param sheet plans rows of the ledger
   * @param entries what the ledger should say of an introduction
   */
  Planned plan(
      List<Proposal> proposals, CellPlanner sheet, Function<Introduction, WantedEntry> entries) {
    List<Introduction> changed = new ArrayList<>(recalled());
    changed.addAll(begun(proposals));
    Map<String, Introduction> all = new LinkedHashMap<>(situation.introductions());
    changed.forEach(i -> all.put(i.ref(), i));
    List<Introduction> asked = questions.begun(whereTheyWait(all.values()));
    changed.addAll(asked);
    asked.forEach(i -> all.put(i.ref(), i));
    LifeCycle.dropNeedless(all, participants.interpretation().ledger());
    List<Effect> effects = new ArrayList<>();
    if (!changed.isEmpty()) {
      effects.add(
          new JournalEffect.RememberIntroductions(
              changed, !asked.isEmpty() || proposals.stream().anyMatch(Proposal::isBegun)));
    }
    appended(all.values(), sheet, entries).ifPresent(effects::add);
    effects.addAll(drafts(all));
    for (Introduction i : all.values()) {
      if (UnsentLetter.isToDelete(i) && isReachable(i.mailbox())) {
        effects.add(new MailEffect.DeleteDraft(i));
      }
    }
    situation.observation().mail().duplicates().stream()
        .filter(duplicate -> isReachable(duplicate.mailbox()))
        .forEach(duplicate -> effects.add(new MailEffect.DeleteSecondDraft(duplicate)));
    return new Planned(new Plan(effects), all);
  }

  private boolean isReachable(String mailbox) {
    return !situation.unreachable().contains(mailbox);
  }

  /** Which of the pairs that are due get their draft now, the most urgent first. */
  List<Proposal> choose(List<Assignment> due) {
    return new DraftChoice(
            a -> mailbox(a.person()),
            a -> writing.canBeWritten(begun(a, "M-")),
            situation.unreachable(),
            room,
            this::followUps,
            situation.observation().settings().maxWaitingDrafts())
        .choose(
            due,
            whereTheyWait(situation.introductions().values()),
            DraftChoice.urgency(situation.people(), participants.firstAnswers()));
  }

  private String mailbox(String person) {
    LocatedPerson located = situation.people().get(person);
    return delegates.forPlace(located == null ? Optional.empty() : located.place());
  }

  /**
   * Introductions of earlier passes that change now: those whose people left meanwhile, or of which
   * {@link DraftRecall} says so, are withdrawn, and a draft is taken back whose outcome is known
   * already.
   */
  private List<Introduction> recalled() {
    Map<String, Introduction> introductions = situation.introductions();
    List<Introduction> standing =
        introductions.values().stream()
            .filter(i -> !i.isQuestion())
            .map(i -> standing(i, introductions.values()))
            .toList();
    DraftRecall recall =
        DraftRecall.of(
            standing.stream().map(participants.interpretation()::now).toList(),
            situation.people(),
            situation.another(),
            situation.terms());
    return Stream.concat(
            standing.stream().map(i -> UnsentLetter.takenBack(recalled(followed(i), recall))),
            introductions.values().stream().filter(Introduction::isQuestion).map(questions::kept))
        .filter(i -> !i.equals(introductions.get(i.ref())))
        .toList();
  }

  /**
   * The proposals that are begun, each with its own reference. Some never get a draft, since there
   * is nobody to write to: the ledger asks to ring those.
   */
  private List<Introduction> begun(List<Proposal> proposals) {
    Map<String, Introduction> introductions = situation.introductions();
    Set<String> used = new HashSet<>(situation.observation().memory().references());
    used.addAll(introductions.keySet());
    used.addAll(participants.interpretation().refByFingerprint().values());
    List<Introduction> begun = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal.isBegun()) {
        Assignment a = proposal.assignment();
        Introduction next =
            begun(a, used)
                .insteadOf(situation.another().answeredBy(a.person(), a.needs(), introductions));
        begun.add(standing(a.round() == 0 ? pinned(next) : next, introductions.values()));
      }
    }
    return begun;
  }

  /** The rows that the ledger lacks. */
  private Optional<Effect> appended(
      Collection<Introduction> introductions,
      CellPlanner sheet,
      Function<Introduction, WantedEntry> entries) {
    Set<String> there = new HashSet<>();
    participants.interpretation().ledger().forEach(row -> there.add(row.ref()));
    List<Introduction> missing =
        introductions.stream()
            .filter(i -> !there.contains(i.ref()))
            .filter(situation.observation().handMade()::mayBeAppended)
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SheetEffect.AppendLedger(
                missing.stream().map(Introduction::ref).toList(),
                new Change.AppendRows(
                    situation.observation().layout().ledgerSheet(),
                    missing.stream().map(entries).map(sheet.ledger()::newEntry).toList())));
  }

  /** The drafts of all introductions that have none yet. */
  private List<Effect> drafts(Map<String, Introduction> all) {
    List<Effect> drafts = new ArrayList<>();
    QuestionRule asking = questions.rule(all.values());
    for (Introduction i : all.values()) {
      boolean wanting = LifeCycle.isUntried(i) && !i.has(LetterFlag.TICK_IN_DOUBT) && mayBeFit(i);
      if (wanting && isReachable(i.mailbox())) {
        Optional<Letter> letter =
            i.isQuestion() ? questions.letter(i, asking) : writing.introduce(i, all.values());
        letter.ifPresent(it -> drafts.add(draft(i, it)));
      }
    }
    return drafts;
  }

  private Effect draft(Introduction i, Letter letter) {
    Introduction addressed = i.with(writing.addressed(i));
    return new MailEffect.CreateDraft(i, addressed, refused(addressed, i), letter);
  }

  private static Introduction pinned(Introduction i) {
    return i.with(i.correspondence().with(LetterFlag.PINNED));
  }

  /** A follow-up that was made is not to be sent to somebody who left, until they are back. */
  private Introduction followed(Introduction i) {
    boolean sent = i.state() == State.SENT || i.state() == State.BOUNCED;
    if (!sent || !i.has(LetterFlag.FOLLOW_UP_TRIED)) {
      return i;
    }
    return i.with(
        participants.withdrew(i)
            ? i.correspondence().with(LetterFlag.NOT_TO_FOLLOW)
            : i.correspondence().without(LetterFlag.NOT_TO_FOLLOW));
  }

  /** Withdraws an introduction whose reason is over; one that was accepted stays so. */
  private Introduction recalled(Introduction introduction, DraftRecall recall) {
    Introduction i = asked(introduction, recall);
    if (recall.reckoned().contains(i.ref())) {
      i = i.with(i.correspondence().without(LetterFlag.STANDS_AGAIN));
    }
    LetterFlag reason = recall.reasons().get(i.ref());
    if (i.state() == State.ACCEPTED) {
      return UnsentLetter.needed(i, reason == null && !participants.withdrew(i));
    }
    return reason == null || i.state() == State.WITHDRAWN
        ? i
        : i.with(i.correspondence().with(reason)).withState(State.WITHDRAWN);
  }

  /** Asks people about a tick that may be gone by mistake. */
  private static Introduction asked(Introduction i, DraftRecall recall) {
    return i.with(
        recall.doubtful().contains(i.ref())
            ? i.correspondence().with(LetterFlag.TICK_IN_DOUBT)
            : i.correspondence().without(LetterFlag.TICK_IN_DOUBT));
  }

  /**
   * Withdraws an introduction where somebody left; else, before its draft is made, sets the mailbox
   * of the draft.
   */
  private Introduction standing(Introduction i, Collection<Introduction> all) {
    boolean untried = LifeCycle.isUntried(i);
    if (untried && participants.areIntroducedTwice(i, all)) {
      return i.with(i.correspondence().with(LetterFlag.TWICE)).withState(State.WITHDRAWN);
    }
    // one that is looked for may have been sent: it holds its helper's place until that is sure
    boolean held = LifeCycle.needsLookingFor(i) && participants.mayBeHelping(i);
    boolean leaving = i.state() == State.DRAFTED && participants.withdrew(i);
    if ((untried && participants.left(i)) || (leaving && !held)) {
      return UnsentLetter.left(i, false).withState(State.WITHDRAWN);
    }
    if (!untried || !participants.areThere(i)) {
      return UnsentLetter.left(i, leaving); // a row that is gone for now says nothing new
    }
    Introduction marked =
        i.with(
            writing.canBeWritten(i)
                ? i.correspondence().without(LetterFlag.TO_RING)
                : i.correspondence().with(LetterFlag.TO_RING));
    return inItsMailbox(marked);
  }

  /**
   * Introductions as they count among the drafts of a delegate. After a lost journal a draft is
   * looked for in every mailbox: until it is found it counts for whom the ledger names.
   */
  private List<Introduction> whereTheyWait(Collection<Introduction> introductions) {
    Map<String, String> shown = LedgerRow.delegates(participants.interpretation().ledger());
    return introductions.stream()
        .map(i -> isLookedFor(i) ? i.in(shown.getOrDefault(i.ref(), "")) : inItsMailbox(i))
        .toList();
  }

  private boolean isLookedFor(Introduction i) {
    return LifeCycle.isLookedFor(i) && (i.isQuestion() || writing.canBeWritten(i));
  }

  /** Gives an introduction whose draft was never tried to a delegate of today. */
  private Introduction inItsMailbox(Introduction i) {
    return !LifeCycle.isUntried(i)
            || !participants.areThere(i)
            || delegates.all().contains(i.mailbox())
        ? i
        : i.in(mailbox(participants.interpretation().nowCalled(i.person())));
  }

  private Introduction begun(Assignment assignment, Set<String> used) {
    String code =
        Reference.mint(
            random,
            c ->
                used.contains(c)
                    || used.contains(Reference.introduction(c))
                    || isReserved.test(Reference.introduction(c))
                    || participants.erased().hasReference(c));
    used.add(Reference.introduction(code));
    return begun(assignment, Reference.introduction(code));
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

  /** The distance that letters and rows show: none where only remote needs are covered. */
  static @Nullable Double kilometres(Assignment assignment) {
    return assignment.needs().stream().allMatch(Category::remote) ? null : assignment.cautiousKm();
  }

  /**
   * Whether a draft is worth asking for: one that was refused as such is asked for again once an
   * address changed, and a last time before it is given up.
   */
  private boolean mayBeFit(Introduction i) {
    return !i.has(LetterFlag.UNFIT)
        || isOver(i)
        || !writing.addressed(i).equals(i.correspondence());
  }

  private boolean isOver(Introduction i) {
    return !now.isBefore(i.begunAt().plus(CORRECTED_WITHIN));
  }

  /**
   * The next state of an introduction whose letter Gmail refuses. It keeps two people from others
   * only as long as somebody may still correct an address.
   *
   * @param before as it was
   */
  private Introduction refused(Introduction addressed, Introduction before) {
    Introduction unfit = addressed.with(addressed.correspondence().with(LetterFlag.UNFIT));
    boolean again =
        before.has(LetterFlag.UNFIT) && writing.addressed(before).equals(before.correspondence());
    return again && isOver(unfit) ? unfit.withState(State.DISCARDED) : unfit;
  }
}
