package org.entraide.campaign.words;

import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;

/** Helpers with a typed status, and copies of their rows. */
abstract class CopiedStatusFixture {

  static World helperWithStatus(String status) {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Hal Hart", STATUS, status);
    world.settle(2);
    return world;
  }

  static void copied(World world) {
    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.table.type(ANSWERS, copy, NAME, "Zoe Zane");
    world.table.type(ANSWERS, copy, EMAIL, "zoe.zane@example.org");
  }
}
