package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An organiser corrects an address in the sheet, the journal is lost, and the form that is linked
 * anew writes the address that was answered.
 */
class CorrectedBeforeLinkTest {

  private static final int NEW = 8;

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void isTheSamePersonAndIntroducedOnce(int passesWithoutTheJournal) {
    World world = introduced();
    String ref = world.shown(ANA, "Réf");
    world.instruct(ANA, EMAIL, "ana.new@example.org");
    world.startAgain(new MemoryJournal());
    if (passesWithoutTheJournal > 0) {
      world.settle(passesWithoutTheJournal);
    }

    world.instruct(ANA, EMAIL, ANAS); // as it was answered
    world.linkAnew(NEW);
    world.instruct(ANA, EMAIL, "ana.new@example.org");
    world.settle(4);

    assertThat(world.table.text(NEW, 1, "Réf")).isEqualTo(ref);
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  /** A couple who answered in the same second: the name tells which of them it is. */
  @Test
  void soIsEachOfTwoWhoAnsweredAtTheSameMoment() {
    World world = introduced();
    String time = world.shown(ANA, World.TIME);
    assertThat(time).isNotEmpty();
    String ana = world.shown(ANA, "Réf");
    world.table.insert(World.ANSWERS, 3, world.table.answers(World.ANSWERS, 1, 9));
    world.table.type(World.ANSWERS, 3, World.NAME, "Abe Alba");
    world.table.type(World.ANSWERS, 3, EMAIL, "abe@example.org");
    world.settle(2);
    String abe = world.shown("Abe Alba", "Réf");
    world.instruct(ANA, EMAIL, "ana.new@example.org");
    world.instruct("Abe Alba", EMAIL, "abe.new@example.org");
    world.startAgain(new MemoryJournal());
    world.settle(2);

    world.instruct(ANA, EMAIL, ANAS);
    world.instruct("Abe Alba", EMAIL, "abe@example.org");
    world.linkAnew(NEW);
    world.instruct(ANA, EMAIL, "ana.new@example.org");
    world.instruct("Abe Alba", EMAIL, "abe.new@example.org");
    world.settle(4);

    assertThat(world.table.text(NEW, 1, "Réf")).isEqualTo(ana);
    assertThat(world.table.text(NEW, 3, "Réf")).isEqualTo(abe);
    assertQuiet(world);
  }

  private static World introduced() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    return world;
  }
}
