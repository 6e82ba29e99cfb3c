package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody answers under a contact that their row shows no longer. */
class FormerContactsTest {

  private static final String NUMBER = "07700 900123";
  private static final String OTHER_NUMBER = "07700 900124";
  private static final int FIRST = 1;

  private static World introduced() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", PHONE, NUMBER)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation");
    world.settle(2);
    return world;
  }

  private static void assertOnePerson(World world) {
    assertThat(world.shown(ANA, REF)).isEqualTo(world.table.text(ANSWERS, FIRST, REF));
    assertThat(world.table.text(ANSWERS, FIRST, STATUS)).isEqualTo("Doublon");
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  @Test
  void whoseAddressIsCorrectedWhileTheyAnswerUnderAnotherNumberIsOnePerson() {
    World world = introduced();
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses", PHONE, OTHER_NUMBER);
    world.table.type(ANSWERS, FIRST, EMAIL, "ana.new@example.org");
    world.settle(4);

    assertOnePerson(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoAnswersUnderContactsThatWereCorrectedIsThePersonThatTheyWere(boolean seen) {
    World world = introduced();
    world.table.type(ANSWERS, FIRST, EMAIL, "ana.new@example.org");
    world.settle(2);
    world.table.type(ANSWERS, FIRST, PHONE, OTHER_NUMBER);
    world.settle(seen ? 2 : 1);
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses", PHONE, NUMBER);
    world.settle(4);

    assertOnePerson(world);
  }

  @Test
  void whoIsToldApartStaysSo() {
    World world = introduced();
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses", PHONE, NUMBER);
    world.instruct(ANA, INSTRUCTION, "Distinct");
    world.settle(2);
    world.table.type(ANSWERS, FIRST, EMAIL, "ana.new@example.org");
    world.table.type(ANSWERS, FIRST, PHONE, OTHER_NUMBER);
    world.settle(2);

    assertThat(world.shown(ANA, REF)).isNotEqualTo(world.table.text(ANSWERS, FIRST, REF));
    assertQuiet(world);
  }

  /** « J. Martin » was Jean, whose address is corrected; Julie has the one that they shared. */
  @Test
  void aBareNameStaysWithWhomeverItWasAlthoughAnotherWhoSharesTheAddressIsCalledSo() {
    String shared = "martin@example.org";
    World world =
        new World()
            .answer("J. Martin", EMAIL, shared, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.answer("Jean Martin", EMAIL, shared, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    world.answer("Julie Martin", EMAIL, shared, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    String jean = world.shown("Jean Martin", REF);
    String julie = world.shown("Julie Martin", REF);
    world.instruct("Jean Martin", EMAIL, "jean@example.org");
    world.settle(3);

    assertThat(world.shown("J. Martin", REF)).isEqualTo(jean);
    assertThat(world.shown("Jean Martin", REF)).isEqualTo(jean);
    assertThat(world.shown("Julie Martin", REF)).isEqualTo(julie);
    assertThat(world.letters()).hasSize(2);
    assertQuiet(world);
  }
}
