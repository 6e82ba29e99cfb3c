package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;

/** People who are introduced, and of whom something changes. */
public abstract class SamePeopleFixture {

  /** One who is introduced, and more who could help. */
  public static World introduced() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    return world;
  }

  public static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
