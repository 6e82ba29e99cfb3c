package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.CONSENT;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.HEADER;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entraide.campaign.world.World;
import org.entraide.plan.letter.Letter;
import org.entraide.table.Cell;

/** People with contacts of every kind. */
abstract class ContactsFixture {
  static final String ANA = "Ana Alba";
  static final String BO = "Bo Bell";

  /** A campaign of Great Britain that asks for the country, where anybody may be. */
  static World asking(String title) {
    World world = new World();
    world.table.insertColumn(ANSWERS, HEADER.size(), title);
    world.geocoder.with("New York", -900, 1, "US");
    return world;
  }

  static void completes(World world, String who, String answer) {
    world.table.type(ANSWERS, world.rowOf(who), HEADER.size(), answer);
  }

  static String body(World world) {
    List<Letter> letters = world.mailbox().letters();
    assertThat(letters).hasSize(1);
    return letters.get(0).body();
  }

  static String ledgerSays(World world) {
    return world.table.text(LEDGER, 1, EXPLANATION);
  }

  static String[] with(String[] contact, String... answers) {
    List<String> all = new ArrayList<>(List.of(answers));
    Collections.addAll(all, contact);
    return all.toArray(String[]::new);
  }

  // ---- rows typed by hand

  static void typed(World world, Cell email, String consent) {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), Cell.EMPTY));
    cells.set(HEADER.indexOf(NAME), Cell.text("Zoe Zorn"));
    cells.set(HEADER.indexOf(EMAIL), email);
    cells.set(HEADER.indexOf(PLACE), Cell.text("Nord"));
    cells.set(HEADER.indexOf(NEEDS), Cell.text("Courses"));
    cells.set(HEADER.indexOf(CONSENT), Cell.text(consent));
    world.table.row(ANSWERS, cells);
  }
}
