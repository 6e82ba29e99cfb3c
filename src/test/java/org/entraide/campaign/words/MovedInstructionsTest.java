package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;

import java.util.ArrayList;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions in rows and columns that are moved. */
@Stories(few = 2)
class MovedInstructionsTest extends InstructionsFixture {

  // ---- whose instruction it is

  /** A column of the organisers', turned upside down while everything else stays. */
  private static void reverse(World world, String title) {
    List<String> texts = new ArrayList<>();
    int rows = world.table.rowCount(ANSWERS);
    for (int row = 1; row < rows; row++) {
      texts.add(world.table.text(ANSWERS, row, title));
    }
    for (int row = 1; row < rows; row++) {
      world.table.type(ANSWERS, row, title, texts.get(rows - 1 - row));
    }
  }

  @Test
  void anInstructionStaysWithItsPersonWhenOnlyItsColumnIsSorted() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();

    reverse(world, INSTRUCTION);
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("un tri l’a mis ailleurs");
    assertThat(world.shown("Ivy Imms", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Ivy Imms", EXPLANATION)).contains("pas été tapé pour cette personne");
    assertQuiet(world);

    reverse(world, INSTRUCTION);
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Ivy Imms", EXPLANATION)).doesNotContain("pas été tapé");
    assertQuiet(world);
  }

  @Test
  void clearingAStrayInstructionEndsItAndTypingItAgainMeansIt() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    reverse(world, INSTRUCTION);
    world.once();

    world.instruct("Ivy Imms", INSTRUCTION, "");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isNotEqualTo("En pause");
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.once();
    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  /** The answers alone turned upside down: our columns stay where they were. */
  private static void reverseAnswers(World world) {
    int rows = world.table.rowCount(ANSWERS);
    List<List<Cell>> answers = new ArrayList<>();
    for (int row = 1; row < rows; row++) {
      answers.add(world.table.answers(ANSWERS, row, World.HEADER.size()));
    }
    for (int row = 1; row < rows; row++) {
      world.table.put(ANSWERS, row, answers.get(rows - 1 - row));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void instructionsStayWithTheirPeopleWhenOnlyTheAnswersAreSorted(boolean journalLost) {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.instruct("Hal Hart", "Vérifié", "oui");
    world.instruct("Bea Bost", STATUS, "Retiré");
    world.settle(2);
    String ana = ref(world, "Ana Alba");
    String hal = ref(world, "Hal Hart");

    reverseAnswers(world);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }
    world.settle(2);

    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(ref(world, "Hal Hart")).isEqualTo(hal);
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("vérifié");
    assertThat(world.shown("Ivy Imms", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Hal Hart", STATUS)).isNotEqualTo("Retiré");
    assertQuiet(world);
  }

  @Test
  void aBlockCopiedOverAnotherRowMovesNoInstructionAndNoIdentity() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    String bea = ref(world, "Bea Bost");
    int from = world.table.column(ANSWERS, "Réf");

    for (int column = from; column <= from + 11; column++) {
      world.table.type(
          ANSWERS,
          world.rowOf("Bea Bost"),
          column,
          world.table.text(ANSWERS, world.rowOf("Ana Alba"), column));
    }
    world.settle(3);

    assertThat(ref(world, "Bea Bost")).isEqualTo(bea);
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("pas été tapé pour cette personne");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @Test
  void aRowCopiedForSomebodyElseTakesNoInstructionAlong() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();

    world.table.copyRow(ANSWERS, world.rowOf("Ana Alba"));
    int row = world.table.rowCount(ANSWERS) - 1;
    world.table.type(ANSWERS, row, World.NAME, "Zoe Zane");
    world.table.type(ANSWERS, row, EMAIL, "zoe.zane@example.org");
    world.settle(3);

    assertThat(ref(world, "Zoe Zane")).isNotEqualTo(ref(world, "Ana Alba"));
    assertThat(world.shown("Zoe Zane", STATUS)).isNotEqualTo("En pause");
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
  }

  @Test
  void anEditedAnswerKeepsItsInstruction() {
    World world = pairs();
    world.instruct("Ana Alba", INSTRUCTION, "Pause");
    world.once();
    String ana = ref(world, "Ana Alba");

    world.instruct("Ana Alba", EMAIL, "ana.new@example.org");
    world.settle(2);

    assertThat(ref(world, "Ana Alba")).isEqualTo(ana);
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }
}
