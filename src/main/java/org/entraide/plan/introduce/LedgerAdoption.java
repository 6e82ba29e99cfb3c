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
import org.entraide.plan.introduction.LetterFlag;
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
      Map<String, Introduction> known,
      List<LedgerRow> ledger,
      Function<LedgerRow, Optional<Instant>> sentOn,
      Instant now) {
    Map<String, Introduction> all = new LinkedHashMap<>(known);
    for (LedgerRow row : ledger) {
      Introduction mine = all.get(row.ref());
      Introduction its = adopted(row, sentOn.apply(row), now);
      its = row.isMadeByHand() ? madeByHand(its, now) : its;
      all.put(row.ref(), mine == null ? its : caughtUp(mine, its, row));
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
  private static Introduction madeByHand(Introduction its, Instant now) {
    State state = WITHOUT_LETTER.contains(its.state()) ? its.state() : State.SENT;
    return its.withState(state)
        .sentBy(now)
        .notAttempted()
        .with(its.correspondence().with(LetterFlag.BY_HAND));
  }

  /**
   * What the ledger says of itself to have been begun was begun, whatever the journal knows. Whose
   * draft it says to have been seen had one, wherever that is now: it is not made again.
   *
   * @param its as the ledger alone shows it
   */
  private static Introduction caughtUp(Introduction mine, Introduction its, LedgerRow row) {
    boolean behind =
        mine.state() == State.PREPARING
            && row.showsOwnState()
            && row.state().filter(state -> state != State.PREPARING).isPresent();
    Introduction begun = behind ? mine.asAttempted() : mine;
    if (behind && !LedgerRow.OUTCOMES.contains(its.state())) {
      begun = begun.withState(its.state()).in(its.mailbox()); // looked for as if nothing were known
      begun = its.sentAt() == null ? begun : begun.sentBy(its.sentAt());
    }
    return begun.with(followUp(begun.correspondence(), row));
  }

  private static Correspondence followUp(Correspondence known, LedgerRow row) {
    return row.followUpTried() || (row.followedUp() && !known.has(LetterFlag.FOLLOWED_UP))
        ? known.with(LetterFlag.FOLLOWED_UP).with(LetterFlag.FOLLOW_UP_TRIED)
        : known;
  }
}
