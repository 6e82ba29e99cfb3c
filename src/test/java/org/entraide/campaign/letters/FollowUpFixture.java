package org.entraide.campaign.letters;

import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import org.entraide.campaign.world.World;

/** Letters in one mailbox to which nobody answered. */
public abstract class FollowUpFixture {

  /**
   * The follow-ups of Ann's and Cat's letters were announced, and the next pass makes them. Eve's
   * letter was sent later: the next pass announces its follow-up.
   */
  public static World silent() {
    World world =
        new World()
            .followUp(Duration.ofDays(7))
            .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
            .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses")
            .answer("Cat Cole", PLACE, "Nord", NEEDS, "Médicaments")
            .answer("Don Dale", PLACE, "Nord", OFFERS, "Médicaments")
            .answer("Eve Ender", PLACE, "Nord", NEEDS, "Conversation")
            .answer("Fay Fell", PLACE, "Nord", OFFERS, "Conversation");
    world.settle(2);
    world.mailbox().send(world.introduction("Ann Able", "Ben Bolt"));
    world.mailbox().send(world.introduction("Cat Cole", "Don Dale"));
    world.once();
    world.clock.advance(Duration.ofDays(4));
    world.mailbox().send(world.introduction("Eve Ender", "Fay Fell"));
    world.once();
    world.clock.advance(Duration.ofDays(4));
    world.once(); // announces the first two
    world.clock.advance(Duration.ofDays(4));
    return world;
  }
}
