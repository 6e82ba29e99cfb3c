package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger does not say any more who was introduced, and the journal is lost. */
class UnnamedEntryTest {

  /** The hidden check tells it. */
  @ParameterizedTest
  @CsvSource({"Personne, ''", "Bénévole, ''", "Personne, Mme Alba", "Bénévole, le voisin"})
  void itsTwoAreNotIntroducedAgain(String title, String typed) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);

    world.table.type(LEDGER, 1, title, typed);
    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(world.letters()).hasSize(1);
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Brouillon prêt");
    // what people typed stays; what they cleared is worked out again
    String cleared = called(world, title.equals("Personne") ? ANA : BO);
    assertThat(world.table.text(LEDGER, 1, title)).isEqualTo(typed.isEmpty() ? cleared : typed);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  /** Of two entries, the columns that people see were sorted without the hidden one. */
  @Test
  void nobodyIsTakenForOneOfAnIntroductionWhoseCheckIsBesideAnother() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1")
            .answer("Cid Cole", PLACE, "Nord", NEEDS, "Courses")
            .answer("Dot Dale", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    assertThat(world.letters()).hasSize(2);
    String check = world.table.text(LEDGER, 1, "Contrôle");

    world.table.type(LEDGER, 1, "Contrôle", world.table.text(LEDGER, 2, "Contrôle"));
    world.table.type(LEDGER, 2, "Contrôle", check);
    world.table.type(LEDGER, 1, "Personne", "");
    world.startAgain(new MemoryJournal());
    world.settle(2);

    String introduced = world.shown("Cid Cole", "Mise en relation");
    assertThat(introduced).contains(world.shown("Dot Dale", "Réf"));
    assertThat(introduced).doesNotContain(world.shown(BO, "Réf"));
  }
}
