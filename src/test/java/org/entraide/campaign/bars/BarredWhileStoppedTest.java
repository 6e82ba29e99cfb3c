package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.label;
import static org.entraide.campaign.bars.BarredCampaign.lines;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is barred while the sheet is not believed, since too much of it is gone or sorted. */
class BarredWhileStoppedTest {

  /** More columns than there are. */
  private static final int WIDTH = 99;

  /** Nothing gives them a reference before the campaign goes on; each pass would draw another. */
  @Test
  void whoeverHasNoReferenceYetHasOneLine() {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    for (String who : List.of("Cy", "Dan", "Eve", "Fay", "Gil", "Hal")) {
      world.answer(who, PLACE, "Nord", NEEDS, "Médicaments");
    }
    world.settle(2);
    List<List<Cell>> gone = new ArrayList<>();
    for (String who : List.of("Cy", "Dan", "Eve", "Fay", "Gil")) {
      gone.add(world.table.answers(ANSWERS, world.rowOf(who), WIDTH));
      world.table.deleteRow(ANSWERS, world.rowOf(who));
    }
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.instruct(ANA, INSTRUCTION, "Exclu");
    assertThat(world.settle(4).troubles()).hasSize(1);
    assertThat(lines(world)).hasSize(1);

    gone.forEach(cells -> world.table.row(ANSWERS, cells));
    world.settle(4);

    assertThat(lines(world)).hasSize(1);
    assertThat(label(world)).contains(world.shown(ANA, REF));
    assertQuiet(world);
  }

  /** Whose addresses they are is not learnt from a sheet that is not believed. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobodyElseIsBarredWhereAColumnOfAddressesWasSortedAloneAndIsPutBack(boolean before) {
    World world = new World();
    List<String> all = List.of(ANA, BO, "Cy", "Dan", "Eve", "Fay", "Gil", "Hal", "Ida");
    List<String> addresses = new ArrayList<>();
    for (String who : all) {
      addresses.add(who.replace(" ", "") + "@example.org");
      world.answer(who, PLACE, "Nord", NEEDS, "Autre", EMAIL, addresses.get(addresses.size() - 1));
    }
    world.settle(2);
    if (before) {
      world.instruct(ANA, INSTRUCTION, "Exclu");
      world.settle(2);
    }
    for (int i = 0; i < all.size(); i++) {
      world.instruct(all.get(i), EMAIL, addresses.get((i + 1) % all.size()));
    }
    assertThat(world.once().troubles()).hasSize(1);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    assertThat(world.settle(3).troubles()).hasSize(1);

    for (int i = 0; i < all.size(); i++) {
      world.instruct(all.get(i), EMAIL, addresses.get(i));
    }
    world.settle(3);
    world.answer("Jane Doe", PLACE, "Nord", NEEDS, "Courses", EMAIL, addresses.get(0));
    world.settle(2);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(BO, STATUS)).isEqualTo("En attente");
    assertQuiet(world);
  }
}
