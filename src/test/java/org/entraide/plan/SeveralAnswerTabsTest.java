package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.layout.SheetLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several tabs, each of which may be the one to read. */
class SeveralAnswerTabsTest extends AnswerTabsFixture {
  private static final Instant EARLIER = NOW.minusSeconds(3600);

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
    assertServed(2); // the answer is later, and is there alone
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

    assertThatExceptionOfType(SheetLayout.Unusable.class)
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
