package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.Field;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

  private static final Texts FRENCH = Folk.LANGUAGES.get(0);
  private static final List<String> QUESTIONS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement");

  private static Tab tab(int id, String title, boolean form, List<String> header) {
    return tab(id, title, form, header, Map.of());
  }

  private static Tab tab(
      int id, String title, boolean form, List<String> header, Map<Integer, String> marks) {
    List<Row> rows =
        header.isEmpty()
            ? List.of()
            : List.of(new Row(0, header.stream().map(Cell::text).toList()));
    return new Tab(id, title, form, 1000, 26, rows, marks);
  }

  private static Layout of(Tab... tabs) throws Layout.Unusable {
    return of(Optional.empty(), tabs);
  }

  private static Layout of(Optional<String> title, Tab... tabs) throws Layout.Unusable {
    return Layout.of(
        new Workbook("book", "Entraide", "fr_FR", ZoneOffset.UTC, List.of(tabs)),
        title,
        Map.of(),
        Folk.LANGUAGES);
  }

  private static List<String> with(String... more) {
    List<String> all = new ArrayList<>(QUESTIONS);
    all.addAll(List.of(more));
    return all;
  }

  /** All columns of ours, under these titles. */
  private static List<String> ours(Texts texts) {
    return List.of(PersonColumn.values()).stream().map(c -> texts.get(c.titleKey())).toList();
  }

  // ---- which tab

  @Test
  void theTabThatCarriesOurMarkIsTheOne() throws Exception {
    Tab marked = tab(2, "B", false, with("Code"), Map.of(6, "ref"));

    assertThat(of(tab(1, "A", false, QUESTIONS), marked).responses().title()).isEqualTo("B");
  }

  @Test
  void elseTheFirstTabWithTheQuestionsOfACampaign() throws Exception {
    Tab notes = tab(1, "Notes", false, List.of("À faire", "Qui"));
    Tab empty = tab(2, "Vide", false, List.of());

    assertThat(of(notes, empty, tab(3, "C", false, QUESTIONS)).responses().title()).isEqualTo("C");
  }

  @Test
  void whereNoTabWillDoTheFirstSaysWhatItSaw() {
    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(
            () -> of(tab(1, "Notes", false, List.of("À faire")), tab(2, "B", false, List.of())))
        .satisfies(e -> assertThat(FRENCH.format(e.reason())).contains("À faire"));
  }

  @Test
  void anAnswerInTheFirstRowIsNotToldAsIfItWereTitles() {
    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(
            () -> of(tab(1, "Réponses", false, List.of("Zoé Martin", "zoe@example.org", "SW7"))))
        .satisfies(
            e ->
                assertThat(FRENCH.format(e.reason()))
                    .contains("Réponses", "titres")
                    .doesNotContain("Zoé", "zoe@"));
  }

  @Test
  void theLedgerIsNeverTakenForTheAnswers() throws Exception {
    Tab ledger = tab(1, "Mises en relation", false, QUESTIONS);

    Layout layout = of(ledger, tab(2, "B", false, QUESTIONS));

    assertThat(layout.responses().title()).isEqualTo("B");
    assertThat(layout.ledgerSheet()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Réponses 1", "reponses 1", " RÉPONSES  1"})
  void aTabIsChosenByItsTitleWhateverCaseAndAccents(String title) throws Exception {
    Layout layout =
        of(
            Optional.of(title),
            tab(1, "A", true, QUESTIONS),
            tab(2, "Réponses 1", false, QUESTIONS));

    assertThat(layout.responses().sheetId()).isEqualTo(2);
  }

  @Test
  void aTabThatIsNotThereIsSaidWithThoseThatAre() {
    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(() -> of(Optional.of("Février"), tab(1, "Janvier", true, QUESTIONS)))
        .satisfies(e -> assertThat(FRENCH.format(e.reason())).contains("« Février »", "Janvier"));
  }

  @Test
  void aSpreadsheetWithoutTabsIsSaid() {
    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(LayoutTest::of)
        .satisfies(e -> assertThat(e.reason().key()).isEqualTo("plan.tab.none"));
  }

  @Test
  void missingQuestionsAreSaidWithTheTitlesSeen() {
    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(() -> of(tab(1, "A", true, List.of("Horodateur", "Nom", "Truc"))))
        .satisfies(
            e ->
                assertThat(FRENCH.format(e.reason()))
                    .contains("« Truc »", "« Nom »", "contact", "lieu"));
  }

  // ---- the daemon's own tabs

  /** As the daemon makes it. */
  private static Tab settings(int id, String title) {
    List<String> titles = new ArrayList<>();
    Map<Integer, String> marks = new HashMap<>();
    for (SettingsColumn column : SettingsColumn.values()) {
      marks.put(titles.size(), column.mark());
      titles.add(FRENCH.get(column.titleKey()));
    }
    return tab(id, title, false, titles, marks);
  }

  /** As the daemon makes it. */
  private static Tab dashboard(int id, String title) {
    Map<Integer, String> marks = new HashMap<>();
    for (DashboardColumn column : DashboardColumn.values()) {
      marks.put(marks.size(), column.mark());
    }
    return tab(id, title, false, List.of(FRENCH.get("dashboard.title")), marks);
  }

  @Test
  void renamedTabsAreFoundByTheirNumber() throws Exception {
    Layout layout =
        of(
            settings(OwnTabs.SETTINGS, "Nos règles"),
            dashboard(OwnTabs.DASHBOARD, "Où en est-on ?"),
            tab(2, "B", false, QUESTIONS));

    assertThat(layout.responses().title()).isEqualTo("B");
    assertThat(layout.settingsSheet()).isEqualTo(OwnTabs.SETTINGS);
    assertThat(layout.dashboardSheet()).isEqualTo(OwnTabs.DASHBOARD);
    assertThat(layout.necessities(FRENCH)).hasSize(2);
  }

  @Test
  void aCopyOfATabOfOursIsNobodys() throws Exception {
    Layout layout =
        of(
            settings(5, "Copie de Réglages"),
            dashboard(6, "Copie de Tableau de bord"),
            settings(OwnTabs.SETTINGS, "Réglages"),
            dashboard(OwnTabs.DASHBOARD, "Tableau de bord"),
            tab(2, "B", false, QUESTIONS));

    assertThat(layout.settingsSheet()).isEqualTo(OwnTabs.SETTINGS);
    assertThat(layout.dashboardSheet()).isEqualTo(OwnTabs.DASHBOARD);
    assertThat(layout.responses().title()).isEqualTo("B");
  }

  @Test
  void aCopyServesWhereTheTabItselfWasDeleted() throws Exception {
    Layout layout = of(settings(5, "Copie de Réglages"), tab(2, "B", false, QUESTIONS));

    assertThat(layout.settingsSheet()).isEqualTo(5);
    assertThat(layout.dashboardSheet()).isEqualTo(OwnTabs.DASHBOARD);
  }

  @Test
  void tabsThatLostTheirMarksAreFoundByTheirTitlesInEveryLanguageAndMarkedAgain() throws Exception {
    for (Texts texts : Folk.LANGUAGES) {
      List<String> titles =
          List.of(SettingsColumn.values()).stream().map(c -> texts.get(c.titleKey())).toList();
      Layout layout =
          of(
              tab(8, texts.get("settings.title"), false, titles),
              tab(9, texts.get("dashboard.title"), false, List.of(texts.get("dashboard.title"))),
              tab(2, "B", false, QUESTIONS));

      assertThat(layout.settingsSheet()).isEqualTo(8);
      assertThat(layout.dashboardSheet()).isEqualTo(9);
      assertThat(layout.necessities(FRENCH))
          .contains(
              new Change.MarkColumn(8, 0, "settings_label"),
              new Change.MarkColumn(9, 3, "dashboard_fourth"));
    }
  }

  @Test
  void aTabOfPeoplesOwnUnderOurTitleIsLeftAlone() throws Exception {
    Layout layout =
        of(
            tab(8, "Réglages", false, List.of("Qui", "Fait quoi")),
            tab(9, "Tableau de bord", false, List.of("Semaine", "Total")),
            tab(2, "B", false, QUESTIONS));

    assertThat(layout.settings()).isEmpty();
    assertThat(layout.dashboard()).isEmpty();
    assertThat(layout.necessities(FRENCH))
        .filteredOn(Change.AddTab.class::isInstance)
        .map(change -> ((Change.AddTab) change).title())
        .containsExactly("Mises en relation", "Réglages 2", "Tableau de bord 2");
  }

  @Test
  void aDeletedColumnOfOursIsAddedAgainToTheRight() throws Exception {
    Map<Integer, String> marks = new HashMap<>(settings(1, "").columnMarks());
    marks.remove(2);
    Tab tab =
        tab(
            OwnTabs.SETTINGS,
            "Réglages",
            false,
            List.of("Réglage", "Valeur", "", "À quoi cela sert", "Contrôle"),
            marks);

    Layout layout = of(tab, tab(2, "B", false, QUESTIONS));

    assertThat(layout.prepared().options().of(SettingsColumn.UNDERSTOOD)).isEqualTo(5);
  }

  @Test
  void ourTabsAreReadAgainBeforeAWriteAndMovedColumnsAreSeen() throws Exception {
    Layout layout =
        of(
                tab(1, "A", true, QUESTIONS),
                settings(OwnTabs.SETTINGS, "Réglages"),
                dashboard(OwnTabs.DASHBOARD, "Vue"))
            .prepared();
    Map<Integer, List<Row>> now = new HashMap<>();
    now.put(1, List.of(row(with(ours(FRENCH).toArray(String[]::new)))));
    now.put(
        Layout.LEDGER_SHEET,
        List.of(
            row(
                List.of(LedgerColumn.values()).stream()
                    .map(c -> FRENCH.get(c.titleKey()))
                    .toList())));
    now.put(OwnTabs.SETTINGS, settings(0, "").rows());

    assertThat(layout.ownColumns().get(OwnTabs.SETTINGS)).containsExactly(0, 1, 2, 3, 4);
    assertThat(layout.ownColumns().get(OwnTabs.DASHBOARD)).containsExactly(0, 1, 2, 3);
    assertThat(layout.stillStands(now, FRENCH)).isTrue();
    now.put(OwnTabs.SETTINGS, List.of(row(List.of("", "Réglage", "Valeur"))));
    assertThat(layout.stillStands(now, FRENCH)).isFalse();
  }

  private static Row row(List<String> texts) {
    return new Row(0, texts.stream().map(Cell::text).toList());
  }

  // ---- which columns

  @Test
  void inAFreshSheetEveryColumnAndTabIsAdded() throws Exception {
    List<Change> changes = of(tab(1, "A", true, QUESTIONS)).necessities(FRENCH);

    assertThat(changes).hasSize(4);
    Change.AddColumns columns = (Change.AddColumns) changes.get(0);
    assertThat(columns.firstColumn()).isEqualTo(QUESTIONS.size());
    assertThat(columns.columns()).extracting(Change.Column::title).isEqualTo(ours(FRENCH));
    assertThat(columns.columns().stream().filter(Change.Column::hidden))
        .extracting(Change.Column::mark)
        .containsExactly("check");
    Change.AddTab ledger = (Change.AddTab) changes.get(1);
    assertThat(ledger.title()).isEqualTo("Mises en relation");
    assertThat(ledger.columns()).hasSize(LedgerColumn.values().length);
    assertThat(changes.subList(2, 4))
        .map(change -> ((Change.AddTab) change).title())
        .containsExactly("Réglages", "Tableau de bord");
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

    Layout layout = of(tab);

    assertThat(((Change.AddColumns) layout.preparations(FRENCH).get(0)).firstColumn()).isEqualTo(9);
    assertThat(layout.prepared().people().of(PersonColumn.REF)).isEqualTo(9);
    assertThat(layout.prepared().people().of(PersonColumn.CHECK)).isEqualTo(19);
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

    Layout layout =
        of(
            tab(1, "A", true, with(ours(FRENCH).toArray(String[]::new)), marks),
            tab(Layout.LEDGER_SHEET, "Autre titre", false, titles, entries),
            settings(OwnTabs.SETTINGS, "Autres réglages"),
            dashboard(OwnTabs.DASHBOARD, "Vue"));

    assertThat(layout.preparations(FRENCH)).isEmpty();
    assertThat(layout.prepared()).isEqualTo(layout);
  }

  @Test
  void aRenamedColumnIsFoundByItsMarkAndATitleDoesNotDeceive() throws Exception {
    Layout layout = of(tab(1, "A", true, with("Statut", "Où en est-on ?"), Map.of(7, "status")));

    assertThat(layout.people().of(PersonColumn.STATUS)).isEqualTo(7);
    assertThat(layout.people().unmarked()).isEmpty();
  }

  @Test
  void aColumnThatLostItsMarkIsFoundByItsTitleInEveryLanguageAndMarkedAgain() throws Exception {
    for (Texts texts : Folk.LANGUAGES) {
      List<String> titles = ours(texts);
      Layout layout = of(tab(1, "A", true, with(titles.toArray(String[]::new))));

      assertThat(layout.people().missing()).isEmpty();
      for (PersonColumn column : PersonColumn.values()) {
        assertThat(layout.people().of(column)).isEqualTo(QUESTIONS.size() + Folk.position(column));
      }
      assertThat(layout.preparations(FRENCH))
          .contains(new Change.MarkColumn(1, QUESTIONS.size(), "ref"));
    }
  }

  @Test
  void movedColumnsAreFoundWhereTheyAre() throws Exception {
    List<String> header = new ArrayList<>(List.of("EXPLICATION ", "ref"));
    header.addAll(QUESTIONS);

    Layout layout = of(tab(1, "A", true, header));

    assertThat(layout.people().of(PersonColumn.EXPLANATION)).isZero();
    assertThat(layout.people().of(PersonColumn.REF)).isEqualTo(1);
    assertThat(layout.questionnaire().indexes()).containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void aQuestionWordedLikeAColumnOfOursIsNotOurs() throws Exception {
    List<String> header = new ArrayList<>(QUESTIONS);
    header.add(2, "Statut");
    header.add("Statut");

    assertThat(of(tab(1, "A", true, header)).people().of(PersonColumn.STATUS))
        .isEqualTo(header.size() - 1);
  }

  @Test
  void ourColumnsAnswerNoQuestion() throws Exception {
    Layout layout = of(tab(1, "A", true, with(ours(FRENCH).toArray(String[]::new))));

    assertThat(layout.questionnaire().indexes()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(layout.questionnaire().asks(Field.ADDRESS)).isTrue();
  }

  @Test
  void whoIsInARowIsReadBackFromIdentityColumnsAlone() throws Exception {
    Layout layout = of(tab(1, "A", true, QUESTIONS)).prepared();

    assertThat(layout.identityColumns().get(1)).containsExactly(0, 1, 2, 5);
    assertThat(layout.identityColumns().get(Layout.LEDGER_SHEET)).containsExactly(0);
    assertThat(layout.ownColumns().get(1)).contains(0, 1, 2, 5, 6, 16).doesNotContain(11, 12, 13);
  }
}
