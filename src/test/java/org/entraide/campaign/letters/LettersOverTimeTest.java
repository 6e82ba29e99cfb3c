package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.OTHER_DELEGATE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** What becomes of letters, over several cycles. */
class LettersOverTimeTest extends CycleFixture {

  // ---- letters go on

  @Test
  void aLetterThatWasSentIsToldInTheLedgerAndInBothRows() {
    World world = pair();
    world.once();
    String ref = world.introduction("Ana Alba", "Bo Bell");

    world.mailbox().send(ref);
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
    assertThat(world.statuses())
        .containsEntry("Ana Alba", "Mis en relation")
        .containsEntry("Bo Bell", "Mis en relation");
    assertThat(world.table.text(LEDGER, 1, "Envoyé le")).isEqualTo("26/03/2020");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void anEditedDraftIsLeftAlone() {
    World world = pair();
    world.once();

    world.mailbox().edit(world.introduction("Ana Alba", "Bo Bell"));

    assertThat(world.settle(3).quiet()).isTrue();
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void aDiscardedDraftEndsThePairAfterTheGrace() {
    World world = pair().answer("Cy Cole", PLACE, "Sud", OFFERS, "Courses");
    world.once();
    world.mailbox().discard(world.introduction("Ana Alba", "Bo Bell"));

    world.once();
    List<String> waiting = world.ledger();
    world.clock.advance(Duration.ofMinutes(11));
    world.settle(2);

    assertThat(waiting).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Écartée", "Ana Alba, Cy Cole: Brouillon prêt");
  }

  @Test
  void aDraftTakenOutOfTheTrashInTimeGoesOn() {
    World world = pair();
    world.once();
    String ref = world.introduction("Ana Alba", "Bo Bell");

    world.mailbox().trash(ref);
    world.once();
    world.clock.advance(Duration.ofMinutes(5));
    world.mailbox().takeOutOfTrash(ref);
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.table.text(LEDGER, 1, "Explication"))
        .isEqualTo("Dans les brouillons du délégué\u202f: à relire, puis à envoyer ou à jeter.");
  }

  @Test
  void anOutcomeIsObeyed() {
    World world = pair();
    world.once();

    world.table.type(LEDGER, 1, "Suite", "Terminée");
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Terminée");
    assertThat(world.statuses())
        .containsEntry("Ana Alba", "Terminé")
        .containsEntry("Bo Bell", "Disponible");
  }

  @Test
  void anEntryOfTheLedgerSaysWhichOfItsCellsIsNotReadToItsEnd() {
    World world = pair();
    world.once();

    world.table.type(LEDGER, 1, "Suite", "Terminée, " + "ils sont ravis ".repeat(3000));
    world.table.type(LEDGER, 1, "Besoins", "Courses, " + "du pain, ".repeat(5000));
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Terminée");
    assertThat(world.table.text(LEDGER, 1, "Explication"))
        .contains("Suite\u202f: seuls les 1\u202f000 premiers caractères sont lus")
        .contains("Besoins\u202f: seuls les 1");

    world.table.type(LEDGER, 1, "Suite", "Terminée, ils sont ravis");
    world.table.type(LEDGER, 1, "Besoins", "Courses");
    world.settle(2);

    assertThat(world.table.text(LEDGER, 1, "Explication")).doesNotContain("premiers caractères");
  }

  @Test
  void aMailboxThatLostAllItsDraftsIsNotBelieved() {
    World world = new World();
    for (char c = 'A'; c < 'H'; c++) {
      world.answer(c + "a " + c + "eed", PLACE, "Nord", NEEDS, "Conversation");
      world.answer(c + "o " + c + "elp", PLACE, "Nord", OFFERS, "Conversation");
    }
    world.once();
    List<String> ledger = world.ledger();
    world.ledgerReferences().forEach(world.mailbox()::discard);

    CycleReport last = world.settle(5);

    assertThat(world.ledger()).isEqualTo(ledger).hasSize(7);
    assertThat(last.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.SETTINGS);
    assertThat(world.table.text(LEDGER, 1, "Explication")).contains("boîte");
  }

  @Test
  void aMailboxThatFailsIsNotAskedToDeleteOneDraftAfterAnother() {
    World world = new World();
    for (char c = 'A'; c < 'D'; c++) {
      world.answer(c + "a " + c + "eed", PLACE, "Nord", NEEDS, "Conversation");
      world.answer(c + "o " + c + "elp", PLACE, "Nord", OFFERS, "Conversation");
    }
    world.settle(2);
    for (char c = 'A'; c < 'D'; c++) {
      world.instruct(c + "a " + c + "eed", "Consigne", "Retirer");
    }
    int quiet = world.outage.calls().size();

    world.outage.planNextOf("delete", Outage.How.BEFORE);
    world.once();
    List<String> calls = world.outage.calls().subList(quiet, world.outage.calls().size());
    assertThat(calls.stream().filter("delete"::equals)).hasSize(1);

    world.settle(2);
    assertThat(world.mailbox().waiting()).isEmpty();
  }

  /** The first letter is there, and the look at the second one fails. */
  @Test
  void aMailboxThatFailsWhileLettersAreLookedAtGetsNoFollowUpInThatPass() {
    World world = FollowUpFixture.silent();
    int letters = world.letters().size();
    AtomicInteger looks = new AtomicInteger();
    world.outage.meanwhile(
        call -> {
          if (call.equals("sentLetter") && looks.getAndIncrement() == 0) {
            world.outage.planNextOf("sentLetter", Outage.How.BEFORE);
          }
        });

    CycleReport report = world.once();
    assertThat(looks).hasValue(2);
    assertThat(report.troubles())
        .extracting(Trouble::kind)
        .containsExactly(Trouble.Kind.UNAVAILABLE);
    assertThat(world.letters()).hasSize(letters);

    world.settle(2);
    assertThat(world.letters()).hasSize(letters + 3);
  }

  @Test
  void aDelegateIsNeverBuried() {
    World world = World.busy().mostWaitingDrafts(2);

    CycleReport last = world.settle(3);

    assertThat(world.mailbox().waiting()).hasSize(2);
    assertThat(world.mailbox(OTHER_DELEGATE).waiting()).hasSize(1);
    assertThat(world.statuses()).containsValue("Proposé");
    assertThat(last.quiet()).isTrue();
  }
}
