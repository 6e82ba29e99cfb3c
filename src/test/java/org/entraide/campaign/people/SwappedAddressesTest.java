package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.bars.BarredCampaign;
import org.entraide.campaign.world.Titles;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-mail addresses change places, one of them somebody's who is barred. */
@Stories(few = 6)
class SwappedAddressesTest {

  private static final String CY = "Cy Cole";
  private static final String CYS = "cy.cole@example.org";
  private static final String DAN = "Dan Dell";
  private static final String EVE = "Eve Ender";

  private static World answered(String anasPhone, String cysPhone) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", PHONE, anasPhone)
            .answer(DAN, PLACE, "Nord", OFFERS, "Courses")
            .answer(CY, PLACE, "Nord", NEEDS, "Courses", PHONE, cysPhone);
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);
    return world;
  }

  /** Twice is as before. */
  private static void swap(World world, String one, String other) {
    String address = world.shown(one, EMAIL);
    world.table.type(ANSWERS, world.rowOf(one), EMAIL, world.shown(other, EMAIL));
    world.table.type(ANSWERS, world.rowOf(other), EMAIL, address);
  }

  private static void assertWasDrafted(World world) {
    assertThat(world.ledger()).containsExactly("Cy Cole, Dan Dell: Brouillon prêt");
    assertThat(world.letters()).hasSize(1);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 1",
    "'', '', 4",
    "07700 900123, '', 4",
    "'', 07700 900124, 4",
    "07700 900123, 07700 900124, 1",
    "07700 900123, 07700 900124, 4"
  })
  void aBarStaysWithItsAddress(String anasPhone, String cysPhone, int passes) {
    World world = answered(anasPhone, cysPhone);

    swap(world, ANA, CY);
    world.settle(passes);
    assertWasDrafted(world);
    swap(world, ANA, CY);
    world.settle(2);

    assertWasDrafted(world);
    assertThat(world.shown(CY, STATUS)).isEqualTo("Brouillon prêt");
    answersAgain(world, "Jane Doe", ANAS, "");
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    answersAgain(world, "Joe Doe", CYS, "");
    assertThat(world.shown("Joe Doe", STATUS)).isEqualTo("Brouillon prêt");
  }

  @Test
  void noLetterGoesToTheAddressOfSomebodyBarredBesideWhomeverItStands() {
    World world = answered("", "");
    world.answer(EVE, PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    swap(world, ANA, EVE);
    world.answer("Fay Fell", PLACE, "Loin", NEEDS, "Conversation");
    world.settle(4);

    assertThat(world.letters()).hasSize(1);
    assertThat(world.shown(EVE, EXPLANATION)).contains("corrigez l’adresse");
    swap(world, ANA, EVE);
    world.settle(2);

    assertThat(world.letters()).contains(List.of("Fay Fell", EVE)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"''", "07700 900124"})
  void whoAnswersWithTheFormerAddressOfSomebodyBarredIsBarred(String phone) {
    World world = answered("", phone);
    world.table.type(ANSWERS, world.rowOf(ANA), EMAIL, "ana.new@example.org");
    world.settle(2);

    answersAgain(world, CY, ANAS, phone);

    assertThat(world.shown(CY, STATUS)).isEqualTo("Exclu");
  }

  private static void give(World world, String who, String address) {
    world.table.type(ANSWERS, world.rowOf(who), EMAIL, address);
  }

  /** As somebody puts it right who types. */
  @ParameterizedTest
  @CsvSource({"'', ''", "07700 900123, 07700 900124"})
  void nobodyIsBarredWhileASwapIsPutRightOneRowAfterTheOther(String anasPhone, String cysPhone) {
    World world = answered(anasPhone, cysPhone);
    swap(world, ANA, CY);
    world.settle(2);

    give(world, ANA, ANAS);
    world.settle(2);
    assertThat(world.shown(CY, EXPLANATION)).contains("corrigez l’adresse");
    give(world, CY, CYS);
    world.settle(2);

    assertWasDrafted(world);
    assertThat(world.shown(CY, STATUS)).isEqualTo("Brouillon prêt");
  }

  @Test
  void nobodyIsBarredWhereTheRowOfWhoIsBarredIsDeletedAfterASwap() {
    World world = answered("", "");
    swap(world, ANA, CY);
    world.settle(2);
    BarredCampaign.deleteRow(world, ANA);
    give(world, CY, CYS);
    world.settle(2);

    assertThat(world.shown(CY, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.letters()).hasSize(1);
    answersAgain(world, "Jane Doe", ANAS, "");
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
  }

  /** What looks like a slip is none where the one who answers says the same. */
  @Test
  void whoAnswersWithTheAddressThatWasSwappedIsBarred() {
    World world = answered("", "");
    swap(world, ANA, CY);
    world.settle(2);
    swap(world, ANA, CY);
    world.settle(2);

    answersAgain(world, CY, ANAS, "");
    world.settle(2);

    assertThat(world.shown(CY, STATUS)).isEqualTo("Exclu");
    assertQuiet(world);
  }

  /** Whether or not Entraide looked in between. */
  @ParameterizedTest
  @CsvSource({"0, true", "0, false", "2, true", "2, false"})
  void whoTookOverAnAddressIsKnownByItForGood(int passes, boolean deleted) {
    World world = handedOn(passes);
    String ref = world.shown(CY, Titles.REF);
    if (deleted) {
      world.table.deleteRow(ANSWERS, world.rowOf(CY));
    } else {
      give(world, CY, "cy.new@example.org");
    }
    world.settle(1);

    answersAgain(world, CY, ANAS, "");

    assertThat(world.shown(CY, Titles.REF)).isEqualTo(ref);
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void aBarTakesAnAddressThatWasHandedOn() {
    World world = handedOn(2);
    world.instruct(CY, INSTRUCTION, "Exclu");
    world.settle(2);

    answersAgain(world, "Jane Doe", ANAS, "");

    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
  }

  /**
   * Cy has the address that Ana had.
   *
   * @param passes after Ana got another one
   */
  private static World handedOn(int passes) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre")
            .answer(DAN, PLACE, "Nord", OFFERS, "Courses")
            .answer(CY, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    give(world, ANA, passes == 0 ? CYS : "ana.new@example.org");
    if (passes > 0) {
      world.settle(passes);
    }
    give(world, CY, ANAS);
    world.settle(2);
    return world;
  }
}
