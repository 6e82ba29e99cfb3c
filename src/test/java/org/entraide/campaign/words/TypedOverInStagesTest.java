package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;
import static org.entraide.campaign.world.World.TIME;

import java.util.List;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A row is copied, and somebody else is typed over the copy while Entraide looks after each cell.
 */
class TypedOverInStagesTest {

  private static World campaign() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    world.instruct("Ana Alba", TIME, "24/03/2020 09:00:07"); // a form's time has seconds
    world.settle(2);
    return world;
  }

  /** While only the address is typed, her telephone number tells that the answer is hers. */
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

  /** Which answer comes first is told by hashes of the addresses where the times are equal. */
  @ParameterizedTest
  @CsvSource({"1, zoe.a", "1, zoe.b", "1, zoe.c", "2, zoe.a", "2, zoe.b", "2, zoe.c"})
  void whoAnsweredTwiceKeepsBothAnswersBesideACopyOfOneThatIsTypedOver(int copied, String zoe) {
    World world = campaign();
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123");
    world.table.type(ANSWERS, 3, TIME, "25/03/2020 09:00:07");
    world.settle(2);
    String anas = world.table.text(ANSWERS, 1, REF);
    world.table.copyRow(ANSWERS, copied == 1 ? 1 : 3);
    world.once();

    world.table.type(ANSWERS, 4, EMAIL, zoe + "@example.org");
    world.once();
    world.table.type(ANSWERS, 4, NAME, "Zoe Zorn");
    world.once();
    world.table.type(ANSWERS, 4, PHONE, "07700 900777");
    world.settle(3);

    assertThat(world.table.text(ANSWERS, 1, REF)).isEqualTo(anas);
    assertThat(world.table.text(ANSWERS, 3, REF)).isEqualTo(anas);
    assertThat(world.table.text(ANSWERS, 4, REF)).isNotEqualTo(anas);
    world.settle(2);
    assertThat(world.once().effects()).isEmpty();
  }

  /** A date, or a time without seconds, is beside everybody of a list that was pasted. */
  @ParameterizedTest
  @CsvSource({
    "20/03/2020, 1, ''",
    "20/03/2020, 2, ''",
    "20/03/2020, 1, Pause",
    "20/03/2020, 2, Pause",
    "20/03/2020 10:05, 2, Pause"
  })
  void whoIsTwiceInAListWithOneDateIsOnePersonAlsoWhereTheNameIsCorrected(
      String date, int corrected, String instruction) {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");
    world.table.type(ANSWERS, 2, EMAIL, "alba@example.org");
    world.table.type(ANSWERS, 1, TIME, date);
    world.table.type(ANSWERS, 2, TIME, date);
    world.once();
    world.table.type(ANSWERS, corrected, "Consigne", instruction);
    world.settle(3);
    String anas = world.table.text(ANSWERS, 1, REF);
    assertThat(world.table.text(ANSWERS, 2, REF)).isEqualTo(anas);
    int letters = world.letters().size();

    world.table.type(ANSWERS, corrected, NAME, "Anna Albas");
    world.settle(3);

    assertThat(world.table.text(ANSWERS, 1, REF)).isEqualTo(anas);
    assertThat(world.table.text(ANSWERS, 2, REF)).isEqualTo(anas);
    assertThat(world.letters()).hasSize(letters);
    world.settle(2);
    assertThat(world.once().effects()).isEmpty();
  }
}
