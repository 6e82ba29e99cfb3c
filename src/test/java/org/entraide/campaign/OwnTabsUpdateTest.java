package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.BoardFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings tab and the dashboard, as organisers and other installations use them. */
class OwnTabsUpdateTest extends BoardFixture {

  // ---- settings

  @Test
  void aDistanceThatOrganisersSetCountsInTheNextCycleAndIsTakenBackWhenCleared() {
    World world = set("Distance maximale (km)", "3,5");
    world.settle(2);
    assertThat(world.shown("Ana Alba", "Explication")).contains("au-delà des 3,5 km de Réglages");
    assertThat(understood(world, "Distance maximale (km)")).contains("3,5");
    assertThat(world.letters()).isEmpty();

    set(world, "Distance maximale (km)", "");
    world.settle(2);
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void aValueThatIsNotUnderstoodKeepsTheLastGoodOneAlsoAfterTheLossOfTheJournal() {
    World world = set("Distance maximale (km)", "3");
    world.settle(2);
    set(world, "Distance maximale (km)", "assez loin");
    world.settle(2);
    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.shown("Ana Alba", "Explication")).contains("au-delà des 3 km de Réglages");
    assertThat(understood(world, "Distance maximale (km)")).contains("3");
    assertThat(world.letters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oui", "Yes", "x", "VRAI"})
  void suspendedMeansNothingIsDoneButSaid(String typed) {
    World world = set("Suspendre", typed);
    for (int i = 0; i < 3; i++) {
      CycleReport report = world.settle(2);
      assertThat(report.effects()).isEmpty();
      assertThat(report.troubles()).isEmpty();
    }
    assertThat(world.letters()).isEmpty();
    assertThat(sentences(world)).anyMatch(s -> s.contains("suspendu"));

    set(world, "Suspendre", "");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    assertThat(sentences(world)).noneMatch(s -> s.contains("suspendu"));
  }

  @Test
  void aSuspensionSurvivesTheLossOfItsRowAndOfTheWholeTab() {
    World world = set("Suspendre", "oui");
    world.once();
    world.table.deleteRow(SETTINGS, row(world, SETTINGS, "Suspendre"));
    world.settle(2);
    assertThat(world.letters()).isEmpty();
    assertThat(world.table.text(SETTINGS, row(world, SETTINGS, "Suspendre"), 1)).isEqualTo("oui");

    world.table.deleteTab(SETTINGS);
    world.settle(3);
    assertThat(world.letters()).isEmpty();
    assertThat(understood(world, "Suspendre")).startsWith("oui");

    set(world, "Suspendre", "");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void aLongerWaitBeforeProposingHoldsPeopleBack() {
    World world = set("Attente avant proposition", "30 jours");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(world.letters()).isEmpty();
    assertThat(world.shown("Ana Alba", "Explication")).contains("Entraide attend jusqu’au");
  }

  @Test
  void anotherUsualCapacityCountsForHelpersWhoDidNotSay() {
    World world = set("Capacité habituelle", "1");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    assertThat(world.shown("Bea Bost", "Explication")).contains("n’a plus de place");
  }

  @Test
  void fewerWaitingDraftsLeaveTheRestProposed() {
    World world = set("Brouillons en attente au plus", "0");
    world.settle(2);
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Proposé");
  }

  // ---- what it counts

  @Test
  void theDashboardCountsAndShowsNobodysWholeName() {
    World world = World.busy();
    world.settle(2);

    String all = String.join("\n", sentences(world));
    assertThat(onDashboard(world, "Brouillon prêt")).isNotEqualTo("0");
    assertThat(all).contains("Ida I. (" + world.shown("Ida Iles", "Réf") + ")");
    for (String name : List.of("Alba", "Bo Bell", "Iles", "@", "07700")) {
      assertThat(all).doesNotContain(name);
    }
    assertThat(world.settle(2).effects()).isEmpty();
  }

  // ---- what is wrong

  @Test
  void aMailboxWhoseSignInIsDeadIsToldWithTheCommandAndOnlyOnTheDashboard() {
    World world = pair();
    world.mailbox().setSignedOut(true);
    CycleReport report = world.settle(2);

    assertThat(report.troubles()).hasSize(1);
    assertThat(report.troubles().get(0).text()).doesNotContain("@");
    assertThat(sentences(world))
        .anyMatch(s -> s.contains("«\u202fentraide auth login " + World.DELEGATE + "\u202f»"))
        .noneMatch(s -> s.contains("sign-in"));

    world.mailbox().setSignedOut(false);
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    assertThat(sentences(world)).noneMatch(s -> s.contains("auth login"));
  }

  @Test
  void aHeaderThatWasDeletedTellsNobodysAnswers() {
    World world = new World();
    List<Cell> typed =
        world.cells(
            "Ana Alba",
            PLACE,
            "12 Baker Street",
            NEEDS,
            "Courses",
            World.EMAIL,
            "",
            World.PHONE,
            "07700 900123");
    typed.set(0, Cell.EMPTY); // by hand: no time, no address by which an answer is known
    world.table.row(ANSWERS, typed);
    world.settle(2);
    world.table.deleteRow(ANSWERS, 0);

    String words = world.once().troubles().get(0).text();

    assertThat(words).contains("titles").doesNotContain("Ana Alba", "07700", "Baker");
    world.startAgain(new MemoryJournal());
    assertThat(world.once().troubles().get(0).text()).isEqualTo(words);
  }

  @Test
  void answersThatCannotBeWorkedOnAreToldOnTheDashboardUntilTheyCan() {
    World world = pair().signed(FIRST);
    world.settle(3);
    int place = World.HEADER.indexOf(PLACE);
    world.table.type(ANSWERS, 0, place, "Truc");
    assertThat(world.settle(2).completed()).isFalse();

    assertThat(sentences(world))
        .doesNotContain("Rien.")
        .anyMatch(s -> s.contains("«\u202fTruc\u202f»"));
    assertThat(onDashboard(world, "Brouillon prêt")).isNotEqualTo("0");
    int writes = world.table.writes();
    world.once();
    assertThat(world.table.writes()).isEqualTo(writes);

    world.table.type(ANSWERS, 0, place, PLACE);
    world.settle(2);
    assertThat(sentences(world)).contains("Rien.");
  }

  @Test
  void anotherInstallationsDashboardIsNotWrittenEvenWhereAnswersCannotBeWorkedOn() {
    World world = pair().signed(FIRST);
    world.settle(3);
    world.table.type(ANSWERS, 0, World.HEADER.indexOf(PLACE), "Truc");
    world.signed(SECOND).once();

    assertThat(sentences(world)).contains("Rien.");
    assertThat(onDashboard(world, "Installation")).isEqualTo("first");
  }

  @Test
  void whatIsWrittenMeanwhileOnTheDashboardIsNotHit() {
    World world = pair().signed(FIRST);
    world.settle(3);
    world.table.type(ANSWERS, 0, World.HEADER.indexOf(PLACE), "Truc");
    world.table.beforeNextReread(() -> world.table.insertColumn(DASHBOARD, 0, "À nous"));
    int writes = world.table.writes();
    world.once();

    assertThat(world.table.writes()).isEqualTo(writes);
  }
}
