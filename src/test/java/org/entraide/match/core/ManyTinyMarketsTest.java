package org.entraide.match.core;

import java.util.Random;
import java.util.function.Function;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Four times as many as in {@link TinyMarketsTest}, and others, with {@code -Dmatch.all=true}. */
@NullMarked
@EnabledIfSystemProperty(named = "match.all", matches = "true")
class ManyTinyMarketsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.entraide.match.core.TinyMarketsTest#kinds")
  void whatIsFoundIsStableAndNearlyAlwaysTheLargest(
      String name, Function<Random, TinyInstance> kind, int instances, int below) {
    TinyMarketsTest.hold(TinyFigures.of(name, kind, 4 * instances, 1, 20_000), 4 * below);
  }
}
