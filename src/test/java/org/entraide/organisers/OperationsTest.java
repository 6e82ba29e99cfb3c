package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do to the sheet, and whenever. */
class OperationsTest {

  private static final boolean LATER = Boolean.getBoolean("organisers.later");

  /** Every operation at all four moments: for the long profile. */
  private static final boolean ALL = Boolean.getBoolean("organisers.all");

  /** What happens right before the write is the hardest. */
  private static final List<Moment> TURNS =
      List.of(
          Moment.BEFORE_THE_WRITE,
          Moment.AFTER_THE_WRITE,
          Moment.BEFORE_THE_WRITE,
          Moment.BEFORE_THE_SECOND_LOOK);

  private static final Roads ROADS = new Roads();
  private static final Trial TRIAL = new Trial(ROADS::direct);

  @AfterAll
  static void close() {
    ROADS.close();
  }

  static Stream<Arguments> operations() {
    return Operations.all().stream()
        .flatMap(
            o ->
                Stream.of(Moment.values())
                    .filter(moment -> Later.has(o, moment) == LATER)
                    .filter(moment -> ALL || LATER || isWorthIt(o, moment))
                    .map(moment -> Arguments.of(o, moment)));
  }

  /** All of them between cycles, and at one more moment by turns. */
  private static boolean isWorthIt(Operation operation, Moment moment) {
    Moment other = TURNS.get(Operations.all().indexOf(operation) % TURNS.size());
    return moment == Moment.BETWEEN_CYCLES || moment == other;
  }

  @Test
  void everyReasonToWaitIsAboutAnOperation() {
    assertThat(Later.unknown()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("operations")
  void nothingIsLostDoubledOrOverwrittenWhen(Operation operation, Moment moment) {
    assertThat(TRIAL.of(operation, moment)).isEmpty();
  }
}
