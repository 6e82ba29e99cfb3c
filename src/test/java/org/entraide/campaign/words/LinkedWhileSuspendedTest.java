package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form is linked anew while the campaign is suspended. */
class LinkedWhileSuspendedTest {
  private static final int RELINKED = 8;
  private static final String HAL = "Hal Hart";
  private static final String KIM = "Kim Kern";

  private final World world =
      new World()
          .answer(HAL, PLACE, "Nord", OFFERS, "Courses")
          .answer(KIM, PLACE, "Loin", OFFERS, "Conversation");

  private void suspend(String word) {
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Suspendre")) {
        world.table.type(SETTINGS, row, 1, word);
      }
    }
  }

  private List<String> texts(int tab) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < world.table.rowCount(tab); row++) {
      for (int column = 0; column < 26; column++) {
        texts.add(world.table.text(tab, row, column));
      }
    }
    return texts;
  }

  /** A tab that was seen is not taken for a copy when the newest answer is deleted there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theNewTabStaysTheOneThatIsReadWhereItsNewestRowIsDeletedMeanwhile(int looks) {
    world.settle(2);
    String hal = world.shown(HAL, "Réf");
    world.instruct(HAL, "Consigne", "Pause");
    world.settle(2);
    suspend("oui");
    world.settle(2);
    world.linkAnew(RELINKED);
    for (int look = 0; look < looks; look++) {
      world.once();
    }
    int newest = world.table.text(RELINKED, 1, NAME).equals(KIM) ? 1 : 2;
    world.table.deleteRow(RELINKED, newest);
    world.once();
    List<String> former = texts(ANSWERS);

    suspend("");
    world.settle(2);

    assertThat(world.table.text(RELINKED, 1, "Réf")).isEqualTo(hal);
    assertThat(world.table.text(RELINKED, 1, "Consigne")).isEqualTo("Pause");
    assertThat(texts(ANSWERS)).isEqualTo(former);
  }
}
