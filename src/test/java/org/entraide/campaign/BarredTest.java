package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.EMAIL;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.Journal.Note;
import org.entraide.people.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** <i>Exclu</i> outlives rows, tabs, journals and erasures, until an organiser lifts it. */
class BarredTest {

  private static final String ANA = "Ana Alba";
  private static final String BO = "Bo Bell";
  private static final String ANAS = "ana.alba@example.org";
  private static final String ANAS_PHONE = "07700 900123";
  private static final String REF = "Réf";
  private static final String STATUS = "Statut";
  private static final String INSTRUCTION = "Consigne";
  private static final String EXPLANATION = "Explication";
  private static final int SETTINGS = 741_852_002;
  private static final int SETTLED = 4;

  private static final int LABEL = 0;
  private static final int VALUE = 1;
  private static final int UNDERSTOOD = 2;
  private static final int CHECK = 4;

  /** Ana, who is barred, and Bo, who would help her. */
  private static World barred() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", PHONE, ANAS_PHONE)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation");
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);
    return world;
  }

  private static void assertBarred(World world, String who) {
    assertThat(world.shown(who, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(who, "Lieu compris")).isEmpty();
    assertThat(world.letters()).isEmpty();
    assertQuiet(world);
  }

  private static void assertFree(World world, String who) {
    assertThat(world.shown(who, STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  private static void assertQuiet(World world) {
    world.settle(2);
    assertThat(world.once().effects()).isEmpty();
  }

  private static void answersAgain(World world, String who, String email, String phone) {
    world.answer(who, PLACE, "Nord", NEEDS, "Courses", EMAIL, email, PHONE, phone);
    world.settle(2);
  }

  private static void deleteRow(World world, String who) {
    world.table.deleteRow(ANSWERS, world.rowOf(who));
    world.settle(3);
  }

  /** Rows of the settings tab that are no settings. */
  private static List<Integer> lines(World world) {
    List<Integer> lines = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, CHECK).startsWith("barred:")) {
        lines.add(row);
      }
    }
    return lines;
  }

  private static int line(World world) {
    assertThat(lines(world)).hasSize(1);
    return lines(world).get(0);
  }

  private static String label(World world) {
    return world.table.text(SETTINGS, line(world), LABEL);
  }

  private static void type(World world, int column, String text) {
    world.table.type(SETTINGS, line(world), column, text);
    world.settle(2);
  }

  // ---- what is remembered

  @Test
  void aBarHasALineInTheSettings() {
    World world = barred();

    assertThat(label(world)).isEqualTo("Exclu : Ana A. (" + world.shown(ANA, REF) + ")");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertThat(world.table.text(SETTINGS, line(world), CHECK)).doesNotContain("alba", "900123");
    assertBarred(world, ANA);
  }

  @Test
  void whoseRowWasDeletedIsBarredWhenTheSameContactAnswersAgain() {
    World world = barred();
    deleteRow(world, ANA);

    answersAgain(world, ANA, ANAS, "");

    assertBarred(world, ANA);
    assertThat(world.shown(ANA, EXPLANATION)).contains("« non » à sa ligne");
    assertThat(lines(world)).hasSize(1);
  }

  @Test
  void whoseRowWasDeletedAndWhoAnsweredAgainBeforeAnybodyLookedIsBarred() {
    World world = barred();
    world.table.deleteRow(ANSWERS, world.rowOf(ANA));

    answersAgain(world, ANA, ANAS, ANAS_PHONE);

    assertBarred(world, ANA);
  }

  @Test
  void whoAnswersAgainFromAnotherAddressUnderTheSameTelephoneIsBarred() {
    World world = barred();

    answersAgain(world, ANA, "ana@new.example.org", ANAS_PHONE);

    assertBarred(world, ANA);
  }

  @ParameterizedTest
  @CsvSource({"Ana Alba,ana.alba@example.org,", "Jane Doe,,07700 900123"})
  void whoIsBarredByAContactStaysSoWithoutTheJournal(String who, String email, String phone) {
    World world = barred();
    deleteRow(world, ANA);
    world.startAgain(new MemoryJournal());

    answersAgain(world, who, email == null ? "" : email, phone == null ? "" : phone);

    assertBarred(world, who);
    assertThat(world.shown(who, EXPLANATION)).contains("Même contact que", "Distinct", "« non »");
    assertThat(lines(world)).hasSize(1);
  }

  @Test
  void whoAnsweredAlreadyStaysBarredWithoutTheJournal() {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, "Jane Doe", "", ANAS_PHONE);

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertBarred(world, "Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFormThatIsLinkedAnewFreesNobody(boolean journalLost) {
    World world = barred();
    world.linkAnew(8);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }
    world.table.deleteTab(ANSWERS);

    world.settle(SETTLED);

    for (int row = 1; row < world.table.rowCount(8); row++) {
      boolean hers = world.table.text(8, row, World.NAME).equals(ANA);
      assertThat(world.table.text(8, row, STATUS).equals("Exclu")).isEqualTo(hers);
    }
    assertThat(world.letters()).isEmpty();
    assertThat(lines(world)).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void whoAnsweredBeforeUnderTheSameAddressIsBarredToo() {
    World world =
        new World()
            .answer("Eva Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, ANAS)
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.shown("Eva Alba", STATUS)).isEqualTo("Brouillon prêt");

    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.shown("Eva Alba", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Eva Alba", EXPLANATION))
        .contains("Même contact que " + world.shown(ANA, REF));
    assertThat(world.mailbox().waiting()).isEmpty();
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void distinctFreesOnePersonAndNobodyElse(boolean journalLost) {
    World world = barred();
    answersAgain(world, "Jane Doe", ANAS, "");
    answersAgain(world, "Eva Alba", ANAS, "");

    world.instruct("Jane Doe", INSTRUCTION, "Distinct");
    world.settle(2);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
      world.settle(2);
    }

    assertFree(world, "Jane Doe");
    assertThat(world.shown("Eva Alba", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoWasErasedStaysBarredAndIsNotNamed(boolean journalLost) {
    World world = barred();
    String ref = world.shown(ANA, REF);
    Erasing.ask(world.journal(), "londres", ref, world.clock.instant());
    world.settle(SETTLED);
    assertThat(label(world)).isEqualTo("Exclu : personne effacée");
    assertThat(world.table.everything().toString()).doesNotContain(ref, "Ana A.");
    assertThat(world.journal().memory("londres").notes().toString()).doesNotContain(ref);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
      world.settle(2);
    }

    answersAgain(world, "Ana  Alba", ANAS, "");

    assertBarred(world, "Ana  Alba");
    assertThat(world.shown("Ana  Alba", EXPLANATION)).contains("effacée depuis");
    assertThat(lines(world)).hasSize(1);
  }

  /** By the command, and by itself once nothing was heard for as long as people are kept. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoIsKnownByTheirLineAloneIsErasedToo(boolean asked) throws Exception {
    World world = barred();
    String ref = world.shown(ANA, REF);
    deleteRow(world, ANA);
    world.startAgain(new MemoryJournal());
    world.settle(2);
    assertThat(label(world)).isEqualTo("Exclu : Ana A. (" + ref + ")");

    if (asked) {
      assertThat(world.cycle().find(ref)).hasSize(1);
      Erasing.ask(world.journal(), "londres", ref, world.clock.instant());
    } else {
      world.clock.advance(Duration.ofDays(91));
      world.settle(2);
      world.clock.advance(Duration.ofDays(8));
    }
    world.settle(SETTLED);

    assertThat(label(world)).isEqualTo("Exclu : personne effacée");
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @Test
  void whoIsBarredAndErasedInOneMomentStaysBarred() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Loin", OFFERS, "Courses");
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    Erasing.ask(world.journal(), "londres", world.shown(ANA, REF), world.clock.instant());
    world.settle(SETTLED);
    world.answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");

    answersAgain(world, "Jane Doe", ANAS, "");

    assertBarred(world, "Jane Doe");
  }

  @Test
  void whatAnEarlierVersionRememberedIsKept() {
    World world = barred();
    String ref = world.shown(ANA, REF);
    deleteRow(world, ANA);
    world.table.deleteRow(SETTINGS, line(world));
    MemoryJournal earlier = new MemoryJournal();
    String hash = Fingerprint.address("sheet-of-londres", ANAS).substring(1);
    earlier.note("londres", Map.of(new Note(Note.Kind.BARRED, hash), ref));
    world.startAgain(earlier);

    answersAgain(world, "Jane Doe", ANAS, "");

    assertBarred(world, "Jane Doe");
    assertThat(label(world)).isEqualTo("Exclu : " + ref);
    assertThat(earlier.memory("londres").notes())
        .doesNotContainKey(new Note(Note.Kind.BARRED, hash));
  }

  // ---- what organisers do to the line

  @Test
  void aDeletedLineReturns() {
    World world = barred();
    String check = world.table.text(SETTINGS, line(world), CHECK);

    world.table.deleteRow(SETTINGS, line(world));
    world.settle(2);

    assertThat(label(world)).contains("Ana A.");
    assertThat(world.table.text(SETTINGS, line(world), CHECK)).isEqualTo(check);
    assertBarred(world, ANA);
  }

  @Test
  void aDeletedLineReturnsFromTheRowWithoutTheJournal() {
    World world = barred();

    world.table.deleteRow(SETTINGS, line(world));
    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(label(world)).contains("Ana A.");
    assertBarred(world, ANA);
  }

  @Test
  void aDeletedTabReturnsWithItsLines() {
    World world = barred();
    deleteRow(world, ANA);

    world.table.deleteTab(SETTINGS);
    world.settle(2);
    answersAgain(world, "Jane Doe", ANAS, "");

    assertThat(label(world)).startsWith("Exclu");
    assertBarred(world, "Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noInItsLineLiftsABar(boolean journalLost) {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, ANA, ANAS, "");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }

    type(world, VALUE, "Non");

    assertFree(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("Non");
    assertThat(world.table.text(SETTINGS, line(world), UNDERSTOOD)).contains("peut être supprimée");

    world.table.deleteRow(SETTINGS, line(world));
    world.settle(2);
    assertThat(lines(world)).isEmpty();
    assertQuiet(world);
  }

  @Test
  void noWhileTheRowSaysBarredFreesTheOthersAndAsksToClearTheRow() {
    World world = barred();
    answersAgain(world, "Jane Doe", ANAS, "");

    type(world, VALUE, "non");

    assertFree(world, "Jane Doe");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(ANA, EXPLANATION)).contains("levée dans l’onglet Réglages");
    assertThat(world.table.text(SETTINGS, line(world), UNDERSTOOD)).contains("videz sa Consigne");
  }

  @Test
  void clearingTheInstructionLiftsABarAndSayingItAgainBarsAgain() {
    World world = barred();
    answersAgain(world, "Jane Doe", ANAS, "");

    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertFree(world, "Jane Doe");

    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertQuiet(world);
  }

  @Test
  void clearingATypedStatusLiftsABar() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.instruct(ANA, NEEDS, "Autre");
    world.settle(2);
    world.instruct(ANA, STATUS, "Exclu");
    world.settle(2);
    assertThat(label(world)).contains("Ana A.");

    world.instruct(ANA, STATUS, "");
    world.settle(2);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertQuiet(world);
  }

  @Test
  void anEmptiedColumnFreesNobody() {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    List<String> people = List.of("Al Ash", "Bea Bost", "Cy Cole", "Dan Dell");
    people.forEach(who -> world.answer(who, PLACE, "Nord", NEEDS, "Autre"));
    world.settle(2);
    people.forEach(who -> world.instruct(who, INSTRUCTION, "Exclu"));
    world.settle(2);

    people.forEach(who -> world.instruct(who, INSTRUCTION, ""));
    world.settle(2);

    people.forEach(who -> assertThat(world.shown(who, STATUS)).isEqualTo("Exclu"));
    assertThat(lines(world)).hasSize(4);
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({"''", "peut-être", "42"})
  void aValueThatSaysNothingChangesNothing(String value) {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, ANA, ANAS, "");

    type(world, VALUE, value);

    assertBarred(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo(value);
  }

  @Test
  void aRenamedLineKeepsItsNameAndItsBar() {
    World world = barred();

    type(world, LABEL, "Ana a volé");

    assertThat(label(world)).isEqualTo("Ana a volé");
    deleteRow(world, ANA);
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "barred:x", "barred:00112233445566778899aabbccddeeff on - zz"})
  void aDamagedHiddenCellIsMended(String damaged) {
    World world = barred();
    deleteRow(world, ANA);
    String check = world.table.text(SETTINGS, line(world), CHECK);

    world.table.type(SETTINGS, line(world), CHECK, damaged);
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), CHECK)).isEqualTo(check);
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @Test
  void aCopiedLineSaysSoAndCountsForNothing() {
    World world = barred();

    world.table.copyRow(SETTINGS, line(world));
    world.settle(2);

    assertThat(lines(world)).hasSize(2);
    assertThat(world.table.text(SETTINGS, lines(world).get(1), UNDERSTOOD)).contains("double");
    assertQuiet(world);
  }

  @Test
  void aCopiedLineInWhichSomebodyElseIsNamedBarsThem() {
    World world = barred();
    world.answer("Jane Doe", PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);

    world.table.copyRow(SETTINGS, line(world));
    world.table.type(
        SETTINGS, lines(world).get(1), LABEL, "Exclu : " + world.shown("Jane Doe", REF));
    world.settle(2);

    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(SETTINGS, lines(world).get(1), LABEL)).contains("Jane D. (");
    assertThat(world.table.text(SETTINGS, lines(world).get(0), LABEL)).contains("Ana A. (");
    assertQuiet(world);
  }

  @Test
  void sortedLinesStayTheirPeoplesAlsoWithoutTheirHiddenCells() {
    World world = barred();
    world.answer("Jane Doe", PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);
    world.instruct("Jane Doe", INSTRUCTION, "Exclu");
    world.settle(2);
    deleteRow(world, ANA);
    deleteRow(world, "Jane Doe");

    int one = lines(world).get(0);
    int other = lines(world).get(1);
    for (int column : List.of(LABEL, VALUE, UNDERSTOOD)) {
      String text = world.table.text(SETTINGS, one, column);
      world.table.type(SETTINGS, one, column, world.table.text(SETTINGS, other, column));
      world.table.type(SETTINGS, other, column, text);
    }
    int anas = world.table.text(SETTINGS, one, LABEL).contains("Ana") ? one : other;
    world.table.type(SETTINGS, anas, VALUE, "non");
    world.settle(2);

    answersAgain(world, "Eva Alba", ANAS, "");
    assertFree(world, "Eva Alba");
    answersAgain(world, "Joe Doe", "jane.doe@example.org", "");
    assertThat(world.shown("Joe Doe", STATUS)).isEqualTo("Exclu");
    assertQuiet(world);
  }

  @Test
  void aLineIsWrittenWhileEverythingIsSuspended() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.instruct(ANA, NEEDS, "Autre");
    world.settle(2);
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, LABEL).equals("Suspendre")) {
        world.table.type(SETTINGS, row, VALUE, "oui");
      }
    }
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(label(world)).contains("Ana A.");
    assertThat(world.once().effects()).isEmpty();
  }

  @Test
  void aNameThatMayBeALinkIsNotShown() {
    World world =
        new World()
            .answer("evil.example.com/aide Alba", EMAIL, ANAS, PLACE, "Nord", NEEDS, "Autre");
    world.once();
    world.instruct("evil.example.com/aide Alba", INSTRUCTION, "Exclu");
    world.once();

    assertThat(label(world)).isEqualTo("Exclu : " + world.shown("evil.example.com/aide Alba", REF));
  }

  // ---- what ends

  @ParameterizedTest
  @CsvSource({"'',Retirée", "Acceptée,Retirée", "Terminée,Terminée", "Refusée,Refusée"})
  void everyIntroductionUnderWayEndsAndWhatEndedStays(String outcome, String state) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    String helper = world.ledger().get(0).contains(BO) ? BO : "Cy Cole";
    world.mailbox().send(world.introduction(ANA, helper));
    world.settle(2);
    int row = world.ledgerRow(world.introduction(ANA, helper));
    world.table.type(LEDGER, row, "Suite", outcome);
    world.settle(2);
    int before = world.letters().size();

    world.instruct(helper, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.table.text(LEDGER, row, "État")).isEqualTo(state);
    boolean open = state.equals("Retirée");
    assertThat(world.letters()).hasSize(open ? before + 1 : before);
    assertThat(world.shown(ANA, EXPLANATION).contains("prévenez cette personne")).isEqualTo(open);
    assertThat(String.join(" ", world.dashboard()).contains("était partie")).isEqualTo(open);
    assertQuiet(world);

    world.startAgain(new MemoryJournal());
    world.settle(3);
    assertThat(world.table.text(LEDGER, row, "État")).isEqualTo(state);
    assertQuiet(world);
  }

  @Test
  void aNotedOutcomeEndsTheWarning() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.mailbox().send(world.introduction(ANA, BO));
    world.settle(2);
    world.instruct(BO, INSTRUCTION, "Exclu");
    world.settle(2);
    assertThat(world.shown(BO, EXPLANATION)).contains("prévenez " + world.shown(ANA, REF));

    world.table.type(LEDGER, 1, "Suite", "Refusée");
    world.settle(2);

    assertThat(world.shown(BO, EXPLANATION)).doesNotContain("prévenez");
    assertThat(world.shown(ANA, EXPLANATION)).doesNotContain("prévenez");
    assertThat(String.join(" ", world.dashboard())).doesNotContain("était partie");
    assertQuiet(world);
  }

  @Test
  void aDraftThatTheDelegateChangedIsLeftAndFlagged() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.mailbox().edit(world.introduction(ANA, BO));
    world.settle(2);

    world.instruct(BO, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Retirée");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("ne l’envoyez plus");
    assertQuiet(world);
  }
}
