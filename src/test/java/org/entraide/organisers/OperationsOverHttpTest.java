package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A tenth of the operations again, over real HTTP on loopback. */
@Stories
class OperationsOverHttpTest {

  private static final List<String> TENTH =
      List.of(
          "somebody sorts by the name",
          "somebody inserts three rows amid",
          "somebody types a row by hand amid",
          "somebody cuts three rows and pastes them below",
          "somebody swaps two rows by way of an empty one",
          "somebody copies a row below",
          "somebody deletes a row and undoes it",
          "somebody clears a row",
          "somebody deletes the header, and undoes it later",
          "somebody renames all of our headers",
          "somebody deletes the column of the reference and undoes it",
          "somebody sorts the words only",
          "somebody filters the answers",
          "somebody clears all of our columns",
          "somebody copies another's reference over one",
          "somebody instructs « Pause »",
          "somebody renames the tab of the answers",
          "somebody deletes the ledger",
          "somebody links the form anew");

  private static final Roads ROADS = new Roads();
  private static final Trial TRIAL = new Trial(ROADS::http);

  @AfterAll
  static void close() {
    ROADS.close();
  }

  /** Each at one moment, the moments by turns. */
  static Stream<Arguments> operations() {
    List<Moment> moments = List.of(Moment.values());
    return TENTH.stream()
        .map(
            name ->
                Arguments.of(
                    Operations.named(name), moments.get(TENTH.indexOf(name) % moments.size())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("operations")
  void nothingIsLostDoubledOrOverwrittenWhen(Operation operation, Moment moment) {
    assertThat(TRIAL.of(operation, moment)).isEmpty();
  }
}
