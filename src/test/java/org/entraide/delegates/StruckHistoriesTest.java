package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entraide.delegates.Strike.Blow;
import org.entraide.organisers.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Execution(ExecutionMode.CONCURRENT)
class StruckHistoriesTest {

  private static final Trial TRIAL = new Trial(Roads::direct);
  private static final List<History> HISTORIES = Histories.ALL;

  @AfterAll
  static void close() {
    TRIAL.close();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("HISTORIES")
  void allEndsTheSameWhateverRequestGoesWrongWhen(History history) {
    int requests = TRIAL.tell(history, Strike.NONE, false).requests();
    List<String> wrong = new ArrayList<>();
    for (int at = 0; at < requests; at++) {
      for (Blow blow : Blow.values()) {
        Trial.Seen seen = TRIAL.tell(history, new Strike(at, blow), false);
        List<String> end =
            seen.lostADraft() ? history.unless().orElse(history.end()) : history.end();
        if (!seen.wrong().isEmpty() || !seen.end().equals(end)) {
          wrong.add(blow + " at " + at + " (" + seen.struck() + "): " + seen.wrong() + seen.end());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }
}
