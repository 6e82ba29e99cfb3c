package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The operations again where the form is a second witness, each at one moment by turns: an eighth
 * of them ordinarily, which OperationsTest leaves out then, all with {@code -Dorganisers.all=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class OperationsWithFormTest {

  private static final boolean ALL = Boolean.getBoolean("organisers.all");
  private static final Roads ROADS = new Roads("form = \"" + Premises.FORM + "\"");
  private static final Trial TRIAL = new Trial(ROADS::direct);

  @AfterAll
  static void close() {
    ROADS.close();
  }

  static Stream<Arguments> operations() {
    List<Operation> all = Operations.all();
    List<Moment> moments = List.of(Moment.values());
    return IntStream.range(0, all.size())
        .filter(i -> ALL || i / moments.size() % 8 == 2)
        .mapToObj(i -> Arguments.of(all.get(i), moments.get(i % moments.size())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("operations")
  void nothingIsLostDoubledOrOverwrittenWhen(Operation operation, Moment moment) {
    assertThat(TRIAL.of(operation, moment)).isEmpty();
  }
}
