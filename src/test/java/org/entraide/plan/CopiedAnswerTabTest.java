package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of the tab of the answers, and other forms' tabs. */
class CopiedAnswerTabTest extends AnswerTabsFixture {
  private static final List<String> OTHERS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Ville", "Ce que vous offrez", "Accord");

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
}
