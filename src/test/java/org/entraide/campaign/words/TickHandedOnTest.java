package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.bars.BarredCampaign;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisers take the tick from a helper and tick others before Entraide looks. */
class TickHandedOnTest {
  private static final String VOUCHED = "Bénévole vérifié";
  private static final String NOT_THEIRS = "pas été tapé pour cette personne";
  private static final String ELSEWHERE = "un tri l’a mis ailleurs, mais cela compte ici";

  /** Hal, who looks after children, is ticked. */
  private static World world() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation")
            .answer("Lou Lang", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    return world;
  }

  /** Somebody else is typed over a copy of Hal's row, whose tick does not count for them. */
  private static void copiesHal(World world) {
    int row = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.table.type(ANSWERS, row, NAME, "Zoe Zane");
    world.table.type(ANSWERS, row, EMAIL, "zoe.zane@example.org");
    world.settle(2);
    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
  }

  private static void assertHandedOn(World world, String... others) {
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Garde d’enfants");
    world.settle(2);

    assertThat(world.letters()).isEmpty();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain(VOUCHED, ELSEWHERE);
    for (String other : others) {
      assertThat(world.shown(other, EXPLANATION)).contains(VOUCHED).doesNotContain(NOT_THEIRS);
    }
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void oneForSeveral() {
    World world = world();
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "oui");

    assertHandedOn(world, "Kim Kern", "Lou Lang");
  }

  @Test
  void severalForOne() {
    World world = world();
    world.instruct("Kim Kern", CHECKED, "oui");
    world.settle(2);
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "");
    world.instruct("Lou Lang", CHECKED, "oui");

    assertHandedOn(world, "Lou Lang");
    assertThat(world.shown("Kim Kern", EXPLANATION)).doesNotContain(VOUCHED, ELSEWHERE);
  }

  @Test
  void oneForAnotherWhileACopyShowsTheSame() {
    World world = world();
    copiesHal(world);
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "oui");

    assertHandedOn(world, "Kim Kern");
    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
  }

  @Test
  void oneForSeveralWhileACopyShowsTheSame() {
    World world = world();
    copiesHal(world);
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "oui");

    assertHandedOn(world, "Kim Kern", "Lou Lang");
    assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
  }

  /** A sort of the ticks alone moves several: whose they were, and nobody else's, they stay. */
  @Test
  void severalForSeveralMayHaveBeenMovedAndEachRowSaysSo() {
    World world = world().answer("Max Mohr", PLACE, "Loin", OFFERS, "Conversation");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.settle(2);
    for (String before : List.of("Hal Hart", "Kim Kern")) {
      world.instruct(before, CHECKED, "");
    }
    for (String now : List.of("Lou Lang", "Max Mohr")) {
      world.instruct(now, CHECKED, "oui");
    }
    world.settle(2);

    for (String before : List.of("Hal Hart", "Kim Kern")) {
      assertThat(world.shown(before, EXPLANATION)).contains(ELSEWHERE);
    }
    for (String now : List.of("Lou Lang", "Max Mohr")) {
      assertThat(world.shown(now, EXPLANATION)).contains(NOT_THEIRS);
    }
  }

  /** What left a copy may be what came to somebody else. */
  @Test
  void whereACopysTickWentTooWhatCameMayBeThat() {
    World world = world();
    copiesHal(world);
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Zoe Zane", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "oui");
    world.settle(2);

    for (String now : List.of("Kim Kern", "Lou Lang")) {
      assertThat(world.shown(now, EXPLANATION)).contains(NOT_THEIRS);
    }
  }

  /** A tick may have come beside an answer that nobody read yet. */
  @Test
  void ticksMayHaveBeenMovedBesideANewAnswer() {
    World world = twoTicked();
    world.answer("Zoe Zane", PLACE, "Loin", OFFERS, "Conversation");
    moveTicks(world, "Zoe Zane", "Lou Lang");

    assertNotVouched(world, "Lou Lang");
  }

  /** A tick may have gone, or come, with a row that is there no more. */
  @ParameterizedTest
  @ValueSource(strings = {"Hal Hart", "Max Mohr"})
  void ticksMayHaveBeenMovedWhereARowIsGone(String who) {
    World world = twoTicked();
    moveTicks(world, "Max Mohr", "Lou Lang");
    BarredCampaign.deleteRow(world, who);
    world.settle(2);

    assertNotVouched(world, "Lou Lang");
  }

  /** No tick comes from, or went to, where a row was gone already at the look before. */
  @Test
  void oneForSeveralAfterARowWasSeenToBeGone() {
    World world = world().answer("Max Mohr", PLACE, "Loin", OFFERS, "Conversation");
    world.instruct("Max Mohr", CHECKED, "oui");
    world.settle(2);
    world.table.deleteRow(ANSWERS, world.rowOf("Max Mohr"));
    world.once();
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "oui");

    assertHandedOn(world, "Kim Kern", "Lou Lang");
  }

  /** A box and a word: a tick may have come where another had stood. */
  @Test
  void ticksOfDifferentWordsMayHaveBeenMovedByOneRow() {
    World world = world();
    world.instruct("Kim Kern", CHECKED, "x");
    world.settle(2);
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "oui");
    world.instruct("Lou Lang", CHECKED, "x");

    assertNotVouched(world, "Lou Lang");
  }

  private static World twoTicked() {
    World world = world().answer("Max Mohr", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Kim Kern", CHECKED, "oui");
    world.settle(2);
    return world;
  }

  /** As a sort of the ticks alone would. */
  private static void moveTicks(World world, String fromHal, String fromKim) {
    world.instruct("Hal Hart", CHECKED, "");
    world.instruct("Kim Kern", CHECKED, "");
    world.instruct(fromHal, CHECKED, "oui");
    world.instruct(fromKim, CHECKED, "oui");
  }

  private static void assertNotVouched(World world, String helper) {
    world.settle(2);

    assertThat(world.shown(helper, EXPLANATION)).contains(NOT_THEIRS).doesNotContain(VOUCHED);
  }
}
