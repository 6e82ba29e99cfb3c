package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.delegates.Strike.Blow;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tenth of the histories again, over real HTTP on loopback. */
@Stories
class HistoriesOverHttpTest {

  private static final boolean ALL = Boolean.getBoolean("histories.all");
  private static final List<String> TENTH =
      List.of(
          "she changes the draft five times",
          "she takes a draft out of the trash that counted as discarded",
          "she sends it, and the draft's wrapper outlives that",
          "she changes the subject and sends it between two cycles",
          "she sends a copy, and throws the draft away later",
          "she sends it, undoes that, changes it and sends it again",
          "somebody answers, and the other's address is refused",
          "one declines, and there is somebody else",
          "somebody with an untouched draft is withdrawn, and there is somebody else",
          "only one draft may wait, and one is urgent",
          "the history expires while an address is refused",
          "nobody is heard of for a week");

  private static final Trial TRIAL = new Trial(Roads::http);

  @AfterAll
  static void close() {
    TRIAL.close();
  }

  static Stream<History> tenth() {
    return TENTH.stream().map(Histories::named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tenth")
  void theSheetTellsItWhen(History history) {
    Trial.Seen seen = TRIAL.tell(history, Strike.NONE, false);

    assertThat(seen.wrong()).isEmpty();
    assertThat(seen.end()).isEqualTo(history.end());
  }

  /**
   * From the first draft on. The requests before it are the same in all histories, and
   * StruckHistoriesTest strikes them without HTTP. Half of the requests with an effect go wrong, in
   * one of two ways; with {@code -Dhistories.all=true} all of them in both.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("tenth")
  void allEndsTheSameWhereTheDaemonDiesOrNoAnswerComesWhen(History history) {
    Trial.Seen calm = TRIAL.tell(history, Strike.NONE, false);
    List<Strike> strikes = new ArrayList<>();
    for (int at : calm.effective()) {
      if (at >= calm.begun() && at < calm.requests()) {
        if (ALL || at % 4 == 0) {
          strikes.add(new Strike(at, Blow.KILLED_AFTER));
        }
        if (ALL || at % 4 == 1) {
          strikes.add(new Strike(at, Blow.ANSWER_LOST));
        }
      }
    }

    assertThat(StruckHistoriesTest.wrong(TRIAL, history, calm, strikes)).isEmpty();
  }
}
