package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.HoldBack;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.place.Located;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;

class QuestionRuleTest {

  private static final String ANA = "7KQ47";
  private static final HoldBackEnd HOUR =
      new HoldBackEnd(HoldBack.of(Duration.ofHours(1)), List.of());
  private static final Instant ANSWERED = Folk.NOON.minusSeconds(86_400);
  private static final Located NOWHERE = new Located.Unclear(Message.of("place.ask.none"));

  private static QuestionRule rule(Introduction... introductions) {
    return new QuestionRule(List.of(introductions), ref -> ref, 15);
  }

  private static Introduction question(String ref, LocatedPerson located) {
    return Introduction.begun(ref, ANA, "", Set.of(), null, "d@example.org", Folk.NOON)
        .insteadOf(QuestionRule.answer(located).map(Set::of).orElseThrow());
  }

  private static Folk ana() {
    return Folk.of(ANA);
  }

  @Test
  void anAnswerWithoutNeedOrOfferIsAskedForThoseOnceItsTimeIsOver() {
    LocatedPerson located = ana().made();

    assertThat(rule().lacks(located)).containsExactly(Lack.WISHES);
    assertThat(rule().due(located, HOUR)).contains(ANSWERED.plus(Duration.ofHours(1)));
  }

  @Test
  void aPlaceIsAskedForOnlyWhereHelpInPersonIsWanted() {
    assertThat(rule().lacks(ana().needs(Category.SHOPPING).located(NOWHERE).made()))
        .containsExactly(Lack.PLACE);
    assertThat(rule().lacks(ana().needs(Category.CONVERSATION).located(NOWHERE).made())).isEmpty();
    Located rough = new Located.At(Folk.place("GB", 51.5, 40));
    assertThat(rule().lacks(ana().offers(Category.PETS).located(rough).made()))
        .containsExactly(Lack.PLACE);
  }

  /** Nobody looks for the place of an incomplete answer. */
  @Test
  void aPlaceIsAskedForTogetherWithWhatElseLacks() {
    assertThat(rule().lacks(ana().nameless().needs(Category.SHOPPING).nowhere().made()))
        .containsExactly(Lack.NAME, Lack.PLACE);
    assertThat(rule().lacks(ana().nameless().needs(Category.SHOPPING).made()))
        .containsExactly(Lack.NAME);
  }

  @Test
  void anOddNumberIsAskedForUnlessTheOrganisersKnowIt() {
    Folk odd = ana().needs(Category.SHOPPING).problems(Message.of("people.phone.invalid"));

    assertThat(rule().lacks(odd.made())).containsExactly(Lack.PHONE);
  }

  @Test
  void whoDidNotConsentOrDoesNotTakePartIsNotAsked() {
    assertThat(rule().lacks(ana().consent(Consent.ABSENT).made())).isEmpty();
    assertThat(rule().lacks(ana().consent(Consent.NO).made())).isEmpty();
    assertThat(rule().lacks(ana().consent(Consent.ERASED).made())).isEmpty();
    assertThat(rule().lacks(ana().age(17).made())).isEmpty();
    assertThat(rule().lacks(ana().ringing("+447700900101").made())).isEmpty();
    for (Instruction instruction :
        List.of(Instruction.PAUSE, Instruction.WITHDRAW, Instruction.BARRED)) {
      assertThat(rule().lacks(ana().instructed(instruction).made())).isEmpty();
    }
  }

  @Test
  void whoIsIntroducedForOneNeedIsAskedForThePlaceThatTheOthersWaitFor() {
    LocatedPerson located = ana().needs(Category.SHOPPING).located(NOWHERE).made();
    for (Introduction.State state : Introduction.State.values()) {
      Introduction before = Folk.introduction("M-7KQ47", ANA, "9JNRN", state);

      assertThat(rule(before).lacks(located)).as("%s", state).containsExactly(Lack.PLACE);
    }
  }

  @Test
  void anAnswerIsAskedAboutOnceWhateverBecameOfTheQuestion() {
    LocatedPerson located = ana().made();
    for (Introduction.State state : Introduction.State.values()) {
      Introduction asked = question("Q-7KQ47", located).withState(state);

      assertThat(rule(asked).due(located, HOUR)).as("%s", state).isEmpty();
    }
  }

  @Test
  void theNextQuestionHasTheNextNumberAlsoWhereOneIsMissing() {
    LocatedPerson located = ana().made();

    assertThat(rule().next(ANA)).isEqualTo("Q-7KQ47");
    assertThat(rule(question("Q-7KQ47", located)).next(ANA)).isEqualTo("Q-7KQ47-2");
    assertThat(rule(question("Q-7KQ47-3", located)).next(ANA)).isEqualTo("Q-7KQ47-4");
    assertThat(rule(question("Q-7KQ47-3", located)).next("9JNRN")).isEqualTo("Q-9JNRN");
  }

  @Test
  void aQuestionIsOverWithALaterAnswerOrWithoutALack() {
    LocatedPerson half = ana().made();
    LocatedPerson whole = ana().needs(Category.SHOPPING).made();
    Introduction asked = question("Q-7KQ47", half);
    Introduction before =
        Introduction.begun(
                "Q-7KQ47", ANA, "", Set.of(), null, "d@example.org", ANSWERED.minusSeconds(60))
            .insteadOf(Set.of("A-EARLIER"));
    Introduction later = asked.insteadOf(Set.of("A-EARLIER")); // its time is read otherwise since

    assertThat(rule(asked).isOver(asked, Map.of(ANA, half))).isFalse();
    assertThat(rule(asked).isOver(asked, Map.of(ANA, whole))).isTrue();
    assertThat(rule(before).isOver(before, Map.of(ANA, half))).isTrue();
    assertThat(rule(later).isOver(later, Map.of(ANA, half))).isFalse();
    assertThat(rule(later).due(half, HOUR)).isEmpty();
    assertThat(rule(before).due(half, HOUR)).isPresent();
  }

  @Test
  void aGeocoderThatDoesNotAnswerSaysNothingNew() {
    Located silent = new Located.NoAnswer(Message.plain("silent"));
    LocatedPerson located = ana().needs(Category.SHOPPING).located(silent).made();
    Introduction asked = question("Q-7KQ47", located);

    assertThat(rule(asked).isOver(asked, Map.of(ANA, located))).isFalse();
    assertThat(rule().due(ana().located(silent).made(), HOUR)).isEmpty();
  }

  @Test
  void aPauseOrARowThatIsAwayLeavesAQuestion() {
    LocatedPerson paused = ana().instructed(Instruction.PAUSE).made();
    Introduction asked = question("Q-7KQ47", paused);

    assertThat(rule(asked).isOver(asked, Map.of(ANA, paused))).isFalse();
    assertThat(rule(asked).isOver(asked, Map.of())).isFalse();
  }

  @Test
  void theAnswerOfAnotherTimeIsAnotherAnswer() {
    assertThat(QuestionRule.answer(ANSWERED))
        .matches("A-[A-Z2-7]{10}")
        .isNotEqualTo(QuestionRule.answer(ANSWERED.plusSeconds(1)));
    assertThat(QuestionRule.answer(ana().made()))
        .isEqualTo(Optional.of(QuestionRule.answer(ANSWERED)));
  }
}
