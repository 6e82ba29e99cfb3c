package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.CHILDCARE;
import static org.entraide.people.word.Category.CONVERSATION;
import static org.entraide.people.word.Category.FINANCIAL;
import static org.entraide.people.word.Category.PETS;
import static org.entraide.people.word.Category.SHOPPING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance;
import org.entraide.match.model.LargestStable;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.match.model.Participant;
import org.entraide.match.model.RoundReport;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class MatcherTest extends MatcherFixture {
  private static final LocalDate MONDAY = LocalDate.of(2020, 3, 23);

  @Test
  void nobodyIsMatchedWhereNobodyIs() {
    assertThat(match()).isEqualTo(new Matching(List.of(), List.of(), List.of(), Map.of()));
  }

  @Test
  void onePersonAloneIsToldThatNobodyOffers() {
    Matching matching = match(needs("A", SHOPPING));

    assertThat(reason(matching, "A"))
        .isEqualTo(
            new OpenReason(Set.of(SHOPPING), OpenNeedReason.NOBODY_OFFERS, 0, null, null, 0));
  }

  @Test
  void nobodyHelpsThemselves() {
    Participant both = helps("A", Set.of(SHOPPING), it -> it.needs(Set.of(SHOPPING)));

    Matching matching = match(both);

    assertThat(matching.assignments()).isEmpty();
    assertThat(reason(matching, "A").reason()).isEqualTo(OpenNeedReason.NOBODY_OFFERS);
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
        .isEqualTo(new OpenReason(Set.of(SHOPPING), OpenNeedReason.FULL, 1, null, null, 0));
  }

  @Test
  void whereAllAreTiedEveryPlaceIsTaken() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      people.add(needs("P" + i, SHOPPING));
      people.add(helps("H" + i, Set.of(SHOPPING), it -> it.capacity(1)));
    }

    Matching matching = new Matcher().match(new Instance(people, List.of(), MatchSettings.DEFAULT));

    assertThat(matching.assignments()).hasSize(20);
    assertThat(matching.rounds()).containsExactly(new RoundReport(1, 20, 0, LargestStable.UNKNOWN));
  }

  @Test
  void atOnePointWithoutTimesTheLongerWaitingComeFirst() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      LocalDate since = MONDAY.plusWeeks(i);
      people.add(needs("P" + i, Set.of(SHOPPING), it -> it.since(since)));
    }
    people.add(helps("H", Set.of(SHOPPING), it -> it.capacity(4)));

    Matching matching = new Matcher().match(new Instance(people, List.of(), MatchSettings.DEFAULT));

    assertThat(pairs(matching)).containsExactly("P0-H@1", "P1-H@1", "P2-H@1", "P3-H@1");
    assertThat(reason(matching, "P4"))
        .isEqualTo(new OpenReason(Set.of(SHOPPING), OpenNeedReason.FULL, 1, null, null, 1));
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
    assertThat(reason(matching, "A").reason()).isEqualTo(OpenNeedReason.TRIED);
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

    assertThat(reason.reason()).isEqualTo(OpenNeedReason.TOO_FAR);
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
        .isEqualTo(OpenNeedReason.NOT_CHECKED);
  }

  @Test
  void moneyIsLeftToTheOrganisers() {
    Matching matching = match(needs("A", FINANCIAL), helps("H", FINANCIAL));

    assertThat(matching.assignments()).isEmpty();
    assertThat(reason(matching, "A").reason()).isEqualTo(OpenNeedReason.BY_HAND);
  }

  @Test
  void peopleWithoutACommonLanguageAreNotIntroduced() {
    Participant french = needs("A", Set.of(PETS), it -> it.languages(Set.of("fr")));
    Participant english = helps("H", Set.of(PETS), it -> it.languages(Set.of("en")));
    Participant silent = helps("S", PETS);

    assertThat(reason(match(french, english), "A").reason()).isEqualTo(OpenNeedReason.LANGUAGE);
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

    Matching matching = new Matcher().match(new Instance(people, List.of(), MatchSettings.DEFAULT));

    assertThat(matching.assignments())
        .hasSize(100)
        .allSatisfy(it -> assertThat(it.helper().substring(1)).isEqualTo(it.person().substring(1)));
  }
}
