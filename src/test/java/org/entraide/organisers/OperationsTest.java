package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do to the sheet, and whenever. */
@Execution(ExecutionMode.CONCURRENT)
@Stories(few = 3)
class OperationsTest {

  private static final Roads ROADS = new Roads();
  private static final Trial TRIAL = new Trial(ROADS::direct);

  @AfterAll
  static void close() {
    ROADS.close();
  }

  static Stream<Arguments> operations() {
    return Operations.all().stream()
        .flatMap(o -> Stream.of(Moment.values()).map(moment -> Arguments.of(o, moment)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("operations")
  void nothingIsLostDoubledOrOverwrittenWhen(Operation operation, Moment moment) {
    assertThat(TRIAL.of(operation, moment)).isEmpty();
  }
}
