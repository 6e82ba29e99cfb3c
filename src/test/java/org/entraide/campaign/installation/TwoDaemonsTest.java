package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.installation.Rivals.CYCLES;
import static org.entraide.campaign.installation.Rivals.FIRST;
import static org.entraide.campaign.installation.Rivals.SECOND;
import static org.entraide.campaign.installation.Rivals.TAKING_OVER;
import static org.entraide.campaign.installation.Rivals.assertNoBug;
import static org.entraide.campaign.installation.Rivals.assertNothingDoubled;
import static org.entraide.campaign.installation.Rivals.installation;
import static org.entraide.campaign.installation.Rivals.laterBoth;
import static org.entraide.campaign.installation.Rivals.orders;
import static org.entraide.campaign.installation.Rivals.together;
import static org.entraide.campaign.installation.Rivals.town;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.entraide.build.Stories;
import org.entraide.campaign.installation.Rivals.Installation;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two installations look after one sheet, each with a state directory of its own. Their requests
 * follow one another in every order in which one of them is held up once, and in many others.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class TwoDaemonsTest {

  @Test
  void aBackupThatIsRestoredOnAnotherMachineWhichTakesOverDoublesNothing() {
    World world = town();
    Installation first = new Installation(world, FIRST);
    first.cycles(CYCLES).run();
    MemoryJournal backup = first.journal.copy(); // while the daemon runs
    world
        .answer("Eve Ender", PLACE, "Nord", NEEDS, "Conversation")
        .answer("Fay Fell", PLACE, "Nord", OFFERS, "Conversation");
    first.cycles(CYCLES).run();
    List<List<String>> letters = world.letters();
    List<String> ledger = world.ledger();
    assertThat(letters).hasSize(3);

    Installation other = new Installation(world, TAKING_OVER, backup);
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
      Installation first = new Installation(world, FIRST);
      Installation second = new Installation(world, SECOND);

      together(world, order, first.cycles(CYCLES), second.cycles(CYCLES));
      assertThat(world.letters()).as(name).doesNotHaveDuplicates();
      laterBoth(world, first, second);

      assertNothingDoubled(world, name);
      assertNoBug(first, name);
      assertNoBug(second, name);
      boolean firstWorks = installation(world).equals("first");
      firstWon += firstWorks ? 1 : 0;
      Installation works = firstWorks ? first : second;
      Installation waits = firstWorks ? second : first;
      assertThat(waits.isPassive()).as(name).isTrue();
      assertThat(waits.last().troubles().get(0).text())
          .as(name)
          .contains(works.identity.installation());
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
      Installation first = new Installation(world, FIRST);
      first.once();
      first.once();
      Rivals.answers(world);
      Installation second = new Installation(world, TAKING_OVER);

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
    Installation first = new Installation(world, FIRST);
    Installation second = new Installation(world, SECOND);
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
    Installation first = new Installation(world, FIRST);
    first.cycles(2).run();
    int row = world.rowOf("Hal Hart");
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);
    world.table.deleteRow(ANSWERS, row);
    first.once();
    Installation second = new Installation(world, TAKING_OVER);
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
    Installation first = new Installation(world, FIRST);
    Installation second = new Installation(world, SECOND);
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
    Installation first = new Installation(world, FIRST);
    first.cycles(2).run();
    new Installation(world, TAKING_OVER).cycles(2).run();
    first.campaign.signOff();

    assertThat(installation(world)).isEqualTo("second");
  }

  /** A single run makes way where the daemon's name comes after its own. */
  @Test
  void aSingleCycleEndsWhereADaemonStartsMeanwhile() {
    int number = 0;
    for (IntUnaryOperator order : orders()) {
      String name = "order " + number++;
      World world = town();
      Installation single = new Installation(world, InstallationIdentity.once("single", false));
      Installation daemon = new Installation(world, FIRST);

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
