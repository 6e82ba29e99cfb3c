package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import org.entraide.campaign.erasure.ErasureFixture;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.Outage.How;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

class ErasureStepTest extends ErasureFixture {

  /** Ana is to be erased on demand, and her draft cannot be deleted. */
  private static CycleReport anasDraftCannotBeDeleted(World world) {
    erase(world, ANA);
    world.outage.planNextOf("erase", How.BEFORE);
    return world.once();
  }

  @Test
  void aPassThatAnnouncesErasuresReportsAlsoThatAnotherErasureFailed() {
    World world = introduced().answer("Fay Fell", PLACE, "Loin", NEEDS, "Courses");
    world.settle(2);
    world.clock.advance(Duration.ofDays(83)); // Fay was silent for as long, and Ana has a draft

    CycleReport report = anasDraftCannotBeDeleted(world);

    assertThat(report.lines()).contains("announce who is going to be erased");
    assertThat(report.troubles())
        .extracting(Trouble::kind)
        .containsExactly(Trouble.Kind.UNAVAILABLE);
    assertThat(world.journal().queuedCommands()).hasSize(1);
  }

  @Test
  void aPassThatGoesOnAfterAFailedErasureReportsIt() {
    World world = introduced();

    CycleReport report = anasDraftCannotBeDeleted(world);

    assertThat(report.completed()).isTrue();
    assertThat(report.decision()).isPresent();
    assertThat(report.troubles())
        .extracting(Trouble::kind)
        .containsExactly(Trouble.Kind.UNAVAILABLE);
    assertThat(world.journal().lastReport("londres"))
        .hasValueSatisfying(it -> assertThat(it.trouble()).isEqualTo("erase refused."));
  }

  @Test
  void aMailboxThatFailedAtAnErasureIsLeftAloneUntilTheNextPass() {
    World world = introduced();
    List<String> drafts = world.mailbox().waiting();

    anasDraftCannotBeDeleted(world);
    assertThat(world.mailbox().waiting()).isEqualTo(drafts);

    world.settle(SETTLED);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.journal().queuedCommands()).isEmpty();
  }
}
