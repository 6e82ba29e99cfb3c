package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.Folk;
import org.entraide.plan.prepare.MissingParts;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetLayoutTest extends LayoutFixture {

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
    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(
            () -> of(tab(1, "Notes", false, List.of("À faire")), tab(2, "B", false, List.of())))
        .satisfies(e -> assertThat(FRENCH.format(e.reason())).contains("À faire"));
  }

  @Test
  void anAnswerInTheFirstRowIsNotToldAsIfItWereTitles() {
    assertThatExceptionOfType(SheetLayout.Unusable.class)
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

    SheetLayout layout = of(ledger, tab(2, "B", false, QUESTIONS));

    assertThat(layout.responses().title()).isEqualTo("B");
    assertThat(layout.ledgerSheet()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Réponses 1", "reponses 1", " RÉPONSES  1"})
  void aTabIsChosenByItsTitleWhateverCaseAndAccents(String title) throws Exception {
    SheetLayout layout =
        of(
            Optional.of(title),
            tab(1, "A", true, QUESTIONS),
            tab(2, "Réponses 1", false, QUESTIONS));

    assertThat(layout.responses().sheetId()).isEqualTo(2);
  }

  @Test
  void aTabThatIsNotThereIsSaidWithThoseThatAre() {
    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(() -> of(Optional.of("Février"), tab(1, "Janvier", true, QUESTIONS)))
        .satisfies(
            e ->
                assertThat(FRENCH.format(e.reason())).contains("«\u202fFévrier\u202f»", "Janvier"));
  }

  @Test
  void aSpreadsheetWithoutTabsIsSaid() {
    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(SheetLayoutTest::of)
        .satisfies(e -> assertThat(e.reason().key()).isEqualTo("plan.tab.none"));
  }

  @Test
  void missingQuestionsAreSaidWithTheTitlesSeen() {
    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(() -> of(tab(1, "A", true, List.of("Horodateur", "Nom", "Truc"))))
        .satisfies(
            e ->
                assertThat(FRENCH.format(e.reason()))
                    .contains("«\u202fTruc\u202f»", "«\u202fNom\u202f»", "contact", "lieu"));
  }

  @Test
  void renamedTabsAreFoundByTheirNumber() throws Exception {
    SheetLayout layout =
        of(
            settings(OwnTabs.SETTINGS, "Nos règles"),
            dashboard(OwnTabs.DASHBOARD, "Où en est-on ?"),
            todo(OwnTabs.TODO, "Ce matin"),
            tab(2, "B", false, QUESTIONS));

    assertThat(layout.responses().title()).isEqualTo("B");
    assertThat(layout.settingsSheet()).isEqualTo(OwnTabs.SETTINGS);
    assertThat(layout.dashboardSheet()).isEqualTo(OwnTabs.DASHBOARD);
    assertThat(layout.todoTab().tab().orElseThrow().title()).isEqualTo("Ce matin");
    assertThat(MissingParts.necessities(layout, FRENCH)).hasSize(2);
  }

  @Test
  void aCopyOfATabOfOursIsNobodys() throws Exception {
    SheetLayout layout =
        of(
            settings(5, "Copie de Réglages"),
            dashboard(6, "Copie de Tableau de bord"),
            todo(7, "Copie de À faire"),
            settings(OwnTabs.SETTINGS, "Réglages"),
            dashboard(OwnTabs.DASHBOARD, "Tableau de bord"),
            todo(OwnTabs.TODO, "À faire"),
            tab(2, "B", false, QUESTIONS));

    assertThat(layout.settingsSheet()).isEqualTo(OwnTabs.SETTINGS);
    assertThat(layout.dashboardSheet()).isEqualTo(OwnTabs.DASHBOARD);
    assertThat(layout.todoTab().sheetId()).isEqualTo(OwnTabs.TODO);
    assertThat(layout.responses().title()).isEqualTo("B");
    assertThat(OwnTabs.find(layout.workbook(), Folk.LANGUAGES).copies())
        .containsExactlyInAnyOrder(5, 6, 7);
  }

  @Test
  void aTabOfTasksServesUnderItsMarkOrItsTitleAlone() throws Exception {
    SheetLayout copied = of(todo(7, "Copie de À faire"), tab(2, "B", false, QUESTIONS));
    Tab unmarked = todo(7, "À faire");
    SheetLayout titled =
        of(
            tab(7, "À faire", false, unmarked.header().cells().stream().map(Cell::text).toList()),
            tab(2, "B", false, QUESTIONS));
    SheetLayout peoples =
        of(tab(7, "À faire", false, List.of("Quoi", "Pour quand")), tab(2, "B", false, QUESTIONS));

    assertThat(copied.todoTab().sheetId()).isEqualTo(7);
    assertThat(copied.responses().title()).isEqualTo("B");
    assertThat(titled.todoTab().sheetId()).isEqualTo(7);
    assertThat(MissingParts.necessities(titled, FRENCH))
        .contains(new Change.MarkColumn(7, 6, "todo_check"));
    assertThat(peoples.todoTab().tab()).isEmpty();
  }

  @Test
  void aCopyServesWhereTheTabItselfWasDeleted() throws Exception {
    SheetLayout layout = of(settings(5, "Copie de Réglages"), tab(2, "B", false, QUESTIONS));

    assertThat(layout.settingsSheet()).isEqualTo(5);
    assertThat(layout.dashboardSheet()).isEqualTo(OwnTabs.DASHBOARD);
  }

  @Test
  void tabsThatLostTheirMarksAreFoundByTheirTitlesInEveryLanguageAndMarkedAgain() throws Exception {
    for (Texts texts : Folk.LANGUAGES) {
      List<String> titles =
          List.of(SettingsColumn.values()).stream().map(c -> texts.get(c.titleKey())).toList();
      SheetLayout layout =
          of(
              tab(8, texts.get("settings.title"), false, titles),
              tab(9, texts.get("dashboard.title"), false, List.of(texts.get("dashboard.title"))),
              tab(2, "B", false, QUESTIONS));

      assertThat(layout.settingsSheet()).isEqualTo(8);
      assertThat(layout.dashboardSheet()).isEqualTo(9);
      assertThat(MissingParts.necessities(layout, FRENCH))
          .contains(
              new Change.MarkColumn(8, 0, "settings_label"),
              new Change.MarkColumn(9, 3, "dashboard_fourth"));
    }
  }

  @Test
  void aTabOfPeoplesOwnUnderOurTitleIsLeftAlone() throws Exception {
    SheetLayout layout =
        of(
            tab(8, "Réglages", false, List.of("Qui", "Fait quoi")),
            tab(9, "Tableau de bord", false, List.of("Semaine", "Total")),
            tab(2, "B", false, QUESTIONS));

    assertThat(layout.settings()).isEmpty();
    assertThat(layout.dashboard()).isEmpty();
    assertThat(MissingParts.necessities(layout, FRENCH))
        .filteredOn(Change.AddTab.class::isInstance)
        .map(change -> ((Change.AddTab) change).title())
        .containsExactly("Mises en relation", "Réglages 2", "Tableau de bord 2", "À faire");
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

    SheetLayout layout = of(tab, tab(2, "B", false, QUESTIONS));

    assertThat(layout.prepared().settingsColumns().of(SettingsColumn.UNDERSTOOD)).isEqualTo(5);
  }

  @Test
  void ourTabsAreReadAgainBeforeAWriteAndMovedColumnsAreSeen() throws Exception {
    SheetLayout layout =
        of(
                tab(1, "A", true, QUESTIONS),
                settings(OwnTabs.SETTINGS, "Réglages"),
                dashboard(OwnTabs.DASHBOARD, "Vue"),
                todo(OwnTabs.TODO, "À faire"))
            .prepared();
    Map<Integer, List<Row>> now = new HashMap<>();
    now.put(1, List.of(row(with(ours(FRENCH).toArray(String[]::new)))));
    now.put(
        OwnTabs.LEDGER,
        List.of(
            row(
                List.of(LedgerColumn.values()).stream()
                    .map(c -> FRENCH.get(c.titleKey()))
                    .toList())));
    now.put(OwnTabs.SETTINGS, settings(0, "").rows());
    now.put(OwnTabs.TODO, todo(0, "").rows());

    assertThat(layout.ownColumns().get(OwnTabs.SETTINGS)).containsExactly(0, 1, 2, 3, 4);
    assertThat(layout.ownColumns().get(OwnTabs.DASHBOARD)).containsExactly(0, 1, 2, 3);
    assertThat(layout.ownColumns().get(OwnTabs.TODO)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(layout.columnsAreUnchanged(now, FRENCH)).isTrue();
    now.put(OwnTabs.TODO, List.of(row(List.of("", "Quoi", "Qui"))));
    assertThat(layout.columnsAreUnchanged(now, FRENCH)).isFalse();
    now.put(OwnTabs.TODO, todo(0, "").rows());
    now.put(OwnTabs.SETTINGS, List.of(row(List.of("", "Réglage", "Valeur"))));
    assertThat(layout.columnsAreUnchanged(now, FRENCH)).isFalse();
  }

  @Test
  void aTitleThatTheSamePassGaveTheWordOfTodayIsNoMovedColumn() throws Exception {
    List<String> today =
        List.of(LedgerColumn.values()).stream().map(c -> FRENCH.get(c.titleKey())).toList();
    List<String> before = today.stream().map(t -> t.equals("Bénévole") ? "Aidant" : t).toList();
    SheetLayout layout =
        of(tab(1, "A", true, QUESTIONS), tab(OwnTabs.LEDGER, "Mises en relation", false, before))
            .prepared();
    Map<Integer, List<Row>> now = new HashMap<>();
    now.put(1, List.of(row(with(ours(FRENCH).toArray(String[]::new)))));
    now.put(OwnTabs.SETTINGS, settings(0, "").rows());

    assertThat(before).contains("Aidant");
    now.put(OwnTabs.LEDGER, List.of(row(with(today, "Délégué"))));
    assertThat(layout.columnsAreUnchanged(now, FRENCH)).isTrue();
    now.put(OwnTabs.LEDGER, List.of(row(with(before, "Délégué"))));
    assertThat(layout.columnsAreUnchanged(now, FRENCH)).isTrue();
    now.put(
        OwnTabs.LEDGER,
        List.of(row(before.stream().map(t -> t.equals("Aidant") ? "Qui" : t).toList())));
    assertThat(layout.columnsAreUnchanged(now, FRENCH)).isFalse();
  }

  private static List<String> with(List<String> titles, String last) {
    List<String> all = new ArrayList<>(titles);
    all.add(last);
    return all;
  }

  private static Row row(List<String> texts) {
    return new Row(0, texts.stream().map(Cell::text).toList());
  }
}
