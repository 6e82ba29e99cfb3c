package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.port.Stage.APPLY;
import static org.entraide.campaign.port.Stage.INTERPRET;
import static org.entraide.campaign.port.Stage.LOCATE;
import static org.entraide.campaign.port.Stage.MATCH;
import static org.entraide.campaign.port.Stage.OBSERVE;
import static org.entraide.campaign.port.Stage.PLAN;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** In which order a pass does its work. */
class StagesTest {

  private static List<Stage> pass(World world) throws Exception {
    Cycle cycle = world.cycle();
    List<Stage> reached = new ArrayList<>();
    cycle.setWatcher(reached::add);
    cycle.run();
    return reached;
  }

  /** Two who were introduced to one another. */
  private static World pair() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    world.signed(InstallationIdentity.daemon("here", false)).settle(3);
    return world;
  }

  @Test
  void aPassWithoutNewIntroductionsPlansThoseAndThenCells() throws Exception {
    assertThat(pass(pair()))
        .containsExactly(OBSERVE, INTERPRET, OBSERVE, LOCATE, MATCH, PLAN, APPLY, PLAN, APPLY);
  }

  @Test
  void aPassInWhichADraftIsMadeMatchesOnceMoreBeforeItPlansCells() throws Exception {
    World world =
        pair()
            .answer("Cy Cole", PLACE, "Nord", NEEDS, "Courses")
            .answer("Dee Dunn", PLACE, "Nord", OFFERS, "Courses");

    assertThat(pass(world))
        .containsExactly(
            OBSERVE, INTERPRET, OBSERVE, LOCATE, MATCH, PLAN, APPLY, MATCH, PLAN, APPLY);
  }
}
