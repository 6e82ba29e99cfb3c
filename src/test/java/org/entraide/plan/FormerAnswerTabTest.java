package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that writes into its former tab again. */
class FormerAnswerTabTest extends AnswerTabsFixture {

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
}
