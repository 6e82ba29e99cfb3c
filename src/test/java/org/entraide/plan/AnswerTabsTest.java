package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tab is served, by what tabs, form, journal and configuration tell. */
class AnswerTabsTest {

  private static final List<String> QUESTIONS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement");
  private static final List<String> OTHERS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Ville", "Ce que vous offrez", "Accord");
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant EARLIER = NOW.minusSeconds(3600);

  private final List<Tab> tabs = new ArrayList<>();
  private final Map<Integer, Instant> passed = new HashMap<>();
  private List<Integer> before = List.of();
  private Optional<AnswerTabs.Chosen> chosen = Optional.empty();
  private Optional<String> configured = Optional.empty();
  private Optional<AnswerTabs.Newest> newest = Optional.empty();
  private boolean form;

  /** A tab that the daemon never wrote in. */
  private Tab fresh(int id, String title, int... answers) {
    return tab(id, title, QUESTIONS, Map.of(), false, answers);
  }

  /** A tab that was served; its copies are like it, whether or not marks are copied. */
  private Tab served(int id, String title, int... answers) {
    return tab(id, title, withOurs(), Map.of(6, "ref"), true, answers);
  }

  private Tab copy(int id, String title, int... answers) {
    return tab(id, title, withOurs(), Map.of(), true, answers);
  }

  private Tab left(int id, String title, int... answers) {
    return tab(id, title, withOurs(), Map.of(6, "left.ref"), true, answers);
  }

  private static List<String> withOurs() {
    List<String> titles = new ArrayList<>(QUESTIONS);
    titles.addAll(List.of("Réf", "Statut"));
    return titles;
  }

  private Tab tab(
      int id,
      String title,
      List<String> header,
      Map<Integer, String> marks,
      boolean ours,
      int... answers) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(0, header.stream().map(Cell::text).toList()));
    for (int answer : answers) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.number(46_000 + answer, "le " + answer));
      for (int i = 1; i < QUESTIONS.size(); i++) {
        cells.add(Cell.text("x" + answer));
      }
      cells.add(Cell.text(ours ? "7KQ47" : ""));
      rows.add(new Row(rows.size(), cells));
    }
    Tab tab = new Tab(id, title, false, 1000, 26, rows, marks);
    tabs.add(tab);
    return tab;
  }

  private AnswerTabsTest known(Integer... ids) {
    before = Arrays.asList(ids);
    return this;
  }

  /** The form's newest answer stands in these tabs, in their last row. */
  private AnswerTabsTest form(Integer... ids) {
    form = true;
    Map<Integer, Integer> rows = new HashMap<>();
    for (int id : ids) {
      tabs.stream().filter(t -> t.sheetId() == id).forEach(t -> rows.put(id, t.rows().size() - 1));
    }
    newest = Optional.of(new AnswerTabs.Newest(QUESTIONS.subList(2, 6), NOW, rows));
    return this;
  }

  private AnswerTabs.Choice choice() throws Layout.Unusable {
    return Layout.choose(
        new Workbook("book", "Entraide", "fr_FR", ZoneOffset.UTC, tabs),
        configured,
        Map.of(),
        Folk.LANGUAGES,
        new AnswerTabs.Memory(before, passed, chosen),
        form ? Optional.of(asked -> newest) : Optional.empty(),
        NOW);
  }

  private void assertServed(int id) {
    try {
      assertThat(choice().served().sheetId()).isEqualTo(id);
    } catch (Layout.Unusable e) {
      throw new AssertionError(e.reason().toString(), e);
    }
  }

  private void assertDoubt(String... titles) {
    assertAsked("plan.tab.doubt", titles);
  }

  /** To answer the form once would not help. */
  private void assertStrange(String... titles) {
    assertAsked("plan.tab.strange", titles);
  }

  private void assertAsked(String key, String... titles) {
    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(this::choice)
        .satisfies(
            e -> {
              assertThat(e.reason().key()).isEqualTo(key);
              assertThat(Folk.LANGUAGES.get(0).format(e.reason())).contains(titles);
            });
  }

  // ---- linked anew

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNewTabIsServedAtOnceAndTheOldOneIsLeft(boolean withForm) throws Exception {
    served(1, "A", 1, 2, 3);
    fresh(2, "B", 1, 2, 3);
    known(1);
    if (withForm) {
      form(1, 2);
    }

    assertServed(2);
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void alsoWhereTheJournalIsNew(boolean withForm) throws Exception {
    served(1, "A", 1, 2, 3);
    fresh(2, "B", 1, 2, 3, 4);
    if (withForm) {
      form(2);
    }

    assertServed(2);
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
  }

  @Test
  void alsoWhereItsColumnsOfOursAreThereAndEmpty() {
    served(1, "A", 1, 2);
    tab(2, "B", withOurs(), Map.of(6, "ref"), false, 1, 2, 3);
    known(1);

    assertServed(2);
  }

  @Test
  void itStaysServedAndTheTabThatWasLeftIsNotCarriedOverAgain() throws Exception {
    left(1, "A", 1, 2, 3);
    served(2, "B", 1, 2, 3);
    known(2, 1).form(1, 2);

    assertServed(2);
    assertThat(choice().former()).isEmpty();
  }

  @Test
  void whatWasNotCarriedOverYetIsToBe() throws Exception {
    served(1, "A", 1, 2, 3);
    fresh(2, "B", 1, 2, 3);
    known(2, 1);

    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
  }

  @Test
  void aTabBetweenInWhichNothingWasWrittenIsPassedOver() throws Exception {
    served(1, "A", 1, 2, 3);
    fresh(2, "B", 1, 2, 3);
    fresh(3, "C", 1, 2, 3, 4);
    known(3, 2, 1);

    assertServed(3);
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
  }

  @Test
  void whatStandsInACopyIsNotCarriedOverWhereOurColumnsWereClearedInTheTabBefore()
      throws Exception {
    tab(1, "A", withOurs(), Map.of(6, "ref"), false, 1, 2);
    copy(2, "Copie de A", 1, 2);
    fresh(3, "B", 1, 2, 3);
    known(1);

    assertServed(3);
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
    known(3, 1); // until it is done
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
  }

  @Test
  void whereOurColumnsWereClearedInTheTabBeforeNoOlderTabIsCarriedOver() throws Exception {
    left(1, "A", 1, 2);
    tab(2, "B", withOurs(), Map.of(6, "ref"), false, 1, 2);
    copy(3, "Copie de B", 1, 2);
    fresh(4, "C", 1, 2, 3);
    known(2, 1);

    assertServed(4);
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(2);
  }

  @Test
  void aTabWhoseColumnsWereClearedIsNotCarriedOverOnceTheOneAfterItIsInUse() throws Exception {
    tab(1, "A", withOurs(), Map.of(6, "ref"), false, 1, 2);
    served(2, "B", 1, 2, 3);
    known(2, 1);

    assertServed(2);
    assertThat(choice().former()).isEmpty();
  }

  @Test
  void theOneThatWasLeftIsKnownWithoutAJournal() {
    left(1, "A", 1, 2, 3);
    served(2, "B", 1, 2, 3);
    copy(3, "Copie de A", 1, 2, 3);

    assertServed(2);
  }

  @Test
  void aJournalThatWasSetBackKnowsNotThatItWasLeft() {
    left(1, "A", 1, 2, 3);
    copy(3, "Copie de A", 1, 2, 3);
    served(2, "B", 1, 2, 3);
    known(1);

    assertServed(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A"})
  void aRenamedQuestionIsNoReasonNotToFollowTheForm(String title) {
    configured = Optional.of(title).filter(text -> !text.isEmpty());
    served(1, "A", 1, 2);
    List<String> renamed = new ArrayList<>(QUESTIONS);
    renamed.set(4, "Dites-nous tout");
    tab(2, "B", renamed, Map.of(), false, 1, 2);
    known(1);
    form = true;
    newest = Optional.of(new AnswerTabs.Newest(renamed.subList(2, 6), NOW, Map.of(1, 2, 2, 2)));

    assertServed(2);
  }

  @Test
  void aTabWithoutAnswersWaitsForTheFirst() {
    served(1, "A", 1);
    fresh(2, "B");
    known(1);

    assertServed(1);
  }

  @Test
  void whileAFormCannotBeReadTheTabsThemselvesTell() {
    served(1, "A", 1, 2);
    fresh(2, "B", 1, 2);
    known(1);
    form = true;

    assertServed(2);
  }

  @Test
  void alsoWhereItsNewestAnswerHasNoRowYet() {
    served(1, "A", 1, 2);
    fresh(2, "B", 1, 2);
    known(1).form();

    assertServed(2);
  }

  @Test
  void anOldTabThatIsDeletedLeavesItsPlaceToTheNewOne() {
    fresh(2, "B", 1, 2);
    known(1).form(2);

    assertServed(2);
  }

  @Test
  void aServedTabThatIsDeletedIsNotReplacedByOneThatWasLeftNorByACopy() {
    left(1, "A", 1, 2);
    copy(3, "Copie de B", 1, 2, 3);
    known(2, 1).form(3);

    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(this::choice)
        .satisfies(e -> assertThat(e.reason().key()).isEqualTo("plan.tab.gone"));
  }

  @Test
  void aFormThatWritesIntoItsFormerTabAgainIsFollowedBack() {
    Tab old = left(1, "A", 1, 2);
    served(2, "B", 1, 2);
    known(2, 1);
    tabs.set(0, with(old, 3));
    form(1);

    assertServed(1);
  }

  @Test
  void theNewestRowThatSomebodyDeletesIsNoReasonToGoBack() {
    left(1, "A", 1, 2, 3);
    served(2, "B", 1, 2);
    known(2, 1).form(1);

    assertServed(2);
  }

  /** It was chosen while everything was suspended, and its newest answer was deleted since. */
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void norToGoOnWithTheOldTabWhereTheNewOneWasChosenBefore(boolean withForm, boolean journalled)
      throws Exception {
    served(1, "A", 1, 2, 3);
    tab(2, "B", withOurs(), Map.of(6, "ref"), false, 1, 2);
    chosen = Optional.of(new AnswerTabs.Chosen(2, dayOf(3)));
    if (journalled) {
      known(1);
    }
    if (withForm) {
      form(1);
    }

    assertServed(2);
    assertThat(choice().former().orElseThrow().sheetId()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void anAnswerThatCameToTheOldTabSinceTellsThatTheNewOneIsACopy(
      boolean withForm, boolean journalled) {
    served(1, "A", 1, 2, 3);
    tab(2, "B", withOurs(), Map.of(6, "ref"), false, 1, 2);
    chosen = Optional.of(new AnswerTabs.Chosen(2, dayOf(3).minusSeconds(1)));
    if (journalled) {
      known(1);
    }
    if (withForm) {
      form(1);
    }

    assertServed(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFormThatIsLinkedOnceMoreIsReadInItsNewestTabAlthoughAnotherWasChosen(boolean journalled) {
    served(1, "A", 1, 2, 3);
    tab(2, "B", withOurs(), Map.of(), false, 1, 2, 3);
    tab(3, "C", QUESTIONS, Map.of(), false, 1, 2, 3, 4);
    chosen = Optional.of(new AnswerTabs.Chosen(2, dayOf(3)));
    if (journalled) {
      known(1);
    }
    form(3);

    assertServed(3);
  }

  /** Raw answers were pasted elsewhere before anybody had a row of ours. */
  @Test
  void anAnswerThatComesWhereNobodyHasARowOfOursYetTellsThatTheChosenTabIsACopy() {
    fresh(1, "A", 1, 2, 3, 4);
    fresh(2, "B", 1, 2, 3);
    chosen = Optional.of(new AnswerTabs.Chosen(2, dayOf(3)));
    known(1);

    assertServed(1);
  }

  private static Instant dayOf(int answer) {
    return LocalDate.of(1899, 12, 30)
        .plusDays(46_000 + answer)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** It came right before the form was linked anew, and was read in the new tab alone. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void norWhereTheFormerTabWasLeftBeforeItWasReadThere(boolean withForm) throws Exception {
    Tab old = served(1, "A", 1, 2);
    tabs.set(0, with(old, 3));
    fresh(2, "B", 1, 2, 3);
    known(1);
    if (withForm) {
      form(1, 2);
    }
    AnswerTabs.Choice first = choice();
    assertThat(first.served().sheetId()).isEqualTo(2);

    tabs.clear();
    old = left(1, "A", 1, 2);
    tabs.set(0, with(old, 3));
    served(2, "B", 1, 2);
    passed.putAll(first.passed());
    known(2, 1);
    if (withForm) {
      form(1);
    }

    assertServed(2);
  }

  @Test
  void norWhereTheJournalWasSetBack() {
    Tab old = left(1, "A", 1, 2);
    tabs.set(0, with(old, 3));
    served(2, "B", 1, 2);
    known(1);

    assertServed(2);
  }

  @Test
  void aTabThatLooksEmptyForAMomentIsNoReasonToGoBackToAnUnreadAnswer() {
    Tab old = left(1, "A", 1, 2);
    served(2, "B");
    known(2, 1);
    tabs.set(0, with(old, 3)); // it came right before the form was linked anew
    form(1);

    assertServed(2);
  }

  /** The form writes into a tab, and the daemon has not seen it. */
  private static Tab with(Tab tab, int answer) {
    List<Row> rows = new ArrayList<>(tab.rows());
    rows.add(new Row(rows.size(), List.of(Cell.number(46_000 + answer, ""), Cell.text("x"))));
    return new Tab(tab.sheetId(), tab.title(), false, 1000, 26, rows, tab.columnMarks());
  }

  @Test
  void withoutAFormNewerAnswersInTheFormerTabAreAskedAbout() {
    Tab old = left(1, "A", 1, 2);
    served(2, "B", 1, 2);
    known(2, 1);
    tabs.set(0, with(old, 3));

    assertStrange("A", "B");
  }

  // ---- copies and other tabs

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyIsNeverServedInPlaceOfItsOriginal(boolean marked) {
    served(1, "A", 1, 2);
    tab(3, "Copie de A", withOurs(), marked ? Map.of(6, "ref") : Map.of(), true, 1, 2, 3);
    known(1).form(3); // the row in the original was deleted

    assertServed(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyThatWasMadeWhileOurColumnsWereEmptyIsNotServedInPlaceOfItsOriginal(boolean withForm) {
    left(1, "A", 1, 2);
    served(2, "B", 1, 2);
    tab(3, "Copie de B", withOurs(), Map.of(), false, 1, 2);
    if (withForm) {
      form(1, 2, 3);
    }
    assertServed(2); // also where the journal is new

    known(2, 1);
    assertServed(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyIsToldFromItsOriginalWithoutAJournal(boolean marked) {
    tab(3, "Copie de A", withOurs(), marked ? Map.of(6, "ref") : Map.of(), true, 1, 2);
    served(1, "A", 1, 2);

    assertServed(1);
  }

  @Test
  void aCopyThatWasRenamedIsToldByTheNewestAnswer() {
    tab(3, "Mars", withOurs(), Map.of(6, "ref"), true, 1, 2);
    served(1, "A", 1, 2, 3);

    assertServed(1);
  }

  @Test
  void twoTabsOfWhichNothingTellsAreAskedAbout() {
    tab(3, "Mars", withOurs(), Map.of(6, "ref"), true, 1, 2);
    served(1, "A", 1, 2);

    assertDoubt("Mars", "A");
  }

  @Test
  void anotherFormsTabIsNotServedHoweverNewItsAnswers() {
    served(1, "A", 1, 2);
    tab(2, "Autre", OTHERS, Map.of(), false, 10, 11);
    known(1);

    assertServed(1);
  }

  @Test
  void answersOfOthersToTheSameQuestionsAreAskedAbout() {
    served(1, "A", 1, 2);
    fresh(2, "B", 10, 11);
    known(1);

    assertStrange("A", "B");
  }

  @Test
  void answersOfOthersToTheSameQuestionsAreAskedAboutWhereTheJournalIsNewToo() {
    served(1, "A", 1, 2);
    fresh(2, "B", 10, 11);

    assertStrange("A", "B");

    configured = Optional.of("B");
    assertServed(2); // somebody answered
  }

  @Test
  void aLinkedTabInWhichMostAnswersWereEditedIsAskedAboutWhereTheJournalIsNew() {
    left(1, "A", 1, 2, 3, 4);
    served(2, "B", 1, 2, 3, 4);
    fresh(3, "C", 1, 11, 12, 13, 14);

    assertStrange("B", "C");
  }

  @Test
  void norIsTheTabBeforeItServedWhereTheJournalWasSetBackFurther() {
    left(1, "A", 1, 2, 3, 4);
    served(2, "B", 1, 2, 3, 4, 5);
    fresh(3, "C", 1, 11, 12, 13, 14);
    known(1);

    assertStrange("B", "C");
  }

  @Test
  void ofTwoNewTabsTheFirstIsNotServedWhereMostAnswersWereEditedBeforeTheSecond() {
    served(1, "A", 1, 2, 3, 4);
    fresh(2, "B", 1, 2, 3, 4);
    fresh(3, "C", 1, 11, 12, 13);
    known(1);

    assertStrange("B", "C");
  }

  @Test
  void anOldTabOfTheSameQuestionsIsNotAskedAboutWhereTheJournalIsNew() {
    fresh(1, "A", 1, 2);
    served(2, "B", 10, 11);

    assertServed(2);
  }

  @Test
  void anotherFormsTabIsNotServedNorAskedAboutWhereTheJournalIsNew() {
    served(1, "A", 1, 2);
    tab(2, "Autre", OTHERS, Map.of(), false, 10, 11);

    assertServed(1);
  }

  @Test
  void unlessTheyWereThereWhenTheCampaignBegan() throws Exception {
    fresh(1, "A", 1, 2);
    fresh(2, "B", 10, 11);
    assertServed(1);
    passed.putAll(choice().passed());
    assertThat(passed).containsOnlyKeys(2);

    tabs.set(0, served(1, "A", 1, 2));
    tabs.remove(2);
    known(1);
    assertServed(1);
  }

  @Test
  void ofTwoNewTabsTheOneWithTheNewestAnswer() {
    served(1, "A", 1, 2);
    fresh(2, "B", 1, 2);
    fresh(3, "C", 1, 2, 3);
    known(1);

    assertServed(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoNewTabsThatShowTheSameTheConfiguredOneElseNone(boolean withForm) throws Exception {
    served(1, "A", 1, 2);
    fresh(2, "B", 1, 2);
    fresh(3, "C", 1, 2);
    known(1);
    if (withForm) {
      form(1, 2, 3);
    }
    assertDoubt("B", "C");

    configured = Optional.of("c");
    assertServed(3);
    assertThat(choice().passed()).containsOnlyKeys(1, 2);
  }

  @Test
  void theOneThatWasPassedOverDoesNotCountUnlessAnAnswerComesThere() {
    served(3, "C", 1, 2);
    fresh(2, "B", 1, 2);
    passed.put(2, EARLIER);
    known(3, 1);
    form(2, 3);
    assertServed(3);

    form(2);
    assertServed(2); // the answer is later, and stands there alone
  }

  /** As where a form was linked anew, its newest row deleted, and the journal lost. */
  @Test
  void withoutAFormTheOneThatWasPassedOverIsAskedAboutOnceAnswersComeThere() {
    served(1, "A", 1, 2, 3);
    fresh(2, "B", 1, 2, 5);
    known(1);
    Instant third =
        LocalDate.of(1899, 12, 30).plusDays(46_003).atStartOfDay().toInstant(ZoneOffset.UTC);

    passed.put(2, third.plusSeconds(60));
    assertStrange("A", "B");

    passed.put(2, NOW);
    assertServed(1); // it was a copy with that answer
  }

  @Test
  void aCopyOfTheAnswersAloneDoesNotCountWhereTheNewestRowIsDeleted() {
    served(1, "A", 1);
    fresh(2, "Vue", 1, 2);
    passed.put(2, NOW.plusSeconds(60));
    known(1).form(2);

    assertServed(1);
  }

  // ---- the configuration

  @Test
  void withoutAFormTheConfiguredTitleCountsAndNewerAnswersElsewhereAreTold() throws Exception {
    served(1, "A", 1, 2);
    fresh(2, "B", 1, 2, 3);
    known(1);
    configured = Optional.of("A");

    assertServed(1);
    assertThat(choice().newer().orElseThrow().sheetId()).isEqualTo(2);
  }

  @Test
  void alsoWhereAQuestionOfTheirsWasRenamed() throws Exception {
    served(1, "A", 1, 2);
    List<String> renamed = new ArrayList<>(QUESTIONS);
    renamed.set(4, "Dites-nous tout");
    tab(2, "B", renamed, Map.of(), false, 1, 2, 3);
    known(1);
    configured = Optional.of("A");

    assertServed(1);
    assertThat(choice().newer().orElseThrow().sheetId()).isEqualTo(2);
  }

  @Test
  void withAFormItsNewestAnswerCounts() {
    served(1, "A", 1, 2);
    fresh(2, "B", 1, 2);
    known(1).form(1, 2);
    configured = Optional.of("A");

    assertServed(2);
  }

  @Test
  void aConfiguredTitleThatIsNotThereIsOfATabThatWasRenamed() {
    served(1, "Les gens", 1, 2);
    known(1);
    configured = Optional.of("A");

    assertServed(1);
  }

  @Test
  void orStopsWhereNobodyKnowsOne() {
    fresh(2, "B", 1, 2);
    configured = Optional.of("A");

    assertThatExceptionOfType(Layout.Unusable.class)
        .isThrownBy(this::choice)
        .satisfies(e -> assertThat(e.reason().key()).isEqualTo("plan.tab.missing"));
  }

  // ---- a tab that shows no answers for a moment

  @Test
  void aTabThatWasLeftIsNotServedWhereTheOneAfterItShowsNoAnswersToANewJournal() {
    left(1, "Réponses au formulaire 1", 1, 2);
    served(2, "Réponses au formulaire 2");

    assertServed(2);
  }

  @Test
  void aTabThatWasLeftIsNotServedWhereTheOneAfterItShowsNoAnswersToAnOlderJournal() {
    left(1, "Réponses au formulaire 1", 1, 2);
    served(2, "Réponses au formulaire 2");

    known(1).assertServed(2);
  }
}
