package org.entraide.campaign.decide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.entraide.plan.introduce.DelegateChoice;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.LedgerRow;

/** In which delegate's mailbox each draft is, or is going to be. Pure. */
final class DraftMailboxes {

  private final Situation situation;
  private final Participants participants;
  private final DelegateChoice delegates;
  private final LetterTexts writing;

  /**
   * @param delegates who writes to whom
   */
  DraftMailboxes(
      Situation situation,
      Participants participants,
      DelegateChoice delegates,
      LetterTexts writing) {
    this.situation = situation;
    this.participants = participants;
    this.delegates = delegates;
    this.writing = writing;
  }

  /** The mailbox of the delegate who writes to a person. */
  String of(String person) {
    return delegates.forPerson(situation.people().get(person));
  }

  /**
   * Introductions as they count among the drafts of a delegate. After a lost journal a draft is
   * looked for in every mailbox: until it is found it counts for whom the ledger names.
   */
  List<Introduction> whereTheyWait(Collection<Introduction> introductions) {
    Map<String, String> shown = LedgerRow.delegates(participants.interpretation().ledger());
    return introductions.stream()
        .map(i -> isLookedFor(i) ? i.inMailbox(shown.getOrDefault(i.ref(), "")) : inItsMailbox(i))
        .toList();
  }

  private boolean isLookedFor(Introduction i) {
    return LifeCycle.isLookedFor(i) && (i.isQuestion() || writing.canBeWritten(i));
  }

  /** Gives an introduction whose draft was never tried to a delegate of today. */
  Introduction inItsMailbox(Introduction i) {
    return !LifeCycle.isUntried(i)
            || !participants.areThere(i)
            || delegates.all().contains(i.mailbox())
        ? i
        : i.inMailbox(of(participants.interpretation().nowCalled(i.person())));
  }
}
