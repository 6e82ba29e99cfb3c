package org.entraide.campaign.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;

import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.plan.introduction.Introduction;
import org.entraide.table.Cell;
import org.entraide.testkit.PointedRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever was erased stays so where the journal is lost, or knows a part of it alone. */
class ErasureAfterLossTest extends ErasureFixture {

  private static final int COLUMNS = 40;

  /** Two people who are introduced to nobody. */
  private static World alone() {
    World world =
        new World()
            .answer(ANA, World.PLACE, "Nord", World.NEEDS, "Courses")
            .answer(BO, World.PLACE, "Nord", World.OFFERS, "Conversation");
    world.settle(2);
    return world;
  }

  private static void assertErased(World world, int row) {
    assertThat(world.table.text(ANSWERS, row, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(ANSWERS, row, REF)).isEmpty();
    assertThat(world.table.text(ANSWERS, row, "Explication")).contains("supprimez la ligne");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereSomebodyTypedAStatusBesideAnErasedRowTheRestOfTheRowTells(boolean typedBefore) {
    World world = alone();
    if (typedBefore) {
      world.instruct(ANA, STATUS, "Vue lundi");
      world.settle(2);
    }
    erase(world, ANA);
    world.settle(SETTLED);
    if (!typedBefore) {
      world.instruct(ANA, STATUS, "Vue lundi");
      world.settle(2);
    }
    int letters = world.letters().size();

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertThat(world.letters()).hasSize(letters);
    assertThat(world.table.text(ANSWERS, world.rowOf(ANA), STATUS)).isEqualTo("Vue lundi");
    assertThat(world.table.text(ANSWERS, world.rowOf(ANA), REF)).isEmpty();
    assertThat(world.once().effects()).isEmpty();
  }

  /** Google may show an empty sheet for a moment. */
  @Test
  void whoIsToBeErasedWhileTheSheetIsEmptyIsErasedOnceItIsBackAndSoIsWhoWasBefore() {
    World world = alone();
    erase(world, BO);
    world.settle(SETTLED);
    String ana = ref(world, ANA);
    List<List<Cell>> rows = new ArrayList<>();
    while (world.table.rowCount(ANSWERS) > 1) {
      rows.add(world.table.answers(ANSWERS, 1, COLUMNS));
      world.table.deleteRow(ANSWERS, 1);
    }
    world.startAgain(new MemoryJournal());
    ErasureCommands.ask(world.journal(), "londres", ana, world.clock.instant());
    world.settle(2);

    rows.forEach(cells -> world.table.row(ANSWERS, cells));
    world.settle(SETTLED + 1);

    assertErased(world, 1);
    assertErased(world, 2);
    assertThat(world.journal().queuedCommands()).isEmpty();
  }

  /** The ledger's row is emptied first, and loses its reference in a later pass. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void whatIsLeftOfAnErasedIntroductionGoesAlsoWhereTheJournalIsLostAmidThat(int passes) {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    for (int i = 0; i < passes; i++) {
      world.once();
    }

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      assertThat(traces).doesNotContain(world.table.text(LEDGER, row, REF));
    }
    assertNothingIsLeftOf(world, traces);
  }

  /** A letter that waited for its hour was seen as a message; a draft has a name of its own. */
  @Test
  void aDraftWhoseNameIsNotKnownIsDeletedAsWell() {
    World world = introduced();
    Introduction known =
        world.journal().memory("londres").introductions().get(world.introduction(ANA, BO));
    String message = String.valueOf(known.messageId());
    String thread = String.valueOf(known.threadId());
    world
        .journal()
        .storeIntroductions(
            "londres",
            List.of(known.drafted("", message, thread).withState(Introduction.State.DECLINED)));
    erase(world, ANA);

    world.settle(SETTLED);

    assertThat(world.journal().queuedCommands()).isEmpty();
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré");
  }

  /** People moved rows in the instant of a write: somebody else's check came beside the row. */
  @Test
  void anErasedRowTakesNobodysReferenceWhoseCheckCameBesideIt() {
    World world = introduced();
    String eve = ref(world, "Eve Ender");
    String check = world.table.text(ANSWERS, world.rowOf("Eve Ender"), "Contrôle");
    for (int row = 1; row <= 2; row++) { // both of Ana's
      world.table.type(ANSWERS, row, "Contrôle", check);
    }
    world.table.deleteRow(ANSWERS, world.rowOf("Eve Ender"));
    erase(world, ANA);
    world.settle(SETTLED);
    assertThat(world.table.text(ANSWERS, 1, "Contrôle")).doesNotContain(eve);

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertThat(named(world)).contains(eve);
  }

  /** As an earlier version wrote it. */
  @Test
  void whoseReferenceIsInTheCheckOfAnErasedRowStaysInTheLedger() {
    World world = introduced();
    String eve = ref(world, "Eve Ender");
    world.table.deleteRow(ANSWERS, world.rowOf("Eve Ender"));
    erase(world, ANA);
    world.settle(SETTLED);
    for (int row = 1; row <= 2; row++) {
      String check = world.table.text(ANSWERS, row, "Contrôle");
      world.table.type(ANSWERS, row, "Contrôle", check.substring(0, check.length() - 5) + eve);
    }

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertThat(named(world)).contains(eve);
  }

  /**
   * What the rows say is written before the ledger, and the journal may be lost between the two.
   */
  @Test
  void theLedgerOfWhoWasErasedIsClearedAlsoWhereTheirRowsAloneSayIt() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    List<List<Cell>> ledger = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      ledger.add(world.table.answers(LEDGER, row, COLUMNS));
    }
    erase(world, ANA);
    world.settle(SETTLED);
    for (int row = 0; row < ledger.size(); row++) {
      world.table.put(LEDGER, row + 1, ledger.get(row));
    }

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED + 1);

    assertThat(named(world)).doesNotContainAnyElementsOf(traces).hasSize(2);
  }

  /** Whom the ledger names. */
  private static List<String> named(World world) {
    List<String> named = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      named.add(PointedRef.of(world.table.text(LEDGER, row, "Personne")));
      named.add(PointedRef.of(world.table.text(LEDGER, row, "Bénévole")));
    }
    named.removeIf(String::isEmpty);
    return named;
  }
}
