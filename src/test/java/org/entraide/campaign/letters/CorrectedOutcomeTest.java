package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an outcome that was corrected takes back, and what it leaves alone. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectedOutcomeTest {

  private final World world = new World();

  private CorrectedOutcomeTest helped(String person) {
    world.answer(person, PLACE, "Nord", NEEDS, "Courses").settle(2);
    return this;
  }

  private CorrectedOutcomeTest by(String helper, String capacity) {
    world.answer(helper, PLACE, "Nord", OFFERS, "Courses", CAPACITY, capacity);
    return this;
  }

  private void outcome(String person, String helper, String word) {
    int row = world.ledgerRow(world.introduction(person, helper));
    world.table.type(World.LEDGER, row, "Suite", word);
    world.once();
  }

  private void sentAndCorrected() {
    world.mailbox().send(world.introduction("Ann Able", "Ben Bolt"));
    world.once();
    outcome("Ann Able", "Ben Bolt", "Refusée");
    outcome("Ann Able", "Ben Bolt", "Acceptée");
  }

  @Test
  void aHelperWhoWantsToHelpFewerPeopleLaterKeepsTheirDrafts() {
    by("Ben Bolt", "3").helped("Ann Able").sentAndCorrected();
    helped("Cid Cole");

    world.table.type(World.ANSWERS, world.rowOf("Ben Bolt"), CAPACITY, "1");
    world.settle(2);

    assertThat(world.ledger()).contains("Cid Cole, Ben Bolt: Brouillon prêt");
  }

  @Test
  void aPinThatExceedsTheCapacityLaterTakesNobodysPlace() {
    by("Ben Bolt", "2").helped("Ann Able").sentAndCorrected();
    helped("Cid Cole").helped("Dot Dale");

    world.instruct("Dot Dale", "Avec", world.shown("Ben Bolt", "Réf"));
    world.settle(2);

    assertThat(world.ledger())
        .contains("Cid Cole, Ben Bolt: Brouillon prêt", "Dot Dale, Ben Bolt: Brouillon prêt");
  }

  @Test
  void anOutcomeInOneOfTwoRowsOfAnIntroductionCounts() {
    by("Ben Bolt", "1").helped("Ann Able");
    int row = world.ledgerRow(world.introduction("Ann Able", "Ben Bolt"));
    world.table.row(World.LEDGER, world.table.answers(World.LEDGER, row, 99)); // a copy

    world.table.type(World.LEDGER, row, "Suite", "Acceptée");
    world.settle(3);

    assertThat(world.ledger()).contains("Ann Able, Ben Bolt: Acceptée");
  }

  @Test
  void anOutcomeBesideOneThatWasWithdrawnAndThatIsClearedAgainTakesNobodysPlace() {
    by("Ben Bolt", "1").helped("Ann Able");
    world.instruct("Ann Able", "Consigne", "Retirer");
    world.settle(2);
    world.instruct("Ann Able", "Consigne", "");
    by("Eve Ender", "1").helped("Cid Cole").helped("Dot Dale");
    String other = world.ledger().stream().filter(e -> e.contains(", Ben Bolt: B")).toList().get(0);

    outcome("Ann Able", "Ben Bolt", "Refusée");
    outcome("Ann Able", "Ben Bolt", "");
    world.settle(3);

    assertThat(world.ledger()).contains(other);
  }

  @Test
  void aDraftThatGoesAtTheSameTimeMakesRoom() {
    by("Ben Bolt", "2").helped("Ann Able");
    world.mailbox().send(world.introduction("Ann Able", "Ben Bolt"));
    world.once();
    outcome("Ann Able", "Ben Bolt", "Refusée");
    by("Eve Ender", "0").helped("Cid Cole").helped("Dot Dale");

    world.instruct("Cid Cole", "Consigne", "Retirer");
    outcome("Ann Able", "Ben Bolt", "Acceptée");
    world.settle(2);

    assertThat(world.ledger())
        .contains("Cid Cole, Ben Bolt: Retirée", "Dot Dale, Ben Bolt: Brouillon prêt");
  }
}
