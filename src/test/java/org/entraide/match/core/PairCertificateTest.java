package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.LongStream;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
class PairCertificateTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Solver's and careless matchings of tiny instances, against a look at everything. */
  @ParameterizedTest
  @MethodSource("seeds")
  void saysWhatALookAtEverythingSays(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      TinyInstance tiny =
          i % 2 == 0 ? TinyInstance.random(random) : TinyInstance.randomWithGroups(random);
      Preferences preferences = tiny.preferences();
      int[] careless = careless(preferences, random);
      for (int[] matched : new int[][] {careless, StableMatching.solve(preferences, 2)}) {
        int[] hospitals = TinyInstance.hospitals(preferences, matched);

        PairCertificate certificate = PairCertificate.of(preferences, matched);

        String name = "seed %d, instance %d".formatted(seed, i);
        assertThat(certificate.size()).as(name).isEqualTo(TinyInstance.size(hospitals));
        assertThat(certificate.blockingPairs()).as(name).isEqualTo(tiny.blockingPairs(hospitals));
        assertThat(certificate.upperBound()).as(name).isEqualTo(tiny.largest());
      }
    }
  }

  private static int[] careless(Preferences preferences, Random random) {
    int[] room = preferences.capacity.clone();
    int[] groupRoom = preferences.groupCapacity.clone();
    int[] matched = new int[preferences.residents()];
    for (int r = 0; r < matched.length; r++) {
      matched[r] = -1;
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        int g = preferences.groupOf(preferences.hospital[e]);
        boolean fits = room[preferences.hospital[e]] > 0 && (g < 0 || groupRoom[g] > 0);
        if (matched[r] < 0 && fits && random.nextInt(3) > 0) {
          matched[r] = e;
          room[preferences.hospital[e]]--;
          if (g >= 0) {
            groupRoom[g]--;
          }
        }
      }
    }
    return matched;
  }

  @Test
  void moreResidentsThanPlacesAreNoMatching() {
    int[] start = {0, 1, 2};
    Preferences one = new Preferences(start, new int[2], new int[2], new int[2], new int[] {1});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairCertificate.of(one, new int[] {0, 1}))
        .withMessage("Not a matching: resident 1.");
  }
}
