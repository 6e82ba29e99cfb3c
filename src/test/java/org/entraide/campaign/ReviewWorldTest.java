package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

import org.junit.jupiter.api.Test;

class ReviewWorldTest {

  private static World pair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
  }

  @Test
  void aWithdrawnDraftThatTheFormerDelegateSendsIsSent() {
    World world = pair();
    world.settle(2);
    String introduction = world.introduction("Ana Alba", "Bo Bell");
    world.mailbox().edit(introduction);
    world.once();
    world.movedTo("autre@example.org");
    world.instruct("Ana Alba", "Consigne", "Retirer");
    world.settle(2);
    world.mailbox().send(introduction);
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyé");
  }

  @Test
  void aDiscardedDraftThatTheFormerDelegateTakesOutOfTheTrashAndSendsIsSent() {
    World world = pair();
    world.settle(2);
    String introduction = world.introduction("Ana Alba", "Bo Bell");
    world.mailbox().trash(introduction);
    world.settle(3);
    world.movedTo("autre@example.org");
    world.settle(2);
    world.mailbox().takeOutOfTrash(introduction);
    world.once();
    world.mailbox().send(introduction);
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyé");
  }

  @Test
  void anOutcomeTakenBackBeforeTheDraftWasMadeLeavesItToBeMade() {
    World world = pair();
    world.outage.planNextOf("create", Outage.How.BEFORE);
    world.once();
    world.outage.heal();
    world.mailbox().setSignedOut(true);
    world.table.type(World.LEDGER, 1, "Suite", "Refusée");
    world.once();
    world.table.type(World.LEDGER, 1, "Suite", "");
    world.once();
    world.mailbox().setSignedOut(false);
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  /**
   * One request fails while two changed drafts are looked at; both are sent before the next pass.
   */
  @Test
  void whatIsSentAfterALookThatFailedHalfwayIsSeen() {
    for (int call = 0; call < 8; call++) {
      World world =
          pair()
              .answer("Cy Cole", PLACE, "Nord", NEEDS, "Médicaments")
              .answer("Dan Dell", PLACE, "Nord", OFFERS, "Médicaments");
      world.settle(2);
      String one = world.introduction("Ana Alba", "Bo Bell");
      String two = world.introduction("Cy Cole", "Dan Dell");
      world.mailbox().edit(one);
      world.mailbox().edit(two);
      int before = world.outage.calls().size();
      world.outage.plan(before + call, Outage.How.BEFORE);
      world.once();
      world.outage.heal();
      world.mailbox().send(one);
      world.mailbox().send(two);
      world.settle(5);

      assertThat(world.ledger())
          .as("with %s failing", world.outage.calls().subList(before, before + call + 1))
          .containsExactlyInAnyOrder("Ana Alba, Bo Bell: Envoyé", "Cy Cole, Dan Dell: Envoyé");
    }
  }
}
