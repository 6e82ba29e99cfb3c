package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever people do to the sheet, and whenever: ordinarily a quarter of it, at one of the four
 * moments by turns; everything at each moment with {@code -Dorganisers.all=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories(few = 3)
class OperationsTest {

  private static final boolean ALL = Boolean.getBoolean("organisers.all");
  private static final List<Moment> MOMENTS = List.of(Moment.values());
  private static final Roads ROADS = new Roads();
  private static final Trial TRIAL = new Trial(ROADS::direct);

  @AfterAll
  static void close() {
    ROADS.close();
  }

  static Stream<Arguments> operations() {
    List<Operation> all = Operations.all();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(
            i ->
                MOMENTS.stream()
                    .filter(
                        moment ->
                            ALL || (isTurn(i) && i % MOMENTS.size() == MOMENTS.indexOf(moment)))
                    .map(moment -> Arguments.of(all.get(i), moment)));
  }

  private static boolean isTurn(int operation) {
    return operation / MOMENTS.size() % 4 == 0;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("operations")
  void nothingIsLostDoubledOrOverwrittenWhen(Operation operation, Moment moment) {
    assertThat(TRIAL.of(operation, moment)).isEmpty();
  }
}
