package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.EMAIL;
import static org.entraide.campaign.World.NAME;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A row is copied, and somebody else is typed over the copy while Entraide looks after each cell.
 */
class TypedOverInStagesTest {

  private static final String REF = "Réf";

  private static World campaign() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  /** With the address alone it is one more answer of hers, which her telephone tells. */
  @ParameterizedTest
  @CsvSource({"'', false", "Pause, false", "Pause, true", "Retirer, false"})
  void whoIsTypedThereIsSomebodyElseAndNothingThatWasCopiedCounts(
      String instruction, boolean nameFirst) {
    World world = campaign();
    world.instruct("Ana Alba", "Consigne", instruction);
    world.settle(2);
    String anas = world.shown("Ana Alba", REF);
    int row = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf("Ana Alba"));
    world.once();

    for (String title : nameFirst ? List.of(NAME, EMAIL) : List.of(EMAIL, NAME)) {
      world.table.type(
          ANSWERS, row, title, title.equals(NAME) ? "Zoe Zorn" : "zoe.zorn@example.org");
      world.once();
    }
    world.table.type(ANSWERS, row, PHONE, "07700 900777");
    world.settle(3);

    assertThat(world.shown("Ana Alba", REF)).isEqualTo(anas);
    assertThat(world.shown("Zoe Zorn", REF)).isNotEqualTo(anas);
    assertThat(world.shown("Zoe Zorn", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Ana Alba", "Statut"))
        .isEqualTo(
            switch (instruction) {
              case "Pause" -> "En pause";
              case "Retirer" -> "Retiré";
              default -> "Brouillon prêt";
            });
    world.settle(2);
    assertThat(world.once().effects()).isEmpty();
  }
}
