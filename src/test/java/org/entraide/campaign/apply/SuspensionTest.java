package org.entraide.campaign.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** « Suspendre » is typed at every moment of a pass that has an effect of every kind. */
@Stories(few = 8)
@Execution(ExecutionMode.CONCURRENT)
class SuspensionTest {

  /** Longer than a look holds, so that each draft is looked after by itself. */
  private static final Duration A_DRAFT_TAKES = EffectGate.HOLDS.plusSeconds(1);

  private static final List<String> CALLS;
  private static final List<List<String>> LETTERS;
  private static final List<String> ENTRIES;
  private static final Map<String, String> STATUSES;

  static {
    World calm = busy();
    CALLS = pass(calm);
    calm.settle(3);
    LETTERS = calm.letters();
    ENTRIES = calm.ledger();
    STATUSES = calm.statuses();
  }

  /**
   * A campaign whose next pass appends to the ledger, makes two drafts, deletes one of somebody who
   * left, follows a letter up, and writes rows.
   */
  private static World busy() {
    World world =
        new World()
            .signed(InstallationIdentity.daemon("first", false))
            .followUp(Duration.ofDays(7))
            .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
            .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses")
            .answer("Cat Cole", PLACE, "Nord", NEEDS, "Médicaments")
            .answer("Don Dale", PLACE, "Nord", OFFERS, "Médicaments");
    world.settle(3);
    world.mailbox().send(world.introduction("Ann Able", "Ben Bolt"));
    world.settle(2);
    world.clock.advance(Duration.ofDays(8));
    world.once(); // which puts its name on the sheet again
    world.once(); // which announces the follow-up
    world.instruct("Cat Cole", "Consigne", "Retirer");
    world
        .answer("Eve Ender", PLACE, "Nord", NEEDS, "Conversation")
        .answer("Fay Fell", PLACE, "Sud", NEEDS, "Conversation")
        .answer("Gil Gant", PLACE, "Nord", OFFERS, "Conversation");
    world.outage.meanwhile(
        what -> {
          if (what.equals("create")) {
            world.clock.advance(A_DRAFT_TAKES);
          }
        });
    return world;
  }

  /** What one pass asks for. */
  private static List<String> pass(World world) {
    int from = world.outage.calls().size();
    world.once();
    List<String> calls = world.outage.calls();
    return List.copyOf(calls.subList(from, calls.size()));
  }

  private static boolean isEffect(String call) {
    return call.startsWith("write") || call.equals("create") || call.equals("delete");
  }

  /** After everything was read: what was there before that, the pass knows. */
  static IntStream everyMoment() {
    return IntStream.rangeClosed(1, CALLS.size());
  }

  @Test
  void thePassHasAnEffectOfEveryKind() {
    assertThat(CALLS.stream().filter(SuspensionTest::isEffect))
        .containsExactly(
            "write AppendRows", "create", "create", "delete", "create", "write SetCell");
  }

  /** At most what is on its way at that moment is done, and nothing is lost or doubled by it. */
  @ParameterizedTest
  @MethodSource("everyMoment")
  void whatIsSuspendedBeforeACallHasNoEffectAfterIt(int moment) {
    World world = busy();
    world.outage.before(world.outage.calls().size() + moment, () -> suspend(world, "oui"));

    List<String> calls = pass(world);
    assertThat(calls.subList(Math.min(calls.size(), moment + 1), calls.size()))
        .as("after « Suspendre »")
        .noneMatch(SuspensionTest::isEffect);
    suspend(world, "oui"); // at the last moment the pass was over
    List<List<List<String>>> rows = rows(world);
    int letters = world.mailbox().letters().size();
    List<String> waiting = world.mailbox().waiting();
    world.settle(3);
    assertThat(world.mailbox().letters()).hasSize(letters);
    assertThat(world.mailbox().waiting()).isEqualTo(waiting);
    assertThat(rows(world)).isEqualTo(rows);

    suspend(world, "");
    world.settle(4);
    assertThat(world.letters()).isEqualTo(LETTERS);
    assertThat(world.ledger()).isEqualTo(ENTRIES);
    assertThat(world.ledgerReferences()).doesNotHaveDuplicates();
    assertThat(world.statuses()).isEqualTo(STATUSES);
    assertThat(world.settle(1).effects()).isEmpty();
  }

  /** Answers and ledger: a suspended daemon still tells on its dashboard that it is. */
  private static List<List<List<String>>> rows(World world) {
    List<List<List<String>>> tabs = new ArrayList<>();
    for (int tab : List.of(ANSWERS, LEDGER)) {
      List<List<String>> rows = new ArrayList<>();
      for (int row = 0; row < world.table.rowCount(tab); row++) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < 20; column++) {
          cells.add(world.table.text(tab, row, column));
        }
        rows.add(cells);
      }
      tabs.add(rows);
    }
    return tabs;
  }

  @Test
  void aPassThatIsSuspendedInItsMiddleIsToldOnTheDashboardAtOnceAndIsNoTrouble() {
    World world = busy();
    world.table.beforeNextLook(() -> suspend(world, "oui"));
    CycleReport halted = world.once();

    assertThat(halted.again()).isTrue();
    assertThat(halted.completed()).isTrue();
    assertThat(halted.troubles()).isEmpty();
    assertThat(halted.effects()).isEmpty();

    CycleReport telling = world.once();
    assertThat(telling.again()).isFalse();
    assertThat(telling.lines()).contains("settings", "dashboard");
  }

  /** It cannot be seen any more by a pass that works. */
  @Test
  void aDraftThatWasSeenFirstWhileSuspendedAndIsPurgedThenIsNotMadeAgain() {
    World world =
        new World()
            .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
            .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");
    world.outage.planNextOf("create", Outage.How.LOST_ANSWER);
    world.once();
    suspend(world, "oui");
    world.once();
    world.mailbox().discard(world.introduction("Ann Able", "Ben Bolt"));
    suspend(world, "");

    world.settle(4);

    assertThat(world.outage.calls()).containsOnlyOnce("create");
    assertThat(world.ledger()).hasSize(1);
  }

  /** The same where only the ledger tells that it was begun. */
  @Test
  void aDraftThatWasSeenFirstWhileSuspendedByADaemonWithoutAJournalIsNotMadeAgain() {
    World world =
        new World()
            .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
            .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");
    world.outage.planNextOf("create", Outage.How.LOST_ANSWER);
    world.once();
    suspend(world, "oui");
    world.startAgain(new MemoryJournal());
    world.once();
    world.mailbox().discard(world.introduction("Ann Able", "Ben Bolt"));
    world.once();
    suspend(world, "");

    world.settle(4);

    assertThat(world.outage.calls()).containsOnlyOnce("create");
    assertThat(world.ledger()).hasSize(1);
  }

  /** A daemon that starts rests once, to put its name on the sheet. */
  @Test
  void aDraftWhoseGraceEndedWhileThePassRestedIsConcludedByTheNextThatWorks() {
    World world =
        new World()
            .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
            .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.mailbox().discard(world.introduction("Ann Able", "Ben Bolt"));
    world.once();
    world.clock.advance(Duration.ofMinutes(11));
    suspend(world, "oui");
    world.once();
    suspend(world, "");
    world.once();

    assertThat(world.ledger()).singleElement().asString().contains("Écartée");
  }

  /** Its ten minutes are those since it was gone the second time. */
  @Test
  void aRowThatCameBackWhileSuspendedIsNotGoneSinceTheFirstTime() {
    World world = busy();
    world.settle(3);
    int row = world.rowOf("Gil Gant");
    List<Cell> cells = world.table.answers(ANSWERS, row, 99);
    world.table.deleteRow(ANSWERS, row);
    world.once();
    suspend(world, "oui");
    world.once();
    world.table.row(ANSWERS, cells);
    world.once();
    List<String> letters = world.mailbox().waiting();

    world.clock.advance(Duration.ofMinutes(9));
    world.table.deleteRow(ANSWERS, world.rowOf("Gil Gant"));
    suspend(world, "");
    world.once();
    world.clock.advance(Duration.ofMinutes(9));
    world.once();
    assertThat(world.mailbox().waiting()).isEqualTo(letters);

    world.clock.advance(Duration.ofMinutes(2));
    world.settle(2);
    assertThat(world.mailbox().waiting()).hasSizeLessThan(letters.size());
  }

  /** A damage that is not mended at once is mended afterwards. */
  @Test
  void whatAWriteHitIsNotPutBackWhileSuspendedButAfterwards() {
    World world = busy();
    world.table.beforeNextCells(
        () -> {
          world.instruct("Gil Gant", "Statut", "je m'en occupe");
          suspend(world, "oui");
        });
    world.once();
    List<List<List<String>>> rows = rows(world);
    world.settle(2);
    assertThat(rows(world)).isEqualTo(rows);

    suspend(world, "");
    world.settle(2);
    assertThat(world.settle(1).effects()).isEmpty();
  }

  @Test
  void aColumnIsNotAddedOnceSuspended() {
    World world = busy();
    world.table.deleteTab(LEDGER);
    world.table.beforeNextLook(() -> suspend(world, "oui"));
    int writes = world.table.writes();
    world.once();

    assertThat(world.table.writes()).isEqualTo(writes);
  }

  @Test
  void aSwitchThatSomebodyMovedMeanwhileIsLookedForBeforeAnythingIsDone() {
    World world = busy();
    world.table.beforeNextLook(() -> world.table.insertColumn(SETTINGS, 0, "Notes"));
    int letters = world.letters().size();
    CycleReport halted = world.once();
    assertThat(halted.effects()).isEmpty();
    assertThat(halted.again()).isTrue();

    world.settle(3);
    assertThat(world.letters()).hasSizeGreaterThan(letters);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereTheSwitchIsDeletedWhileSuspendedItComesBackAsItWas(boolean wholeTab) {
    World world = busy();
    suspend(world, "oui");
    world.once();
    int letters = world.letters().size();
    if (wholeTab) {
      world.table.deleteTab(SETTINGS);
    } else {
      world.table.deleteRow(SETTINGS, switchRow(world));
    }

    world.settle(3);
    assertThat(world.letters()).hasSize(letters);
    assertThat(world.table.text(SETTINGS, switchRow(world), 1)).isEqualTo("oui");
  }

  private static int switchRow(World world) {
    return IntStream.range(1, world.table.rowCount(SETTINGS))
        .filter(row -> world.table.text(SETTINGS, row, 0).equals("Suspendre"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQuietPassLooksOnce() {
    World world = busy();
    world.settle(4);

    assertThat(pass(world)).containsExactly("read", "since", "since");
  }
}
