package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.Category;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.LifeCycle.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest {

  private static final String REF = "M-7KQ47";
  private static final Sighting GONE = new Sighting.Gone(false);
  private static final Sighting TRASHED = new Sighting.Gone(true);
  private static final Instant AFTER_GRACE = NOON.plus(LifeCycle.GRACE);

  private static Introduction in(State state) {
    return Folk.introduction(REF, "ana", "bo", state);
  }

  private static Introduction seen(Introduction introduction, Sighting sighting, Instant now) {
    return LifeCycle.observe(List.of(introduction), Map.of(REF, sighting), now).get(0);
  }

  private static LedgerRow row(Optional<State> state) {
    return new LedgerRow(
        1,
        REF,
        "ana",
        "bo",
        Set.of(Category.SHOPPING),
        Optional.of(1.5),
        state,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void aDraftThatIsSeenGoesByTheNamesItHasNow() {
    Introduction next =
        seen(in(State.PREPARING).asAttempted(), new Sighting.Draft("d", "m", "t"), NOON);

    assertThat(next.state()).isEqualTo(State.DRAFTED);
    assertThat(List.of(String.valueOf(next.draftId()), String.valueOf(next.messageId())))
        .containsExactly("d", "m");
  }

  @ParameterizedTest
  @EnumSource(names = {"PREPARING", "DRAFTED"})
  void aSentLetterIsSentFromTheFirstTimeItIsSeen(State state) {
    Introduction sent = seen(in(state), new Sighting.Sent(), NOON);

    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.sentAt()).isEqualTo(NOON);
    assertThat(seen(sent, new Sighting.Sent(), AFTER_GRACE)).isEqualTo(sent);
  }

  @Test
  void aDraftOutOfSightIsNotYetDiscarded() {
    Introduction missing = seen(in(State.DRAFTED), GONE, NOON);

    assertThat(missing.state()).isEqualTo(State.DRAFTED);
    assertThat(missing.missingSince()).isEqualTo(NOON);
    assertThat(seen(missing, GONE, AFTER_GRACE.minusMillis(1))).isEqualTo(missing);
  }

  @Test
  void aDraftOutOfSightForTenMinutesIsDiscarded() {
    Introduction missing = seen(in(State.DRAFTED), GONE, NOON);

    assertThat(seen(missing, GONE, AFTER_GRACE).state()).isEqualTo(State.DISCARDED);
    assertThat(LifeCycle.GRACE).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aDraftThatComesBackIsNotMissingAnyMore() {
    Introduction missing = seen(in(State.DRAFTED), GONE, NOON);

    Introduction back = seen(missing, new Sighting.Draft("d", "m", "t"), AFTER_GRACE);

    assertThat(back.missingSince()).isNull();
    assertThat(back.state()).isEqualTo(State.DRAFTED);
  }

  @Test
  void aDraftOfUnknownOutcomeThatStaysUnseenMayBeMadeAgain() {
    Introduction missing = seen(in(State.PREPARING).asAttempted(), GONE, NOON);

    Introduction next = seen(missing, GONE, AFTER_GRACE);

    assertThat(missing.attempted()).isTrue();
    assertThat(next.state()).isEqualTo(State.PREPARING);
    assertThat(next.attempted()).isFalse();
    assertThat(next.missingSince()).isNull();
  }

  @Test
  void aDraftOfUnknownOutcomeThatLiesInTheTrashWasMadeAndIsDiscarded() {
    Introduction missing = seen(in(State.PREPARING).asAttempted(), TRASHED, NOON);

    assertThat(seen(missing, TRASHED, AFTER_GRACE).state()).isEqualTo(State.DISCARDED);
  }

  @Test
  void whatWasNotLookedForStaysAsItIs() {
    assertThat(LifeCycle.observe(List.of(in(State.DRAFTED)), Map.of(), NOON))
        .containsExactly(in(State.DRAFTED));
  }

  @ParameterizedTest
  @CsvSource({"5, 5, false", "6, 6, true", "6, 59, true", "6, 60, false", "7, 61, true"})
  void manyDraftsGoneAtOnceAreNotBelieved(int gone, int drafts, boolean many) {
    List<Introduction> all = new ArrayList<>();
    Map<String, Sighting> sightings = new HashMap<>();
    for (int i = 0; i < drafts; i++) {
      Introduction one = Folk.introduction("M-" + i, "p" + i, "h", State.DRAFTED);
      all.add(one.missing(NOON));
      sightings.put("M-" + i, i < gone ? GONE : new Sighting.Draft("d", "m", "t"));
    }

    List<Introduction> next = LifeCycle.observe(all, sightings, AFTER_GRACE);

    assertThat(LifeCycle.manyGone(all, sightings)).isEqualTo(many);
    assertThat(next.stream().filter(i -> i.state() == State.DISCARDED).count())
        .isEqualTo(many ? 0 : gone);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void anOutcomeIsObeyedInEveryState(State state) {
    for (State outcome : EnumSet.of(State.ACCEPTED, State.DECLINED, State.NO_ANSWER, State.DONE)) {
      assertThat(LifeCycle.obey(in(state), Optional.of(outcome)).state()).isEqualTo(outcome);
    }
    assertThat(LifeCycle.obey(in(state), Optional.empty())).isEqualTo(in(state));
  }

  @Test
  void whatTheJournalKnowsBeatsTheLedger() {
    Map<String, Introduction> known = Map.of(REF, in(State.SENT));

    assertThat(LifeCycle.adopt(known, List.of(row(Optional.of(State.DRAFTED))), NOON))
        .isEqualTo(known);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void whatOnlyTheLedgerKnowsExistsInTheStateItSays(State state) {
    Introduction adopted =
        LifeCycle.adopt(Map.of(), List.of(row(Optional.of(state))), NOON).values().stream()
            .findFirst()
            .orElseThrow();

    assertThat(adopted.state()).isEqualTo(state);
    assertThat(adopted.mailbox()).isEmpty();
    assertThat(adopted.attempted()).isTrue();
    boolean open = state == State.PREPARING || state == State.DRAFTED;
    assertThat(LifeCycle.toLookFor(List.of(adopted))).hasSize(open ? 1 : 0);
    assertThat(LifeCycle.listedDrafts(List.of(adopted))).isEmpty();
  }

  @Test
  void aLedgerRowWhoseStateIsUnreadableIsLookedFor() {
    Introduction adopted =
        LifeCycle.adopt(Map.of(), List.of(row(Optional.empty())), NOON).values().stream()
            .findFirst()
            .orElseThrow();

    assertThat(adopted.state()).isEqualTo(State.PREPARING);
    assertThat(LifeCycle.toLookFor(List.of(adopted))).containsExactly(REF);
  }

  @Test
  void onlyDraftsOfUnknownOutcomeAreSearchedFor() {
    assertThat(LifeCycle.toLookFor(List.of(in(State.PREPARING)))).isEmpty();
    assertThat(LifeCycle.toLookFor(List.of(in(State.PREPARING).asAttempted())))
        .containsExactly(REF);
    assertThat(LifeCycle.toLookFor(List.of(in(State.DRAFTED)))).isEmpty();
    assertThat(LifeCycle.listedDrafts(List.of(in(State.DRAFTED)))).containsOnlyKeys("d-" + REF);
  }

  /** DESIGN §7. */
  @ParameterizedTest
  @CsvSource({
    "PREPARING, true, false, true",
    "DRAFTED, true, false, true",
    "SENT, true, false, true",
    "BOUNCED, true, false, true",
    "ACCEPTED, false, true, true",
    "DONE, false, true, false",
    "DECLINED, false, false, false",
    "NO_ANSWER, false, false, false",
    "DISCARDED, false, false, false",
    "WITHDRAWN, false, false, false"
  })
  void eachStateHoldsWhatTheTableSays(
      State state, boolean holdsNeeds, boolean closesNeeds, boolean holdsCapacity) {
    assertThat(state.holdsNeeds()).isEqualTo(holdsNeeds);
    assertThat(state.closesNeeds()).isEqualTo(closesNeeds);
    assertThat(state.holdsCapacity()).isEqualTo(holdsCapacity);
  }
}
