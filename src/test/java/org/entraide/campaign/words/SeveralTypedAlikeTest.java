package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.reverse;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same was typed beside several people, and a sort of some columns moves all of it. */
class SeveralTypedAlikeTest {

  private static final String HAL = "Hal Hart";
  private static final String KIM = "Kim Kern";
  private static final String LOU = "Lou Lund";
  private static final String MAX = "Max Mohr";

  @ParameterizedTest
  @CsvSource({
    "Statut,En pause,Statut,Statut",
    "Statut,En pause,Réf,Contrôle",
    "Lieu compris,Sud,Lieu compris,Lieu compris",
    "Lieu compris,Sud,Réf,Contrôle"
  })
  void eachKeepsIt(String title, String text, String first, String last) {
    World world = new World();
    for (String who : List.of(HAL, KIM, LOU, MAX)) {
      world.answer(who, PLACE, who.equals(LOU) ? "Loin" : "Nord", OFFERS, "Courses");
    }
    world.settle(2);
    String other = world.shown(LOU, title);
    world.instruct(HAL, title, text);
    world.instruct(KIM, title, text);
    world.settle(2);
    reverse(world, first, last);

    world.settle(2);

    assertThat(world.shown(HAL, title)).isEqualTo(text);
    assertThat(world.shown(KIM, title)).isEqualTo(text);
    assertThat(world.shown(LOU, title)).isEqualTo(other);
    assertThat(world.shown(MAX, title)).isNotEqualTo(text);
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
