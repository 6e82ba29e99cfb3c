package org.entraide.plan.introduce;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerRow;

/** Introductions of which the ledger knows more than the journal. Pure. */
public final class LedgerAdoption {

  /** The states of an introduction that needs no letter. */
  private static final Set<State> WITHOUT_LETTER =
      EnumSet.of(
          State.SENT, State.ACCEPTED, State.DONE, State.DECLINED, State.NO_ANSWER, State.WITHDRAWN);

  private LedgerAdoption() {}

  /**
   * Adds what only the ledger knows, as after the loss of the journal: those introductions exist,
   * and whether and where their draft does must be looked up. Such a draft counts as the
   * delegate's: nobody knows whether it was changed. An older journal may know less than the
   * ledger, too.
   *
   * @param sentOn when a row says that its letter was sent
   */
  public static Map<String, Introduction> adopt(
      Map<String, Introduction> journalled,
      List<LedgerRow> ledger,
      Function<LedgerRow, Optional<Instant>> sentOn,
      Instant now) {
    Map<String, Introduction> all = new LinkedHashMap<>(journalled);
    for (LedgerRow row : ledger) {
      Introduction ofJournal = all.get(row.ref());
      Introduction ofLedger = adopted(row, sentOn.apply(row), now);
      ofLedger = row.isMadeByHand() ? madeByHand(ofLedger, now) : ofLedger;
      all.put(row.ref(), ofJournal == null ? ofLedger : caughtUp(ofJournal, ofLedger, row));
    }
    return all;
  }

  private static Introduction adopted(LedgerRow row, Optional<Instant> sentOn, Instant now) {
    // what somebody typed over or cleared is no draft that was never made
    boolean untold = row.hasNoState() && row.check().isEmpty();
    State begun = sentOn.isPresent() ? State.SENT : State.DRAFTED;
    State state = row.state().orElse(untold ? State.PREPARING : begun);
    return new Introduction(
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
        sentOn.orElse(state == State.SENT ? now : null),
        row.answers(),
        followUp(Correspondence.NONE, row));
  }

  /** One that organisers made: no letter is looked for, since there is none. */
  private static Introduction madeByHand(Introduction ofLedger, Instant now) {
    State state = WITHOUT_LETTER.contains(ofLedger.state()) ? ofLedger.state() : State.SENT;
    return ofLedger
        .withState(state)
        .seenSentAt(now)
        .notAttempted()
        .with(ofLedger.correspondence().with(IntroductionFlag.BY_HAND));
  }

  /**
   * What the ledger says of itself to have been begun was begun, whatever the journal knows. Whose
   * draft it says to have been seen had one, wherever that is now: it is not made again.
   *
   * @param ofLedger as the ledger alone shows it
   */
  private static Introduction caughtUp(
      Introduction ofJournal, Introduction ofLedger, LedgerRow row) {
    boolean behind =
        ofJournal.state() == State.PREPARING
            && row.showsOwnState()
            && row.state().filter(state -> state != State.PREPARING).isPresent();
    Introduction begun = behind ? ofJournal.asAttempted() : ofJournal;
    if (behind && !LedgerRow.OUTCOMES.contains(ofLedger.state())) {
      begun =
          begun
              .withState(ofLedger.state())
              .inMailbox(ofLedger.mailbox()); // looked for as if nothing were known
      begun = ofLedger.sentAt() == null ? begun : begun.seenSentAt(ofLedger.sentAt());
    }
    return begun.with(followUp(begun.correspondence(), row));
  }

  private static Correspondence followUp(Correspondence correspondence, LedgerRow row) {
    return row.wasFollowUpTried()
            || (row.wasFollowedUp() && !correspondence.has(IntroductionFlag.FOLLOWED_UP))
        ? correspondence.with(IntroductionFlag.FOLLOWED_UP).with(IntroductionFlag.FOLLOW_UP_TRIED)
        : correspondence;
  }
}
