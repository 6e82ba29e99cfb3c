package org.entraide.campaign.words;

import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.campaign.world.World;

/** Rows that people copy, and what they mark in them. */
abstract class CopiedMarksFixture {
  static final String NOT_THEIRS = "pas été tapé pour cette personne";

  /** A helper, somebody else, and nobody who needs anything. */
  static World helper() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    return world;
  }

  /** Copies a row under the last one and types another name and another address over it. */
  static void copied(World world, String from, String to) {
    int row = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf(from));
    world.table.type(ANSWERS, row, NAME, to);
    world.table.type(
        ANSWERS, row, EMAIL, to.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
  }

  /** Somebody asks for what only checked helpers are proposed for. */
  static Set<String> whoIsWrittenTo(World world) {
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants");
    world.settle(2);
    Set<String> names = new TreeSet<>();
    world.letters().forEach(names::addAll);
    return names;
  }
}
