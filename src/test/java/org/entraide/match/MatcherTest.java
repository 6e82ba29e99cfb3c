package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entraide.people.Category.CHILDCARE;
import static org.entraide.people.Category.CONVERSATION;
import static org.entraide.people.Category.FINANCIAL;
import static org.entraide.people.Category.PETS;
import static org.entraide.people.Category.SHOPPING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.match.PairRule.Kind;
import org.entraide.match.RefusedPin.Why;
import org.entraide.people.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class MatcherTest {

  private static final GeoPoint LONDON = new GeoPoint(51.5074, -0.1278);
  private static final LocalDate MONDAY = LocalDate.of(2020, 3, 23);

  /** About a kilometre to the north for each unit. */
  private static GeoPoint north(double km) {
    return new GeoPoint(LONDON.latitude() + km / 111.195, LONDON.longitude());
  }

  private static Participant needs(
      String ref, Set<Category> needs, UnaryOperator<ParticipantBuilder> more) {
    return more.apply(Participant.builder(ref).place(LONDON, 0).needs(needs)).build();
  }

  private static Participant needs(String ref, Category... needs) {
    return needs(ref, Set.of(needs), it -> it);
  }

  private static Participant helps(
      String ref, Set<Category> offers, UnaryOperator<ParticipantBuilder> more) {
    return more.apply(Participant.builder(ref).place(LONDON, 0).offers(offers)).build();
  }

  private static Participant helps(String ref, Category... offers) {
    return helps(ref, Set.of(offers), it -> it);
  }

  private static Matching match(List<PairRule> rules, Participant... people) {
    return new Matcher().match(new Instance(List.of(people), rules, Settings.DEFAULT));
  }

  private static Matching match(Participant... people) {
    return match(List.of(), people);
  }

  private static List<String> pairs(Matching matching) {
    return matching.assignments().stream()
        .map(it -> it.person() + "-" + it.helper() + "@" + it.round())
        .toList();
  }

  private static OpenReason reason(Matching matching, String ref) {
    assertThat(matching.reasons()).containsKey(ref);
    assertThat(matching.reasons().get(ref)).hasSize(1);
    return matching.reasons().getOrDefault(ref, List.of()).get(0);
  }

  @Test
  void nobodyIsMatchedWhereNobodyIs() {
    assertThat(match()).isEqualTo(new Matching(List.of(), List.of(), List.of(), Map.of()));
  }

  @Test
  void onePersonAloneIsToldThatNobodyOffers() {
    Matching matching = match(needs("A", SHOPPING));

    assertThat(reason(matching, "A"))
        .isEqualTo(new OpenReason(Set.of(SHOPPING), Reason.NOBODY_OFFERS, 0, null, null, 0));
  }

  @Test
  void nobodyHelpsThemselves() {
    Participant both = helps("A", Set.of(SHOPPING), it -> it.needs(Set.of(SHOPPING)));

    Matching matching = match(both);

    assertThat(matching.assignments()).isEmpty();
    assertThat(reason(matching, "A").reason()).isEqualTo(Reason.NOBODY_OFFERS);
  }

  @Test
  void twoPeopleMayHelpEachOther() {
    Matching matching =
        match(
            helps("A", Set.of(SHOPPING), it -> it.needs(Set.of(PETS))),
            helps("B", Set.of(PETS), it -> it.needs(Set.of(SHOPPING))));

    assertThat(pairs(matching)).containsExactly("A-B@1", "B-A@1");
  }

  @Test
  void capacityZeroIsZero() {
    Matching matching =
        match(needs("A", SHOPPING), helps("H", Set.of(SHOPPING), it -> it.capacity(0)));

    assertThat(matching.assignments()).isEmpty();
    assertThat(matching.rounds()).isEmpty();
    assertThat(reason(matching, "A"))
        .isEqualTo(new OpenReason(Set.of(SHOPPING), Reason.FULL, 1, null, null, 0));
  }

  @Test
  void whereAllAreTiedEveryPlaceIsTaken() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      people.add(needs("P" + i, SHOPPING));
      people.add(helps("H" + i, Set.of(SHOPPING), it -> it.capacity(1)));
    }

    Matching matching = new Matcher().match(new Instance(people, List.of(), Settings.DEFAULT));

    assertThat(matching.assignments()).hasSize(20);
    assertThat(matching.rounds()).containsExactly(new RoundReport(1, 20, 0));
  }

  @Test
  void atOnePointWithoutTimesTheLongerWaitingComeFirst() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      LocalDate since = MONDAY.plusWeeks(i);
      people.add(needs("P" + i, Set.of(SHOPPING), it -> it.since(since)));
    }
    people.add(helps("H", Set.of(SHOPPING), it -> it.capacity(4)));

    Matching matching = new Matcher().match(new Instance(people, List.of(), Settings.DEFAULT));

    assertThat(pairs(matching)).containsExactly("P0-H@1", "P1-H@1", "P2-H@1", "P3-H@1");
    assertThat(reason(matching, "P4"))
        .isEqualTo(new OpenReason(Set.of(SHOPPING), Reason.FULL, 1, null, null, 1));
  }

  @Test
  void daysOfOneWeekAreEqualToHelpersYetTheEarlierStillBreaksTheTie() {
    Participant sunday = needs("A", Set.of(SHOPPING), it -> it.since(MONDAY.plusDays(6)));
    Participant monday = needs("B", Set.of(SHOPPING), it -> it.since(MONDAY));
    Participant helper = helps("H", Set.of(SHOPPING), it -> it.capacity(1));

    Matching matching = match(sunday, monday, helper);

    assertThat(pairs(matching)).containsExactly("B-H@1");
    assertThat(reason(matching, "A").preferring()).isZero();
  }

  /** Two people whose place is "London" are no neighbours: a neighbour 1.2 km away is better. */
  @Test
  void aVaguePlaceIsNoNeighbour() {
    Participant vague = needs("A", Set.of(SHOPPING), it -> it.place(LONDON, 10));
    Participant asVague = helps("H", Set.of(SHOPPING), it -> it.place(LONDON, 10));
    Participant person = needs("B", SHOPPING);
    Participant neighbour = helps("N", Set.of(SHOPPING), it -> it.place(north(1.2), 0.1));

    Matching matching = match(vague, asVague, person, neighbour);

    assertThat(matching.assignments())
        .anySatisfy(
            it -> {
              assertThat(it.person()).isEqualTo("B");
              assertThat(it.helper()).isEqualTo("N");
              assertThat(it.cautiousKm()).isNotNull().isBetween(1.19, 1.21);
              assertThat(it.band()).isEqualTo(1);
            });
    assertThat(matching.assignments())
        .filteredOn(it -> it.person().equals("A"))
        .singleElement()
        .satisfies(it -> assertThat(it.cautiousKm()).isEqualTo(10.0));
  }

  @Test
  void aPlaceThatIsTooVagueLeavesRemoteNeedsOnly() {
    Participant vague = needs("A", Set.of(SHOPPING, CONVERSATION), it -> it.place(LONDON, 15.1));

    Matching matching = match(vague, helps("H", SHOPPING, CONVERSATION));

    assertThat(matching.assignments())
        .containsExactly(new Assignment("A", "H", Set.of(CONVERSATION), null, 1, 0));
    assertThat(reason(matching, "A").reason()).isEqualTo(Reason.TRIED);
  }

  @Test
  void theDateLineIsNoBorder() {
    Participant west = needs("A", Set.of(SHOPPING), it -> it.place(new GeoPoint(-16.8, 179.99), 0));
    Participant east =
        helps("H", Set.of(SHOPPING), it -> it.place(new GeoPoint(-16.8, -179.99), 0));

    Matching matching = match(west, east);

    assertThat(pairs(matching)).containsExactly("A-H@1");
    assertThat(matching.assignments().get(0).cautiousKm()).isNotNull().isBetween(2.1, 2.2);
  }

  @Test
  void neitherIsThePole() {
    Participant here = needs("A", Set.of(SHOPPING), it -> it.place(new GeoPoint(89.99, 0), 0));
    Participant there = helps("H", Set.of(SHOPPING), it -> it.place(new GeoPoint(89.99, 180), 0));

    assertThat(pairs(match(here, there))).containsExactly("A-H@1");
  }

  @Test
  void tooFarTellsTheNearestAndTheLimit() {
    Participant far = helps("H", Set.of(SHOPPING), it -> it.place(north(9), 0));
    Participant near = helps("N", Set.of(SHOPPING), it -> it.place(north(2), 0).radiusKm(1.5));

    OpenReason reason = reason(match(needs("A", SHOPPING), far, near), "A");

    assertThat(reason.reason()).isEqualTo(Reason.TOO_FAR);
    assertThat(reason.helpers()).isEqualTo(2);
    assertThat(reason.nearestKm()).isNotNull().isBetween(1.99, 2.01);
    assertThat(reason.limitKm()).isEqualTo(1.5);
  }

  @Test
  void theLimitItselfIsNear() {
    Participant person = needs("A", SHOPPING);
    double km = LONDON.kmTo(north(3));
    Participant exactly = helps("H", Set.of(SHOPPING), it -> it.place(north(3), 0).radiusKm(km));
    Participant less =
        helps("H", Set.of(SHOPPING), it -> it.place(north(3), 0).radiusKm(Math.nextDown(km)));

    assertThat(pairs(match(person, exactly))).containsExactly("A-H@1");
    assertThat(match(person, less).assignments()).isEmpty();
  }

  /** 2 km and 1.5 km are one band, so waiting time decides. */
  @Test
  void theLimitOfABandBelongsToIt() {
    Participant atLimit = helps("H", Set.of(SHOPPING), it -> it.place(LONDON, 2).since(MONDAY));
    Participant nearer = helps("N", Set.of(SHOPPING), it -> it.place(north(1.5), 0));

    Matching matching = match(needs("A", SHOPPING), atLimit, nearer);

    assertThat(matching.assignments())
        .containsExactly(new Assignment("A", "H", Set.of(SHOPPING), 2.0, 1, 1));
  }

  @Test
  void needsThatOneHelperLeavesOpenGoToTheNextRound() {
    Matching matching =
        match(
            needs("A", SHOPPING, PETS, CONVERSATION),
            helps("H", SHOPPING, PETS),
            helps("I", CONVERSATION));

    assertThat(pairs(matching)).containsExactly("A-H@1", "A-I@2");
    assertThat(matching.reasons()).isEmpty();
  }

  @Test
  void childrenAreForCheckedHelpersOnly() {
    Participant stranger = helps("H", Set.of(CHILDCARE, PETS), it -> it.checked(false));

    Matching matching = match(needs("A", CHILDCARE, PETS), stranger);

    assertThat(matching.assignments()).singleElement().extracting("needs").isEqualTo(Set.of(PETS));
    assertThat(reason(match(needs("A", CHILDCARE), stranger), "A").reason())
        .isEqualTo(Reason.NOT_CHECKED);
  }

  @Test
  void moneyIsLeftToTheOrganisers() {
    Matching matching = match(needs("A", FINANCIAL), helps("H", FINANCIAL));

    assertThat(matching.assignments()).isEmpty();
    assertThat(reason(matching, "A").reason()).isEqualTo(Reason.BY_HAND);
  }

  @Test
  void peopleWithoutACommonLanguageAreNotIntroduced() {
    Participant french = needs("A", Set.of(PETS), it -> it.languages(Set.of("fr")));
    Participant english = helps("H", Set.of(PETS), it -> it.languages(Set.of("en")));
    Participant silent = helps("S", PETS);

    assertThat(reason(match(french, english), "A").reason()).isEqualTo(Reason.LANGUAGE);
    assertThat(pairs(match(french, english, silent))).containsExactly("A-S@1");
  }

  @Test
  void moreThanSixtyFourLanguagesAreKeptApart() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String language = "language " + i;
      people.add(needs("P" + i, Set.of(PETS), it -> it.languages(Set.of(language))));
      people.add(helps("H" + i, Set.of(PETS), it -> it.languages(Set.of(language))));
    }

    Matching matching = new Matcher().match(new Instance(people, List.of(), Settings.DEFAULT));

    assertThat(matching.assignments())
        .hasSize(100)
        .allSatisfy(it -> assertThat(it.helper().substring(1)).isEqualTo(it.person().substring(1)));
  }

  @Test
  void aStandingIntroductionHoldsItsPlaceAndClosesItsNeeds() {
    List<PairRule> rules = List.of(PairRule.of("A", "H", Kind.STANDING));
    Participant one = helps("H", Set.of(SHOPPING), it -> it.capacity(1));

    Matching matching = match(rules, needs("A", SHOPPING), needs("B", SHOPPING), one);

    assertThat(matching.assignments()).isEmpty();
    assertThat(matching.reasons()).containsOnlyKeys("B");
    assertThat(reason(matching, "B"))
        .isEqualTo(new OpenReason(Set.of(SHOPPING), Reason.FULL, 1, null, null, 1));
  }

  @Test
  void anIntroductionThatEndedIsNotRepeatedYetItsReverseMayBe() {
    List<PairRule> rules = List.of(PairRule.of("A", "B", Kind.TRIED));
    Participant one = helps("A", Set.of(PETS), it -> it.needs(Set.of(PETS)));
    Participant two = helps("B", Set.of(PETS), it -> it.needs(Set.of(PETS)));

    Matching matching = match(rules, one, two);

    assertThat(pairs(matching)).containsExactly("B-A@1");
    assertThat(reason(matching, "A").reason()).isEqualTo(Reason.TRIED);
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
    Participant person =
        needs(
            "A",
            Set.of(CHILDCARE),
            it -> it.languages(Set.of("fr")).availability(Availability.HELD_BACK));
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
            new RefusedPin("A", "A", Why.SAME_PERSON),
            new RefusedPin("A", "GONE", Why.UNKNOWN),
            new RefusedPin("A", "H", Why.KEPT_APART),
            new RefusedPin("A", "I", Why.ALREADY_INTRODUCED),
            new RefusedPin("A", "W", Why.AWAY),
            new RefusedPin("J", "A", Why.NOTHING_OPEN));
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
        .containsExactly(new RefusedPin("A", "B", Why.ALREADY_INTRODUCED));
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
    Participant waiting = needs("B", Set.of(PETS), it -> it.availability(Availability.HELD_BACK));

    Matching matching = match(needs("A", PETS), waiting, away);

    assertThat(matching.assignments()).isEmpty();
    assertThat(matching.reasons()).containsOnlyKeys("A");
    assertThat(reason(matching, "A").reason()).isEqualTo(Reason.NOBODY_OFFERS);
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
    Instance instance = new Instance(people, List.of(), Settings.DEFAULT);
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
              return nobody;
            });
    Instance instance =
        new Instance(
            List.of(needs("A", PETS), needs("B", PETS), helps("H", PETS)),
            List.of(),
            Settings.DEFAULT);

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
