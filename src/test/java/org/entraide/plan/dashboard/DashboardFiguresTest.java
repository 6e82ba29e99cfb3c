package org.entraide.plan.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.table.Cell;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

class DashboardFiguresTest {

  private static final LoadFigures LOAD = new LoadFigures(1 / 3.0, 1.25);
  private static final int ROW =
      DashboardBlock.COUNTS.firstRow() + Introduction.State.values().length + 2;

  /** What the last two lines beside the counts say. */
  private static List<String> sentences(String language, HelpFigures figures) {
    DashboardFacts facts =
        new DashboardFacts(
            Heartbeat.NONE,
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            0,
            0,
            Map.of(),
            Optional.empty(),
            figures,
            Map.of(),
            Map.of(),
            Map.of());
    Map<Dashboard.Spot, Cell> cells =
        Dashboard.cells(
            facts.with(new Heartbeat.SignOfLife("a1b2c3", Folk.NOON, false)),
            Texts.of(language),
            ZoneId.of("Europe/London"));
    assertThat(cells)
        .doesNotContainKeys(
            new Dashboard.Spot(ROW, DashboardColumn.FOURTH),
            new Dashboard.Spot(ROW + 1, DashboardColumn.FOURTH));
    return List.of(text(cells, ROW), text(cells, ROW + 1));
  }

  private static String text(Map<Dashboard.Spot, Cell> cells, int row) {
    return cells
        .getOrDefault(new Dashboard.Spot(row, DashboardColumn.THIRD), Cell.EMPTY)
        .text()
        .replaceAll("[\u00a0\u202f]", " ");
  }

  @Test
  void whatIsKnownOfDistancesAndLoadIsASentenceEachInTheLanguageOfTheSheet() {
    HelpFigures figures = new HelpFigures(new DistanceFigures(2.14, 6.0, 9.0), LOAD);

    assertThat(sentences("fr", figures))
        .containsExactly(
            "La moitié des mises en relation sur place se font à 2,1 km au plus",
            "La moitié des bénévoles ont au plus 33 % de leurs places prises ; neuf sur dix, au"
                + " plus 125 %");
    assertThat(sentences("en", figures))
        .containsExactly(
            "Half of the in-person introductions are within 2.1 km",
            "Half of the helpers have at most 33% of their places taken; nine in ten, at most"
                + " 125%");
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    assertThat(sentences("fr", HelpFigures.NONE)).containsExactly("", "");
    assertThat(sentences("fr", new HelpFigures(DistanceFigures.NONE, LOAD)))
        .element(0)
        .isEqualTo("");
  }
}
