package org.entraide.campaign.handmade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.DyingJournal;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.Outage.How;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that organisers typed into the ledger and that are sorted, deleted, put back or lost. */
@Stories(few = 4)
@Execution(ExecutionMode.CONCURRENT)
class HandMadeRowsMovedTest extends HandMadeFixture {

  private static final List<String> TWO =
      List.of("Ana Alba, Bo Bell: Envoyée", "Dot Dale, Cy Cole: Envoyée");

  private static void twoTyped(World world) {
    typed(world, "ana.alba@example.org", "bo.bell@example.org");
    typed(world, "dot.dale@example.org", "cy.cole@example.org");
    world.once();
    world.clock.advance(A_MINUTE);
  }

  private void assertThatTwoAreIntroduced() {
    assertThat(world.ledger()).isEqualTo(TWO);
    assertThat(world.ledgerReferences()).doesNotHaveDuplicates().allMatch(r -> r.startsWith("M-"));
    assertThat(world.letters()).isEmpty();
    assertThat(world.once().quiet()).isTrue();
  }

  static List<Consumer<World>> hands() {
    return List.of(
        w -> w.table.reverse(LEDGER),
        w -> w.table.insert(LEDGER, 1, List.of(Cell.EMPTY, Cell.text("note"))),
        w -> w.table.insert(LEDGER, 2, List.of()));
  }

  @ParameterizedTest
  @MethodSource("hands")
  void rowsThatMoveWhileTheyWaitAreTheSameRows(Consumer<World> hand) {
    twoTyped(world);
    hand.accept(world);

    world.once();
    world.once();
    withoutNotes();

    assertThatTwoAreIntroduced();
  }

  /** The notes and empty rows that were inserted. */
  private void withoutNotes() {
    for (int row = world.table.rowCount(LEDGER) - 1; row > 0; row--) {
      String person = cell(row, "Personne");
      if (person.isEmpty() || person.equals("note")) {
        world.table.deleteRow(LEDGER, row);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hands")
  void rowsThatMoveBetweenReadAndWriteAreWrittenWhereTheyAre(Consumer<World> hand) {
    twoTyped(world);
    world.table.beforeNextReread(() -> hand.accept(world));

    world.once();
    world.once();
    withoutNotes();

    assertThatTwoAreIntroduced();
  }

  @ParameterizedTest
  @MethodSource("hands")
  void whatIsWrittenAmissInTheInstantOfTheWriteIsPutBack(Consumer<World> hand) {
    world.atWork();
    twoTyped(world);
    world.table.beforeNextCells(() -> hand.accept(world));

    CycleReport first = world.once();
    for (int i = 0; i < 4; i++) {
      world.once();
    }
    withoutNotes();

    assertThat(first.again()).isTrue();
    assertThatTwoAreIntroduced();
  }

  @Test
  void anIntroductionWithALetterIsNotHitByOneThatIsTyped() {
    world = far().atWork();
    world.answer("Eve Ender", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    List<Cell> letter = world.table.answers(LEDGER, 1, 11);
    assertThat(world.letters()).hasSize(1);
    typed("dot.dale@example.org", "cy.cole@example.org");
    world.once();
    world.clock.advance(A_MINUTE);
    world.table.beforeNextCells(() -> world.table.reverse(LEDGER));

    for (int i = 0; i < 5; i++) {
      world.once();
    }

    assertThat(world.table.answers(LEDGER, 2, 11)).isEqualTo(letter);
    assertThat(world.ledger()).contains("Dot Dale, Cy Cole: Envoyée").hasSize(2);
    assertThat(world.ledgerReferences()).doesNotHaveDuplicates();
    assertThat(world.letters()).hasSize(1);
  }

  /** A letter is sent, and in the instant before its row says so a note is put above it. */
  @ParameterizedTest
  @ValueSource(strings = {"call everybody on Monday", ""})
  void whatALetterSaysIsTakenBackFromARowThatWasInsertedInThatInstant(String note) {
    world = far().atWork();
    world.answer("Eve Ender", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    world.mailbox().send(cell(1, "Réf"));
    world.table.beforeNextCells(
        () -> world.table.insert(LEDGER, 1, List.of(Cell.EMPTY, Cell.text(note))));

    for (int i = 0; i < 4; i++) {
      world.once();
    }

    assertThat(world.table.answers(LEDGER, 1, 11).stream().map(Cell::text))
        .containsExactly("", note, "", "", "", "", "", "", "", "", "");
    assertThat(cell(2, "État")).isEqualTo("Envoyée");
  }

  /**
   * What was written there for the letter is not what somebody typed, though nothing else knows.
   */
  @Test
  void whatALetterSaysCountsForNobodyInARowThatWasTypedInThatInstantAndTheJournalIsLost() {
    world = far().atWork();
    world.answer("Eve Ender", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    world.mailbox().send(cell(1, "Réf"));
    world.table.beforeNextCells(
        () -> {
          world.table.insert(LEDGER, 1, List.of());
          world.table.type(LEDGER, 1, "Personne", "dot.dale@example.org");
          world.table.type(LEDGER, 1, "Bénévole", "cy.cole@example.org");
          world.table.type(LEDGER, 1, "Suite", "Acceptée");
          world.outage.planNext(How.DEATH_AFTER);
        });
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    assertThat(cell(1, "État")).isEqualTo("Envoyée");
    world.startAgain(new MemoryJournal());
    world.once();
    world.clock.advance(A_MINUTE);

    world.settle(4);

    assertThat(cell(1, "Réf")).startsWith("M-");
    assertThat(cell(1, "État")).isEqualTo("Acceptée");
    assertThat(cell(2, "État")).isEqualTo("Envoyée");
  }

  /** Somebody was typed as the cell names them: it need not be written. */
  @Test
  void whoIsTypedInARowThatIsInsertedInThatInstantStaysWhereTheRowBelowNamesThem() {
    world.atWork();
    String ana = "Ana A. (" + world.shown("Ana Alba", "Réf") + ")";
    typed(world, ana, "bo.bell@example.org");
    world.once();
    world.clock.advance(A_MINUTE);
    world.once(); // which gives the reference
    world.table.beforeNextCells(
        () -> world.table.insert(LEDGER, 1, List.of(Cell.EMPTY, Cell.text(ana))));

    for (int i = 0; i < 4; i++) {
      world.once();
    }

    assertThat(cell(1, "Personne")).isEqualTo(ana);
    assertThat(cell(1, "Bénévole")).isEmpty();
    assertThat(cell(2, "Bénévole")).startsWith("Bo B. (");
  }

  // ---- the process ends

  static Stream<Arguments> handsBeforeADeath() {
    return hands().stream()
        .flatMap(hand -> Stream.of(Arguments.of(hand, true), Arguments.of(hand, false)));
  }

  /** Nobody remembers what the write hit: the typed cells alone say whose the rows are. */
  @ParameterizedTest
  @MethodSource("handsBeforeADeath")
  void whatIsWrittenAmissIsKnownByTheTypedCellsOnceTheProcessEnded(
      Consumer<World> hand, boolean remembered) {
    world.atWork();
    twoTyped(world);
    world.table.beforeNextCells(() -> hand.accept(world));
    assertThat(world.once().again()).isTrue();

    world.startAgain(remembered ? world.journal() : new MemoryJournal());
    CycleReport next = world.once();
    counts();
    withoutNotes();

    assertThat(next.again()).isTrue();
    assertThatTwoAreIntroduced();
    assertThat(world.journal().memory("londres").introductions()).hasSize(2);
  }

  @Test
  void whatIsWrittenAmissWaitsWhileTheCampaignIsSuspended() {
    world.atWork();
    twoTyped(world);
    world.table.beforeNextCells(() -> world.table.insert(LEDGER, 1, List.of()));
    world.once();
    world.startAgain(world.journal());
    Steps.suspend(world, "oui");
    world.once();

    assertThat(world.once().again()).isFalse();
    assertThat(cell(2, "Personne")).isEqualTo("ana.alba@example.org");
    Steps.suspend(world, "");
    world.settle(4);
    withoutNotes();

    assertThatTwoAreIntroduced();
  }

  private static int outsideCalls() {
    World calm = far();
    twoTyped(calm);
    int before = calm.outage.calls().size();
    calm.once();
    calm.once();
    return calm.outage.calls().size() - before;
  }

  static Stream<Arguments> everyCallFailing() {
    return IntStream.range(0, outsideCalls())
        .boxed()
        .flatMap(
            call ->
                Stream.of(How.DROPPED, How.LOST_ANSWER, How.DEATH_BEFORE, How.DEATH_AFTER)
                    .map(how -> Arguments.of(call, how)));
  }

  @ParameterizedTest
  @MethodSource("everyCallFailing")
  void whateverFailsEachIsOneIntroduction(int call, How how) {
    twoTyped(world);
    world.outage.plan(world.outage.calls().size() + call, how);

    for (int i = 0; i < 2; i++) {
      try {
        world.once();
      } catch (Outage.Death e) {
        world.startAgain(world.journal());
      }
    }
    world.outage.heal();
    world.settle(3);

    assertThatTwoAreIntroduced();
  }

  static Stream<Arguments> everyJournalCall() {
    World calm = far();
    twoTyped(calm);
    DyingJournal counted = new DyingJournal();
    calm.startAgain(counted.over(calm.journal(), -1, false));
    calm.once();
    calm.once();
    return IntStream.range(0, counted.calls())
        .boxed()
        .flatMap(call -> Stream.of(true, false).map(after -> Arguments.of(call, after)));
  }

  @ParameterizedTest
  @MethodSource("everyJournalCall")
  void aDeathAtACallToTheJournalLeavesEachOneIntroduction(int call, boolean after) {
    twoTyped(world);
    Journal memory = world.journal();
    world.startAgain(new DyingJournal().over(memory, call, after));

    assertThatExceptionOfType(Outage.Death.class)
        .isThrownBy(
            () -> {
              world.once();
              world.once();
            });
    world.startAgain(memory);
    world.settle(3);

    assertThatTwoAreIntroduced();
    assertThat(memory.memory("londres").introductions()).hasSize(2);
  }

  /**
   * Then neither the journal nor the row's check knows any more who is meant. The cell does, unless
   * it has a reference that nobody has any more: then it stays as it is.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutItsJournalAndOnceTheAnswersWereEditedItIsOfThoseWhomItsCellsName(boolean address) {
    String bo = address ? "bo.bell@example.org" : ref("Bo Bell").toLowerCase(Locale.ROOT);
    int row = typed("ana.alba@example.org", bo);
    world.once();
    world.clock.advance(A_MINUTE);
    world.once(); // it has its reference, and no names yet
    String ref = cell(row, "Réf");

    world.instruct("Bo Bell", "Horodateur", "27/03/2020 10:00:00"); // he edits his answer
    world.instruct("Bo Bell", "Contrôle", "");
    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(cell(row, "Réf")).isEqualTo(ref).startsWith("M-");
    assertThat(cell(row, "Bénévole")).isEqualTo(address ? "Bo B. (" + ref("Bo Bell") + ")" : bo);
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "2, ''", "3, ''", "1, Acceptée", "3, Acceptée", "3, Terminée"})
  void withoutItsJournalItIsKnownByItsRow(int passes, String outcome) {
    int row =
        typed(
            "ana.alba@example.org",
            "bo.bell@example.org",
            "Suite",
            outcome,
            "Envoyé le",
            "02/03/2020");
    world.once();
    world.clock.advance(A_MINUTE);
    for (int i = 0; i < passes; i++) {
      world.once();
    }
    String ref = cell(row, "Réf");
    int calls = world.outage.calls().size();

    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(cell(row, "Réf")).isEqualTo(ref).startsWith("M-");
    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: " + (outcome.isEmpty() ? "Envoyée" : outcome));
    assertThat(cell(row, "Envoyé le")).isEqualTo("02/03/2020");
    assertThat(world.letters()).isEmpty();
    assertThat(world.outage.calls().subList(calls, world.outage.calls().size()))
        .doesNotContain("find", "create");
    world.table.deleteRow(LEDGER, row);
    world.settle(2);
    assertThat(world.ledger()).isEmpty();
  }

  @Test
  void aRowThatIsTypedJustBeforeTheJournalIsLostIsOneIntroductionAllTheSame() {
    twoTyped(world);

    world.startAgain(new MemoryJournal());
    counts();

    assertThatTwoAreIntroduced();
  }
}
