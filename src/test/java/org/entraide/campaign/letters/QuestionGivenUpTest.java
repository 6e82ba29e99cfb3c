package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.World;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.junit.jupiter.api.Test;

/** What became of a question that Gmail refused, where questions are switched off since. */
class QuestionGivenUpTest {

  private static final String TASK = "Corrigez l’adresse e-mail de cette personne";

  /** Without a form nobody is asked: questions are off. */
  private final World world = new World().answer("Dora Lamb", PLACE, "Nord");

  private void refused() {
    world.settle(1);
    String ref = Steps.ref(world, "Dora Lamb");
    Introduction question =
        Introduction.begun(
            "Q-" + ref, ref, "", Set.of(), null, World.DELEGATE, world.clock.instant());
    world
        .journal()
        .storeIntroductions(
            world.name,
            List.of(question.with(question.correspondence().with(IntroductionFlag.UNFIT))));
    world.settle(3);
  }

  @Test
  void itIsATaskForADayAndNoLonger() {
    refused();
    assertThat(tasks()).contains(TASK);
    assertThat(world.table.text(World.LEDGER, 1, "Explication")).contains("Gmail refuse");

    world.clock.advance(Duration.ofDays(1));
    world.settle(3);

    assertThat(tasks()).doesNotContain(TASK);
    assertThat(world.table.text(World.LEDGER, 1, "État")).isEqualTo("Écartée");
    assertThat(world.table.text(World.LEDGER, 1, "Explication"))
        .contains("Gmail a refusé le brouillon")
        .doesNotContain("par le délégué");
    assertThat(world.mailbox().letters()).isEmpty();
  }

  private String tasks() {
    return world.todo().toString();
  }
}
