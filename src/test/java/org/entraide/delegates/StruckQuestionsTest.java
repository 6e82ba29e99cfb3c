package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * answer to every request is lost. Ordinarily one of these by turns, at each request that has an
 * effect and at every sixth of the others; all with {@code -Dhistories.all=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class StruckQuestionsTest {

  private static final boolean ALL = Boolean.getBoolean("histories.all");
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
    // which of two drafts is lost, and whether anybody looked before the answer, the request
    // decides
    List<List<String>> right =
        Stream.of(Optional.of(history.end()), history.later(), history.unseen())
            .flatMap(Optional::stream)
            .toList();
    List<String> wrong = new ArrayList<>();
    int strikes = 0;
    for (int at = 0; at < calm.requests(); at++) {
      List<Blow> blows =
          effective.contains(at)
              ? List.of(Blow.KILLED_BEFORE, Blow.ANSWER_LOST, Blow.KILLED_AFTER)
              : List.of(Blow.KILLED_BEFORE, Blow.ANSWER_LOST);
      // a request with an effect may be done twice: each of them goes wrong, in a way by turns
      if (!ALL) {
        int turn = (at / 3 + name.length()) % blows.size();
        boolean tried = effective.contains(at) || at % 6 == 0;
        blows = tried ? blows.subList(turn, turn + 1) : List.of();
      }
      for (Blow blow : blows) {
        strikes++;
        Trial.Seen seen = TRIAL.tell(history, new Strike(at, blow), false);
        if (!seen.wrong().isEmpty() || !right.contains(seen.end())) {
          wrong.add(blow + " at " + at + ", " + seen.struck() + seen.wrong() + seen.end());
        }
      }
    }

    assertThat(strikes).isGreaterThan(ALL ? 20 : 5);
    assertThat(wrong).isEmpty();
  }
}
