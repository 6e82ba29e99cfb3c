package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entraide.organisers.Moment.BEFORE_THE_WRITE;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.build.Stories;
import org.entraide.testkit.HistoryFile;
import org.entraide.testkit.HistoryFile.HistoryLine;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Short histories that went wrong once, whatever is random in others. Files tell them in the words
 * in which {@link Step} tells a random one, so that one that goes wrong can be kept as it is
 * printed.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories(few = 2)
class ToldHistoriesTest {

  private static final String ELSEWHERE = "In another world";
  private static final String FORM = "Form";
  private static final List<HistoryFile> HISTORIES =
      HistoryFile.of(ToldHistoriesTest.class, Set.of(ELSEWHERE, FORM));

  private static final Roads ROADS = new Roads();
  private static final Roads WITH_FORM = new Roads("form = \"" + Premises.FORM + "\"");

  @AfterAll
  static void close() {
    ROADS.close();
    WITH_FORM.close();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("HISTORIES")
  void isWithstood(HistoryFile file) {
    History history = history(file.steps());
    if (!file.texts(FORM).isEmpty()) {
      assertThat(file.texts(FORM)).containsExactly("read, and then another time unread");
      assertThat(history.wrong(WITH_FORM::direct)).isEmpty();
    }
    assertThat(history.wrong(ROADS::direct)).isEmpty();
    List<HistoryLine> elsewhere = file.under(ELSEWHERE);
    if (!elsewhere.isEmpty()) {
      assertThat(history(elsewhere).wrong(ROADS::direct)).isEmpty();
    }
  }

  private static History history(List<HistoryLine> lines) {
    return new History(lines.stream().map(Step::read).toList());
  }

  @Test
  void eachIsToldOnce() {
    assertThat(HISTORIES)
        .hasSizeGreaterThan(70)
        .extracting(HistoryFile::title)
        .doesNotHaveDuplicates();
  }

  @Test
  void aStepThatNobodyUnderstandsIsNamed() {
    HistoryLine line = new HistoryLine("histories/x.txt", 3, "somebody sings, between cycles (7)");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Step.read(line))
        .withMessage(
            "histories/x.txt, line 3, “somebody sings, between cycles (7)”:"
                + " There is no operation called somebody sings");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Step.read(new HistoryLine("histories/x.txt", 4, "somebody sings")))
        .withMessageStartingWith("histories/x.txt, line 4, “somebody sings”: it is no step");
  }

  /** In it steps follow each other without what {@link Step} does after each. */
  @Test
  void aTypedWordThatWasHitIsPutBackAlsoWhereTheNextLookShowsNoAnswers() {
    try (World world = World.settled(ROADS::direct)) {
      Oracle oracle = new Oracle(world);
      Hands hands = new Hands(world, new SplittableRandom(7));
      world.letters.send(0);
      world.cycle(
          BEFORE_THE_WRITE,
          () -> Operations.named("somebody sorts by the time, the latest first").happen(hands));
      Operations.named("somebody clears all answers, and undoes it later").happen(hands);
      world.cycle();
      hands.undo();

      assertThat(world.settles()).isTrue();
      world.untouched.settleDebts(world.look());
      assertThat(oracle.harm()).isEmpty();
      assertThat(oracle.unsettled()).isEmpty();
    }
  }
}
