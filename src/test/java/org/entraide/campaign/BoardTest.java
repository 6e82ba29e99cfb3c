package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings tab and the dashboard, as organisers and other installations use them. */
class BoardTest {

  private static final int SETTINGS = 741_852_002;
  private static final int DASHBOARD = 741_852_003;

  /** One who needs, four kilometres from one who helps. */
  private static World pair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses");
  }

  /** A campaign whose tabs are there before the pair answers, and a value is set. */
  private static World set(String label, String value) {
    World world = new World().answer("Zed Zest", PLACE, "Loin", NEEDS, "Autre");
    world.once();
    set(world, label, value);
    world.once();
    return world
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses");
  }

  private static int row(World world, int tab, String label) {
    for (int row = 0; row < world.table.rowCount(tab); row++) {
      if (world.table.text(tab, row, 0).equals(label)) {
        return row;
      }
    }
    throw new IllegalArgumentException("No row is called " + label);
  }

  private static void set(World world, String label, String value) {
    world.table.type(SETTINGS, row(world, SETTINGS, label), 1, value);
  }

  private static String understood(World world, String label) {
    return world.table.text(SETTINGS, row(world, SETTINGS, label), 2);
  }

  private static String told(World world, String label) {
    return world.table.text(DASHBOARD, row(world, DASHBOARD, label), 1);
  }

  /** Everything that the dashboard says in its first column. */
  private static List<String> sentences(World world) {
    List<String> sentences = new ArrayList<>();
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      sentences.add(world.table.text(DASHBOARD, row, 0));
    }
    return sentences;
  }

  private static List<Cell> takeAway(World world, int row) {
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);
    world.table.deleteRow(ANSWERS, row);
    return cells;
  }

  // ---- settings

  @Test
  void aDistanceThatOrganisersSetCountsInTheNextCycleAndIsTakenBackWhenCleared() {
    World world = set("Distance maximale (km)", "3,5");
    world.settle(2);
    assertThat(world.shown("Ana Alba", "Explication")).contains("la limite est 3,5 km");
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

    assertThat(world.shown("Ana Alba", "Explication")).contains("la limite est 3 km");
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
    assertThat(world.shown("Ana Alba", "Explication")).contains("Réponse récente");
  }

  @Test
  void anotherUsualCapacityCountsForHelpersWhoDidNotSay() {
    World world = set("Capacité habituelle", "1");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    assertThat(world.shown("Bea Bost", "Explication")).contains("déjà autant de personnes");
  }

  @Test
  void fewerWaitingDraftsLeaveTheRestProposed() {
    World world = set("Brouillons en attente au plus", "0");
    world.settle(2);
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Proposé");
  }

  // ---- deletions

  private static World crowd() {
    World world = new World();
    for (int i = 0; i < 10; i++) {
      world.answer("P" + (char) ('A' + i), PLACE, "Nord", NEEDS, "Courses");
    }
    world.settle(2);
    return world;
  }

  @Test
  void aConfirmationBelievesDeletionsOnceAndNoMore() {
    World world = crowd();
    for (int i = 0; i < 5; i++) {
      takeAway(world, 1);
    }
    CycleReport stopped = world.settle(2);
    assertThat(stopped.troubles()).hasSize(1);
    assertThat(sentences(world)).anyMatch(s -> s.contains("5 personnes ont disparu"));

    set(world, "Confirmer les suppressions", "oui");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5");
    assertThat(sentences(world)).noneMatch(s -> s.contains("ont disparu"));
    assertThat(world.settle(2).effects()).isEmpty();

    for (int i = 0; i < 4; i++) {
      takeAway(world, 1);
    }
    assertThat(world.settle(2).troubles()).hasSize(1);
    set(world, "Confirmer les suppressions", "");
    world.once();
    set(world, "Confirmer les suppressions", "Oui");
    assertThat(world.settle(2).troubles()).isEmpty();
  }

  /** A crowd of whom more vanished than is believed. */
  private static World emptied() {
    World world = crowd();
    vanish(world, 5);
    assertThat(world.settle(2).troubles()).hasSize(1);
    return world;
  }

  private static void vanish(World world, int people) {
    for (int i = 0; i < people; i++) {
      takeAway(world, 1);
    }
  }

  /** The names of a crowd are sorted without anything else. */
  private static World confused() {
    World world = crowd();
    for (int row = 1; row < 11; row++) {
      world.table.type(ANSWERS, row, World.NAME, "P" + (char) ('A' + 10 - row));
    }
    return world;
  }

  @Test
  void namesThatComeToStandBesideOthersAddressesStopEverythingUntilTheyAreBack() {
    World world = confused();
    CycleReport stopped = world.settle(2);
    assertThat(stopped.troubles()).singleElement().asString().contains("sans les autres");
    assertThat(sentences(world)).anyMatch(s -> s.contains("10 personnes ont tout à coup"));

    for (int row = 1; row < 11; row++) {
      world.table.type(ANSWERS, row, World.NAME, "P" + (char) ('A' + row - 1));
    }
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(sentences(world)).noneMatch(s -> s.contains("ont tout à coup"));
  }

  @Test
  void namesBesideOthersAddressesAreBelievedOnceTheyAreConfirmed() {
    World world = confused();
    world.settle(2);
    set(world, "Confirmer les suppressions", "oui");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void aFewNamesBesideOthersAddressesAreCorrections() {
    World world = crowd();
    world.table.type(ANSWERS, 1, World.NAME, "PB");
    world.table.type(ANSWERS, 2, World.NAME, "PA");
    assertThat(world.settle(2).troubles()).isEmpty();
  }

  @Test
  void aConfirmationThatIsNotNeededLapsesAndDisarmsNothing() {
    World world = crowd();
    set(world, "Confirmer les suppressions", "oui");
    world.settle(2);
    assertThat(understood(world, "Confirmer les suppressions")).startsWith("Rien à confirmer");

    vanish(world, 5);
    assertThat(world.settle(2).troubles()).hasSize(1);
    set(world, "Confirmer les suppressions", "");
    world.once();
    set(world, "Confirmer les suppressions", "oui");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 disparitions");
  }

  @Test
  void aConfirmationUsedInACycleThatFailsIsNotUsedAgain() {
    World world = emptied();
    set(world, "Confirmer les suppressions", "oui");
    world.table.beforeNextReread(
        () -> {
          throw new IllegalStateException("The line is cut.");
        });
    assertThat(world.once().completed()).isFalse();
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 disparitions");

    vanish(world, 4);
    assertThat(world.settle(2).troubles()).hasSize(1);
  }

  @Test
  void aConfirmationGivenWhileSuspendedIsUsedAfterwards() {
    World world = emptied();
    set(world, "Suspendre", "oui");
    set(world, "Confirmer les suppressions", "oui");
    world.settle(2);
    assertThat(understood(world, "Confirmer les suppressions")).contains("seront acceptées");

    set(world, "Suspendre", "");
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 disparitions");
  }

  @Test
  void aConfirmationSeenByADaemonThatOnlyClaimsIsUsedAfterwards() {
    World world = emptied();
    set(world, "Confirmer les suppressions", "oui");
    world.signed(FIRST);
    assertThat(world.once().again()).isTrue();
    assertThat(understood(world, "Confirmer les suppressions")).contains("seront acceptées");

    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(understood(world, "Confirmer les suppressions")).contains("5 disparitions");
  }

  // ---- signs of life

  private static final Signature FIRST = Signature.daemon("first", false);
  private static final Signature SECOND = Signature.daemon("second", false);

  @Test
  void aDaemonPutsItsNameOnTheSheetBeforeItDoesAnything() {
    World world = pair().signed(FIRST);

    CycleReport claiming = world.once();
    assertThat(claiming.again()).isTrue();
    assertThat(told(world, "Installation")).isEqualTo("first");
    assertThat(world.letters()).isEmpty();

    world.clock.advance(Duration.ofMinutes(1));
    world.once();
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void aSignOfLifeIsWrittenEveryQuarterOfAnHourAndIsNoNews() {
    World world = pair().signed(FIRST);
    world.settle(4);
    int writes = world.table.writes();
    int reads = world.table.reads() + world.table.rereads();

    for (int i = 0; i < 60; i++) {
      world.clock.advance(Duration.ofMinutes(1));
      assertThat(world.once().quiet()).isTrue();
    }

    assertThat(world.table.writes() - writes).isBetween(3, 4);
    assertThat(world.table.reads() + world.table.rereads() - reads).isEqualTo(60);
  }

  @Test
  void aSecondInstallationWaitsWhileTheFirstIsAliveAndTakesOverWhenToldTo() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses");

    world.signed(SECOND);
    CycleReport waits = world.once();
    assertThat(waits.completed()).isFalse();
    assertThat(waits.troubles().get(0).text()).contains("first").contains("--take-over");
    assertThat(world.shown("Bea Bost", "Statut")).isEmpty();

    world.signed(Signature.once("second", false));
    assertThat(world.once().completed()).isFalse();

    world.signed(Signature.daemon("second", true));
    world.settle(2);
    assertThat(told(world, "Installation")).isEqualTo("second");
    assertThat(world.shown("Bea Bost", "Statut")).isNotEmpty();
  }

  @Test
  void anInstallationThatDiedIsReplacedAfterHalfAnHour() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.signed(SECOND);
    world.clock.advance(Duration.ofMinutes(31));
    world.settle(2);
    assertThat(told(world, "Installation")).isEqualTo("second");
  }

  @Test
  void anInstallationThatEndedOnPurposeIsReplacedAtOnce() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.campaign().signOff();
    assertThat(told(world, "État")).isEqualTo("Arrêté");

    world.signed(SECOND);
    world.once();
    assertThat(told(world, "Installation")).isEqualTo("second");
    assertThat(told(world, "État")).isNotEqualTo("Arrêté");
  }

  @Test
  void aSingleRunPutsItsNameOnTheSheetBeforeItsFirstEffectAndTakesItBackWithItsLastWrite() {
    World world = pair();
    List<String> names = new ArrayList<>();
    world.outage.meanwhile(
        call -> {
          if (call.equals("create")) {
            names.add(told(world, "Installation") + " " + told(world, "État"));
          }
        });
    world.once();
    assertThat(world.letters()).hasSize(1);
    assertThat(names).containsExactly("first En marche");
    assertThat(told(world, "Installation")).isEqualTo("first");
    assertThat(told(world, "État")).isEqualTo("Arrêté");

    int writes = world.table.writes();
    world.campaign().signOff();
    assertThat(world.table.writes()).isEqualTo(writes);
  }

  @Test
  void aSingleRunThatHasNothingToDoWritesNothingWhoeverWasAtWorkBefore() {
    World world = pair().signed(FIRST);
    world.settle(3);
    world.campaign().signOff();
    int writes = world.table.writes();

    world.signed(Signature.once("second", false)).startAgain(new MemoryJournal());
    world.settle(3);
    world.campaign().signOff();

    assertThat(world.table.writes()).isEqualTo(writes);
    assertThat(told(world, "Installation")).isEqualTo("first");
  }

  /** Its next one, or whichever command of the same installation, need not wait. */
  @Test
  void aSingleRunThatDiedHoldsUpAnotherInstallationForHalfAnHourAndItselfNotAtAll() {
    for (String next : List.of("first", "second")) {
      World world = pair();
      world.outage.planNextOf("write AppendRows", Outage.How.DEATH_AFTER);
      assertThatExceptionOfType(Outage.Death.class).isThrownBy(world::once);
      world.signed(Signature.once(next, false));
      if (next.equals("second")) {
        world.startAgain(new MemoryJournal());
        world.clock.advance(Duration.ofMinutes(29));
        assertThat(world.once().troubles().get(0).text()).contains("first");
        world.clock.advance(Duration.ofMinutes(2));
      }
      assertThat(world.settle(3).troubles()).isEmpty();
      assertThat(world.letters()).hasSize(1);
      assertThat(told(world, "État")).isEqualTo("Arrêté");
    }
  }

  @Test
  void aSingleRunThatFailsAfterItsClaimSignsOff() {
    World world = pair();
    world.outage.planNextOf("write AppendRows", Outage.How.BEFORE);
    assertThat(world.once().completed()).isFalse();
    assertThat(told(world, "État")).isEqualTo("En marche");

    world.campaign().signOff();

    assertThat(told(world, "État")).isEqualTo("Arrêté");
    world.signed(Signature.once("second", false)).startAgain(new MemoryJournal());
    assertThat(world.once().troubles()).isEmpty();
  }

  @Test
  void aTakeOverCountsOnce() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.signed(Signature.daemon("second", true));
    world.settle(2);
    Campaign second = world.campaign();
    assertThat(told(world, "Installation")).isEqualTo("second");

    world.clock.advance(Duration.ofMinutes(31));
    world.signed(FIRST);
    world.settle(2);
    assertThat(told(world, "Installation")).isEqualTo("first");
    CycleReport waits = second.once();

    assertThat(waits.completed()).isFalse();
    assertThat(waits.troubles().get(0).text()).contains("first");
    assertThat(told(world, "Installation")).isEqualTo("first");
  }

  // ---- what it counts

  @Test
  void theDashboardCountsAndNamesNobody() {
    World world = World.busy();
    world.settle(2);

    String all = String.join("\n", sentences(world));
    assertThat(told(world, "Brouillon prêt")).isNotEqualTo("0");
    assertThat(all).contains(world.shown("Ida Iles", "Réf"));
    for (String name : List.of("Ana", "Bo Bell", "Ida", "@", "07700")) {
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
        .anyMatch(s -> s.contains("« entraide auth login " + World.DELEGATE + " »"))
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

    String told = world.once().troubles().get(0).text();

    assertThat(told).contains("titles").doesNotContain("Ana Alba", "07700", "Baker");
    world.startAgain(new MemoryJournal());
    assertThat(world.once().troubles().get(0).text()).isEqualTo(told);
  }

  @Test
  void answersThatCannotBeWorkedOnAreToldOnTheDashboardUntilTheyCan() {
    World world = pair().signed(FIRST);
    world.settle(3);
    int place = World.HEADER.indexOf(PLACE);
    world.table.type(ANSWERS, 0, place, "Truc");
    assertThat(world.settle(2).completed()).isFalse();

    assertThat(sentences(world)).doesNotContain("Rien.").anyMatch(s -> s.contains("« Truc »"));
    assertThat(told(world, "Brouillon prêt")).isNotEqualTo("0");
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
    assertThat(told(world, "Installation")).isEqualTo("first");
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
