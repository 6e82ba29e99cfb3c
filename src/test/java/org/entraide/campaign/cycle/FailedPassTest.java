package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.World;
import org.entraide.plan.layout.CellKey;
import org.junit.jupiter.api.Test;

/** What a pass does over again after one that failed in the same process. */
class FailedPassTest {

  private final AtomicBoolean full = new AtomicBoolean();

  /** A journal that refuses to remember cells while the disk is full. */
  private Journal onDisk(Journal journal) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, args) -> {
              if (full.get() && method.getName().equals("storeWrittenHashes")) {
                throw new UncheckedIOException(new IOException("the disk is full"));
              }
              try {
                return method.invoke(journal, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Set<String> rows(World world) {
    return world.journal().memory("londres").writtenHashes().keySet().stream()
        .map(CellKey::row)
        .collect(Collectors.toSet());
  }

  @Test
  void cellsOfARowThatIsGoneAreForgottenAlsoWhereTheFirstPassWithoutItFailed() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses, Médicaments");
    world.startAgain(onDisk(world.journal())).settle(2);
    assertThat(rows(world)).hasSize(2);
    world.table.deleteRow(ANSWERS, 1); // Ana's other answer is still there
    full.set(true);
    assertThat(world.once().troubles())
        .extracting(Trouble::kind)
        .containsExactly(Trouble.Kind.MACHINE);
    assertThat(rows(world)).hasSize(2);
    full.set(false);

    world.settle(2);

    assertThat(rows(world)).hasSize(1);
  }
}
