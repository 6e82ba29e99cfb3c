package org.entraide.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stories of each {@link StoryFamily}. {@code -Dbyhand.seeds=1000} tells more of one family,
 * and then of no other that is not named so, too; {@code -Dbyhand.first=501} begins with another
 * seed.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories(few = 5)
class StoryFamiliesTest {

  /** The stages, by what is configured beside the usual. */
  private static final Map<String, Stage> STAGES =
      Arrays.stream(StoryFamily.values())
          .map(StoryFamily::keys)
          .distinct()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), keys -> new Stage(DeliberateFault.NONE, 1, keys)));

  @AfterAll
  static void close() {
    STAGES.values().forEach(Stage::close);
  }

  /** The first of each family, then the second ones: the fast loop tells the first ones alone. */
  static Stream<Arguments> stories() {
    List<StoryFamily> families = StoryFamily.chosen();
    int most = families.stream().mapToInt(StoryFamily::size).max().orElse(0);
    return IntStream.range(0, most)
        .boxed()
        .flatMap(
            i ->
                families.stream()
                    .filter(family -> i < family.size())
                    .map(family -> Arguments.of(family, family.first() + i)));
  }

  @Test
  void theLongProfileTellsEachFamily() throws IOException {
    try (InputStream lines =
        StoryFamiliesTest.class.getResourceAsStream("/org/entraide/longrun/families.tsv")) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
          .contains(
              Arrays.stream(StoryFamily.values())
                  .map(family -> "\n" + family.word() + "\t")
                  .toArray(String[]::new));
    }
  }

  @ParameterizedTest(name = "{0}, story {1}")
  @MethodSource("stories")
  void nothingIsWrongInThe(StoryFamily family, long seed, TestReporter reporter) {
    Stage stage = Objects.requireNonNull(STAGES.get(family.keys()));
    Story story = family.story(seed);
    Story.End end = story.run(stage);
    reporter.publishEntry(end.counts());
    if (!end.wrong().isEmpty()) {
      Story shrunk = story.shrunk(stage);
      throw new AssertionError(
          "%s, seed %d: %s%nshrunk to%s%nwhere %s"
              .formatted(family, seed, end.wrong(), shrunk.words(), shrunk.run(stage).wrong()));
    }
  }
}
