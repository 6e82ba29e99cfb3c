package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.SETTLED;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertBarred;
import static org.entraide.campaign.bars.BarredCampaign.assertFree;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.bars.BarredCampaign.type;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed beside somebody else is moved over the word by which somebody was barred. */
@Stories(few = 4)
class BarredPastedOverTest {

  private static final String CY = "Cy Cole";
  private static final List<String> OURS =
      List.of(
          "Réf",
          "Statut",
          "Lieu compris",
          "Mise en relation",
          "Explication",
          "Contrôle",
          "Consigne");

  /** Ana, who was barred in a column, Bo, who would help her, and Cy, who has a word there. */
  private static World barred(String column, String word) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", EMAIL, ANAS)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation")
            .answer(CY, PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.instruct(CY, column, word);
    world.settle(2);
    world.instruct(ANA, NEEDS, "Courses");
    world.settle(2);
    return world;
  }

  /** Nobody cleared it, and what came there counts for somebody else. */
  @ParameterizedTest
  @CsvSource({
    "Consigne, Pause",
    "Consigne, Prioritaire",
    "Consigne, à rappeler",
    "Statut, Vu lundi"
  })
  void whoseWordIsGoneUnderAnothersThatWasCutAndPastedStaysBarred(String column, String word) {
    World world = barred(column, word);

    world.instruct(ANA, column, word);
    world.instruct(CY, column, "");
    world.settle(SETTLED);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertThat(world.letters()).isEmpty();
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  /** All our columns of another row are pasted, among them empty cells and the hidden check. */
  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoseWordIsGoneUnderAnothersRowStaysBarred(String column) {
    World world = barred(column, "");

    for (String title : OURS) {
      world.instruct(ANA, title, world.shown(CY, title));
    }
    world.settle(SETTLED);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertBarred(world, ANA);
  }

  /** The hidden check stays. */
  @Test
  void whoseStatusIsGoneUnderWhatIsSeenOfAnothersRowStaysBarred() {
    World world = barred("Statut", "");

    for (String title : OURS) {
      if (!title.equals("Contrôle")) {
        world.instruct(ANA, title, world.shown(CY, title));
      }
    }
    world.settle(SETTLED);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertBarred(world, ANA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoseWordIsGoneUnderAnothersRowInOneOfTwoEqualRowsStaysBarred(String column) {
    World world = barred(column, "");
    world.instruct(ANA, column, "");
    world.settle(2);
    world.table.copyRow(ANSWERS, world.rowOf(ANA));
    world.settle(2);
    world.table.type(ANSWERS, 1, column, "Exclu");
    world.settle(2);

    for (String title : OURS) {
      world.table.type(ANSWERS, 1, title, world.shown(CY, title));
    }
    world.settle(SETTLED);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
  }

  /** A sort of that column alone brought it beside Cy. */
  @Test
  void whoseInstructionIsGoneUnderAThirdsWhereASortBroughtItStaysBarred() {
    World world = barred("Consigne", "Prioritaire");
    world.instruct(BO, "Consigne", "Pause");
    world.settle(2);
    world.instruct(ANA, "Consigne", "Prioritaire");
    world.instruct(CY, "Consigne", "Exclu");
    world.settle(2);

    world.instruct(CY, "Consigne", "Pause");
    world.instruct(BO, "Consigne", "");
    world.settle(SETTLED);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertThat(world.letters()).isEmpty();
  }

  /** It was not chosen in the place of Exclu, which is still in the sheet. */
  @ParameterizedTest
  @CsvSource({"false, Pause", "true, Pause", "false, Orienté ailleurs", "true, Orienté ailleurs"})
  void whoGetsAnotherInstructionWhileASortHasTheirsBesideAnotherStaysBarred(
      boolean read, String another) {
    World world = barred("Consigne", "");
    world.instruct(ANA, "Consigne", "");
    world.instruct(CY, "Consigne", "Exclu");
    if (read) {
      world.settle(2);
    }

    world.instruct(ANA, "Consigne", another);
    world.settle(SETTLED);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertBarred(world, ANA);
    type(world, VALUE, "non");
    world.settle(2);
    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Exclu");
  }

  /** A sort brought it beside nobody, and the form writes the next answer there. */
  @Test
  void whoseInstructionIsBesideAnAnswerThatCameWhereASortHadLeftItStaysBarred() {
    World world = barred("Consigne", "");
    int next = world.table.rowCount(ANSWERS);
    world.instruct(ANA, "Consigne", "");
    world.table.row(ANSWERS, List.of());
    world.table.type(ANSWERS, next, "Consigne", "Exclu");
    world.settle(2);
    for (String title :
        List.of(World.TIME, World.NAME, World.EMAIL, PLACE, OFFERS, World.CONSENT)) {
      world.table.type(ANSWERS, next, title, world.shown(BO, title));
    }
    world.table.type(ANSWERS, next, World.NAME, "Eve Eden");
    world.table.type(ANSWERS, next, World.EMAIL, "eve.eden@example.org");
    world.settle(SETTLED);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.letters()).isEmpty();
  }

  /** What became of one person's word says nothing of another's. */
  @Test
  void whoGetsAnotherInstructionIsFreeAlsoWhereASortHasAThirdsBesideAnother() {
    World world = barred("Consigne", "Exclu");
    world.instruct(BO, "Consigne", "Exclu"); // Cy's
    world.instruct(CY, "Consigne", "");
    world.settle(2);

    world.instruct(ANA, "Consigne", "Prioritaire");
    world.settle(2);

    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Exclu");
    assertThat(world.shown(CY, STATUS)).isEqualTo("Exclu");
  }

  /** A sort of that column alone brought it there, and the explanations said so. */
  @Test
  void whoseInstructionIsClearedWhereASortBroughtItIsFree() {
    World world = barred("Consigne", "Prioritaire");
    world.instruct(ANA, "Consigne", "Prioritaire");
    world.instruct(CY, "Consigne", "Exclu");
    world.settle(2);
    assertThat(world.letters()).isEmpty();

    world.instruct(CY, "Consigne", "");
    world.settle(2);

    assertFree(world, ANA);
  }

  @Test
  void whoseInstructionIsClearedIsFreeAlsoWhereAnothersIsCutAndPastedThereLater() {
    World world = barred("Consigne", "Prioritaire");
    world.table.type(ANSWERS, world.rowOf(ANA), "Consigne", "");
    world.settle(2);

    world.instruct(ANA, "Consigne", "Prioritaire");
    world.instruct(CY, "Consigne", "");
    world.settle(2);

    assertFree(world, ANA);
  }
}
