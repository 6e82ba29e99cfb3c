package org.entraide.campaign.handmade;

import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.world.World;

/** People who live too far from each other to be introduced but by hand. */
public abstract class HandMadeFixture {

  static final Duration A_MINUTE = Duration.ofSeconds(61);

  public World world = far();

  public static World far() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses, Médicaments")
            .answer("Bo Bell", PLACE, "Loin", OFFERS, "Courses", CAPACITY, "1")
            .answer("Cy Cole", PLACE, "Loin", OFFERS, "Courses", PHONE, "07700 900123")
            .answer("Dot Dale", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    return world;
  }

  /** Somebody types a row under the last one; pairs of a title and a text. Returns its index. */
  public static int typed(World world, String person, String helper, String... more) {
    int row = world.table.rowCount(LEDGER);
    world.table.type(LEDGER, row, "Personne", person);
    world.table.type(LEDGER, row, "Bénévole", helper);
    for (int i = 0; i < more.length; i += 2) {
      world.table.type(LEDGER, row, more[i], more[i + 1]);
    }
    return row;
  }

  public int typed(String person, String helper, String... more) {
    return typed(world, person, helper, more);
  }

  public String ref(String who) {
    return world.shown(who, "Réf");
  }

  /** The minute passes, and the passes that follow find all there is to do. */
  public static void counts(World world) {
    world.once();
    world.clock.advance(A_MINUTE);
    world.once();
    world.once();
  }

  public void counts() {
    counts(world);
  }

  public String cell(int row, String title) {
    return world.table.text(LEDGER, row, title);
  }

  /** What rows without a reference say. */
  public List<String> refusals() {
    List<String> said = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      if (cell(row, "Réf").isEmpty()) {
        said.add(cell(row, "Explication"));
      }
    }
    return said;
  }
}
