package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two installations look after one sheet, each with a state directory of its own. Their requests
 * follow one another in every order in which one of them is held up once, and in many others.
 */
@Execution(ExecutionMode.CONCURRENT)
class TwoDaemonsTest {

  private static final int DASHBOARD = 741_852_003;
  private static final Signature FIRST = Signature.daemon("first", false);
  private static final Signature SECOND = Signature.daemon("second", false);
  private static final Signature TAKING_OVER = Signature.daemon("second", true);

  /** Requests that others can see, of a daemon's first three passes, and some more. */
  private static final int LONGEST = 14;

  private static final int CYCLES = 3;
  private static final int RANDOM_ORDERS = 40;

  /** One who needs, one who helps, and a second pair. */
  private static World town() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
        .answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments")
        .answer("Ian Ives", PLACE, "Nord", OFFERS, "Médicaments");
  }

  /** One installation. */
  private static final class Daemon {
    private final World world;
    private final MemoryJournal journal;
    private final Signature signature;
    private final List<CycleReport> reports = new ArrayList<>();
    private Campaign campaign;

    Daemon(World world, Signature signature) {
      this(world, signature, new MemoryJournal());
    }

    Daemon(World world, Signature signature, MemoryJournal journal) {
      this.journal = journal;
      this.world = world;
      this.signature = signature;
      campaign = world.daemon(signature, journal, signature.installation().hashCode());
    }

    CycleReport once() {
      CycleReport report = campaign.once();
      reports.add(report);
      return report;
    }

    Runnable cycles(int cycles) {
      return () -> {
        for (int i = 0; i < cycles; i++) {
          once();
        }
      };
    }

    Daemon startedAgain(Signature by) {
      campaign = world.daemon(by, journal, signature.installation().hashCode() + 1);
      return this;
    }

    CycleReport last() {
      return reports.get(reports.size() - 1);
    }

    boolean isPassive() {
      CycleReport last = last();
      return !last.completed()
          && last.effects().isEmpty()
          && last.troubles().stream().allMatch(t -> t.text().contains("--take-over"));
    }
  }

  /** It is always the turn of the one, but for a stretch in which it is held up. */
  private static IntUnaryOperator heldUp(int one, int from, int to) {
    return turn -> turn >= from && turn < to ? 1 - one : one;
  }

  private static List<IntUnaryOperator> orders() {
    List<IntUnaryOperator> orders = new ArrayList<>();
    for (int one = 0; one < 2; one++) {
      for (int from = 0; from <= LONGEST; from++) {
        for (int to = from + 1; to <= LONGEST; to++) {
          orders.add(heldUp(one, from, to));
        }
        orders.add(heldUp(one, from, Integer.MAX_VALUE)); // until the other has ended
      }
    }
    for (int seed = 0; seed < RANDOM_ORDERS; seed++) {
      Random random = new Random(seed);
      List<Integer> turns = random.ints(200, 0, 2).boxed().toList();
      orders.add(turn -> turn < turns.size() ? turns.get(turn) : 0);
    }
    return orders;
  }

  private static void together(World world, IntUnaryOperator order, Runnable a, Runnable b) {
    Turns turns = new Turns();
    world.outage.meanwhile(turns::request);
    turns.run(order, List.of(a, b));
    world.outage.meanwhile(call -> {});
  }

  private static void laterBoth(World world, Daemon a, Daemon b) {
    for (int i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofMinutes(6));
      a.once();
      b.once();
    }
  }

  private static String installation(World world) {
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      if (world.table.text(DASHBOARD, row, 0).equals("Installation")) {
        return world.table.text(DASHBOARD, row, 1);
      }
    }
    return "";
  }

  private static void assertNothingDoubled(World world, String order) {
    assertThat(world.letters()).as(order).hasSize(2).doesNotHaveDuplicates();
    assertThat(world.ledger())
        .as(order)
        .filteredOn(entry -> !entry.endsWith(": Retirée"))
        .hasSize(2)
        .allMatch(entry -> entry.endsWith(": Brouillon prêt"))
        .doesNotHaveDuplicates();
    for (int row = 1; row < world.table.rowCount(World.LEDGER); row++) {
      if (world.table.text(World.LEDGER, row, "État").equals("Retirée")) {
        assertThat(world.table.text(World.LEDGER, row, "Explication"))
            .as(order)
            .contains("par une autre ligne");
      }
    }
  }

  private static void assertNoBug(Daemon daemon, String order) {
    assertThat(daemon.reports.stream().flatMap(r -> r.troubles().stream()))
        .as(order)
        .noneMatch(t -> t.kind() == Trouble.Kind.BUG);
  }

  @Test
  void aBackupThatIsRestoredOnAnotherMachineWhichTakesOverDoublesNothing() {
    World world = town();
    Daemon first = new Daemon(world, FIRST);
    first.cycles(CYCLES).run();
    MemoryJournal backup = first.journal.copy(); // while the daemon runs
    world
        .answer("Eve Ender", PLACE, "Nord", NEEDS, "Conversation")
        .answer("Fay Fell", PLACE, "Nord", OFFERS, "Conversation");
    first.cycles(CYCLES).run();
    List<List<String>> letters = world.letters();
    List<String> ledger = world.ledger();
    assertThat(letters).hasSize(3);

    Daemon other = new Daemon(world, TAKING_OVER, backup);
    other.cycles(2 * CYCLES).run();
    first.once();

    assertThat(other.last().troubles()).isEmpty();
    assertThat(world.letters()).isEqualTo(letters);
    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(first.isPassive()).isTrue();
  }

  @Test
  void ofTwoThatStartInTheSameSecondOneWorksAndTheOtherSaysThatItWaits() {
    int number = 0;
    int firstWon = 0;
    List<IntUnaryOperator> orders = orders();
    for (IntUnaryOperator order : orders) {
      String name = "order " + number++;
      World world = town();
      Daemon first = new Daemon(world, FIRST);
      Daemon second = new Daemon(world, SECOND);

      together(world, order, first.cycles(CYCLES), second.cycles(CYCLES));
      assertThat(world.letters()).as(name).doesNotHaveDuplicates();
      laterBoth(world, first, second);

      assertNothingDoubled(world, name);
      assertNoBug(first, name);
      assertNoBug(second, name);
      boolean firstWorks = installation(world).equals("first");
      firstWon += firstWorks ? 1 : 0;
      Daemon works = firstWorks ? first : second;
      Daemon waits = firstWorks ? second : first;
      assertThat(waits.isPassive()).as(name).isTrue();
      assertThat(waits.last().troubles().get(0).text())
          .as(name)
          .contains(works.signature.installation());
      assertThat(works.last().completed()).as(name).isTrue();
      assertThat(works.last().troubles()).as(name).isEmpty();
    }
    assertThat(firstWon).isBetween(1, orders.size() - 1);
  }

  @Test
  void whereOneTakesOverWhileTheOtherIsAtWorkTheOtherEndsBeforeItsNextEffectAndSaysSo() {
    int number = 0;
    for (IntUnaryOperator order : orders()) {
      String name = "order " + number++;
      World world = new World();
      Daemon first = new Daemon(world, FIRST);
      first.once();
      first.once();
      world
          .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
          .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
          .answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments")
          .answer("Ian Ives", PLACE, "Nord", OFFERS, "Médicaments");
      Daemon second = new Daemon(world, TAKING_OVER);

      together(world, order, first.cycles(CYCLES), second.cycles(CYCLES));
      assertThat(world.letters()).as(name).doesNotHaveDuplicates();
      laterBoth(world, first, second);

      assertNothingDoubled(world, name);
      assertNoBug(first, name);
      assertNoBug(second, name);
      assertThat(installation(world)).as(name).isEqualTo("second");
      assertThat(first.isPassive()).as(name).isTrue();
    }
  }

  @Test
  void whenTheOneAtWorkDiesTheOtherGoesOnAfterHalfAnHour() {
    World world = town();
    Daemon first = new Daemon(world, FIRST);
    Daemon second = new Daemon(world, SECOND);
    first.cycles(2).run();
    second.once();
    assertThat(second.isPassive()).isTrue();
    world.answer("Cyd Cole", PLACE, "Nord", NEEDS, "Conversation");
    world.answer("Jim Jay", PLACE, "Nord", OFFERS, "Conversation");

    world.clock.advance(Duration.ofMinutes(29));
    second.once();
    assertThat(second.isPassive()).isTrue();
    assertThat(world.letters()).hasSize(2);

    world.clock.advance(Duration.ofMinutes(2));
    second.cycles(2).run();
    world.clock.advance(Duration.ofMinutes(11));
    second.once();
    assertThat(installation(world)).isEqualTo("second");
    assertThat(world.letters()).hasSize(3).doesNotHaveDuplicates();
  }

  /** A row that comes back and goes again is gone since the second time, for whoever watches. */
  @Test
  void aRowThatCameBackWhileAnotherWasAtWorkIsNotGoneSinceTheFirstTime() {
    World world = town();
    Daemon first = new Daemon(world, FIRST);
    first.cycles(2).run();
    int row = world.rowOf("Hal Hart");
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);
    world.table.deleteRow(ANSWERS, row);
    first.once();
    Daemon second = new Daemon(world, TAKING_OVER);
    second.cycles(2).run();
    world.table.row(ANSWERS, cells);
    first.once();
    assertThat(first.isPassive()).isTrue();

    world.clock.advance(Duration.ofMinutes(31));
    world.table.deleteRow(ANSWERS, world.rowOf("Hal Hart"));
    first.cycles(2).run();

    assertThat(installation(world)).isEqualTo("first");
    assertThat(world.ledger()).noneMatch(entry -> entry.endsWith(": Retirée"));
  }

  @Test
  void whenTheOneAtWorkDiesTheOtherGoesOnAtOnceIfItIsTold() {
    World world = town();
    Daemon first = new Daemon(world, FIRST);
    Daemon second = new Daemon(world, SECOND);
    first.cycles(2).run();
    second.once();
    assertThat(second.isPassive()).isTrue();

    second.startedAgain(TAKING_OVER).cycles(2).run();
    assertThat(installation(world)).isEqualTo("second");
    assertThat(second.last().completed()).isTrue();
    world.clock.advance(Duration.ofMinutes(11));
    second.once();
    assertNothingDoubled(world, "taken over");
  }

  @Test
  void whoWasTakenOverDoesNotSignOffForTheOther() {
    World world = town();
    Daemon first = new Daemon(world, FIRST);
    first.cycles(2).run();
    new Daemon(world, TAKING_OVER).cycles(2).run();
    first.campaign.signOff();

    assertThat(installation(world)).isEqualTo("second");
  }

  /** A single cycle claims nothing, and yet makes way. */
  @Test
  void aSingleCycleEndsWhereADaemonStartsMeanwhile() {
    int number = 0;
    for (IntUnaryOperator order : orders()) {
      String name = "order " + number++;
      World world = town();
      Daemon single = new Daemon(world, Signature.once("single", false));
      Daemon daemon = new Daemon(world, FIRST);

      together(world, order, single.cycles(1), daemon.cycles(CYCLES));
      for (int i = 0; i < 4; i++) {
        world.clock.advance(Duration.ofMinutes(6));
        daemon.once();
      }

      assertNothingDoubled(world, name);
      assertNoBug(single, name);
      assertNoBug(daemon, name);
    }
  }
}
