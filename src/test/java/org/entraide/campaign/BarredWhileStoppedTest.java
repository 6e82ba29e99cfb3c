package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.BarredCampaign.ANA;
import static org.entraide.campaign.BarredCampaign.BO;
import static org.entraide.campaign.BarredCampaign.INSTRUCTION;
import static org.entraide.campaign.BarredCampaign.REF;
import static org.entraide.campaign.BarredCampaign.assertQuiet;
import static org.entraide.campaign.BarredCampaign.label;
import static org.entraide.campaign.BarredCampaign.lines;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

/** Somebody is barred while so many rows are gone that the sheet is not believed. */
class BarredWhileStoppedTest {

  /** More columns than there are. */
  private static final int WIDTH = 99;

  /** Nothing gives them a reference before the campaign goes on; each pass would draw another. */
  @Test
  void whoeverHasNoReferenceYetHasOneLine() {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    for (String who : List.of("Cy", "Dan", "Eve", "Fay", "Gil", "Hal")) {
      world.answer(who, PLACE, "Nord", NEEDS, "Médicaments");
    }
    world.settle(2);
    List<List<Cell>> gone = new ArrayList<>();
    for (String who : List.of("Cy", "Dan", "Eve", "Fay", "Gil")) {
      gone.add(world.table.answers(ANSWERS, world.rowOf(who), WIDTH));
      world.table.deleteRow(ANSWERS, world.rowOf(who));
    }
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.instruct(ANA, INSTRUCTION, "Exclu");
    assertThat(world.settle(4).troubles()).hasSize(1);
    assertThat(lines(world)).hasSize(1);

    gone.forEach(cells -> world.table.row(ANSWERS, cells));
    world.settle(4);

    assertThat(lines(world)).hasSize(1);
    assertThat(label(world)).contains(world.shown(ANA, REF));
    assertQuiet(world);
  }
}
