package org.entraide.match.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entraide.people.word.Category.CHILDCARE;
import static org.entraide.people.word.Category.PETS;
import static org.entraide.people.word.Category.SHOPPING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.entraide.match.CampaignCheck;
import org.entraide.match.Matcher;
import org.entraide.match.MatcherFixture;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.PairRule.Kind;
import org.entraide.match.model.Participant;
import org.entraide.match.model.RefusedPin;
import org.entraide.match.model.RefusedPin.RefusalReason;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.match.policy.RoundSolution;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Introductions that were made, and pairs that organisers ask for. */
@NullMarked
class StandingMatchesTest extends MatcherFixture {

  @Test
  void aStandingIntroductionHoldsItsPlaceAndClosesItsNeeds() {
    List<PairRule> rules = List.of(PairRule.of("A", "H", Kind.STANDING));
    Participant one = helps("H", Set.of(SHOPPING), it -> it.capacity(1));

    Matching matching = match(rules, needs("A", SHOPPING), needs("B", SHOPPING), one);

    assertThat(matching.assignments()).isEmpty();
    assertThat(matching.reasons()).containsOnlyKeys("B");
    assertThat(reason(matching, "B"))
        .isEqualTo(new OpenReason(Set.of(SHOPPING), OpenNeedReason.FULL, 1, null, null, 1));
  }

  @Test
  void anIntroductionThatEndedIsNotRepeatedYetItsReverseMayBe() {
    List<PairRule> rules = List.of(PairRule.of("A", "B", Kind.TRIED));
    Participant one = helps("A", Set.of(PETS), it -> it.needs(Set.of(PETS)));
    Participant two = helps("B", Set.of(PETS), it -> it.needs(Set.of(PETS)));

    Matching matching = match(rules, one, two);

    assertThat(pairs(matching)).containsExactly("B-A@1");
    assertThat(reason(matching, "A").reason()).isEqualTo(OpenNeedReason.TRIED);
  }

  @Test
  void whoIsKeptApartIsSoInBothDirections() {
    List<PairRule> rules = List.of(PairRule.of("A", "B", Kind.FORBIDDEN));
    Participant one = helps("A", Set.of(PETS), it -> it.needs(Set.of(PETS)));
    Participant two = helps("B", Set.of(PETS), it -> it.needs(Set.of(PETS)));

    assertThat(match(rules, one, two).assignments()).isEmpty();
  }

  @Test
  void aPinOverridesNearlyEverything() {
    Participant person = needs("A", Set.of(CHILDCARE), it -> it.languages(Set.of("fr")));
    Participant helper =
        helps(
            "H",
            Set.of(CHILDCARE),
            it -> it.place(null, 0).capacity(0).checked(false).languages(Set.of("en")));

    Matching matching = match(List.of(PairRule.of("A", "H", Kind.PINNED)), person, helper);

    assertThat(matching.assignments())
        .containsExactly(new Assignment("A", "H", Set.of(CHILDCARE), null, 0, 7));
    assertThat(matching.rounds()).isEmpty();
  }

  @Test
  void aPinThatIsRefusedSaysWhy() {
    Participant away = helps("W", Set.of(PETS), it -> it.availability(Availability.AWAY));
    List<PairRule> rules =
        List.of(
            PairRule.of("A", "A", Kind.PINNED),
            PairRule.of("A", "GONE", Kind.PINNED),
            PairRule.of("A", "W", Kind.PINNED),
            PairRule.of("A", "H", Kind.PINNED),
            PairRule.of("H", "A", Kind.FORBIDDEN),
            PairRule.of("A", "I", Kind.PINNED),
            PairRule.of("A", "I", Kind.TRIED),
            PairRule.of("J", "A", Kind.PINNED));

    Matching matching =
        match(rules, needs("A", PETS), helps("H", PETS), helps("I", PETS), helps("J", PETS), away);

    assertThat(matching.refusedPins())
        .containsExactly(
            new RefusedPin("A", "A", RefusalReason.SAME_PERSON),
            new RefusedPin("A", "GONE", RefusalReason.UNKNOWN),
            new RefusedPin("A", "H", RefusalReason.KEPT_APART),
            new RefusedPin("A", "I", RefusalReason.ALREADY_INTRODUCED),
            new RefusedPin("A", "W", RefusalReason.AWAY),
            new RefusedPin("J", "A", RefusalReason.NOTHING_OPEN));
    assertThat(pairs(matching)).containsExactly("A-J@1");
  }

  @Test
  void aPinWithoutDirectionHelpsThePersonOfTheRowFirst() {
    List<PairRule> rules = List.of(PairRule.of("A", "B", Kind.PINNED_EITHER_WAY));
    Participant one = helps("A", Set.of(PETS), it -> it.needs(Set.of(SHOPPING)).capacity(0));
    Participant two = helps("B", Set.of(SHOPPING), it -> it.needs(Set.of(PETS)).capacity(0));

    assertThat(pairs(match(rules, one, two))).containsExactly("A-B@0");
  }

  @Test
  void elseItTurnsRound() {
    List<PairRule> rules = List.of(PairRule.of("A", "B", Kind.PINNED_EITHER_WAY));
    Participant one = helps("A", Set.of(PETS), it -> it.needs(Set.of(SHOPPING)));

    assertThat(pairs(match(rules, one, needs("B", PETS)))).containsExactly("B-A@0");
  }

  /** The reference stays in its cell; the next cycle must not take it for a new wish. */
  @Test
  void aPinThatWasFollowedDoesNotTurnRoundLater() {
    List<PairRule> rules =
        List.of(
            PairRule.of("A", "B", Kind.PINNED_EITHER_WAY), PairRule.of("A", "B", Kind.STANDING));
    Participant one = helps("A", Set.of(PETS), it -> it.needs(Set.of(SHOPPING)).capacity(0));
    Participant two = helps("B", Set.of(SHOPPING), it -> it.needs(Set.of(PETS)));

    Matching matching = match(rules, one, two);

    assertThat(matching.assignments()).isEmpty();
    assertThat(matching.refusedPins())
        .containsExactly(new RefusedPin("A", "B", RefusalReason.ALREADY_INTRODUCED));
  }

  @Test
  void twoRowsThatNameEachOtherAreOnePin() {
    List<PairRule> rules =
        List.of(
            PairRule.of("A", "H", Kind.PINNED_EITHER_WAY),
            PairRule.of("H", "A", Kind.PINNED_EITHER_WAY));

    Matching matching = match(rules, needs("A", PETS), helps("H", PETS));

    assertThat(pairs(matching)).containsExactly("A-H@0");
    assertThat(matching.refusedPins()).isEmpty();
  }

  /** A likes H and I as well; B can talk with H only. */
  @Test
  void whoHasAnotherChoiceGivesWay() {
    Participant flexible = needs("A", SHOPPING);
    Participant bound = needs("B", Set.of(SHOPPING), it -> it.languages(Set.of("fr")));
    Participant first = helps("H", Set.of(SHOPPING), it -> it.capacity(1).languages(Set.of("fr")));
    Participant second = helps("I", Set.of(SHOPPING), it -> it.capacity(1).languages(Set.of("en")));

    assertThat(pairs(match(flexible, bound, first, second))).containsExactly("A-I@1", "B-H@1");
  }

  @Test
  void somebodyAwayIsNeitherMatchedNorCounted() {
    Participant away = helps("H", Set.of(PETS), it -> it.availability(Availability.AWAY));
    Participant paused = needs("B", Set.of(PETS), it -> it.availability(Availability.AWAY));

    Matching matching = match(needs("A", PETS), paused, away);

    assertThat(matching.assignments()).isEmpty();
    assertThat(matching.reasons()).containsOnlyKeys("A");
    assertThat(reason(matching, "A").reason()).isEqualTo(OpenNeedReason.NOBODY_OFFERS);
  }

  @Test
  void aDenseCityIsStableThroughout() {
    Random random = new Random(7);
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      GeoPoint home = north(4 * random.nextDouble());
      GeoPoint there = north(4 * random.nextDouble());
      int priority = random.nextInt(3);
      people.add(needs("P" + i, Set.of(SHOPPING), it -> it.place(home, 0).priority(priority)));
      people.add(helps("H" + i, Set.of(SHOPPING), it -> it.place(there, 0).capacity(1)));
    }
    Instance instance = new Instance(people, List.of(), MatchSettings.DEFAULT);
    Matching matching = new Matcher().match(instance);

    CampaignCheck.check("dense", instance, matching);
  }

  @Test
  void aSolverThatLeavesABlockingPairIsNotBelieved() {
    Matcher broken =
        new Matcher(
            (pairing, progress, phase) -> {
              int[] nobody = new int[pairing.size()];
              Arrays.fill(nobody, -1);
              return RoundSolution.of(nobody);
            });
    Instance instance =
        new Instance(
            List.of(needs("A", PETS), needs("B", PETS), helps("H", PETS)),
            List.of(),
            MatchSettings.DEFAULT);

    assertThatExceptionOfType(UnstableMatchingException.class)
        .isThrownBy(() -> broken.match(instance))
        .withMessage("Round 1 is not stable: 2 blocking pairs.")
        .satisfies(e -> assertThat(e.blockingPairs()).isEqualTo(2));
  }

  @Test
  void aReferenceTwiceIsAMistakeOfTheCaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> match(needs("A", PETS), helps("A", PETS)))
        .withMessage("The reference A belongs to two participants.");
  }
}
