package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.word.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which pairs of a matching are introduced, and which are only compared. */
class DuePairsTest {

  private static final Instant END = NOON.plusSeconds(3600);
  private static final Map<String, Instant> ANA_HELD_BACK = Map.of("ana", END);

  private static Assignment pair(String person, String helper, int round) {
    return new Assignment(person, helper, Set.of(Category.SHOPPING), 1.5, round, 1);
  }

  private static Matching matching(Assignment... pairs) {
    return new Matching(List.of(pairs), List.of(), List.of(), Map.of());
  }

  @Test
  void aPairWhosePersonIsHeldBackIsNotIntroducedAndAnotherIs() {
    DuePairs due =
        DuePairs.of(
            matching(pair("ana", "bo", 1), pair("di", "bo", 1)),
            ANA_HELD_BACK,
            Map.of(),
            List.of());

    assertThat(due.introduced()).containsExactly(pair("di", "bo", 1));
    assertThat(due.comparedUntil()).isEqualTo(ANA_HELD_BACK);
  }

  @Test
  void aHelperWhoAnsweredJustNowHoldsNobodyBack() {
    DuePairs due = DuePairs.of(matching(pair("di", "ana", 1)), ANA_HELD_BACK, Map.of(), List.of());

    assertThat(due.introduced()).hasSize(1);
    assertThat(due.comparedUntil()).as("nothing is asked for").isEmpty();
  }

  @Test
  void allPairsOfOnePersonAreOnlyComparedWhateverTheRound() {
    DuePairs due =
        DuePairs.of(
            matching(pair("ana", "bo", 1), pair("ana", "cy", 2)),
            ANA_HELD_BACK,
            Map.of(),
            List.of());

    assertThat(due.introduced()).isEmpty();
  }

  @Test
  void aPinIsNotHeldBack() {
    DuePairs due =
        DuePairs.of(
            matching(pair("ana", "bo", 0), pair("ana", "cy", 1)),
            ANA_HELD_BACK,
            Map.of(),
            List.of());

    assertThat(due.introduced()).containsExactly(pair("ana", "bo", 0));
    assertThat(due.comparedUntil()).isEqualTo(ANA_HELD_BACK);
    assertThat(
            DuePairs.of(matching(pair("ana", "bo", 0)), ANA_HELD_BACK, Map.of(), List.of())
                .comparedUntil())
        .as("nothing is left to be compared")
        .isEmpty();
  }

  @Test
  void aPairThatWasProposedIsNotTakenBack() {
    DuePairs due =
        DuePairs.of(
            matching(pair("ana", "bo", 1), pair("ana", "cy", 2)),
            ANA_HELD_BACK,
            Map.of(),
            List.of(new ProposedPair("ana", "bo"), new ProposedPair("di", "cy")));

    assertThat(due.introduced()).containsExactly(pair("ana", "bo", 1));
  }

  @Test
  void whoeverARowNamesThatDoesNotCountYetIsIntroducedToNobody() {
    Map<String, Instant> named = Map.of("bo", END, "di", END.plusSeconds(60));
    Assignment other = pair("eve", "cy", 1);

    DuePairs due =
        DuePairs.of(
            matching(pair("ana", "bo", 0), pair("di", "cy", 1), other),
            Map.of(),
            named,
            List.of(new ProposedPair("di", "cy")));

    assertThat(due.introduced()).containsExactly(other);
    assertThat(due.comparedUntil()).isEqualTo(Map.of("ana", END, "di", END.plusSeconds(60)));
  }

  @ParameterizedTest
  @EnumSource(OpenNeedReason.class)
  void whoHasNobodyYetIsComparedWhereAnotherAnswerMayHelp(OpenNeedReason why) {
    OpenReason open = new OpenReason(Set.of(Category.SHOPPING), why, 1, null, null, 0);
    Matching nobody = new Matching(List.of(), List.of(), List.of(), Map.of("ana", List.of(open)));
    boolean peopleMust = why == OpenNeedReason.BY_HAND || why == OpenNeedReason.PLACE_UNKNOWN;

    assertThat(DuePairs.of(nobody, ANA_HELD_BACK, Map.of(), List.of()).comparedUntil())
        .isEqualTo(peopleMust ? Map.of() : ANA_HELD_BACK);
    assertThat(DuePairs.of(nobody, Map.of(), Map.of(), List.of()).comparedUntil()).isEmpty();
  }
}
