package org.entraide.campaign.words;

import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;

/** What tests of instructions begin with. */
public abstract class InstructionsFixture {

  /** Two who need, two who help, all introduced but Bea. */
  public static World pairs() {
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
