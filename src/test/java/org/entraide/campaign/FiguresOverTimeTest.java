package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.world.BoardFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.match.model.HelpFigures;
import org.junit.jupiter.api.Test;

/** How far away help is and how much helpers have taken on, on the dashboard and for status. */
class FiguresOverTimeTest extends BoardFixture {

  private static final String FOUR_KM =
      "La moitié des mises en relation sur place se font à 4,0 km au plus";

  /** One who needs, four kilometres from one who helps, and another helper for whom nobody asks. */
  private static World campaign() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses", CAPACITY, "4")
        .answer("Ida Iles", PLACE, "Sud", OFFERS, "Animaux", CAPACITY, "1");
  }

  private static List<String> figures(World world) {
    List<String> figures = new ArrayList<>();
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      String text = world.table.text(DASHBOARD, row, 2).replaceAll("[\u00a0\u202f]", " ");
      if (text.startsWith("La moitié")) {
        figures.add(text);
      }
    }
    return figures;
  }

  private static String load(int median, int p90) {
    return "La moitié des bénévoles ont au plus %d %% de leurs places prises ; neuf sur dix, au plus %d %%"
        .formatted(median, p90);
  }

  private static HelpFigures reported(World world) {
    return world.journal().lastReport("londres").orElseThrow().figures();
  }

  @Test
  void theyAreTheSameFromTheProposalToTheLetterAndGoWithTheIntroduction() {
    World world = campaign().mostWaitingDrafts(0);
    world.once();
    HelpFigures proposed = reported(world);
    assertThat(figures(world)).containsExactly(FOUR_KM, load(0, 25));
    assertThat(proposed.load().p90()).isEqualTo(0.25);

    world.mostWaitingDrafts(100).once();
    assertThat(world.ledger()).containsExactly("Ana Alba, Hal Hart: Brouillon prêt");
    assertThat(figures(world)).containsExactly(FOUR_KM, load(0, 25));
    assertThat(reported(world)).isEqualTo(proposed);

    world.instruct("Ana Alba", "Consigne", "Retirer");
    world.settle(3);
    assertThat(figures(world)).containsExactly(load(0, 0));
    assertThat(reported(world).distance().medianKm()).isNull();
  }

  @Test
  void aQuietCycleWritesNothingAndKeepsWhatItReports() {
    World world = campaign();
    world.once();
    HelpFigures before = reported(world);

    assertThat(world.settle(2).quiet()).isTrue();
    assertThat(world.once().quiet()).isTrue();
    assertThat(reported(world)).isEqualTo(before).isNotEqualTo(HelpFigures.NONE);
    assertThat(world.startAgain(world.journal()).once().quiet()).isTrue();
    assertThat(reported(world)).isEqualTo(before);
  }

  @Test
  void aPassThatFailsRightAfterAStartKeepsWhatWasReported() {
    World world = campaign();
    world.once();
    HelpFigures before = reported(world);

    world.startAgain(world.journal()).outage.planNext(Outage.How.BEFORE);

    assertThat(world.once().completed()).isFalse();
    assertThat(reported(world)).isEqualTo(before);
  }

  @Test
  void withoutTheJournalTheDashboardSaysTheSameByTheLedger() {
    World world = campaign();
    world.once();

    world.startAgain(new MemoryJournal()).settle(3);

    assertThat(figures(world)).containsExactly(FOUR_KM, load(0, 25));
  }

  @Test
  void whoWaitsLongestDoesSoForTheReasonThatTheRowGives() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses")
            .answer("Ida Iles", PLACE, "Loin", OFFERS, "Courses")
            .mostWaitingDrafts(0);
    world.once();
    world.instruct(
        "Ana Alba", "Jamais avec", world.table.text(World.ANSWERS, world.rowOf("Hal Hart"), "Réf"));
    world.settle(3);

    assertThat(world.shown("Ana Alba", "Explication")).contains("quelqu’un de tout proche");
    List<String> said = new ArrayList<>();
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      for (int column = 0; column < 4; column++) {
        said.add(world.table.text(DASHBOARD, row, column));
      }
    }
    assertThat(said)
        .anyMatch(text -> text.contains("quelqu’un de tout proche"))
        .noneMatch(text -> text.contains("la personne la plus proche est à"));
  }
}
