package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.world.World;

/** A campaign in which somebody is barred, and what is always asked about it. */
public final class BarredCampaign {

  public static final String ANA = "Ana Alba";
  public static final String BO = "Bo Bell";
  public static final String ANAS = "ana.alba@example.org";
  public static final String ANAS_PHONE = "07700 900123";
  static final int SETTLED = 4;

  static final int LABEL = 0;
  public static final int VALUE = 1;
  static final int UNDERSTOOD = 2;
  static final int CHECK = 4;

  private BarredCampaign() {}

  /** Ana, who is barred, and Bo, who would help her. */
  static World barred() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", PHONE, ANAS_PHONE)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation");
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);
    return world;
  }

  static void assertBarred(World world, String who) {
    assertThat(world.shown(who, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(who, "Lieu compris")).isEmpty();
    assertThat(world.letters()).isEmpty();
    assertQuiet(world);
  }

  static void assertFree(World world, String who) {
    assertThat(world.shown(who, STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  public static void assertQuiet(World world) {
    world.settle(2);
    assertThat(world.once().effects()).isEmpty();
  }

  public static void answersAgain(World world, String who, String email, String phone) {
    world.answer(who, PLACE, "Nord", NEEDS, "Courses", EMAIL, email, PHONE, phone);
    world.settle(2);
  }

  public static void deleteRow(World world, String who) {
    world.table.deleteRow(ANSWERS, world.rowOf(who));
    world.settle(3);
  }

  /** Rows of the settings tab that are no settings. */
  static List<Integer> lines(World world) {
    List<Integer> lines = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, CHECK).startsWith("barred:")) {
        lines.add(row);
      }
    }
    return lines;
  }

  public static int line(World world) {
    assertThat(lines(world)).hasSize(1);
    return lines(world).get(0);
  }

  static String label(World world) {
    return world.table.text(SETTINGS, line(world), LABEL);
  }

  /** « Non » beside the line of one among several who are barred. */
  public static void lift(World world, String ref) {
    for (int line : lines(world)) {
      if (world.table.text(SETTINGS, line, LABEL).contains(ref)) {
        world.table.type(SETTINGS, line, VALUE, "non");
      }
    }
    world.settle(2);
  }

  static void type(World world, int column, String text) {
    world.table.type(SETTINGS, line(world), column, text);
    world.settle(2);
  }
}
