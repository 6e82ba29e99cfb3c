package org.entraide.plan.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.PostcodeAdvice;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.Status;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

class DashboardTest extends DashboardFixture {

  @Test
  void itIsWrittenOnceAndThenNotTouched() {
    DashboardFacts facts = new Facts().made();
    Board board = new Board().write(facts);

    assertThat(board.changes(facts)).isEmpty();
  }

  @Test
  void aLaterSignOfLifeIsOneCell() {
    Facts facts = new Facts();
    Board board = new Board().write(facts.made());
    facts.beat = new Heartbeat.SignOfLife("a1b2c3", Folk.NOON.plus(Heartbeat.EVERY), false);

    assertThat(board.changes(facts.made()))
        .singleElement()
        .isEqualTo(
            new Change.SetNumber(
                OwnTabs.DASHBOARD, 6, 1, Heartbeat.serial(facts.beat.at(), LONDON)));
  }

  @Test
  void theLineAboutTheLastDaysIsAboveAllBlocksInBothLanguages() {
    Facts facts = new Facts();
    facts.week =
        Optional.of(
            new WeekFigures(
                new WeekFigures.Days(12, 7, 3, 6), new WeekFigures.Days(1008, 5, 4, 9)));

    Board board = new Board().write(facts.made());

    assertThat(board.row(0).get(0).text()).isEqualTo("Tableau de bord");
    assertThat(board.row(0).get(1).text())
        .isEqualTo(
            "Sept jours\u202f: 12 nouvelles réponses (avant\u202f: 1\u202f008), 7 mises"
                + " en relation (5), 3 acceptées (4)\u202f; 6 personnes ont un besoin à couvrir"
                + " depuis plus d’une semaine (9).");
    assertThat(Texts.of("en").format(facts.week.orElseThrow().line()))
        .isEqualTo(
            "Seven days: 12 new answers (before: 1,008), 7 introductions (5), 3 accepted (4); 6"
                + " people have had a need to cover for more than a week (9).");
    WeekFigures one =
        new WeekFigures(new WeekFigures.Days(1, 1, 1, 1), new WeekFigures.Days(0, 0, 0, 0));
    assertThat(Texts.of("en").format(one.line()))
        .isEqualTo(
            "Seven days: 1 new answer (before: 0), 1 introduction (0),"
                + " 1 accepted (0); 1 person has had a need to cover for more than a week (0).");
  }

  @Test
  void aLineAboutTheLastDaysThatNobodyKnowsAnewStays() {
    Facts facts = new Facts();
    facts.week =
        Optional.of(
            new WeekFigures(new WeekFigures.Days(1, 2, 3, 4), new WeekFigures.Days(5, 6, 7, 8)));
    Board board = new Board().write(facts.made());
    facts.week = Optional.empty();

    assertThat(board.changes(facts.made())).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Board board = new Board().write(new Facts().made());

    assertThat(Heartbeat.read(LAYOUT, board.read(), LONDON, Folk.NOON, Folk.LANGUAGES))
        .contains(new Facts().beat);
  }

  @Test
  void everyStatusAndStateIsCountedInItsPlace() {
    Facts facts = new Facts();
    facts.people.put(Status.WAITING, 9);

    Map<String, String> shown = new Board().write(facts.made()).byLabel();

    assertThat(shown)
        .containsEntry("En attente", "9")
        .containsEntry("Doublon", "0")
        .containsEntry("Envoyée", "4")
        .containsEntry("Écartée", "0")
        .containsEntry("Réponses dans la feuille", "17")
        .containsEntry("Brouillons qui attendent depuis plus d’une semaine", "2")
        .containsEntry("Lettres envoyées il y a plus de deux semaines, sans suite notée", "3")
        .containsEntry("courses", "6")
        .containsEntry("animaux", "0")
        .containsEntry("État", "En marche");
  }

  @Test
  void itSaysWhetherItIsSuspendedOrStopped() {
    Facts facts = new Facts();
    facts.suspended = true;
    assertThat(new Board().write(facts.made()).byLabel()).containsEntry("État", "Suspendu");
    facts.beat = Heartbeat.signOff("a1b2c3", Folk.NOON);
    assertThat(new Board().write(facts.made()).byLabel()).containsEntry("État", "Arrêté");
  }

  @Test
  void whatIsWrongIsSaidInSentencesWithTheWayOut() {
    Facts facts = new Facts();
    Board board = new Board().write(facts.made());
    assertThat(board.column(DashboardBlock.WRONG)).containsExactly("Rien.");
    facts.wrong =
        List.of(
            DashboardProblem.deletions(12),
            DashboardProblem.signIn("delegue@example.org"),
            DashboardProblem.suspended(),
            DashboardProblem.trouble(Message.plain("La boîte ne répond pas.")));

    List<String> shown = board.write(facts.made()).column(DashboardBlock.WRONG);

    assertThat(shown).hasSize(4);
    assertThat(shown.get(0)).contains("12 personnes", "«\u202fConfirmer les suppressions\u202f»");
    assertThat(shown.get(1)).contains("«\u202fentraide auth login delegue@example.org\u202f»");
    assertThat(shown.get(3)).isEqualTo("La boîte ne répond pas.");
  }

  @Test
  void moreThanFitIsCounted() {
    Facts facts = new Facts();
    facts.wrong = Collections.nCopies(9, DashboardProblem.suspended());
    facts.signpost =
        IntStream.range(0, 45)
            .mapToObj(i -> new DashboardFacts.Signpost("R" + (10 + i), Set.of(Category.OTHER)))
            .toList();

    Board board = new Board().write(facts.made());

    assertThat(board.column(DashboardBlock.WRONG)).hasSize(7).last().isEqualTo("… et 3 autres");
    assertThat(board.column(DashboardBlock.SIGNPOST))
        .hasSize(14)
        .startsWith("R10", "R11")
        .endsWith("… et 32 autres");
  }

  @Test
  void whoWaitsLongestIsShownWithADayAndAReason() {
    Facts facts = new Facts();
    facts.longest =
        List.of(
            new DashboardFacts.Waiting(
                "7KQ47",
                Set.of(Category.PETS, Category.SHOPPING),
                LocalDate.of(2020, 3, 20),
                Message.of("reason.nobody_offers").with("needs", "courses")));

    List<Cell> row = new Board().write(facts.made()).row(DashboardBlock.LONGEST.firstRow());

    assertThat(row.get(0).text()).isEqualTo("7KQ47");
    assertThat(row.get(1).text()).isEqualTo("courses et animaux");
    assertThat(row.get(2).number()).isEqualTo(43910);
    assertThat(row.get(3).text()).startsWith("Reste à trouver (courses)");
  }

  @Test
  void twelveTownsAreNamedTheLargestFirstAndTheOthersTogether() {
    Facts facts = new Facts();
    for (int i = 0; i < 15; i++) {
      facts.areas.put("Ville " + (char) ('A' + i), 20 - i);
    }

    Board board = new Board().write(facts.made());

    assertThat(board.column(DashboardBlock.AREAS))
        .hasSize(13)
        .startsWith("Ville A", "Ville B")
        .endsWith("Ville L", "ailleurs");
    assertThat(board.byLabel()).containsEntry("ailleurs", String.valueOf(8 + 7 + 6));
  }

  @Test
  void theLastTwelveWeeksAreDaysAndTheEmptyOnesZero() {
    Facts facts = new Facts();
    facts.weeks.put(MONDAY, 5);
    facts.weeks.put(MONDAY.minusWeeks(2), 3);
    facts.weeks.put(MONDAY.minusWeeks(30), 8);

    Board board = new Board().write(facts.made());

    assertThat(board.column(DashboardBlock.WEEKS)).hasSize(12);
    List<Cell> last = board.row(DashboardBlock.WEEKS.firstRow() + 11);
    assertThat(last.get(0).number()).isEqualTo(43913);
    assertThat(last.get(1).number()).isEqualTo(5);
    assertThat(board.row(DashboardBlock.WEEKS.firstRow() + 10).get(1).number()).isZero();
  }

  @Test
  void adviceIsGivenWhereThereIsSome() {
    Facts facts = new Facts();
    Board board = new Board().write(facts.made());
    assertThat(board.column(DashboardBlock.ADVICE)).isEmpty();
    facts.people.put(Status.DONE, 1); // advice alone is no reason to write
    facts.postcodes.put(PostcodeAdvice.Country.GB, 47L);
    facts.policies =
        Optional.of(
            new DashboardFacts.Policies(
                40,
                Map.of(
                    Policy.COVERAGE,
                    new Alternative(42, 5L, 0L),
                    Policy.BEST_FIT,
                    Alternative.UNKNOWN,
                    Policy.STABLE,
                    new Alternative(40, 0L, 0L))));

    List<String> shown = board.write(facts.made()).column(DashboardBlock.ADVICE);

    assertThat(shown).hasSize(3);
    assertThat(shown.get(0)).startsWith("47 personnes");
    assertThat(shown.get(1)).contains("«\u202fstable\u202f»", "autant de personnes", "40");
    assertThat(shown.get(2)).contains("«\u202fcouverture\u202f»", "42 personnes", "au lieu de 40");
    board.write(new Facts().made());
    assertThat(board.column(DashboardBlock.ADVICE)).isEmpty();
  }

  @Test
  void aRowThatSomebodyInsertedOrASortIsPutRightAgain() {
    DashboardFacts facts = new Facts().made();
    Board board = new Board().write(facts);
    List<Row> before = board.read();
    board.insert(3);
    board.insert(40);

    board.write(facts);

    assertThat(board.changes(facts)).isEmpty();
    for (Row row : before) {
      assertThat(board.row(row.index())).isEqualTo(row.cells());
    }
    List<List<Cell>> shuffled = new ArrayList<>(board.rows.values());
    Collections.reverse(shuffled);
    board.rows.clear();
    shuffled.forEach(row -> board.rows.put(board.rows.size(), row));

    assertThat(board.write(facts).changes(facts)).isEmpty();
  }

  @Test
  void whatPeopleWriteBesideOurColumnsStays() {
    DashboardFacts facts = new Facts().made();
    Board board = new Board().write(facts);
    board.row(6).set(4, Cell.text("à demander"));

    assertThat(board.changes(facts)).isEmpty();
  }

  @Test
  void aNumberThatBecameTextIsWrittenAgain() {
    DashboardFacts facts = new Facts().made();
    Board board = new Board().write(facts);
    board.row(DashboardBlock.NEEDS.firstRow()).set(1, Cell.text("6"));

    assertThat(board.changes(facts)).hasSize(1).allMatch(Change.SetNumber.class::isInstance);
  }

  @Test
  void aShortenedTabIsLengthenedFirst() {
    Tab tab =
        new Tab(
            OwnTabs.DASHBOARD,
            "Tableau de bord",
            false,
            40,
            26,
            List.of(new Row(0, List.of(Cell.text("Tableau de bord")))),
            Map.of());
    SheetLayout layout = Sheets.found(Overlay.NONE, Sheets.answers(), tab).prepared();

    assertThat(DashboardChanges.changes(layout, tab.rows(), new Facts().made(), FRENCH, LONDON))
        .first()
        .isEqualTo(new Change.AddRows(OwnTabs.DASHBOARD, DashboardBlock.ROWS - 40));
  }

  @Test
  void blocksDoNotOverlapAndHaveRoomForEverything() {
    int end = 0;
    for (DashboardBlock block : DashboardBlock.values()) {
      assertThat(block.row()).isGreaterThanOrEqualTo(end);
      end = block.firstRow() + block.lines();
    }
    assertThat(DashboardBlock.NEEDS.lines()).isEqualTo(Category.values().length);
    assertThat(DashboardBlock.COUNTS.lines()).isGreaterThan(Status.values().length);
    assertThat(DashboardBlock.COUNTS.lines())
        .isGreaterThanOrEqualTo(Introduction.State.values().length + 4);
    assertThat(end).isEqualTo(DashboardBlock.ROWS).isLessThan(150);
  }
}
