package org.entraide.campaign.handmade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that organisers typed into the ledger, that they delete and put back. */
@Execution(ExecutionMode.CONCURRENT)
class HandMadeRowsDeletedTest extends HandMadeFixture {

  private static List<List<Cell>> ledgerRows(World world) {
    return IntStream.range(1, world.table.rowCount(LEDGER))
        .mapToObj(row -> world.table.answers(LEDGER, row, 11))
        .toList();
  }

  @Test
  void aDeletedRowIsForgottenAndThePairMayBeIntroduced() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    world.instruct("Dot Dale", "Consigne", "Pause");
    world.table.type(ANSWERS, world.rowOf("Bo Bell"), PLACE, "Nord");

    world.table.deleteRow(LEDGER, row);
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void aDeletionThatIsUndoneMakesItKnownAgain() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", "02/03/2020");
    counts();
    List<Cell> cells = world.table.answers(LEDGER, row, 11);
    world.table.deleteRow(LEDGER, row);
    world.settle(3);
    assertThat(world.statuses()).containsEntry("Bo Bell", "Disponible");

    world.table.row(LEDGER, cells);
    world.settle(2);

    assertThat(ledgerRows(world)).hasSize(1).first().isEqualTo(cells);
    assertThat(world.statuses()).containsEntry("Bo Bell", "Plus de place");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void oneThatIsTypedAgainHasTheReferenceThatItHad() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    String ref = cell(row, "Réf");
    world.table.deleteRow(LEDGER, row);
    world.settle(2);

    typed("ana.alba@example.org", "bo.bell@example.org", "Suite", "Refusée");
    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Refusée");
    assertThat(world.ledgerReferences()).containsExactly(ref);
  }

  @Test
  void aRowThatIsPutBackBesideTheOneTypedAgainIsTheSameIntroductionAndSaysSo() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    List<Cell> cells = world.table.answers(LEDGER, row, 11);
    world.table.deleteRow(LEDGER, row);
    world.settle(2);
    typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    assertThat(cell(row, "Explication")).doesNotContain("Supprimez");

    world.table.row(LEDGER, cells);
    world.settle(2);

    assertThat(world.ledgerReferences()).hasSize(2).containsOnly(cell(row, "Réf"));
    assertThat(cell(row, "Explication")).contains("Supprimez les lignes en trop", "2 lignes");
    assertThat(cell(row + 1, "Explication")).contains("Supprimez les lignes en trop", "2 lignes");
    assertThat(world.statuses()).containsEntry("Bo Bell", "Plus de place");
    assertThat(world.once().quiet()).isTrue();

    world.table.deleteRow(LEDGER, row);
    world.settle(2);
    assertThat(cell(row, "Explication")).doesNotContain("Supprimez");
    assertThat(world.statuses()).containsEntry("Bo Bell", "Plus de place");
  }

  private void tenTyped() {
    for (char one = 'A'; one < 'K'; one++) {
      world.answer("Need " + one, PLACE, "Nord", NEEDS, "Courses");
      world.answer("Help " + one, PLACE, "Loin", OFFERS, "Conversation", CAPACITY, "1");
    }
    world.settle(2);
    for (char one = 'a'; one < 'k'; one++) {
      typed("need." + one + "@example.org", "help." + one + "@example.org");
    }
    counts();
    assertThat(world.ledger()).hasSize(10);
  }

  /** The row that is typed instead is refused, and is not the one that was deleted. */
  @Test
  void aDeletedRowOfSomebodyBarredIsForgottenAlsoWhereThePairIsTypedAgain() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    world.instruct("Ana Alba", "Consigne", "Exclu");
    world.settle(2);
    assertThat(String.join("\n", world.todo())).contains("faite à la main, est retirée");

    world.table.deleteRow(LEDGER, row);
    typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    world.settle(2);

    assertThat(cell(row, "Explication")).contains("fait l’objet d’une exclusion");
    assertThat(String.join("\n", world.todo())).doesNotContain("faite à la main");
    assertThat(world.once().quiet()).isTrue();
  }

  /** Many that are gone at once may come back: until then there is no row to be led to. */
  @Test
  void nothingIsToBeDoneAboutRowsThatAreGone() {
    tenTyped();
    world.clock.advance(Duration.ofDays(14));
    world.settle(2);
    assertThat(String.join("\n", world.todo())).contains("notez la suite");

    List<List<Cell>> rows = deleted(9);
    world.once();
    assertThat(world.todo().stream().filter(task -> task.contains("notez la suite"))).hasSize(1);

    rows.forEach(row -> world.table.row(LEDGER, row));
    world.settle(2);
    assertThat(world.todo().stream().filter(task -> task.contains("notez la suite"))).hasSize(10);
  }

  private List<List<Cell>> deleted(int count) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(world.table.answers(LEDGER, 1, 11));
      world.table.deleteRow(LEDGER, 1);
    }
    return rows;
  }

  private long full() {
    return world.statuses().values().stream().filter("Plus de place"::equals).count();
  }

  @ParameterizedTest
  @CsvSource({"3, 7", "4, 10", "9, 10"})
  void manyThatAreDeletedAtOnceCountForTenMinutesMore(int count, long left) {
    tenTyped();

    deleted(count);
    world.once();
    assertThat(full()).isEqualTo(left);
    world.clock.advance(Duration.ofMinutes(9));
    world.once();
    assertThat(full()).isEqualTo(left);
    world.clock.advance(Duration.ofMinutes(1));
    world.once();

    assertThat(full()).isEqualTo(10L - count);
    assertThat(world.ledger()).hasSize(10 - count);
    world.once();
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void manyThatAreDeletedAndComeBackAreAsTheyWere() {
    tenTyped();
    List<List<Cell>> rows = deleted(9);
    world.once();
    world.clock.advance(Duration.ofMinutes(8));
    rows.forEach(row -> world.table.row(LEDGER, row));
    world.once();
    world.clock.advance(Duration.ofMinutes(8));

    world.once();

    assertThat(full()).isEqualTo(10);
    assertThat(ledgerRows(world)).containsAll(rows).hasSize(10);
  }

  static List<Consumer<World>> emptyings() {
    return List.of(
        w -> w.table.deleteTab(LEDGER),
        w -> IntStream.range(0, 10).forEach(i -> w.table.deleteRow(LEDGER, 1)));
  }

  @ParameterizedTest
  @MethodSource("emptyings")
  void aTabThatIsDeletedOrEmptiedComesBackWithThem(Consumer<World> hand) {
    tenTyped();

    hand.accept(world);
    world.settle(3);

    assertThat(world.ledger()).hasSize(10).allMatch(entry -> entry.endsWith(": Envoyée"));
    assertThat(full()).isEqualTo(10);
  }

  /** In each pass the process may end, as it does under {@code run --once}. */
  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "3, false", "3, true"})
  void aDeletedTabOfFewRowsComesBackWithThemAlsoWhereEachPassIsAProcess(int rows, boolean anew) {
    List<String> helpers = List.of("bo.bell@example.org", "cy.cole@example.org");
    typed("ana.alba@example.org", helpers.get(0));
    if (rows > 1) {
      typed("ana.alba@example.org", helpers.get(1));
      typed("dot.dale@example.org", helpers.get(1));
    }
    counts();
    assertThat(world.ledger()).hasSize(rows);
    List<String> before = world.ledgerReferences();

    world.table.deleteTab(LEDGER);
    for (int pass = 0; pass < 4; pass++) {
      if (anew) {
        world.startAgain(world.journal());
      }
      world.once();
      world.clock.advance(Duration.ofMinutes(4));
    }

    assertThat(world.ledgerReferences()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(world.ledger()).allMatch(entry -> entry.endsWith(": Envoyée"));
  }

  @Test
  void anEmptiedTabComesBackWithThemWhereLettersAreAmongThem() {
    world.answer("Eve Ender", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    typed("dot.dale@example.org", "cy.cole@example.org");
    counts();

    deleted(2);
    world.settle(3);

    assertThat(world.ledger()).contains("Dot Dale, Cy Cole: Envoyée").hasSize(2);
  }

  @Test
  void aRowThatIsDeletedBeforeItsMinuteIsOverIsNothing() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    world.once();
    world.table.deleteRow(LEDGER, row);
    counts();

    assertThat(world.ledger()).isEmpty();
    assertThat(world.statuses()).containsEntry("Bo Bell", "Disponible");
    assertThat(world.journal().memory("londres").notes().keySet())
        .noneMatch(note -> note.kind() == Journal.Note.Kind.TYPED);
  }
}
