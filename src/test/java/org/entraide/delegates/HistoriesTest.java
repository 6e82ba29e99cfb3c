package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each history as it is. Every twelfth again with the journal lost at its end, and each that ends
 * otherwise then; all of them with {@code -Dhistories.all=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories(few = 2)
class HistoriesTest {

  private static final Trial TRIAL = new Trial(Roads::direct);
  private static final List<History> HISTORIES = Histories.ALL;

  static Stream<History> toldWithoutJournal() {
    return HISTORIES.stream()
        .filter(
            history ->
                Boolean.getBoolean("histories.all")
                    || history.forgotten().isPresent()
                    || HISTORIES.indexOf(history) % 12 == 0);
  }

  @AfterAll
  static void close() {
    TRIAL.close();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("HISTORIES")
  void theSheetTellsItWhen(History history) {
    Trial.Seen seen = TRIAL.tell(history, Strike.NONE, false);

    assertThat(seen.wrong()).isEmpty();
    assertThat(seen.end()).isEqualTo(history.end());
  }

  @Test
  void eachIsToldOnce() {
    assertThat(HISTORIES).hasSizeGreaterThan(170).extracting(History::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("toldWithoutJournal")
  void nothingIsWrittenTwiceAlsoWhereOnlyTheLedgerRemembers(History history) {
    Trial.Seen seen = TRIAL.tell(history, Strike.NONE, true);

    assertThat(seen.wrong()).isEmpty();
    assertThat(seen.end()).isEqualTo(history.forgotten().orElse(history.end()));
  }
}
