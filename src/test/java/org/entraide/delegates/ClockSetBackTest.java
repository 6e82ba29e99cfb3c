package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine's clock is set back a day in the middle of a history: it ends the same, as soon. */
@Tag("long")
class ClockSetBackTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration NEARLY_GRACE = Duration.ofMinutes(8);

  /**
   * A history with a moment in it.
   *
   * @param before what happens before the clock is set
   * @param early what must hold eight minutes later, when no grace is over
   */
  private record Tale(String name, Strike strike, Consumer<Post> before, Consumer<Post> early) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Tale> tales() {
    return Stream.of(
        new Tale("a draft waits", Strike.NONE, post -> post.letter("A"), post -> {}),
        new Tale(
            "a draft was thrown away a moment ago",
            Strike.NONE,
            post -> {
              post.letter("A").discarded();
              post.cycle();
            },
            post -> assertThat(Ending.of(post)).first().asString().contains("Brouillon prêt")),
        new Tale(
            "a row was deleted a moment ago",
            Strike.NONE,
            post -> {
              post.letter("A");
              post.deletesRow("B");
              post.cycle();
            },
            post -> assertThat(post.drafts()).hasSize(1)),
        new Tale(
            "nobody knows whether a draft was made",
            new Strike(firstDraft(), Strike.Blow.KILLED_BEFORE),
            Post::cycle,
            post -> assertThat(post.wire().letters()).isEmpty()),
        new Tale(
            "nobody knows that a draft was made",
            new Strike(firstDraft(), Strike.Blow.KILLED_AFTER),
            Post::cycle,
            post -> {}));
  }

  /** The number of the request that makes it. */
  private static int firstDraft() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.PAIR.humans(), Strike.NONE)) {
      post.cycle();
      return post.lastCycle().indexOf("POST drafts");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tales")
  void itEndsTheSameAndNeitherEarlierNorADayLater(Tale tale) {
    assertThat(end(tale, DAY)).isEqualTo(end(tale, Duration.ZERO));
  }

  private static List<String> end(Tale tale, Duration back) {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.PAIR.humans(), tale.strike())) {
      tale.before().accept(post);
      post.cycle();
      post.waits(back.negated());
      post.cycle();
      post.waits(NEARLY_GRACE);
      post.cycle();
      tale.early().accept(post);

      post.graceEnds();
      post.graceEnds();

      assertThat(post.bugs()).isEmpty();
      assertThat(post.wire().letters().values()).containsOnly(1);
      return Ending.of(post);
    }
  }

  @ParameterizedTest
  @MethodSource("daysAndBack")
  void whoeverAnswersWhileItIsWrongIsIntroduced(Duration back) {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.TWO_HELPERS.humans(), Strike.NONE)) {
      post.letter("A");
      post.waits(back.negated());
      post.answers("q@example.org", People.needing(4).answers());

      post.settles();
      post.waits(back);
      post.graceEnds();

      assertThat(post.drafts()).hasSize(2);
      assertThat(post.wire().letters().values()).containsExactly(1, 1);
    }
  }

  static Stream<Duration> daysAndBack() {
    return Stream.of(Duration.ofHours(1), DAY);
  }
}
