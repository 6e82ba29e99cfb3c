package org.entraide.campaign.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.organisers.DeltaDebugging;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many short stories, in which much happens between two looks: they find in seconds what the long
 * ones of the simulation, in which it happens rarely, find in hours.
 *
 * <p>{@code -Dshort.stories=5000} tells more of each word, {@code -Dshort.first=N} others.
 */
@Stories(few = 3)
class ShortStoriesTest {

  private static final int STORIES = Integer.getInteger("short.stories", 25);
  private static final long FIRST = Long.getLong("short.first", 0);

  /** What the others need to go wrong. */
  private static final List<Deed> OFTEN =
      List.of(
          Deed.TYPES_THE_WORD_BESIDE_HAL,
          Deed.TYPES_THE_WORD_BESIDE_HAL,
          Deed.CLEARS_THE_WORD_BESIDE_HAL,
          Deed.COPIES_HAL_AND_TYPES_ZOE_OVER,
          Deed.COPIES_HAL);

  private static final int MOST_GAPS = 3;
  private static final int MOST_DEEDS = 3;

  /** So many stories are one case. */
  private static final int AT_ONCE = 50;

  static Stream<Arguments> words() {
    return IntStream.range(0, (STORIES + AT_ONCE - 1) / AT_ONCE)
        .boxed()
        .flatMap(
            some ->
                Stream.of(Word.values()).map(word -> Arguments.of(word, FIRST + AT_ONCE * some)));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("words")
  void aWordCountsForThoseForWhomItWasTypedAndStaysWhereItIs(Word word, long first) {
    List<String> wrong = new ArrayList<>();
    for (long seed = first; seed < Math.min(first + AT_ONCE, FIRST + STORIES); seed++) {
      List<Deed> deeds = deeds(new SplittableRandom(seed));
      String what = ShortStory.run(word, deeds);
      if (!what.isEmpty()) {
        List<Deed> shortest =
            DeltaDebugging.shortest(deeds, some -> ShortStory.run(word, some).equals(what));
        wrong.add(seed + ": " + what + " after " + shortest);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<Deed> deeds(SplittableRandom random) {
    List<Deed> deeds = new ArrayList<>();
    int gaps = 2 + random.nextInt(MOST_GAPS - 1);
    for (int gap = 0; gap < gaps; gap++) {
      int many = 1 + random.nextInt(MOST_DEEDS);
      for (int i = 0; i < many; i++) {
        deeds.add(one(random, random.nextBoolean() ? OFTEN : Deed.OF_PEOPLE));
      }
      deeds.add(random.nextBoolean() ? Deed.LOOKS : one(random, Deed.LOOKING));
    }
    return deeds;
  }

  private static Deed one(SplittableRandom random, List<Deed> of) {
    return of.get(random.nextInt(of.size()));
  }
}
