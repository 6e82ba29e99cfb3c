package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has no row in a new tab when the words of the former one are carried over. */
class CarriedLaterTest {

  private static final int NEW = 8;
  private static final int NEWEST = 10;
  private static final int ANSWER = World.HEADER.size();
  private static final String CY = "Cy Cole";
  private static final List<String> OTHERS =
      List.of("Di Dell", "Eve Eyre", "Flo Ford", "Gil Gray", "Hal Hope", "Ivy Imms");
  private static final String CORRECTED = "Lieu corrigé";

  private List<Cell> answer = List.of(); // hers, in the row that was deleted

  static World linkedAnew(boolean journalIsLost, String instruction) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses, Autre")
            .answer(CY, PLACE, "Sud", NEEDS, "Garde d'enfants");
    for (String other : OTHERS) { // so many that one may be missing
      world.answer(other, PLACE, "Sud", NEEDS, "Conversation");
    }
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, instruction);
    world.instruct(ANA, CORRECTED, "Sud");
    world.settle(2);
    world.linkAnew(NEW);
    return journalIsLost ? world.startAgain(new MemoryJournal()) : world;
  }

  private static int row(World world, String name) {
    return row(world, NEW, name);
  }

  private static int row(World world, int tab, String name) {
    for (int row = 1; row < world.table.rowCount(tab); row++) {
      if (world.table.text(tab, row, NAME).equals(name)) {
        return row;
      }
    }
    throw new IllegalArgumentException("No row");
  }

  /** Her row is gone when the words are carried over. */
  private World anaIsAway(String instruction) {
    World world = linkedAnew(false, instruction);
    answer = takenOut(world, ANA);
    world.settle(3);
    return world;
  }

  static List<Cell> takenOut(World world, String name) {
    return takenOut(world, NEW, name);
  }

  private static List<Cell> takenOut(World world, int tab, String name) {
    int row = row(world, tab, name);
    List<Cell> answer = world.table.answers(tab, row, ANSWER);
    world.table.deleteRow(tab, row);
    return answer;
  }

  private static void assertCarried(World world, String instruction, String status) {
    assertCarried(world, NEW, instruction, status);
  }

  private static void assertCarried(World world, int tab, String instruction, String status) {
    int row = row(world, tab, ANA);
    assertThat(world.table.text(tab, row, INSTRUCTION)).isEqualTo(instruction);
    assertThat(world.table.text(tab, row, CORRECTED)).isEqualTo("Sud");
    assertThat(world.table.text(tab, row, STATUS)).isEqualTo(status);
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void whoseRowComesBackGetsTheWordsThen(boolean journalIsLost, boolean edited) {
    World world = linkedAnew(journalIsLost, "Exclu");
    List<Cell> answer = takenOut(world, ANA);
    world.settle(3);
    world.table.row(NEW, world.cells(BO, PLACE, "Sud", OFFERS, "Autre")); // would help her

    world.table.insert(NEW, 1, edited ? world.cells(ANA, PLACE, "Nord", NEEDS, "Autre") : answer);
    world.settle(4);

    assertCarried(world, "Exclu", "Exclu");
    assertThat(world.letters()).isEmpty();
  }

  /** Only whoever is awaited: what others cleared in the new tab stays cleared. */
  @Test
  void whatOthersClearedMeanwhileStaysCleared() {
    World world = linkedAnew(false, "Pause");
    world.instruct(CY, INSTRUCTION, "Exclu");
    List<Cell> answer = takenOut(world, ANA);
    world.settle(3);
    world.table.type(NEW, row(world, CY), INSTRUCTION, "");
    world.settle(3);

    world.table.insert(NEW, 1, answer);
    world.settle(4);

    assertCarried(world, "Pause", "En pause");
    assertThat(world.table.text(NEW, row(world, CY), INSTRUCTION)).isEmpty();
    assertThat(world.table.text(NEW, row(world, CY), STATUS)).isEqualTo("En attente");
  }

  @Test
  void whatSheClearsAfterwardsStaysCleared() {
    World world = anaIsAway("Pause");
    world.table.insert(NEW, 1, answer);
    world.settle(3);

    world.table.type(NEW, row(world, ANA), INSTRUCTION, "");
    world.settle(4);

    assertCarried(world, "", "En attente");
  }

  @Test
  void aDaemonThatIsKilledRightAfterTheWriteDoesItOnce() {
    World world = anaIsAway("Pause");
    world.table.insert(NEW, 1, answer);
    world.outage.planNextOf("write SetCell", Outage.How.DEATH_AFTER);
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    assertThat(world.table.text(NEW, row(world, ANA), INSTRUCTION)).isEqualTo("Pause");
    world.table.type(NEW, row(world, ANA), INSTRUCTION, "");
    world.startAgain(world.journal());

    world.settle(4);

    assertCarried(world, "", "En attente");
  }

  /** What stood there, the journal knows by its hash; a place it does not. */
  @ParameterizedTest
  @CsvSource({"Pause, En pause", "Exclu, Exclu"})
  void ofAFormerTabThatIsDeletedMeanwhileTheJournalStillKnowsTheInstruction(
      String instruction, String status) {
    World world = anaIsAway(instruction);
    world.table.deleteTab(ANSWERS);
    world.settle(2);

    world.table.insert(NEW, 1, answer);
    world.settle(4);

    assertThat(world.table.text(NEW, row(world, ANA), INSTRUCTION)).isEqualTo(instruction);
    assertThat(world.table.text(NEW, row(world, ANA), STATUS)).isEqualTo(status);
    assertThat(world.table.text(NEW, row(world, ANA), CORRECTED)).isEmpty();
    assertQuiet(world);
  }

  @Test
  void whoIsBarredStaysSoWhereTheFormerTabIsDeletedWhileAllIsSuspended() {
    World world = anaIsAway("Exclu");
    suspend(world, "oui");
    world.table.row(NEW, world.cells(BO, PLACE, "Sud", OFFERS, "Autre")); // would help her
    world.table.insert(NEW, 1, answer);
    world.settle(2);
    world.table.deleteTab(ANSWERS);
    world.settle(2);
    suspend(world, "");

    world.settle(4);

    assertThat(world.table.text(NEW, row(world, ANA), STATUS)).isEqualTo("Exclu");
    assertThat(world.letters()).isEmpty();
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoIsFreedBeforeTheRowComesBackIsFree(boolean freedFirst) {
    World world = linkedAnew(false, "Exclu");
    List<Cell> answer = takenOut(world, ANA);
    if (freedFirst) {
      world.table.type(SETTINGS, line(world), VALUE, "non");
    }
    world.settle(3);
    world.table.type(SETTINGS, line(world), VALUE, "non");
    world.settle(2);

    world.table.insert(NEW, 1, answer);
    world.settle(4);

    assertCarried(world, "", "En attente");
  }

  /** The form does not repeat a row that people copied. */
  @Test
  void whatIsClearedBesideSomebodyWhoseCopyIsMissingStaysCleared() {
    World world = linkedAnew(false, "Pause");
    world.table.copyRow(ANSWERS, 1);
    int copy = world.table.rowCount(ANSWERS) - 1;
    world.table.type(ANSWERS, copy, INSTRUCTION, "Distinct");
    world.settle(4);

    world.table.type(NEW, row(world, ANA), INSTRUCTION, "");
    world.settle(4);

    assertCarried(world, "", "En attente");
  }

  @Test
  void anOlderJournalDoesNotCarryOverOnceMoreWhatWasCleared() {
    World world = anaIsAway("Pause");
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    world.table.insert(NEW, 1, answer);
    world.settle(3);
    world.table.type(NEW, row(world, ANA), INSTRUCTION, "");
    world.settle(2);

    world.startAgain(older);
    world.settle(4);

    assertCarried(world, "", "En attente");
  }

  @Test
  void twoPeopleAreAwaitedFromTwoTabs() {
    World world = linkedAnew(false, "Pause");
    List<Cell> ana = takenOut(world, ANA);
    world.settle(3);
    world.table.type(NEW, row(world, CY), INSTRUCTION, "Pause");
    world.settle(2);
    world.linkAnew(NEW, NEWEST);
    List<Cell> cy = takenOut(world, NEWEST, CY);
    world.settle(3);

    world.table.insert(NEWEST, 1, ana);
    world.table.insert(NEWEST, 1, cy);
    world.settle(4);

    assertCarried(world, NEWEST, "Pause", "En pause");
    assertThat(world.table.text(NEWEST, row(world, NEWEST, CY), INSTRUCTION)).isEqualTo("Pause");
    assertThat(world.table.text(NEWEST, row(world, NEWEST, CY), STATUS)).isEqualTo("En pause");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNewJournalKnowsByTheMissingReferenceWhoseWordsAreStillToComeWhereTheRowIsBack(
      boolean edited) {
    World world = anaIsAway("Pause");
    world.table.insert(NEW, 1, edited ? world.cells(ANA, PLACE, "Nord", NEEDS, "Autre") : answer);
    world.startAgain(new MemoryJournal());

    world.settle(4);

    assertCarried(world, "Pause", "En pause");
    world.table.type(NEW, row(world, ANA), INSTRUCTION, "");
    world.startAgain(new MemoryJournal());
    world.settle(4);
    assertCarried(world, "", "En attente");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoseRowComesBackWhileAllIsSuspendedGetsTheWordsInTheTabAfterThat(boolean journalIsLost) {
    World world = anaIsAway("Pause");
    suspend(world, "oui");
    world.table.insert(NEW, 1, answer);
    world.settle(2);
    world.linkAnew(NEW, NEWEST);
    if (journalIsLost) {
      world.startAgain(new MemoryJournal());
    }
    world.settle(2);
    suspend(world, "");

    world.settle(4);

    assertCarried(world, NEWEST, "Pause", "En pause");
  }

  /** Google writes all answers of the form again, also those whose row was deleted in the tab. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoseRowComesWithAThirdTabGetsTheWordsThere(boolean secondIsDeleted) {
    World world = linkedAnew(false, "Pause");
    takenOut(world, ANA);
    world.settle(3);
    world.linkAnew(ANSWERS, NEWEST);
    if (secondIsDeleted) {
      world.table.deleteTab(NEW);
    }

    world.settle(4);

    assertCarried(world, NEWEST, "Pause", "En pause");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exclu", "Exclu, Pause", "Exlu"})
  void whoIsFreedAndWhoseLineIsDeletedIsFree(String instruction) {
    World world = anaIsAway(instruction);
    world.table.type(SETTINGS, line(world), VALUE, "non");
    world.settle(2);
    world.table.deleteRow(SETTINGS, line(world));
    world.settle(2);

    world.table.insert(NEW, 1, answer);
    world.settle(4);

    boolean pause = instruction.endsWith("Pause");
    assertCarried(world, pause ? "Pause" : "", pause ? "En pause" : "En attente");
  }

  @Test
  void anAnswerThatIsCorrectedMeanwhileIsKnownToTheJournalAloneToo() {
    World world = linkedAnew(false, "Pause");
    takenOut(world, ANA);
    world.settle(3);
    world.table.deleteTab(ANSWERS);
    world.settle(2);

    world.table.insert(NEW, 1, world.cells(ANA, PLACE, "Nord", NEEDS, "Autre"));
    world.settle(4);

    assertThat(world.table.text(NEW, row(world, ANA), INSTRUCTION)).isEqualTo("Pause");
    assertThat(world.table.text(NEW, row(world, ANA), STATUS)).isEqualTo("En pause");
  }

  @Test
  void wordsAreNotHiddenByATabInWhichTheRowWasStillBlank() {
    World world = anaIsAway("Pause");
    suspend(world, "oui");
    world.table.insert(NEW, 1, answer);
    world.settle(2);
    world.linkAnew(NEW, NEWEST);
    takenOut(world, NEWEST, ANA);
    suspend(world, "");
    world.settle(4);

    world.table.insert(NEWEST, 1, answer);
    world.settle(4);

    assertCarried(world, NEWEST, "Pause", "En pause");
  }

  /** Two people of one name and address, of whom an organiser said that they are two. */
  @Test
  void whoeverIsDistinctFromANamesakeStaysSo() {
    World world = linkedAnew(false, "Distinct");
    List<Cell> namesake = world.cells(ANA, PLACE, "Sud", NEEDS, "Conversation");
    world.table.row(ANSWERS, namesake);
    world.table.row(NEW, namesake);
    List<Cell> answer = takenOut(world, ANA);
    world.settle(4);

    world.table.insert(NEW, 1, answer);
    world.settle(4);

    assertThat(world.table.text(NEW, 1, INSTRUCTION)).isEqualTo("Distinct");
    assertThat(world.table.text(NEW, 1, CORRECTED)).isEqualTo("Sud");
    assertThat(world.table.text(NEW, 1, STATUS)).isNotEqualTo("Doublon");
    assertQuiet(world);
  }
}
