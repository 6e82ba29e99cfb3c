package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.testkit.Human;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The disk is full, or its quota, from each of the journal's writes on: nothing of that write is
 * there. After some three cycles somebody frees some space. Ordinarily from every third write on,
 * from each with {@code -Dhistories.all=true}.
 */
@Tag("long")
class FullDiskTest {

  private static final Set<String> READS =
      Set.of(
          "memory",
          "unfinished",
          "reports",
          "lastReport",
          "group",
          "queued",
          "placeKey",
          "place",
          "close");

  private static final int SHARE = Boolean.getBoolean("histories.all") ? 1 : 3;

  /** Some three cycles' worth. */
  private static final int REFUSED = 6;

  private static final List<Human> PEOPLE =
      List.of(
          needing(0, "Courses"),
          helping(1, "Courses"),
          needing(2, "Médicaments"),
          helping(3, "Médicaments"),
          needing(4, "Conversation"),
          helping(5, "Conversation"));

  /** A journal on a disk that is full from one of its writes on. */
  private static final class Disk {
    private final Journal journal = new MemoryJournal();
    private final int fullAt;
    private int writes;
    private int refused;

    private Disk(int fullAt) {
      this.fullAt = fullAt;
    }

    private Journal journal() {
      return (Journal)
          Proxy.newProxyInstance(
              Journal.class.getClassLoader(),
              new Class<?>[] {Journal.class},
              (proxy, method, args) -> {
                if (!READS.contains(method.getName())) {
                  boolean full = fullAt >= 0 && writes >= fullAt && refused < REFUSED;
                  writes++;
                  if (full) {
                    refused++;
                    throw new UncheckedIOException(new IOException("the disk is full"));
                  }
                }
                try {
                  return method.invoke(journal, args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  @Test
  void whereverTheDiskIsFullNothingIsDoubledAndAllGoesOnOnceThereIsRoom() {
    Disk roomy = new Disk(-1);
    List<String> end = new ArrayList<>();
    assertThat(wrong(roomy, end)).isEmpty();
    assertThat(end).last().isEqualTo("made 3, left 1");
    List<String> wrong = new ArrayList<>();
    for (int at = 0; at < roomy.writes; at += SHARE) {
      Disk disk = new Disk(at);
      List<String> seen = new ArrayList<>();
      wrong.addAll(wrong(disk, seen));
      if (!seen.equals(end)) {
        wrong.add("full at " + at + ": " + seen);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<String> wrong(Disk disk, List<String> end) {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, PEOPLE, Strike.NONE)) {
      post.goesOnWith(disk.journal());
      post.letter("A").sent();
      post.letter("C").rewritten("Bonjour à vous deux");
      post.letter("E").discarded();
      for (int i = 0; i < 3; i++) {
        post.graceEnds(); // what a look told was not kept, and is told again ten minutes later
      }
      end.addAll(Ending.of(post));
      List<String> wrong = new ArrayList<>(post.bugs());
      post.wire()
          .letters()
          .forEach(
              (ref, made) -> {
                if (made > 1) {
                  wrong.add(ref + " has " + made + " letters");
                }
              });
      return wrong;
    }
  }

  private static Human needing(int number, String needs) {
    return new Human(number, needs, "", 0, "Nord", true, true);
  }

  private static Human helping(int number, String offers) {
    return new Human(number, "", offers, 1, "Nord", true, true);
  }
}
