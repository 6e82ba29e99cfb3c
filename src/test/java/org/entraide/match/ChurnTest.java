package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.bench.Towns;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many proposals one arrival moves, with the search for a larger matching as the daemon makes
 * it: among five hundred people, and with {@code -Dmatch.all=true} among two thousand.
 */
@NullMarked
@Tag("long")
class ChurnTest {

  private static final int ARRIVALS = 100;

  /** What the daemon does. */
  private static final MatchOptions OPTIONS =
      new MatchOptions(Policy.STABLE, false, MatchOptions.WALK_EFFORT, MatchOptions.WALK_SEED);

  private static final LocalDate TODAY = LocalDate.of(2020, 5, 20);

  @ParameterizedTest
  @CsvSource("300, 200, 2, 100")
  void anArrivalMovesFewProposals(int seekers, int helpers, int capacity, int arrivals) {
    hold(seekers, helpers, capacity, arrivals);
  }

  @ParameterizedTest
  @CsvSource({"1200, 800, 2, 40", "1000, 1000, 3, 40", "1400, 600, 2, 40"})
  @EnabledIfSystemProperty(named = "match.all", matches = "true")
  void anArrivalMovesFewProposalsInOtherMarketsToo(
      int seekers, int helpers, int capacity, int arrivals) {
    hold(seekers, helpers, capacity, arrivals);
  }

  private static void hold(int seekers, int helpers, int capacity, int arrivals) {
    int more = ARRIVALS / 2;
    List<Participant> all =
        Towns.people(new Towns.Plan(seekers + more, helpers + more, 5, capacity, 1, 15));
    List<Participant> people = new ArrayList<>(all.subList(0, seekers));
    people.addAll(all.subList(seekers + more, seekers + more + helpers));
    List<Instance.ProposedPair> before = proposals(people, List.of());
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < arrivals; i++) {
      int next = i % 2 == 0 ? seekers + i / 2 : seekers + more + helpers + i / 2;
      people.add(arrival(all.get(next)));
      List<Instance.ProposedPair> after = proposals(people, before);
      Set<Instance.ProposedPair> gone = new HashSet<>(before);
      after.forEach(gone::remove);
      moved.add(gone.size());
      before = after;
    }
    moved.sort(null);

    int median = moved.get(arrivals / 2);
    int most = moved.get(arrivals * 95 / 100);
    System.out.printf(
        "%d need, %d help, %d arrivals: proposals moved by one arrival: median %d,"
            + " 95th percentile %d, most %d%n",
        seekers, helpers, arrivals, median, most, moved.get(arrivals - 1));
    assertThat(median).isLessThanOrEqualTo(2);
    assertThat(most).isLessThanOrEqualTo(10);
  }

  private static List<Instance.ProposedPair> proposals(
      List<Participant> people, List<Instance.ProposedPair> before) {
    Instance instance = new Instance(people, List.of(), MatchSettings.DEFAULT, before);
    return new Matcher()
        .solve(instance, OPTIONS, Progress.NONE).matching().assignments().stream()
            .map(it -> new Instance.ProposedPair(it.person(), it.helper()))
            .toList();
  }

  private static Participant arrival(Participant it) {
    return Participant.builder(it.ref())
        .place(it.point(), it.uncertaintyKm())
        .needs(it.needs())
        .offers(it.offers())
        .capacity(it.capacity())
        .radiusKm(it.radiusKm())
        .languages(it.languages())
        .priority(it.priority())
        .since(TODAY)
        .build();
  }
}
