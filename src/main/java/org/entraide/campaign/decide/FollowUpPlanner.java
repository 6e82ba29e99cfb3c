package org.entraide.campaign.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.DraftChoice;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;

/**
 * Plans follow-ups: a second draft in the thread of a letter without an answer, once and never
 * again; and the end of those that are no longer needed. It performs nothing.
 *
 * <p>One pass announces a follow-up in the journal and the ledger; the next one, which reads there
 * that it was announced, makes it. One whose answer was lost is not made again: at most one
 * follow-up must be made. A follow-up that the delegate touched, or of which nobody knows whether
 * she did, is hers, and the ledger asks her not to send it.
 */
public final class FollowUpPlanner {

  private final Situation situation;
  private final Optional<Duration> silence;
  private final LetterTexts writing;
  private final WaitingFollowUps waiting;
  private final Instant now;

  /**
   * @param silence after which a follow-up is due; empty for never
   * @param waiting how many follow-ups wait among a delegate's drafts
   */
  FollowUpPlanner(
      Situation situation,
      Optional<Duration> silence,
      LetterTexts writing,
      WaitingFollowUps waiting) {
    this.situation = situation;
    this.silence = silence;
    this.writing = writing;
    this.waiting = waiting;
    this.now = situation.observation().now();
  }

  /**
   * The letters that must be looked at before anything can be planned.
   *
   * @param needless followed up, and their outcome is known by now
   * @param toAnnounce due, those first that are silent for longest
   * @param toMake announced by an earlier pass
   */
  public record FollowUpCandidates(
      List<Introduction> needless, List<Introduction> toAnnounce, List<Introduction> toMake) {}

  /**
   * What is planned.
   *
   * @param introductions as they are once the plan is begun, by reference
   * @param again whether the next pass makes a follow-up
   */
  public record PlannedFollowUps(
      Plan plan, Map<String, Introduction> introductions, boolean again) {}

  /** Which letters matter, as long as no delegate gets too much to read. */
  FollowUpCandidates candidates() {
    List<Introduction> toAnnounce = new ArrayList<>();
    List<Introduction> toMake = new ArrayList<>();
    Map<String, Introduction> introductionsThen = new LinkedHashMap<>(situation.introductions());
    for (Introduction i : due()) {
      if (i.has(IntroductionFlag.FOLLOWED_UP)) {
        if (isAnnounced(i)) {
          toMake.add(i);
        }
      } else if (hasTimeFor(i.mailbox(), introductionsThen.values())) {
        toAnnounce.add(i);
        introductionsThen.put(i.ref(), followUpAnnounced(i));
      }
    }
    return new FollowUpCandidates(needless(), toAnnounce, toMake);
  }

  private List<Introduction> needless() {
    return situation.introductions().values().stream()
        .filter(i -> LifeCycle.mayHaveNeedlessFollowUp(i) && isReachable(i))
        .filter(i -> !i.mailbox().isEmpty() && i.threadId() != null)
        .toList();
  }

  private List<Introduction> due() {
    return situation.introductions().values().stream()
        .filter(i -> isSilent(i) && isReachable(i) && writing.mayFollowUp(i))
        .sorted(
            Comparator.<Introduction, Instant>comparing(this::sentAt)
                .thenComparing(Introduction::ref))
        .toList();
  }

  private boolean isReachable(Introduction i) {
    return !situation.unreachable().contains(i.mailbox());
  }

  private Instant sentAt(Introduction i) {
    return i.sentAt() == null ? now : i.sentAt();
  }

  /** Whether there was no answer for long enough, and no follow-up was tried. */
  private boolean isSilent(Introduction i) {
    Instant sent = i.sentAt();
    return i.state() == State.SENT
        && !i.isQuestion()
        && sent != null
        && silence.filter(after -> !now.isBefore(sent.plus(after))).isPresent()
        && i.threadId() != null
        && !i.has(IntroductionFlag.ANSWERED)
        && !i.has(IntroductionFlag.NOT_TO_FOLLOW)
        && !i.has(IntroductionFlag.FOLLOW_UP_TRIED);
  }

  private boolean isAnnounced(Introduction i) {
    return situation.observation().interpretation().ledger().stream()
        .anyMatch(row -> row.ref().equals(i.ref()) && row.wasFollowedUp());
  }

  /** Whether a delegate has few enough drafts to read, follow-ups included. */
  private boolean hasTimeFor(String address, Collection<Introduction> introductions) {
    return DraftChoice.waiting(address, introductions)
            + waiting.in(address, introductions, situation.observation().mail().cursors())
        < situation.observation().settings().maxWaitingDrafts();
  }

  /**
   * Plans, once the candidates' letters were looked at. Of a candidate whose mailbox did not answer
   * nothing is planned.
   */
  PlannedFollowUps plan(FollowUpCandidates candidates, FollowUpLook look) {
    List<Effect> effects = new ArrayList<>();
    Map<String, Introduction> all = new LinkedHashMap<>(situation.introductions());
    List<Introduction> changed = new ArrayList<>();
    boolean again = look.later();
    for (Introduction i : reachable(candidates.needless())) {
      look.thread(i).ifPresent(drafts -> recall(i, drafts, effects, changed));
    }
    Set<String> threads = new HashSet<>(); // the two of a pair may be introduced in one letter
    for (Introduction i : reachable(candidates.toMake())) {
      Optional<FollowUpLook.SentLetter> letter = look.letter(i);
      if (letter.isPresent() && threads.add(String.valueOf(i.threadId()))) {
        make(i, letter.get(), effects, changed);
      } else {
        again |= letter.isPresent(); // whose draft is there then, as the next pass will see
      }
    }
    for (Introduction i : reachable(candidates.toAnnounce())) {
      Optional<FollowUpLook.SentLetter> letter = look.letter(i);
      if (letter.isPresent()) {
        boolean canBeWritten = letter.get().followUp().isPresent();
        changed.add(canBeWritten ? followUpAnnounced(i) : notToFollow(i));
        again |= canBeWritten;
      }
    }
    if (!changed.isEmpty()) { // first: what was seen must not be lost with what is done
      effects.add(0, new JournalEffect.RememberIntroductions(changed, false));
      changed.forEach(i -> all.put(i.ref(), i));
    }
    return new PlannedFollowUps(new Plan(effects), all, again);
  }

  private List<Introduction> reachable(List<Introduction> introductions) {
    return introductions.stream().filter(this::isReachable).toList();
  }

  private void recall(
      Introduction i,
      List<Mailbox.Draft> draftsInThread,
      List<Effect> effects,
      List<Introduction> changed) {
    Optional<Mailbox.Draft> followUpAsMade =
        JournalNotes.followUp(situation.observation().memory().notes(), i.ref());
    boolean untouched =
        followUpAsMade.isPresent()
            && draftsInThread.stream()
                .filter(draft -> draft.id().equals(followUpAsMade.get().id()))
                .allMatch(draft -> draft.messageId().equals(followUpAsMade.get().messageId()));
    if (untouched) {
      effects.add(new MailEffect.DeleteFollowUp(i, followUpOver(i), followUpAsMade.get()));
    } else if (draftsInThread.isEmpty()) {
      changed.add(followUpOver(i));
    }
  }

  private static void make(
      Introduction i,
      FollowUpLook.SentLetter letter,
      List<Effect> effects,
      List<Introduction> changed) {
    if (letter.followUp().isEmpty()) { // the ledger shows one only where there may be one
      changed.add(notToFollow(i));
    } else if (letter.isThere()) { // an older journal does not know that it was asked for
      changed.add(followUpTried(i));
    } else {
      effects.add(
          new MailEffect.CreateFollowUp(
              i, followUpTried(i), notToFollow(i), letter.followUp().get()));
    }
  }

  private static Introduction followUpAnnounced(Introduction i) {
    return i.with(i.correspondence().with(IntroductionFlag.FOLLOWED_UP));
  }

  private static Introduction followUpTried(Introduction i) {
    return i.with(i.correspondence().with(IntroductionFlag.FOLLOW_UP_TRIED));
  }

  /** Where there is no thread to write in, or the letter is not to be followed. */
  private static Introduction notToFollow(Introduction i) {
    return i.with(i.correspondence().with(IntroductionFlag.NOT_TO_FOLLOW));
  }

  /** Whose follow-up is gone for good. */
  private static Introduction followUpOver(Introduction i) {
    return i.with(i.correspondence().with(IntroductionFlag.FOLLOW_UP_OVER));
  }
}
