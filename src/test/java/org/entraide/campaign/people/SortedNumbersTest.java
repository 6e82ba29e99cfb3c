package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS_PHONE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entraide.campaign.bars.BarredCampaign;
import org.entraide.campaign.world.Titles;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column of telephone numbers is sorted alone, while somebody is barred. */
class SortedNumbersTest {

  private static final String CY = "Cy Cole";
  private static final String CYS_PHONE = "07700 900202";
  private static final String DAN = "Dan Dell";

  private static World answered(boolean anasMail, boolean cysMail) {
    String anas = anasMail ? "ana@example.org" : "";
    String cys = cysMail ? "cy@example.org" : "";
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", PHONE, ANAS_PHONE, EMAIL, anas)
            .answer(DAN, PLACE, "Nord", OFFERS, "Courses", PHONE, "07700 900201")
            .answer(CY, PLACE, "Nord", NEEDS, "Courses", PHONE, CYS_PHONE, EMAIL, cys);
    world.settle(2);
    return world;
  }

  private static void bar(World world) {
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);
  }

  /** Upside down: Ana's and Cy's change places. Twice is as before. */
  private static void sortNumbers(World world) {
    List<String> numbers = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      numbers.add(world.table.text(ANSWERS, row, PHONE));
    }
    Collections.reverse(numbers);
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      world.table.type(ANSWERS, row, PHONE, numbers.get(row - 1));
    }
  }

  private static void assertAnaAloneIsBarred(World world) {
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(CY, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.ledger()).contains("Cy Cole, Dan Dell: Brouillon prêt");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, 1",
    "true, true, 4",
    "true, false, 4",
    "false, true, 4",
    "false, false, 1",
    "false, false, 4"
  })
  void aBarStaysWithItsNumber(boolean anasMail, boolean cysMail, int passes) {
    World world = answered(anasMail, cysMail);
    bar(world);

    sortNumbers(world);
    world.settle(passes);
    assertAnaAloneIsBarred(world);
    sortNumbers(world);
    world.settle(2);
    assertAnaAloneIsBarred(world);

    answersAgain(world, "Jane Doe", "jane@example.org", ANAS_PHONE);
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    answersAgain(world, "Joe Doe", "joe@example.org", CYS_PHONE);
    assertThat(world.shown("Joe Doe", STATUS)).isEqualTo("Brouillon prêt");
  }

  @Test
  void whoIsBarredWhileTheNumbersAreSortedIsNotBarredUnderAnothers() {
    World world = answered(true, true);
    sortNumbers(world);
    world.settle(2);
    bar(world);
    assertAnaAloneIsBarred(world);

    sortNumbers(world);
    world.settle(2);

    assertAnaAloneIsBarred(world);
    answersAgain(world, "Jane Doe", "jane@example.org", ANAS_PHONE);
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
  }

  /** Who is new, and who answers with a number that still is beside whoever is barred. */
  @Test
  void aBarredNumberIsBarredMeanwhileWhoeverAnswersWithIt() {
    World world = answered(true, true);
    bar(world);
    answersAgain(world, CY, "cy@example.org", ANAS_PHONE);
    assertThat(world.shown(CY, STATUS)).isEqualTo("Exclu");

    World sorted = answered(true, true);
    bar(sorted);
    sortNumbers(sorted);
    sorted.settle(2);
    answersAgain(sorted, "Jane Doe", "jane@example.org", ANAS_PHONE);
    assertThat(sorted.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    sorted.settle(2);
    assertThat(sorted.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
  }

  @Test
  void whoAnswersWithTheFormerNumberOfSomebodyBarredIsBarred() {
    World world = answered(true, true);
    bar(world);
    world.table.type(ANSWERS, world.rowOf(ANA), PHONE, "07700 900299");
    world.settle(2);

    answersAgain(world, CY, "cy@example.org", ANAS_PHONE);

    assertThat(world.shown(CY, STATUS)).isEqualTo("Exclu");
  }

  @Test
  void numbersThatWereSortedAreBelievedForGoodOnceAnOrganiserConfirms() {
    World world = new World();
    for (int i = 0; i < 5; i++) {
      world.answer(
          "Pat P" + "aeiou".charAt(i) + "ll",
          OFFERS,
          "Courses",
          EMAIL,
          "",
          PHONE,
          "07700 90020" + i);
    }
    world.settle(2);
    sortNumbers(world);
    assertThat(world.settle(2).troubles()).hasSize(1);

    world.table.type(Titles.SETTINGS, 2, BarredCampaign.VALUE, "oui");
    world.settle(1);

    assertThat(world.settle(2).troubles()).isEmpty();
    assertQuiet(world);
  }
}
