package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.plan.layout.LifeCycleFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest extends LifeCycleFixture {
  private static final LetterObservation TRASHED = new LetterObservation.Gone(true);
  private static final Instant AFTER_GRACE = NOON.plus(LifeCycle.GRACE);

  private static final LetterObservation SENT =
      new LetterObservation.Sent("t", Optional.empty(), Set.of(), false, false, Set.of());

  private static LetterObservation draft(String message) {
    return new LetterObservation.Draft("d", message, "t", Optional.empty());
  }

  @Test
  void aDraftThatIsSeenGoesByTheNamesItHasNow() {
    Introduction next = seen(in(State.PREPARING).asAttempted(), draft("m"), NOON);

    assertThat(next.state()).isEqualTo(State.DRAFTED);
    assertThat(List.of(String.valueOf(next.draftId()), String.valueOf(next.messageId())))
        .containsExactly("d", "m");
  }

  @ParameterizedTest
  @EnumSource(names = {"PREPARING", "DRAFTED"})
  void aSentLetterIsSentFromTheFirstTimeItIsSeen(State state) {
    Introduction sent = seen(in(state), SENT, NOON);

    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.sentAt()).isEqualTo(NOON);
    assertThat(seen(sent, SENT, AFTER_GRACE)).isEqualTo(sent);
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

    Introduction back = seen(missing, draft("m"), AFTER_GRACE);

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
  void aLetterInTheTrashThatIsNotSentAnyMoreWasUndoneAndIsDiscarded() {
    Introduction sent = seen(in(State.DRAFTED), SENT, NOON);

    Introduction undone = seen(sent, TRASHED, NOON);

    assertThat(undone.state()).isEqualTo(State.DRAFTED);
    assertThat(undone.sentAt()).isNull();
    assertThat(seen(undone, TRASHED, AFTER_GRACE).state()).isEqualTo(State.DISCARDED);
    assertThat(seen(sent, GONE, AFTER_GRACE).state()).isEqualTo(State.SENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWERED", "FOLLOW_UP_TRIED"})
  void whatLiesInTheTrashOfAThreadThatWentOnIsNotTheLetter(IntroductionFlag after) {
    Introduction sent = seen(in(State.DRAFTED), SENT, NOON);
    Introduction wentOn = sent.with(sent.correspondence().with(after));

    assertThat(seen(wentOn, TRASHED, AFTER_GRACE).state()).isEqualTo(State.SENT);
  }

  @ParameterizedTest
  @CsvSource({"5, 5, false", "6, 6, true", "6, 59, true", "6, 60, false", "7, 61, true"})
  void manyDraftsGoneAtOnceAreNotBelieved(int gone, int drafts, boolean many) {
    List<Introduction> all = new ArrayList<>();
    for (int i = 0; i < drafts; i++) {
      Introduction one = Folk.introduction("M-" + i, "p" + i, "h", State.DRAFTED);
      all.add(i < gone ? one.missing(NOON) : one);
    }

    assertThat(DraftsLostTogether.areManyMissing(all)).isEqualTo(many);
  }

  @Test
  void draftsThatAreThrownAwayOneByOneAreBelievedHoweverMany() {
    List<Introduction> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Introduction one = Folk.introduction("M-" + i, "p" + i, "h", State.DRAFTED);
      all.add(one.missing(NOON.plusSeconds(30L * i)));
    }
    assertThat(DraftsLostTogether.areManyMissing(all)).isFalse();

    all.replaceAll(one -> one.missing(NOON));
    assertThat(DraftsLostTogether.areManyMissing(all)).isTrue();
  }

  @Test
  void draftsThatWereMadeSinceDoNotMakeThoseThatAreGoneFewer() {
    List<Introduction> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(Folk.introduction("M-" + i, "p" + i, "h", State.DRAFTED).missing(NOON));
    }
    for (int i = 0; i < 60; i++) {
      all.add(
          Introduction.begun(
                  "M-9" + i, "q" + i, "h", Set.of(Category.SHOPPING), 1.5, "d", NOON.plusSeconds(1))
              .drafted("d", "m", "t"));
    }

    assertThat(DraftsLostTogether.areManyMissing(all)).isTrue();
  }

  @Test
  void theGraceOfWhatWasGoneWithManyBeginsOnceTheyAreBack() {
    List<Introduction> before = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      before.add(Folk.introduction("M-" + i, "p" + i, "h", State.DRAFTED).missing(NOON));
    }
    List<Introduction> still = before.subList(0, 6);
    assertThat(DraftsLostTogether.believedAgain(before, still, AFTER_GRACE)).isEqualTo(still);

    List<Introduction> back = new ArrayList<>(before);
    back.replaceAll(i -> i.ref().equals("M-3") ? i : i.missing(null));
    assertThat(DraftsLostTogether.believedAgain(before, back, AFTER_GRACE))
        .filteredOn(i -> i.missingSince() != null)
        .containsExactly(before.get(3).missing(AFTER_GRACE));
    assertThat(DraftsLostTogether.believedAgain(back, back, AFTER_GRACE))
        .as("no more")
        .isEqualTo(back);
  }

  @Test
  void whatTheJournalKnowsBeatsTheLedger() {
    Map<String, Introduction> known = Map.of(REF, in(State.SENT));

    assertThat(
            LedgerAdoption.adopt(
                known, List.of(row(Optional.of(State.DRAFTED))), row -> Optional.empty(), NOON))
        .isEqualTo(known);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void whatOnlyTheLedgerKnowsExistsInTheStateItSays(State state) {
    Introduction adopted =
        LedgerAdoption.adopt(
                Map.of(), List.of(row(Optional.of(state))), row -> Optional.empty(), NOON)
            .values()
            .stream()
            .findFirst()
            .orElseThrow();

    assertThat(adopted.state()).isEqualTo(state);
    assertThat(adopted.mailbox()).isEmpty();
    assertThat(adopted.attempted()).isTrue();
    boolean ended = UnsentLetter.mustNotBeSent(adopted); // a draft may be left all the same
    boolean open = state == State.PREPARING || state == State.DRAFTED || ended;
    assertThat(LifeCycle.needsLookingFor(adopted)).isEqualTo(open);
  }

  @Test
  void aLedgerRowWhoseStateIsUnreadableIsLookedFor() {
    Introduction adopted =
        LedgerAdoption.adopt(
                Map.of(), List.of(row(Optional.empty())), row -> Optional.empty(), NOON)
            .values()
            .stream()
            .findFirst()
            .orElseThrow();

    assertThat(adopted.state()).isEqualTo(State.PREPARING);
    assertThat(LifeCycle.needsLookingFor(adopted)).isTrue();
  }

  @Test
  void onlyDraftsOfUnknownOutcomeAreSearchedFor() {
    assertThat(LifeCycle.needsLookingFor(in(State.PREPARING))).isFalse();
    assertThat(LifeCycle.needsLookingFor(in(State.PREPARING).asAttempted())).isTrue();
    assertThat(LifeCycle.needsLookingFor(in(State.DRAFTED))).isFalse();
  }

  @Test
  void aDraftThatIsAnotherMessageIsTheDelegatesFromThenOn() {
    Introduction drafted = seen(in(State.PREPARING).asAttempted(), draft("m1"), NOON);
    Introduction changed = seen(in(State.DRAFTED).drafted("d", "m1", "t"), draft("m2"), NOON);

    assertThat(drafted.has(IntroductionFlag.EDITED)).as("whose first name nobody knows").isTrue();
    assertThat(changed.has(IntroductionFlag.EDITED)).isTrue();
    assertThat(seen(changed, draft("m2"), AFTER_GRACE)).isEqualTo(changed);
  }

  @Test
  void aSendThatIsUndoneIsADraftAgain() {
    Introduction undone = seen(in(State.SENT), draft("m9"), NOON);

    assertThat(undone.state()).isEqualTo(State.DRAFTED);
  }

  @Test
  void aDiscardedDraftThatIsRestoredIsADraftAgain() {
    assertThat(seen(in(State.DISCARDED), draft("m9"), NOON).state()).isEqualTo(State.DRAFTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"ACCEPTED", "DECLINED", "NO_ANSWER", "DONE"})
  void anOutcomeIsNotUndoneByWhatGmailShows(State outcome) {
    for (LetterObservation sighting : List.of(SENT, draft("m9"), GONE, TRASHED)) {
      assertThat(seen(in(outcome), sighting, AFTER_GRACE).state()).isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"PREPARING", "DRAFTED", "DISCARDED", "WITHDRAWN"})
  void whatAPersonSentIsSentEvenWhereItHadBeenGivenUp(State state) {
    assertThat(seen(in(state), SENT, NOON).state()).isEqualTo(State.SENT);
  }

  @Test
  void anAddressThatIsRefusedIsToldByWhoseItIs() {
    Introduction sent =
        in(State.SENT).with(Correspondence.NONE.between("zoe@example.org", "bo@example.org"));

    Introduction one = seen(sent, refused(Set.of("Zoe@Example.org")), NOON);
    Introduction unknown = seen(sent, refused(Set.of()), NOON);

    assertThat(one.state()).isEqualTo(State.BOUNCED);
    assertThat(one.correspondence().marks()).containsExactly(IntroductionFlag.PERSON_REFUSED);
    assertThat(unknown.correspondence().marks()).containsExactly(IntroductionFlag.ONE_REFUSED);
  }

  @Test
  void whoIsTakenOutOfTheRecipientsIsKnown() {
    Introduction drafted =
        in(State.DRAFTED).with(Correspondence.NONE.between("zoe@example.org", "bo@example.org"));

    Introduction next =
        seen(
            drafted,
            new LetterObservation.Draft(
                "d", "m2", "t", Optional.of(Set.of("bo@example.org", "maire@example.org"))),
            NOON);

    assertThat(next.correspondence().marks())
        .containsExactlyInAnyOrder(
            IntroductionFlag.EDITED, IntroductionFlag.WITHOUT_PERSON, IntroductionFlag.TO_OTHERS);
  }

  private static LetterObservation refused(Set<String> failed) {
    return new LetterObservation.Sent("t", Optional.empty(), Set.of(), false, true, failed);
  }

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
