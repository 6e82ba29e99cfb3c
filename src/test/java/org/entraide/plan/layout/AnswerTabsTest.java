package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.AnswerTabsFixture;
import org.entraide.table.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tab is served, by what tabs, form, journal and configuration tell. */
class AnswerTabsTest extends AnswerTabsFixture {

  private Tab copy(int id, String title, int... answers) {
    return tab(id, title, withOurs(), Map.of(), true, answers);
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

    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(this::choice)
        .satisfies(e -> assertThat(e.reason().key()).isEqualTo("plan.tab.gone"));
  }
}
