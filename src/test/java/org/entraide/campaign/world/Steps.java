package org.entraide.campaign.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.World.ANSWERS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entraide.testkit.PointedRef;

/** What organisers do in many tests, and what is looked at after it. */
public final class Steps {

  private Steps() {}

  public static String ref(World world, String who) {
    return world.shown(who, REF);
  }

  /** How the sheet calls somebody. */
  public static String called(World world, String who) {
    return PointedRef.label(who, ref(world, who));
  }

  /** What there is to do is done, and nothing is done after that. */
  public static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Types a word beside « Suspendre ». */
  public static void suspend(World world, String word) {
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Suspendre")) {
        world.table.type(SETTINGS, row, 1, word);
      }
    }
  }

  /** Turns the cells of some columns round, and leaves all others as they are. */
  public static void reverse(World world, String first, String last) {
    for (int column = world.table.column(ANSWERS, first);
        column <= world.table.column(ANSWERS, last);
        column++) {
      List<String> texts = new ArrayList<>();
      for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
        texts.add(world.table.text(ANSWERS, row, column));
      }
      Collections.reverse(texts);
      for (int row = 0; row < texts.size(); row++) {
        world.table.type(ANSWERS, row + 1, column, texts.get(row));
      }
    }
  }
}
