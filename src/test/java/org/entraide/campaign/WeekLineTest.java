package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.BoardFixture.onDashboard;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.DASHBOARD;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;
import static org.entraide.campaign.world.World.TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.entraide.campaign.handmade.HandMadeFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.World;
import org.entraide.plan.layout.DashboardBlock;
import org.junit.jupiter.api.Test;

/** What the dashboard says of the last seven days; the first answers are of the 24th of March. */
class WeekLineTest extends StillnessFixture {

  private static String line(World world) {
    return world.table.text(DASHBOARD, 0, 1);
  }

  private static World on(World world, String when) {
    world.clock.advance(Duration.between(world.clock.instant(), Instant.parse(when)));
    world.settle(3);
    return world;
  }

  /** Ana and Hal are introduced, Bea finds nobody. */
  private static World pairs() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  @Test
  void whatHappenedInTheLastSevenDaysIsCounted() {
    assertThat(line(pairs()))
        .isEqualTo(
            "Sept jours\u202f: 3 nouvelles réponses (avant\u202f: 0), 1 mise en relation (0), 0"
                + " acceptée (0)\u202f; 0 personne a un besoin à couvrir depuis plus d’une semaine"
                + " (0).");
  }

  @Test
  void anAnswerIsOfThisWeekForSevenDaysThenOfTheOneBeforeThenOfNone() {
    World world = pairs();

    assertThat(line(on(world, "2020-03-30T22:30:00Z")))
        .contains("3 nouvelles réponses (avant\u202f: 0)");
    assertThat(line(on(world, "2020-03-31T12:00:00Z")))
        .contains("0 nouvelle réponse (avant\u202f: 3)");
    assertThat(line(on(world, "2020-04-06T12:00:00Z")))
        .contains("0 nouvelle réponse (avant\u202f: 3)");
    assertThat(line(on(world, "2020-04-07T12:00:00Z")))
        .contains("0 nouvelle réponse (avant\u202f: 0)");
  }

  @Test
  void anIntroductionIsCountedOnTheDayOnWhichItWasBegun() {
    World world = pairs();

    assertThat(line(on(world, "2020-04-01T12:00:00Z"))).contains("1 mise en relation (0)");
    assertThat(line(on(world, "2020-04-02T12:00:00Z"))).contains("0 mise en relation (1)");
    assertThat(line(on(world, "2020-04-09T12:00:00Z"))).contains("0 mise en relation (0)");
  }

  /** What was introduced before Entraide came is no introduction of this week. */
  @Test
  void anIntroductionMadeByHandIsCountedOnTheDayThatWasTyped() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Loin", OFFERS, "Courses");
    world.settle(2);
    HandMadeFixture.typed(
        world, "ana.alba@example.org", "hal.hart@example.org", "Envoyé le", "18/03/2020");
    HandMadeFixture.counts(world);

    assertThat(world.ledger()).hasSize(1);
    assertThat(line(on(world, "2020-03-26T18:00:00Z"))).contains("0 mise en relation (1)");
  }

  @Test
  void anAcceptanceIsCountedFromTheDayOnWhichItWasSeen() {
    World world = on(pairs(), "2020-04-10T12:00:00Z");
    world.table.type(LEDGER, 1, "Suite", "Acceptée");
    world.settle(2);
    assertThat(line(world)).contains("1 acceptée (0)");
    assertQuiet(world);

    assertThat(line(on(world, "2020-04-16T12:00:00Z"))).contains("1 acceptée (0)");
    world.table.type(LEDGER, 1, "Suite", "Terminée");
    assertThat(line(on(world, "2020-04-17T12:00:00Z"))).contains("0 acceptée (1)");
    assertThat(line(on(world, "2020-04-24T12:00:00Z"))).contains("0 acceptée (0)");
    assertQuiet(world);
  }

  @Test
  void anAcceptanceThatIsTakenBackIsNotCounted() {
    World world = pairs();
    world.table.type(LEDGER, 1, "Suite", "Acceptée");
    world.settle(2);

    world.table.type(LEDGER, 1, "Suite", "");
    world.settle(2);

    assertThat(line(world)).contains("0 acceptée (0)");
  }

  @Test
  void withoutAJournalNobodyKnowsWhenSomethingWasAccepted() {
    World world = pairs();
    world.table.type(LEDGER, 1, "Suite", "Acceptée");
    world.settle(2);

    world.startAgain(new MemoryJournal());
    world.settle(3);

    assertThat(line(world)).contains("1 mise en relation (0), 0 acceptée (0)");
  }

  @Test
  void whoWaitsForMoreThanAWeekIsCountedAndComparedWithAWeekAgo() {
    World world = pairs(); // Bea answered on the 24th of March

    assertThat(line(on(world, "2020-03-31T12:00:00Z"))).contains("0 personne a un besoin");
    assertThat(line(on(world, "2020-04-01T12:00:00Z")))
        .contains("1 personne a un besoin")
        .endsWith("(0).");
    assertThat(line(on(world, "2020-04-07T12:00:00Z")))
        .contains("1 personne a un besoin")
        .endsWith("(0).");
    assertThat(line(on(world, "2020-04-08T12:00:00Z")))
        .contains("1 personne a un besoin")
        .endsWith("(1).");

    world.answer("Ivy Imms", PLACE, "Nord", OFFERS, "Médicaments");
    assertThat(line(on(world, "2020-04-09T12:00:00Z")))
        .contains("0 personne a un besoin")
        .endsWith("(1).");
    assertThat(line(on(world, "2020-04-20T12:00:00Z")))
        .contains("0 personne a un besoin")
        .endsWith("(0).");
  }

  /** How many people the dashboard counts by their places. */
  private static int byArea(World world) {
    int people = 0;
    for (int i = 0; i < DashboardBlock.AREAS.lines(); i++) {
      String count = world.table.text(DASHBOARD, DashboardBlock.AREAS.firstRow() + i, 1);
      people += count.isEmpty() ? 0 : (int) Double.parseDouble(count);
    }
    return people;
  }

  @Test
  void whoHasANeedToCoverIsTheSameInTheLineAndByAreaAndNotWhoIsToBeSignposted() {
    World world =
        pairs() // Bea waits, and Ana for something else than her draft is for
            .answer("Zed Zest", PLACE, "Nord", NEEDS, "Autre");
    world.instruct("Ana Alba", NEEDS, "Courses, Médicaments");
    world.settle(2);

    assertThat(line(on(world, "2020-04-10T12:00:00Z")))
        .contains("2 personnes ont un besoin à couvrir");
    assertThat(byArea(world)).isEqualTo(2);
    assertThat(onDashboard(world, "En attente"))
        .startsWith("2"); // Bea and Zed: rows by their status
    assertThat(onDashboard(world, "Brouillon prêt")).startsWith("2");
  }

  @Test
  void aDayIsADayOfTheSheet() {
    World world = new World().answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments");
    world.table.settings("fr_FR", ZoneId.of("America/Los_Angeles"));
    world.table.type(ANSWERS, 1, TIME, "24/03/2020 22:00:00"); // there: the 25th in London

    assertThat(line(on(world, "2020-03-31T06:30:00Z")))
        .contains("1 nouvelle réponse (avant\u202f: 0)");
    assertThat(line(on(world, "2020-03-31T07:30:00Z")))
        .contains("0 nouvelle réponse (avant\u202f: 1)");
  }

  @Test
  void aSuspendedCampaignKeepsTheLineThatItHad() {
    World world = pairs();
    String before = line(world);

    Steps.suspend(world, "oui");
    world.settle(2);

    assertThat(line(world)).isEqualTo(before).isNotEmpty();
  }

  /** A day and a night, a pass every five minutes: what is written is the sign of life. */
  @Test
  void timeAloneChangesTheLineOnceADayAtMost() {
    Set<String> lines = new HashSet<>();
    int signs = 0;
    for (int minute = 0; minute < 24 * 60; minute += 5) {
      world.clock.advance(Duration.ofMinutes(5));
      int writes = world.table.writes();
      String before = line(world);
      world.once();
      lines.add(line(world));
      if (line(world).equals(before)) {
        signs += world.table.writes() - writes;
      }
    }

    assertThat(lines).hasSizeLessThanOrEqualTo(2);
    assertThat(signs).as("writes of the sign of life alone").isLessThanOrEqualTo(24 * 4);
  }
}
