package org.entraide.campaign.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.World;
import org.entraide.testkit.PointedRef;

/** Somebody who was introduced, and whom nothing is to be left of. */
public abstract class ErasureFixture {

  public static final String ANA = "Ana Alba";
  public static final String BO = "Bo Bell";
  public static final int SETTLED = 4;

  /** Somebody who needs two things and answered twice, and helpers; drafts are made. */
  public static World introduced() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses, Médicaments")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments")
            .answer("Dan Dell", PLACE, "Nord", NEEDS, "Conversation")
            .answer("Eve Ender", PLACE, "Nord", OFFERS, "Conversation");
    world.settle(2);
    assertThat(world.mailbox().waiting()).hasSize(3);
    return world;
  }

  /** Every reference by which somebody was ever known, of introductions too. */
  public static List<String> traces(World world, String who) {
    List<String> traces = new ArrayList<>();
    String ref = ref(world, who);
    traces.add(ref);
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      if (PointedRef.of(world.table.text(LEDGER, row, "Personne")).equals(ref)
          || PointedRef.of(world.table.text(LEDGER, row, "Bénévole")).equals(ref)) {
        traces.add(world.table.text(LEDGER, row, REF));
      }
    }
    return traces;
  }

  public static void erase(World world, String who) {
    ErasureCommands.ask(world.journal(), "londres", ref(world, who), world.clock.instant());
  }

  public static void copyRow(World world, String who) {
    world.table.copyRow(World.ANSWERS, world.rowOf(who));
  }

  public static void assertNothingIsLeftOf(World world, List<String> traces) {
    Journal.Memory memory = world.journal().memory("londres");
    String known = memory + " " + memory.writtenHashes() + memory.notes() + memory.matching();
    String shown = world.table.everything().toString();
    for (String trace : traces) {
      assertThat(known).doesNotContain(trace);
      assertThat(shown).doesNotContain(trace);
    }
    assertThat(memory.introductions().values())
        .noneMatch(i -> traces.contains(i.person()) || traces.contains(i.helper()));
    assertThat(world.journal().queuedCommands()).isEmpty();
  }

  // ---- of whom nothing was heard for long

  static World waiting() {
    World world = new World().answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    return world;
  }

  public static void days(World world, int days) {
    world.clock.advance(Duration.ofDays(days));
    world.settle(2);
  }
}
