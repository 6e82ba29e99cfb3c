package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.build.Stories;
import org.entraide.delegates.Strike.Blow;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions are asked exactly once: the daemon is killed before and after every request, and the
 * answer to every request is lost.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class StruckQuestionsTest {

  private static final Trial TRIAL = new Trial(Roads::direct);

  @AfterAll
  static void close() {
    TRIAL.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a question is drafted",
        "a question is answered before it is sent",
        "a question is answered with half again"
      })
  void allEndsTheSameWhicheverRequestGoesWrong(String name) {
    History history = Histories.named(name);
    Trial.Seen calm = TRIAL.tell(history, Strike.NONE, false);
    Set<Integer> effective = new HashSet<>(calm.effective());
    List<Strike> strikes = new ArrayList<>();
    for (int at = 0; at < calm.requests(); at++) {
      strikes.add(new Strike(at, Blow.KILLED_BEFORE));
      strikes.add(new Strike(at, Blow.ANSWER_LOST));
      if (effective.contains(at)) {
        strikes.add(new Strike(at, Blow.KILLED_AFTER));
      }
    }

    assertThat(strikes).hasSizeGreaterThan(20);
    assertThat(StruckHistoriesTest.wrong(TRIAL, history, calm, strikes)).isEmpty();
  }
}
