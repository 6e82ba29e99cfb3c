package org.entraide.match.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.PeopleColumns;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches of the tree against a look at everybody, where maps have their edges. */
@NullMarked
class HelperSearchTest {

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBestIsFoundWhateverWasClosed(long seed) {
    Random random = new Random(seed);
    Pairing pairing = pairing(random);
    HelperForest forest = new HelperForest(pairing, h -> HelperSearch.OPEN);
    HelperSearch search = forest.search();
    long[] appeals = new long[pairing.size()];
    Arrays.fill(appeals, HelperSearch.OPEN);
    int[] helpers =
        Arrays.stream(pairing.state().helpersWithRoom())
            .filter(h -> pairing.usableOffers(h) != 0)
            .toArray();
    for (int i = 0; i < 300; i++) {
      int changed = helpers[random.nextInt(helpers.length)];
      appeals[changed] = random.nextInt(4) == 0 ? HelperTree.GONE : random.nextInt(50);
      forest.set(changed, appeals[changed]);
      int person = random.nextInt(pairing.size());
      long key = random.nextInt(30);

      int found = search.find(person, Integer.MAX_VALUE, key, 3);

      int best = Integer.MAX_VALUE;
      for (int h : helpers) {
        int rank = pairing.personRank(person, h);
        if (rank >= 0 && appeals[h] > key + 3L * pairing.band(rank)) {
          best = Math.min(best, 2 * rank + (appeals[h] == HelperSearch.OPEN ? 0 : 1));
        }
      }
      int rank = found < 0 ? -1 : pairing.personRank(person, found);
      int got =
          found < 0 ? Integer.MAX_VALUE : 2 * rank + (appeals[found] == HelperSearch.OPEN ? 0 : 1);
      assertThat(got).as("seed %d, search %d", seed, i).isEqualTo(best);
      assertThat(found < 0 || appeals[found] > key + 3L * pairing.band(rank)).isTrue();
    }
  }

  private static Pairing pairing(Random random) {
    GeoPoint[] centres = {
      new GeoPoint(90, 0), new GeoPoint(-90, 0), new GeoPoint(0, 180), new GeoPoint(66, -180)
    };
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      GeoPoint centre = centres[random.nextInt(centres.length)];
      double latitude =
          centre.latitude() - Math.signum(centre.latitude()) * random.nextDouble() / 9;
      double longitude =
          Math.abs(latitude) > 89
              ? 360 * random.nextDouble() - 180
              : (random.nextBoolean() ? 1 : -1) * (180 - random.nextDouble() / 9);
      boolean placed = random.nextInt(8) > 0;
      people.add(
          Participant.builder("P" + i)
              .place(placed ? new GeoPoint(latitude, longitude) : null, random.nextInt(2))
              .needs(some(random))
              .offers(some(random))
              .languages(random.nextInt(3) > 0 ? Set.of() : Set.of("l" + random.nextInt(70)))
              .radiusKm(random.nextBoolean() ? null : 1.0 + random.nextInt(8))
              .build());
    }
    PeopleColumns all =
        new PeopleColumns(people, new MatchSettings(6, 15, List.of(1.0, 2.0, 4.0), Set.of()));
    return new Pairing(all, InitialState.of(all, List.of()).state());
  }

  private static Set<Category> some(Random random) {
    Set<Category> some = new HashSet<>();
    for (Category category : Category.values()) {
      if (random.nextInt(5) == 0) {
        some.add(category);
      }
    }
    return some;
  }
}
