package org.entraide.campaign;

import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

/** What tests of instructions begin with. */
abstract class InstructionsFixture {

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
}
