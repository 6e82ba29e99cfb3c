package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
class HospitalSeatsTest {

  private static final int RESIDENTS = 40;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWorstIsOnTopWhoeverLeaves(long seed) {
    Random random = new Random(seed);
    HospitalSeats seats = new HospitalSeats(RESIDENTS, new int[] {RESIDENTS});
    TreeSet<Long> expected = new TreeSet<>();
    long[] keyOf = new long[RESIDENTS];
    for (int step = 0; step < 400; step++) {
      int r = random.nextInt(RESIDENTS);
      if (expected.remove(keyOf[r])) {
        seats.remove(0, r);
        keyOf[r] = 0;
      } else {
        keyOf[r] = ((1L + random.nextInt(10)) << HospitalSeats.RESIDENT_BITS) | r;
        expected.add(keyOf[r]);
        seats.add(0, keyOf[r]);
      }
      assertThat(seats.worst(0)).isEqualTo(expected.isEmpty() ? -1 : expected.last());
    }
    while (!expected.isEmpty()) {
      assertThat(seats.worst(0)).isEqualTo(expected.last());
      seats.remove(0, HospitalSeats.residentOf(expected.pollLast()));
    }
    assertThat(seats.worst(0)).isEqualTo(-1);
  }
}
