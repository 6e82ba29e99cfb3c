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
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.match.model.Assignment;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.Category;
import org.entraide.plan.introduce.DelegateChoice;
import org.entraide.plan.introduce.DraftChoice;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
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
  private final DraftMailboxes mailboxes;
  private final IntroductionReview review;
  private final QuestionPlanner questions;
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
    this.mailboxes = new DraftMailboxes(situation, participants, delegates, writing);
    this.review = new IntroductionReview(situation, participants, writing, mailboxes);
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
  public record PlannedIntroductions(Plan plan, Map<String, Introduction> introductions) {}

  /**
   * Plans introductions and their drafts.
   *
   * @param proposals of {@link #choose}
   * @param sheet plans rows of the ledger
   * @param entries what the ledger should say of an introduction
   */
  PlannedIntroductions plan(
      List<Proposal> proposals, CellPlanner sheet, Function<Introduction, WantedEntry> entries) {
    List<Introduction> changed = new ArrayList<>(review.changed(questions::updated));
    changed.addAll(begin(proposals));
    Map<String, Introduction> updated = new LinkedHashMap<>(situation.introductions());
    changed.forEach(i -> updated.put(i.ref(), i));
    List<Introduction> questionsBegun = questions.begin(mailboxes.whereTheyWait(updated.values()));
    changed.addAll(questionsBegun);
    questionsBegun.forEach(i -> updated.put(i.ref(), i));
    Map<String, Introduction> all =
        LifeCycle.withoutNeedless(updated, participants.interpretation().ledger());
    List<Effect> effects = new ArrayList<>();
    if (!changed.isEmpty()) {
      effects.add(
          new JournalEffect.RememberIntroductions(
              changed,
              !questionsBegun.isEmpty() || proposals.stream().anyMatch(Proposal::isBegun)));
    }
    missingLedgerRows(all.values(), sheet, entries).ifPresent(effects::add);
    effects.addAll(missingDrafts(all));
    for (Introduction i : all.values()) {
      if (UnsentLetter.isToDelete(i) && isReachable(i.mailbox())) {
        effects.add(new MailEffect.DeleteDraft(i));
      }
    }
    situation.observation().mail().duplicates().stream()
        .filter(duplicate -> isReachable(duplicate.mailbox()))
        .forEach(duplicate -> effects.add(new MailEffect.DeleteSecondDraft(duplicate)));
    return new PlannedIntroductions(new Plan(effects), all);
  }

  private boolean isReachable(String mailbox) {
    return !situation.unreachable().contains(mailbox);
  }

  /** Which of the pairs that are due get their draft now, the most urgent first. */
  List<Proposal> choose(List<Assignment> due) {
    return new DraftChoice(
            a -> mailboxes.of(a.person()),
            a -> writing.canBeWritten(begin(a, "M-")),
            situation.unreachable(),
            room,
            this::followUps,
            situation.observation().settings().maxWaitingDrafts())
        .choose(
            due,
            mailboxes.whereTheyWait(situation.introductions().values()),
            DraftChoice.urgency(situation.people(), participants.firstAnswers()));
  }

  /**
   * The proposals that are begun, each with its own reference. Some never get a draft, since there
   * is nobody to write to: the ledger asks to ring those.
   */
  private List<Introduction> begin(List<Proposal> proposals) {
    Map<String, Introduction> introductions = situation.introductions();
    Set<String> used = new HashSet<>(situation.observation().memory().references());
    used.addAll(introductions.keySet());
    used.addAll(participants.interpretation().refByKnownHash().values());
    List<Introduction> begun = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal.isBegun()) {
        Assignment a = proposal.assignment();
        Introduction introduction =
            begin(a, used)
                .insteadOf(
                    situation.wishesForAnother().answeredBy(a.person(), a.needs(), introductions));
        begun.add(
            review.updatedForPeople(
                a.round() == 0 ? withPin(introduction) : introduction, introductions.values()));
      }
    }
    return begun;
  }

  /** The effect that appends the rows that the ledger lacks. */
  private Optional<Effect> missingLedgerRows(
      Collection<Introduction> introductions,
      CellPlanner sheet,
      Function<Introduction, WantedEntry> entries) {
    Set<String> refsInLedger = new HashSet<>();
    participants.interpretation().ledger().forEach(row -> refsInLedger.add(row.ref()));
    List<Introduction> missing =
        introductions.stream()
            .filter(i -> !refsInLedger.contains(i.ref()))
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
  private List<Effect> missingDrafts(Map<String, Introduction> all) {
    List<Effect> drafts = new ArrayList<>();
    QuestionRule asking = questions.rule(all.values());
    for (Introduction i : all.values()) {
      boolean wanting =
          LifeCycle.isUntried(i) && !i.has(IntroductionFlag.TICK_IN_DOUBT) && isWorthAskingFor(i);
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
    return new MailEffect.CreateDraft(i, addressed, afterRefusal(addressed, i), letter);
  }

  private static Introduction withPin(Introduction i) {
    return i.with(i.correspondence().with(IntroductionFlag.PINNED));
  }

  private Introduction begin(Assignment assignment, Set<String> used) {
    String code =
        Reference.mint(
            random,
            c ->
                used.contains(c)
                    || used.contains(Reference.introduction(c))
                    || isReserved.test(Reference.introduction(c))
                    || participants.erased().hasReference(c));
    used.add(Reference.introduction(code));
    return begin(assignment, Reference.introduction(code));
  }

  private Introduction begin(Assignment assignment, String ref) {
    return Introduction.begun(
        ref,
        assignment.person(),
        assignment.helper(),
        assignment.needs(),
        kilometres(assignment),
        mailboxes.of(assignment.person()),
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
  private boolean isWorthAskingFor(Introduction i) {
    return !i.has(IntroductionFlag.UNFIT)
        || isTooLateToCorrect(i)
        || !writing.addressed(i).equals(i.correspondence());
  }

  private boolean isTooLateToCorrect(Introduction i) {
    return !now.isBefore(i.begunAt().plus(CORRECTED_WITHIN));
  }

  /**
   * The next state of an introduction whose letter Gmail refuses. It keeps two people from others
   * only as long as somebody may still correct an address.
   *
   * @param introductionBefore before its letter was addressed
   */
  private Introduction afterRefusal(Introduction addressed, Introduction introductionBefore) {
    Introduction unfit = addressed.with(addressed.correspondence().with(IntroductionFlag.UNFIT));
    boolean refusedAgain =
        introductionBefore.has(IntroductionFlag.UNFIT)
            && writing.addressed(introductionBefore).equals(introductionBefore.correspondence());
    return refusedAgain && isTooLateToCorrect(unfit) ? unfit.withState(State.DISCARDED) : unfit;
  }
}
