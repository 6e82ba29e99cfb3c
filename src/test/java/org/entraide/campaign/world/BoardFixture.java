package org.entraide.campaign.world;

import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.InstallationIdentity;

/** The settings and the dashboard of a campaign. */
public abstract class BoardFixture {
  public static final int DASHBOARD = 741_852_003;

  /** One who needs, four kilometres from one who helps. */
  public static World pair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses");
  }

  /** A campaign whose tabs are there before the pair answers, and a value is set. */
  public static World set(String label, String value) {
    World world = new World().answer("Zed Zest", PLACE, "Loin", NEEDS, "Autre");
    world.once();
    set(world, label, value);
    world.once();
    return world
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses");
  }

  public static int row(World world, int tab, String label) {
    for (int row = 0; row < world.table.rowCount(tab); row++) {
      if (world.table.text(tab, row, 0).equals(label)) {
        return row;
      }
    }
    throw new IllegalArgumentException("No row is called " + label);
  }

  public static void set(World world, String label, String value) {
    world.table.type(SETTINGS, row(world, SETTINGS, label), 1, value);
  }

  public static String understood(World world, String label) {
    return world.table.text(SETTINGS, row(world, SETTINGS, label), 2);
  }

  public static String onDashboard(World world, String label) {
    return world.table.text(DASHBOARD, row(world, DASHBOARD, label), 1);
  }

  /** Everything that the dashboard says in its first column. */
  public static List<String> sentences(World world) {
    List<String> sentences = new ArrayList<>();
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      sentences.add(world.table.text(DASHBOARD, row, 0));
    }
    return sentences;
  }

  // ---- signs of life

  public static final InstallationIdentity FIRST = InstallationIdentity.daemon("first", false);
  public static final InstallationIdentity SECOND = InstallationIdentity.daemon("second", false);
}
