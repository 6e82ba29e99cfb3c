package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS_PHONE;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** <i>Exclu</i> ends everything that is under way, and says whom to tell. */
@Stories(few = 4)
class BarredIntroductionsTest {

  @ParameterizedTest
  @CsvSource({"'',Retirée", "Acceptée,Retirée", "Terminée,Terminée", "Refusée,Refusée"})
  void everyIntroductionUnderWayEndsAndWhatEndedStays(String outcome, String state) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    String helper = world.ledger().get(0).contains(BO) ? BO : "Cy Cole";
    world.mailbox().send(world.introduction(ANA, helper));
    world.settle(2);
    int row = world.ledgerRow(world.introduction(ANA, helper));
    world.table.type(LEDGER, row, "Suite", outcome);
    world.settle(2);
    int before = world.letters().size();

    world.instruct(helper, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.table.text(LEDGER, row, "État")).isEqualTo(state);
    boolean open = state.equals("Retirée");
    assertThat(world.letters()).hasSize(open ? before + 1 : before);
    assertThat(world.shown(ANA, EXPLANATION).contains("annoncez-lui le retrait")).isEqualTo(open);
    assertThat(String.join(" ", world.dashboard()).contains("était partie")).isEqualTo(open);
    assertQuiet(world);

    world.startAgain(new MemoryJournal());
    world.settle(3);
    assertThat(world.table.text(LEDGER, row, "État")).isEqualTo(state);
    assertQuiet(world);
  }

  /** The delegate rang, so that the two know each other: with nobody to write to, or a draft. */
  @ParameterizedTest
  @CsvSource({"'',false", "'',true", "ana.alba@example.org,false", "ana.alba@example.org,true"})
  void oneThatIsAcceptedWithoutALetterEndsWithAWarning(String email, boolean journalLost) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", EMAIL, email, PHONE, ANAS_PHONE)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses", EMAIL, "", PHONE, "07700 900456");
    world.settle(2);
    int letters = email.isEmpty() ? 0 : 1;
    assertThat(world.mailbox().waiting()).hasSize(letters);
    world.table.type(LEDGER, 1, "Suite", "Acceptée");
    world.settle(2);
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Acceptée");
    if (journalLost) {
      world.startAgain(new MemoryJournal());
      world.settle(2);
    }

    world.instruct(BO, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Retirée");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION))
        .contains("Prévenez l’autre personne", "était acceptée");
    assertThat(world.shown(BO, EXPLANATION)).contains("prévenez " + called(world, ANA));
    assertThat(world.shown(ANA, EXPLANATION)).contains("annoncez-lui le retrait de");
    assertThat(String.join(" ", world.dashboard())).contains("l’accord noté");
    assertQuiet(world);
    world.startAgain(new MemoryJournal());
    world.settle(3);
    assertThat(world.shown(ANA, EXPLANATION)).contains("annoncez-lui le retrait");
    assertQuiet(world);

    world.table.type(LEDGER, 1, "Suite", "Terminée");
    world.settle(2);
    assertThat(world.shown(ANA, EXPLANATION)).doesNotContain("prévenez");
    assertThat(world.shown(BO, EXPLANATION)).doesNotContain("prévenez");
    assertThat(String.join(" ", world.dashboard())).doesNotContain("l’accord noté");
    assertQuiet(world);
  }

  @Test
  void aNotedOutcomeEndsTheWarning() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.mailbox().send(world.introduction(ANA, BO));
    world.settle(2);
    world.instruct(BO, INSTRUCTION, "Exclu");
    world.settle(2);
    assertThat(world.shown(BO, EXPLANATION)).contains("prévenez " + called(world, ANA));

    world.table.type(LEDGER, 1, "Suite", "Refusée");
    world.settle(2);

    assertThat(world.shown(BO, EXPLANATION)).doesNotContain("prévenez");
    assertThat(world.shown(ANA, EXPLANATION)).doesNotContain("prévenez");
    assertThat(String.join(" ", world.dashboard())).doesNotContain("était partie");
    assertQuiet(world);
  }

  @Test
  void aDraftThatTheDelegateChangedIsLeftAndFlagged() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.mailbox().edit(world.introduction(ANA, BO));
    world.settle(2);

    world.instruct(BO, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Retirée");
    assertThat(world.table.text(LEDGER, 1, EXPLANATION)).contains("ne l’envoyez plus");
    assertQuiet(world);
  }
}
