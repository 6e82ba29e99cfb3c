package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.people.profile.Field;
import org.entraide.plan.Folk;
import org.entraide.plan.prepare.MissingParts;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** Columns that are added, and found again. */
class LayoutColumnsTest extends LayoutFixture {

  // ---- which columns

  @Test
  void inAFreshSheetEveryColumnAndTabIsAdded() throws Exception {
    List<Change> changes = MissingParts.necessities(of(tab(1, "A", true, QUESTIONS)), FRENCH);

    assertThat(changes).hasSize(5);
    Change.AddColumns columns = (Change.AddColumns) changes.get(0);
    assertThat(columns.firstColumn()).isEqualTo(QUESTIONS.size());
    assertThat(columns.columns()).extracting(Change.Column::title).isEqualTo(ours(FRENCH));
    assertThat(columns.columns().stream().filter(Change.Column::hidden))
        .extracting(Change.Column::mark)
        .containsExactly("check");
    Change.AddTab ledger = (Change.AddTab) changes.get(1);
    assertThat(ledger.title()).isEqualTo("Mises en relation");
    assertThat(ledger.columns()).hasSize(LedgerColumn.values().length);
    assertThat(changes.subList(2, 5))
        .map(change -> ((Change.AddTab) change).title())
        .containsExactly("Réglages", "Tableau de bord", "À faire");
    assertThat(((Change.AddTab) changes.get(2)).columns().stream().filter(Change.Column::hidden))
        .extracting(Change.Column::mark)
        .containsExactly("settings_check");
  }

  @Test
  void columnsAreAddedToTheRightOfEverythingThatIsWritten() throws Exception {
    Tab tab =
        new Tab(
            1,
            "A",
            true,
            1000,
            26,
            List.of(
                new Row(0, QUESTIONS.stream().map(Cell::text).toList()),
                new Row(1, with("", "", "note").stream().map(Cell::text).toList())),
            Map.of());

    SheetLayout layout = of(tab);

    assertThat(((Change.AddColumns) MissingParts.preparations(layout, FRENCH).get(0)).firstColumn())
        .isEqualTo(9);
    assertThat(layout.prepared().answerColumns().of(PersonColumn.REF)).isEqualTo(9);
    assertThat(layout.prepared().answerColumns().of(PersonColumn.CHECK)).isEqualTo(20);
  }

  @Test
  void aPreparedSheetNeedsNothing() throws Exception {
    Map<Integer, String> marks = new HashMap<>();
    for (PersonColumn column : PersonColumn.values()) {
      marks.put(QUESTIONS.size() + Folk.position(column), column.mark());
    }
    Map<Integer, String> entries = new HashMap<>();
    List<String> titles = new ArrayList<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      entries.put(Folk.position(column), column.mark());
      titles.add(FRENCH.get(column.titleKey()));
    }

    SheetLayout layout =
        of(
            tab(1, "A", true, with(ours(FRENCH).toArray(String[]::new)), marks),
            tab(OwnTabs.LEDGER, "Autre titre", false, titles, entries),
            settings(OwnTabs.SETTINGS, "Autres réglages"),
            dashboard(OwnTabs.DASHBOARD, "Vue"),
            todo(OwnTabs.TODO, "Ce matin"));

    assertThat(MissingParts.preparations(layout, FRENCH)).isEmpty();
    assertThat(layout.prepared()).isEqualTo(layout);
  }

  @Test
  void aRenamedColumnIsFoundByItsMarkAndATitleDoesNotDeceive() throws Exception {
    SheetLayout layout =
        of(tab(1, "A", true, with("Statut", "Où en est-on ?"), Map.of(7, "status")));

    assertThat(layout.answerColumns().of(PersonColumn.STATUS)).isEqualTo(7);
    assertThat(layout.answerColumns().unmarked()).isEmpty();
  }

  @Test
  void aColumnThatLostItsMarkIsFoundByItsTitleInEveryLanguageAndMarkedAgain() throws Exception {
    for (Texts texts : Folk.LANGUAGES) {
      List<String> titles = ours(texts);
      SheetLayout layout = of(tab(1, "A", true, with(titles.toArray(String[]::new))));

      assertThat(layout.answerColumns().missing()).isEmpty();
      for (PersonColumn column : PersonColumn.values()) {
        assertThat(layout.answerColumns().of(column))
            .isEqualTo(QUESTIONS.size() + Folk.position(column));
      }
      assertThat(MissingParts.preparations(layout, FRENCH))
          .contains(new Change.MarkColumn(1, QUESTIONS.size(), "ref"));
    }
  }

  @Test
  void movedColumnsAreFoundWhereTheyAre() throws Exception {
    List<String> header = new ArrayList<>(List.of("EXPLICATION ", "ref"));
    header.addAll(QUESTIONS);

    SheetLayout layout = of(tab(1, "A", true, header));

    assertThat(layout.answerColumns().of(PersonColumn.EXPLANATION)).isZero();
    assertThat(layout.answerColumns().of(PersonColumn.REF)).isEqualTo(1);
    assertThat(layout.questionnaire().indexes()).containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void aQuestionWordedLikeAColumnOfOursIsNotOurs() throws Exception {
    List<String> header = new ArrayList<>(QUESTIONS);
    header.add(2, "Statut");
    header.add("Statut");

    assertThat(of(tab(1, "A", true, header)).answerColumns().of(PersonColumn.STATUS))
        .isEqualTo(header.size() - 1);
  }

  @Test
  void ourColumnsAnswerNoQuestion() throws Exception {
    SheetLayout layout = of(tab(1, "A", true, with(ours(FRENCH).toArray(String[]::new))));

    assertThat(layout.questionnaire().indexes()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(layout.questionnaire().asks(Field.ADDRESS)).isTrue();
  }

  @Test
  void whoIsInARowIsReadBackFromIdentityColumnsAlone() throws Exception {
    SheetLayout layout = of(tab(1, "A", true, QUESTIONS)).prepared();

    assertThat(layout.identityColumns().get(1)).containsExactly(0, 1, 2, 5);
    assertThat(layout.identityColumns().get(OwnTabs.LEDGER)).containsExactly(0);
    assertThat(layout.ownColumns().get(1)).contains(0, 1, 2, 5, 6, 17).doesNotContain(11, 12, 13);
  }

  /** Checks in sheets that are in use have a hash for each, in this order. */
  @Test
  void theCellsThatEarlierVersionsCheckedKeepTheirPositions() {
    assertThat(PersonColumn.ORGANISERS)
        .startsWith(
            PersonColumn.INSTRUCTION,
            PersonColumn.CHECKED,
            PersonColumn.WITH,
            PersonColumn.NEVER_WITH,
            PersonColumn.CORRECTED_PLACE);
  }
}
