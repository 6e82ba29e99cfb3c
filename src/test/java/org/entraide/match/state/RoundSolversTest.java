package org.entraide.match.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.entraide.match.RandomCampaign;
import org.entraide.match.TinyInstance;
import org.entraide.match.model.Instance;
import org.entraide.match.policy.BestFit;
import org.entraide.match.policy.Coverage;
import org.entraide.match.policy.PinRound;
import org.entraide.match.policy.ProposalRound;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** First rounds of small campaigns, against every matching that there is. */
@NullMarked
class RoundSolversTest {

  private static final int PER_SEED = 150;
  private static final int MOST_SEEKERS = 6;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachPolicyDoesWhatItSays(long seed) {
    Random random = new Random(6000 + seed);
    int tried = 0;
    for (int i = 0; i < PER_SEED; i++) {
      Market market = new Market(RandomCampaign.of(random));
      if (market.seekers.length <= MOST_SEEKERS) {
        tried++;
        market.check("seed %d, campaign %d".formatted(seed, i));
      }
    }
    assertThat(tried).isGreaterThan(PER_SEED / 4);
  }

  /** One campaign as its first round sees it. */
  private static final class Market {
    private final PeopleColumns people;
    private final Pairing pairing;
    private final int[] seekers;
    private final int[] helpers;
    private final TinyInstance tiny;

    /** People by priority, highest first, in the best matching met so far. */
    private Map<Integer, Integer> best = new TreeMap<>();

    private double leastKm = Double.POSITIVE_INFINITY;
    private int most;

    Market(Instance instance) {
      people = new PeopleColumns(instance.participants(), instance.settings(), instance.groups());
      RoundState state = InitialState.of(people, instance.rules()).state();
      PinRound.follow(people, state, instance.rules());
      pairing = new Pairing(people, state);
      seekers = IntStream.range(0, people.size()).filter(p -> state.sought(p) != 0).toArray();
      helpers = state.helpersWithRoom();
      int[] capacities = state.capacities();
      int[][] mine = new int[seekers.length][helpers.length];
      int[][] theirs = new int[helpers.length][seekers.length];
      for (int r = 0; r < seekers.length; r++) {
        for (int h = 0; h < helpers.length; h++) {
          mine[r][h] = pairing.personRank(seekers[r], helpers[h]);
          int band = mine[r][h] < 0 ? 0 : pairing.band(mine[r][h]);
          theirs[h][r] = pairing.helperRank(seekers[r], helpers[h], band);
        }
      }
      tiny =
          new TinyInstance(
              mine,
              theirs,
              Arrays.stream(helpers).map(h -> capacities[h]).toArray(),
              Arrays.stream(helpers).map(people.groups()::of).toArray(),
              state.groupCapacities());
    }

    void check(String name) {
      if (seekers.length > 0) {
        look(0, new int[seekers.length], tiny.capacities().clone());
      }
      int largestStable = tiny.largestStable();
      for (int levels = 1; levels <= 3; levels++) {
        int[] stable = own(ProposalRound.solve(pairing, levels, Progress.NONE, ""));
        assertThat(tiny.isFeasible(stable)).as(name).isTrue();
        assertThat(tiny.blockingPairs(stable)).as(name).isZero();
        assertThat(3 * TinyInstance.size(stable))
            .as(name)
            .isGreaterThanOrEqualTo(2 * largestStable);
      }
      int[] round = ProposalRound.solve(pairing, 3, Progress.NONE, "");
      Coverage.Bound bound =
          Coverage.bound(pairing, round, new boolean[people.size()], Progress.NONE);
      assertThat(bound).as(name).isEqualTo(new Coverage.Bound(most, Coverage.BOUND));
      int[] coverage = own(Coverage.solve(pairing, Progress.NONE, ""));
      assertThat(tiny.isFeasible(coverage)).as(name).isTrue();
      assertThat(byPriority(coverage)).as(name).isEqualTo(best);
      int[] fit = own(BestFit.solve(pairing, Progress.NONE, ""));
      assertThat(tiny.isFeasible(fit)).as(name).isTrue();
      assertThat(TinyInstance.size(fit)).as(name).isEqualTo(most);
      assertThat(km(fit)).as(name).isLessThanOrEqualTo(leastKm + 1e-4);
    }

    private int[] own(int[] helperOf) {
      return Arrays.stream(seekers)
          .map(p -> Arrays.binarySearch(helpers, helperOf[p]))
          .map(h -> Math.max(-1, h))
          .toArray();
    }

    private void look(int r, int[] matched, int[] room) {
      if (r == matched.length) {
        judge(matched);
        return;
      }
      matched[r] = -1;
      look(r + 1, matched, room);
      for (int h = 0; h < room.length; h++) {
        if (tiny.residentRanks()[r][h] >= 0 && room[h] > 0) {
          matched[r] = h;
          room[h]--;
          look(r + 1, matched, room);
          room[h]++;
        }
      }
      matched[r] = -1;
    }

    private void judge(int[] matched) {
      if (!tiny.isFeasible(matched)) {
        return;
      }
      int size = TinyInstance.size(matched);
      if (size > most) {
        most = size;
        leastKm = km(matched);
      } else if (size == most) {
        leastKm = Math.min(leastKm, km(matched));
      }
      Map<Integer, Integer> now = byPriority(matched);
      for (int priority = 5; priority >= -5; priority--) {
        int order = now.getOrDefault(priority, 0) - best.getOrDefault(priority, 0);
        if (order != 0) {
          best = order > 0 ? now : best;
          return;
        }
      }
    }

    private Map<Integer, Integer> byPriority(int[] matched) {
      Map<Integer, Integer> counts = new TreeMap<>();
      for (int r = 0; r < matched.length; r++) {
        if (matched[r] >= 0) {
          counts.merge(people.get(seekers[r]).priority(), 1, Integer::sum);
        }
      }
      return counts;
    }

    private double km(int[] matched) {
      double sum = 0;
      for (int r = 0; r < matched.length; r++) {
        if (matched[r] >= 0) {
          int helper = helpers[matched[r]];
          int rank = pairing.personRank(seekers[r], helper);
          Double km = people.cautiousKm(seekers[r], helper);
          boolean remote = (pairing.covered(seekers[r], helper, rank) & ~NeedMask.REMOTE) == 0;
          sum += remote || km == null ? 0 : km;
        }
      }
      return sum;
    }
  }
}
