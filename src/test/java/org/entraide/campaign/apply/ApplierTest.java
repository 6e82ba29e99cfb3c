package org.entraide.campaign.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.ObservedWorld;
import org.entraide.campaign.world.World;
import org.entraide.plan.introduction.Introduction;
import org.junit.jupiter.api.Test;

class ApplierTest extends CycleFixture {

  private static final InstallationIdentity DAEMON = InstallationIdentity.daemon("first", false);

  /** A pass that puts cells back observes twice. */
  @Test
  void aMailboxThatAnswersAtASecondLookIsWrittenTo() throws Exception {
    World world = pair().signed(DAEMON);
    world.settle(2);
    ObservedWorld observed = new ObservedWorld(world, DAEMON);
    world.mailbox().setSignedOut(true);
    Observation down = observed.observation();
    world.mailbox().setSignedOut(false);
    Observation back = observed.observation();
    Introduction drafted = back.mail().introductions().values().iterator().next();
    Plan plan = Plan.of(new MailEffect.DeleteDraft(drafted));
    Appliers appliers = observed.appliers();
    Applier applier = appliers.of(Applier.Mode.APPLY, back.workbook().locale());

    appliers.openGate(down, applier);
    assertThat(applier.apply(plan).unreachable()).containsExactly(world.mailbox().address());
    assertThat(world.mailbox().waiting()).hasSize(1);

    appliers.openGate(back, applier);
    assertThat(applier.apply(plan).unreachable()).isEmpty();
    assertThat(world.mailbox().waiting()).isEmpty();
  }
}
