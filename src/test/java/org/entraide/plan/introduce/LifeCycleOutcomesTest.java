package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.LifeCycleFixture;
import org.entraide.plan.layout.RowCheck;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes that organisers note. */
class LifeCycleOutcomesTest extends LifeCycleFixture {

  @Test
  void aDraftThatNobodyFoundBeforeItsOutcomeWasNotedIsLookedForUntilThatIsSure() {
    Introduction unknown = in(State.PREPARING).asAttempted().withState(State.DECLINED);
    Introduction drafted = in(State.PREPARING).drafted("d", "m", "t").withState(State.DECLINED);

    assertThat(LifeCycle.needsLookingFor(unknown)).isTrue();
    assertThat(LifeCycle.needsLookingFor(drafted)).isFalse();
    assertThat(LifeCycle.needsLookingFor(unknown.withState(State.ACCEPTED))).isFalse();
    Introduction missed = seen(unknown, GONE, NOON);
    assertThat(missed.missingSince()).isEqualTo(NOON);
    Introduction nowhere = LifeCycle.conclude(missed, false);
    assertThat(LifeCycle.needsLookingFor(nowhere)).isFalse();
    assertThat(nowhere.state()).isEqualTo(State.DECLINED);
  }

  @Test
  void aDraftIsTakenBackByAnyOutcomeButAcceptedUnlessSomebodyChangedIt() {
    Introduction drafted = in(State.PREPARING).drafted("d", "m", "t").inMailbox("her@example.org");
    for (State outcome : EnumSet.of(State.DECLINED, State.NO_ANSWER, State.DONE)) {
      Introduction noted = drafted.withState(outcome);
      assertThat(UnsentLetter.isToDelete(noted)).as("not before the journal says so").isFalse();
      assertThat(UnsentLetter.isToDelete(UnsentLetter.takenBack(noted))).isTrue();
      Introduction edited = noted.with(noted.correspondence().with(IntroductionFlag.EDITED));
      assertThat(UnsentLetter.takenBack(edited)).isEqualTo(edited);
      Introduction sent = drafted.sent(NOON).withState(outcome);
      assertThat(UnsentLetter.takenBack(sent)).isEqualTo(sent);
    }
    Introduction accepted = drafted.withState(State.ACCEPTED);
    assertThat(UnsentLetter.takenBack(accepted)).isEqualTo(accepted);
  }

  @Test
  void anOutcomeThatIsTakenBackAfterItsDraftWasDeletedLeavesItWithdrawn() {
    Introduction taken =
        UnsentLetter.takenBack(
            in(State.PREPARING).drafted("d", "m", "t").withState(State.DECLINED));

    assertThat(obeyed(taken.undrafted(), noted(REF, Optional.empty())).state())
        .isEqualTo(State.WITHDRAWN);
    assertThat(obeyed(taken, noted(REF, Optional.empty())).state()).isEqualTo(State.DRAFTED);
  }

  @Test
  void wordsThatNobodyUnderstandsLeaveTheOutcomeThatTheRowTells() {
    RowCheck check = new RowCheck(List.of(), List.of(ShortHashes.of("Refusée"), "", ""), List.of());
    LedgerRow unclear =
        new LedgerRow(
            1,
            REF,
            "ana",
            "bo",
            Set.of(Category.SHOPPING),
            Optional.of(1.5),
            Optional.of(State.DECLINED),
            Optional.empty(),
            Optional.of(check),
            Cell.EMPTY,
            Map.of(LedgerColumn.OUTCOME, "bof", LedgerColumn.STATE, "Refusée"));

    assertThat(obeyed(in(State.DRAFTED), unclear).state())
        .as("an older journal does not know it")
        .isEqualTo(State.DECLINED);
    assertThat(obeyed(in(State.DECLINED), unclear)).isEqualTo(in(State.DECLINED));
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void anOutcomeIsObeyedInEveryState(State state) {
    for (State outcome : EnumSet.of(State.ACCEPTED, State.DECLINED, State.NO_ANSWER, State.DONE)) {
      assertThat(obeyed(in(state), noted(REF, Optional.of(outcome))).state()).isEqualTo(outcome);
    }
    assertThat(obeyed(in(state), row(Optional.of(state)))).isEqualTo(in(state));
  }

  @Test
  void anOutcomeThatIsTakenBackIsForgotten() {
    Introduction drafted = in(State.PREPARING).drafted("d", "m", "t");
    Introduction sent = in(State.DRAFTED).sent(NOON);
    LedgerRow blank = noted(REF, Optional.empty());

    assertThat(obeyed(drafted.withState(State.DECLINED), blank))
        .isEqualTo(drafted.with(drafted.correspondence().with(IntroductionFlag.STANDS_AGAIN)));
    assertThat(obeyed(sent.withState(State.ACCEPTED), blank)).isEqualTo(sent);
    Introduction lost = obeyed(in(State.DONE).asAttempted().undrafted(), blank);
    assertThat(lost.state()).isEqualTo(State.DRAFTED);
    assertThat(LifeCycle.needsLookingFor(lost)).isTrue();
    assertThat(obeyed(in(State.DONE).notAttempted(), blank).state()).isEqualTo(State.PREPARING);
    assertThat(
            obeyed(
                    sent.with(sent.correspondence().with(IntroductionFlag.ONE_REFUSED))
                        .withState(State.NO_ANSWER),
                    blank)
                .state())
        .isEqualTo(State.BOUNCED);
  }

  @Test
  void aWholeColumnOfOutcomesThatIsEmptyIsNoDecision() {
    Map<String, Introduction> known = new HashMap<>();
    List<LedgerRow> emptied = new ArrayList<>();
    for (String ref : List.of("M-1", "M-2", "M-3", "M-4")) {
      known.put(ref, Folk.introduction(ref, "ana", "bo", State.DONE));
      emptied.add(noted(ref, Optional.empty()));
    }

    assertThat(LifeCycle.withOutcomes(known, emptied).values())
        .allMatch(i -> i.state() == State.DONE);
    assertThat(LifeCycle.withOutcomes(known, emptied.subList(0, 3)))
        .as("a few are taken back by hand")
        .isNotEqualTo(known);
  }

  private static Introduction obeyed(Introduction introduction, LedgerRow row) {
    Map<String, Introduction> known = Map.of(introduction.ref(), introduction);
    return Objects.requireNonNull(
        LifeCycle.withOutcomes(known, List.of(row)).get(introduction.ref()));
  }

  private static LedgerRow noted(String ref, Optional<State> outcome) {
    return new LedgerRow(
        1,
        ref,
        "ana",
        "bo",
        Set.of(Category.SHOPPING),
        Optional.of(1.5),
        Optional.empty(),
        outcome,
        Optional.empty(),
        Cell.EMPTY,
        Map.of(LedgerColumn.OUTCOME, outcome.isPresent() ? "x" : ""));
  }
}
