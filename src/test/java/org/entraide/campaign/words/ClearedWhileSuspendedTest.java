package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

/** What people clear while a campaign is suspended whose form was just linked anew. */
class ClearedWhileSuspendedTest {

  private static final int NEW = 8;

  /** She is awaited, and then has a row and a later answer, beside which somebody types. */
  @Test
  void whatWasClearedWhileEverythingWasSuspendedStaysCleared() {
    World world = CarriedLaterTest.linkedAnew(false, "Pause");
    List<Cell> answer = CarriedLaterTest.takenOut(world, ANA);
    world.outage.planNextOf("write SetCell", Outage.How.BEFORE);
    world.once(); // the columns are there, she is awaited, and nothing is carried over
    world.outage.heal();
    Steps.suspend(world, "oui");
    world.table.insert(NEW, 1, answer);
    world.table.insert(NEW, 1, world.cells(ANA, PLACE, "Nord", NEEDS, "Médicaments"));
    world.settle(2);
    world.table.type(NEW, 1, INSTRUCTION, "Prioritaire");
    world.settle(2);
    world.table.type(NEW, 1, INSTRUCTION, "");
    world.settle(2);

    Steps.suspend(world, "");
    world.settle(4);

    assertThat(world.table.text(NEW, 1, INSTRUCTION)).isNotEqualTo("Prioritaire");
    assertQuiet(world);
  }
}
