package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A column of outcomes or ticks that was emptied by mistake, and is filled again cell by cell. */
@Execution(ExecutionMode.CONCURRENT)
class EmptiedColumnTest {
  private static final String OUTCOME = "Suite";

  private final World world = new World();
  private final List<String> letters = List.of("a", "b", "c", "d", "e");

  private void answered(String need) {
    for (String letter : letters) {
      world.answer("Ann " + letter + "ble", PLACE, "Nord", NEEDS, need);
      world.answer("Ben " + letter + "olt", PLACE, "Nord", OFFERS, need, CAPACITY, "1");
    }
    world.once();
    letters.forEach(this::tick);
  }

  private void pairs(String need) {
    answered(need);
    world.settle(3);
    assertThat(world.mailbox().waiting()).hasSize(letters.size());
  }

  private void tick(String letter) {
    world.table.tick(World.ANSWERS, world.rowOf("Ben " + letter + "olt"), CHECKED);
  }

  private void outcome(int row, String word) {
    world.table.type(World.LEDGER, row, OUTCOME, word);
  }

  private String ledger(int row, String title) {
    return world.table.text(World.LEDGER, row, title);
  }

  private void outcomesEmptied() {
    pairs("Courses");
    world.ledgerReferences().forEach(world.mailbox()::send);
    world.once();
    for (int row = 1; row <= letters.size(); row++) {
      outcome(row, "Acceptée");
    }
    world.once();
    for (int row = 1; row <= letters.size(); row++) {
      outcome(row, "");
    }
    world.once();
  }

  @Test
  void outcomesThatWereEmptiedTogetherHoldWhileTheyAreTypedAgain() {
    outcomesEmptied();
    assertThat(ledger(5, EXPLANATION)).contains("effacée avec d’autres");

    for (int row = 1; row <= letters.size(); row++) {
      outcome(row, "Acceptée");
      world.once();
      assertThat(world.ledger()).allMatch(entry -> entry.endsWith("Acceptée"));
    }
    assertThat(ledger(5, EXPLANATION)).doesNotContain("effacée");
  }

  @Test
  void oneThatIsTypedAgainAndClearedIsTakenBack() {
    outcomesEmptied();
    outcome(2, "Acceptée");
    world.once();

    outcome(2, "");
    world.once();

    assertThat(ledger(2, "État")).isEqualTo("Envoyée");
    assertThat(ledger(3, "État")).isEqualTo("Acceptée");
  }

  @Test
  void draftsStayWhileTicksThatWereEmptiedTogetherAreSetAgain() {
    pairs("Garde d’enfants");
    letters.forEach(letter -> world.instruct("Ben " + letter + "olt", CHECKED, ""));
    world.settle(2);
    assertThat(ledger(1, EXPLANATION)).contains("N’envoyez pas ce brouillon");

    for (String letter : letters) {
      tick(letter);
      world.once();
    }

    assertThat(world.ledger()).allMatch(entry -> entry.endsWith("Brouillon prêt"));
    assertThat(world.mailbox().waiting()).hasSize(letters.size());
    assertThat(ledger(1, EXPLANATION)).doesNotContain("n’envoyez pas");
  }

  @Test
  void anAcceptedLetterThatWaitsStaysToo() {
    pairs("Garde d’enfants");
    outcome(1, "Acceptée");
    world.once();
    letters.forEach(letter -> world.instruct("Ben " + letter + "olt", CHECKED, ""));
    world.settle(2);

    tick("a");
    world.settle(2);

    assertThat(world.mailbox().waiting()).hasSize(letters.size());
  }

  @Test
  void oneTickThatIsTakenFromWhoeverGotItAgainTakesTheirDraftBack() {
    pairs("Garde d’enfants");
    letters.forEach(letter -> world.instruct("Ben " + letter + "olt", CHECKED, ""));
    world.settle(2);
    tick("a");
    tick("b");
    world.settle(2);

    world.instruct("Ben aolt", CHECKED, "");
    world.settle(2);

    assertThat(world.ledger()).filteredOn(entry -> entry.endsWith("Retirée")).hasSize(1);
  }

  /** It was withdrawn for its own tick, which is in no doubt whatever happens later. */
  @Test
  void oneThatWasTakenBackForItsTickIsTakenBackAgainAfterAnOutcomeThatWasCleared() {
    pairs("Garde d’enfants");
    String first = world.ledgerReferences().get(0);
    world.mailbox().edit(first);
    world.once();
    world.instruct("Ben aolt", CHECKED, "");
    world.settle(2);
    assertThat(ledger(1, "État")).isEqualTo("Retirée");

    outcome(1, "Refusée");
    world.once();
    outcome(1, "");
    world.settle(2);

    assertThat(ledger(1, "État")).isEqualTo("Retirée");
    assertThat(ledger(1, EXPLANATION)).doesNotContain("Plusieurs");
  }

  @Test
  void noDraftIsMadeWhileItsHelpersTickIsInDoubt() {
    answered("Garde d’enfants");
    world.outage.planNextOf("create", Outage.How.BEFORE);
    world.once();
    assertThat(ledger(letters.size(), "État")).isEqualTo("En préparation");

    letters.forEach(letter -> world.instruct("Ben " + letter + "olt", CHECKED, ""));
    world.settle(2);
    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(ledger(1, EXPLANATION)).contains("«\u202fVérifié\u202f» n’est plus coché pour");

    letters.forEach(this::tick);
    world.settle(2);

    assertThat(world.mailbox().waiting()).hasSize(letters.size());
  }
}
