package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.Set;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.Titles;
import org.entraide.campaign.world.World;
import org.entraide.plan.introduction.Introduction;
import org.junit.jupiter.api.Test;

/** What the ledger says of a question whose draft is not made for now. */
class QuestionWaitsTest {

  /** Without a form nobody is asked: questions are off. */
  private final World world = new World().answer("Dora Lamb", PLACE, "Nord");

  private void begun() {
    world.settle(1);
    String ref = Steps.ref(world, "Dora Lamb");
    world
        .journal()
        .storeIntroductions(
            world.name,
            List.of(
                Introduction.begun(
                    "Q-" + ref, ref, "", Set.of(), null, World.DELEGATE, world.clock.instant())));
    world.settle(2);
  }

  @Test
  void whileQuestionsAreOffTheLedgerSaysThatThereIsNoDraft() {
    begun();
    assertThat(state()).isEqualTo("En préparation");
    assertThat(explanation()).contains("est sur Non").doesNotContain("prépare le brouillon");
  }

  @Test
  void whileThePersonIsPausedTheLedgerSaysThatThereIsNoDraft() {
    begun();
    world.instruct("Dora Lamb", Titles.INSTRUCTION, "Pause");
    world.settle(2);
    assertThat(state()).isEqualTo("En préparation");
    assertThat(explanation()).contains("en pause").doesNotContain("prépare le brouillon");
  }

  private String state() {
    return world.table.text(World.LEDGER, 1, "État");
  }

  private String explanation() {
    return world.table.text(World.LEDGER, 1, "Explication");
  }
}
