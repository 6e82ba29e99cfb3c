package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

/** What tests of instructions begin with. */
abstract class InstructionsFixture {

  static final String INSTRUCTION = "Consigne";
  static final String STATUS = "Statut";
  static final String EXPLANATION = "Explication";

  /** Two who need, two who help, all introduced but Bea. */
  static World pairs() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  static String ref(World world, String who) {
    return world.shown(who, "Réf");
  }

  static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
