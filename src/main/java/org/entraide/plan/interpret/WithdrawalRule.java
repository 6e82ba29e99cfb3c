package org.entraide.plan.interpret;

import java.util.EnumSet;
import java.util.Set;
import org.entraide.people.word.Consent;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.Status;
import org.jspecify.annotations.Nullable;

/** When somebody no longer takes part. Pure. */
public final class WithdrawalRule {

  /** Where nothing waits in a mailbox any more, as far as is known. */
  private static final Set<State> UNDER_WAY = EnumSet.of(State.SENT, State.BOUNCED, State.ACCEPTED);

  private WithdrawalRule() {}

  /** Whether one of the two is among some people. */
  public static boolean involves(Introduction introduction, Set<String> people) {
    return people.contains(introduction.person()) || people.contains(introduction.helper());
  }

  /**
   * An introduction of somebody who is barred: one under way ends, however far it got and whatever
   * an organiser noted; one that ended stays as it is. A draft is first looked for: see {@link
   * #withdrawsUnsent}.
   */
  public static Introduction ended(Introduction introduction) {
    if (!UNDER_WAY.contains(introduction.state())) {
      return introduction;
    }
    Introduction ended = introduction.withState(State.WITHDRAWN);
    return introduction.state() == State.ACCEPTED && introduction.sentAt() == null
        ? ended.with(ended.correspondence().with(IntroductionFlag.AGREED))
        : ended;
  }

  /**
   * Whether an introduction that nobody sent yet is to be withdrawn for somebody's sake: an
   * organiser withdrew or barred them, they took back their consent, or their row is gone for good.
   *
   * @param located null where there is no row
   * @param gone whether a row that is not there counts as a withdrawal
   */
  public static boolean withdrawsUnsent(@Nullable LocatedPerson located, boolean gone) {
    if (located == null) {
      return gone;
    }
    return located.instructions().status().filter(Status::hasLeft).isPresent()
        || located.person().profile().consent() == Consent.NO
        || located.person().profile().isErased();
  }
}
