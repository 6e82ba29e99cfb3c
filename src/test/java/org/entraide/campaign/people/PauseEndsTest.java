package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.entraide.campaign.StillnessFixture;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pause with a day, in a whole campaign: it begins on the 26th of March 2020, at noon. */
class PauseEndsTest extends StillnessFixture {

  private static void until(World world, Instant when) {
    world.clock.advance(Duration.between(world.clock.instant(), when));
  }

  /** Somebody who needs, and a helper who is away. */
  private static World away(String instruction) {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.once();
    return away(world, instruction);
  }

  private static World away(World world, String instruction) {
    world.instruct("Hal Hart", INSTRUCTION, instruction);
    return world;
  }

  @Test
  void nobodyIsIntroducedUntilTheDayAndThenAsWithoutThePause() {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    away(world, "Pause jusqu'au 02/04/2020").once();
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("En pause jusqu’au 2 avril 2020\u202f; reprend ce jour-là.");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En attente");
    assertQuiet(world);

    until(world, Instant.parse("2020-04-01T22:59:00Z")); // one minute before midnight in London
    world.once();
    assertThat(world.letters()).isEmpty();

    until(world, Instant.parse("2020-04-01T23:00:00Z"));
    world.settle(2);
    assertThat(world.letters()).containsExactly(List.of("Ana Alba", "Hal Hart"));
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("Pause terminée le 2 avril 2020\u202f: vous pouvez vider Consigne.");
    assertQuiet(world);

    world.instruct("Hal Hart", INSTRUCTION, "");
    world.once();
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("Pause terminée");
    assertQuiet(world);
  }

  @Test
  void aDraftThatExistsStaysDuringThePause() {
    World world = away("Pause 02/04/2020");
    world.settle(2);

    assertThat(world.letters()).hasSize(1);
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("En pause jusqu’au 2 avril 2020");
  }

  @ParameterizedTest
  @CsvSource({
    "fr_FR, Pacific/Auckland,    05/04/2020,    2020-04-04T11:00:00Z", // the clock goes back later
    "fr_FR, Pacific/Auckland,    06/04/2020,    2020-04-05T12:00:00Z",
    "en_US, America/Los_Angeles, 04/02/2020,    2020-04-02T07:00:00Z",
    "en_GB, America/Los_Angeles, 02/04/2020,    2020-04-02T07:00:00Z",
    "fr_FR, Europe/Paris,        29/03/2020,    2020-03-28T23:00:00Z", // the clock goes forward
    "fr_FR, Europe/Paris,        30 mars 2020,  2020-03-29T22:00:00Z"
  })
  void theDayBeginsWhereTheSheetIs(String locale, String zone, String day, Instant end) {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.table.settings(locale, ZoneId.of(zone));
    world.settle(2);
    away(world, "Pause " + day).settle(2);

    until(world, end.minusSeconds(1));
    world.once();
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");

    until(world, end);
    world.once();
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
  }

  @Test
  void aDayWithoutItsYearIsOverOnceAndNotAgainEachYear() {
    World world = away("Pause 02/04");
    world.settle(2);
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("2 avril 2020");

    until(world, Instant.parse("2020-04-20T12:00:00Z"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("terminée le 2 avril 2020");
    assertQuiet(world);
  }

  @Test
  void aDayWithoutItsYearThatIsTypedAnewIsTheNextOne() {
    World world = away("Pause 02/04");
    world.settle(2);
    until(world, Instant.parse("2020-04-20T12:00:00Z"));
    world.settle(2);

    away(world, "").settle(2);
    away(world, "Pause 02/04").settle(2);

    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("2 avril 2021");
  }

  @Test
  void aTypedStatusWithADayIsObeyedUntilThen() {
    World world = away("");
    world.instruct("Hal Hart", STATUS, "En pause jusqu'au 02/04/2020");
    world.settle(2);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause jusqu'au 02/04/2020");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("En pause jusqu’au 2 avril 2020");
    assertQuiet(world);

    until(world, Instant.parse("2020-04-02T12:00:00Z"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", EXPLANATION))
        .contains("Pause terminée le 2 avril 2020\u202f: vous pouvez vider Statut.")
        .doesNotContain("En pause jusqu’au");
    assertQuiet(world);
  }

  @Test
  void aSortOfSomeColumnsLeavesThePauseWithItsPerson() {
    World world = World.busy();
    world.settle(3);
    world.instruct("Cy Cole", INSTRUCTION, "Pause 02/04/2020");
    world.settle(2);

    Steps.reverse(world, INSTRUCTION, INSTRUCTION);
    world.settle(2);

    assertThat(world.shown("Cy Cole", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Cy Cole", EXPLANATION)).contains("un tri l’a mis ailleurs");
    assertThat(world.statuses().values()).filteredOn("En pause"::equals).hasSize(1);
  }

  @Test
  void anIdleCampaignWakesAtTheEndOfAPauseAndAtNoOtherMidnight() {
    World idle = still(auckland(""), DAEMON);
    World pausing = still(auckland("Pause 28/03/2020"), DAEMON);

    for (World one : List.of(idle, pausing)) {
      until(one, Instant.parse("2020-03-27T10:50:00Z")); // ten minutes before midnight there
      one.once(); // everything is looked at once an hour
      one.clock.advance(Duration.ofMinutes(5));
      one.once();
      assertThat(wholePassesOf(one::once)).isZero();
      until(one, Instant.parse("2020-03-27T11:00:30Z"));
    }

    assertThat(wholePassesOf(idle::once)).isZero();
    assertThat(pausing.shown("Eve Ender", STATUS)).isEqualTo("En pause");
    assertThat(wholePassesOf(pausing::once)).isEqualTo(1);
    assertThat(pausing.shown("Eve Ender", STATUS)).isNotEqualTo("En pause");
  }

  private static World auckland(String instruction) {
    World world = World.busy();
    world.table.settings("fr_FR", ZoneId.of("Pacific/Auckland"));
    world.settle(2);
    world.table.type(ANSWERS, 6, INSTRUCTION, instruction);
    return world;
  }
}
