package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.LEDGER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** A daemon whose journal is gone. */
class WithoutJournalTest extends CycleFixture {

  @Test
  void withTheJournalGoneTheSheetAndTheMailboxAreEnough() {
    World world = World.busy();
    world.settle(2);
    Map<String, Map<String, String>> shown = world.shown();
    List<String> references = world.ledgerReferences();

    world.startAgain(new MemoryJournal());
    CycleReport last = world.settle(4);

    assertThat(last.quiet()).isTrue();
    assertThat(world.shown()).isEqualTo(shown);
    assertThat(world.ledgerReferences()).isEqualTo(references);
    assertThat(world.letters()).hasSize(5);
  }

  @Test
  void withTheJournalGoneALetterInTheTrashIsNotWrittenAgain() {
    World world = pair();
    world.once();
    world.mailbox().trash(world.introduction("Ana Alba", "Bo Bell"));

    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Écartée");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void withTheJournalGoneADraftThatWasThrownAwayIsNotWrittenAgain() {
    World world = pair();
    world.once();
    world.mailbox().discard(world.introduction("Ana Alba", "Bo Bell"));

    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Écartée");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void withTheJournalGoneASentLetterIsFoundAgain() {
    World world = pair();
    world.once();
    world.mailbox().send(world.introduction("Ana Alba", "Bo Bell"));

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
  }

  @Test
  void withTheJournalGoneAMailboxThatIsDownLeavesEverythingOpen() {
    World world = World.busy();
    world.once();
    List<String> ledger = world.ledger();
    world.startAgain(new MemoryJournal());

    for (int i = 0; i < 4; i++) {
      world.outage.plan(world.outage.calls().size() + 1, Outage.How.BEFORE); // the first listing
      world.once();
      world.clock.advance(Duration.ofMinutes(11));
    }

    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.letters()).hasSize(5);
  }

  @Test
  void withTheJournalGoneNobodyIsReadAsTyped() {
    World world = World.busy();
    world.settle(2);

    world.startAgain(new MemoryJournal());
    world.settle(3);

    assertThat(world.shown().values())
        .noneSatisfy(row -> assertThat(row.get("Explication")).contains("texte"));
  }

  @Test
  void withTheJournalGoneTheReferencesInTheRowsStayWhereAnotherInstallationGaveOthersInTheLedger() {
    World world = pair();
    world.settle(2);
    String ana = world.shown("Ana Alba", "Réf");
    String bo = world.shown("Bo Bell", "Réf");
    world.table.row(LEDGER, world.table.answers(LEDGER, 1, 99)); // the same pair, begun at once
    world.table.type(LEDGER, 2, "Réf", "M-7KQ47");
    world.table.type(LEDGER, 2, "Personne", "9JNRN");
    world.table.type(LEDGER, 2, "Bénévole", "73E2M");
    world.table.type(LEDGER, 2, "État", "En préparation");

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.shown("Ana Alba", "Réf")).isEqualTo(ana);
    assertThat(world.shown("Bo Bell", "Réf")).isEqualTo(bo);
    assertThat(world.letters()).hasSize(1);
  }
}
