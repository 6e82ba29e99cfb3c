package org.entraide.campaign;

import static org.entraide.campaign.World.CAPACITY;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People who live too far from each other to be introduced but by hand. */
abstract class HandMadeFixture {

  static final Duration A_MINUTE = Duration.ofSeconds(61);

  World world = far();

  static World far() {
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
  static int typed(World world, String person, String helper, String... more) {
    int row = world.table.rowCount(LEDGER);
    world.table.type(LEDGER, row, "Personne", person);
    world.table.type(LEDGER, row, "Bénévole", helper);
    for (int i = 0; i < more.length; i += 2) {
      world.table.type(LEDGER, row, more[i], more[i + 1]);
    }
    return row;
  }

  int typed(String person, String helper, String... more) {
    return typed(world, person, helper, more);
  }

  String ref(String who) {
    return world.shown(who, "Réf");
  }

  /** The minute passes, and the passes that follow find all there is to do. */
  static void counts(World world) {
    world.once();
    world.clock.advance(A_MINUTE);
    world.once();
    world.once();
  }

  void counts() {
    counts(world);
  }

  String cell(int row, String title) {
    return world.table.text(LEDGER, row, title);
  }

  /** What rows without a reference say. */
  List<String> refusals() {
    List<String> said = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      if (cell(row, "Réf").isEmpty()) {
        said.add(cell(row, "Explication"));
      }
    }
    return said;
  }
}
