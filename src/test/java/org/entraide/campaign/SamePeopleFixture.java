package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;

/** People who are introduced, and of whom something changes. */
abstract class SamePeopleFixture {

  /** One who is introduced, and more who could help. */
  static World introduced() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    return world;
  }

  static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
