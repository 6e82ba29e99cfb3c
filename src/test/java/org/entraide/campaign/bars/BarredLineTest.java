package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.CHECK;
import static org.entraide.campaign.bars.BarredCampaign.LABEL;
import static org.entraide.campaign.bars.BarredCampaign.UNDERSTOOD;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertBarred;
import static org.entraide.campaign.bars.BarredCampaign.assertFree;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.barred;
import static org.entraide.campaign.bars.BarredCampaign.deleteRow;
import static org.entraide.campaign.bars.BarredCampaign.label;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.bars.BarredCampaign.lines;
import static org.entraide.campaign.bars.BarredCampaign.type;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers do to the line of somebody whom they barred, and to the row. */
@Stories(few = 5)
class BarredLineTest {

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
  void aDeletedLineReturnsFromTheStatusThatARowShowsWithoutTheJournal() {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, ANA, ANAS, "");
    answersAgain(world, "Jane Doe", ANAS, "");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");

    world.table.deleteRow(SETTINGS, line(world));
    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(label(world)).contains("Ana A.");
    assertBarred(world, ANA);
    assertBarred(world, "Jane Doe");
  }

  @Test
  void aBarThatIsLiftedRightAfterTheJournalWasLostFreesAllWhomItCovered() {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, ANA, ANAS, "");
    answersAgain(world, "Jane Doe", ANAS, "");

    world.startAgain(new MemoryJournal());
    type(world, VALUE, "non");

    assertFree(world, ANA);
    assertFree(world, "Jane Doe");
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
    assertThat(world.shown(ANA, EXPLANATION)).contains("levée dans Réglages");
    assertThat(world.table.text(SETTINGS, line(world), UNDERSTOOD)).contains("videz sa Consigne");
  }

  /** The line tells that it was lifted since; nobody said it again. */
  @ParameterizedTest
  @ValueSource(strings = {INSTRUCTION, STATUS})
  void noBesideWhoseRowSaysBarredCountsAlsoWithAnOlderJournal(String column) {
    World world = barred();
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    type(world, VALUE, "non");
    answersAgain(world, "Jane Doe", ANAS, "");

    world.startAgain(older);
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertFree(world, "Jane Doe");
    world.instruct(ANA, column, "");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertQuiet(world);
  }

  /** The line alone was not written: the journal knows what was said since. */
  @Test
  void whoIsBarredAgainWhileTheSettingsCannotBeWrittenStaysSo() {
    World world = barred();
    type(world, VALUE, "non");
    answersAgain(world, "Jane Doe", ANAS, "");
    assertFree(world, "Jane Doe");
    for (int column = LABEL; column <= CHECK; column++) {
      world.table.lock(SETTINGS, column);
    }
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(4);
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");

    world.table.unlock();
    world.settle(4);

    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertQuiet(world);
  }

  /** It is the cell in which it was seen, though the answer beside it is another now. */
  @ParameterizedTest
  @ValueSource(strings = {INSTRUCTION, STATUS})
  void clearingItWhileTheAnswerIsCorrectedLiftsABar(String column) {
    World world = barred();
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.settle(2);

    world.instruct(ANA, EMAIL, "ana@example.org");
    world.instruct(ANA, column, "");
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    assertQuiet(world);
  }

  /** The row is somebody else's by then, which does not say that the bar is over. */
  @ParameterizedTest
  @ValueSource(strings = {INSTRUCTION, STATUS})
  void clearingItWhileSomebodyElseIsTypedOverTheRowFreesNobody(String column) {
    World world = barred();
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.settle(2);

    world.instruct(ANA, EMAIL, "zoe@example.org");
    world.instruct(ANA, PHONE, "07700 900777");
    world.instruct(ANA, column, "");
    world.instruct(ANA, NAME, "Zoe Zorn");
    world.settle(2);
    answersAgain(world, ANA, ANAS, "");

    assertBarred(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
  }

  /** A note does not say that the bar is over. */
  @Test
  void aNoteTypedOverExcluWhileTheAnswerIsCorrectedFreesNobody() {
    World world = barred();

    world.instruct(ANA, EMAIL, "ana@example.org");
    world.instruct(ANA, INSTRUCTION, "voir Léa");
    world.settle(2);

    assertBarred(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
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
}
