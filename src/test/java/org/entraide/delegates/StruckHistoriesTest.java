package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.delegates.Strike.Blow;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each history again for each request: the daemon dies before it, or after it, or no answer comes.
 *
 * <p>What happens until the first draft is in the delegate's hands is the same in all histories of
 * the same people under the same settings, and is disturbed in the first of them, and wherever the
 * loss of it counts later. Dying before a request that has no effect is dying after it.
 *
 * <p>Ordinarily this is done with every thirty-second history. In it every second request that has
 * an effect goes wrong in one of the three ways, by turns, and so does every 96th of the others;
 * all histories, in all ways, and all requests with {@code -Dhistories.all=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class StruckHistoriesTest {

  private static final boolean ALL = Boolean.getBoolean("histories.all");
  private static final int SHARE = ALL ? 1 : 96;
  private static final int EFFECTIVE_SHARE = ALL ? 1 : 2;
  private static final int HISTORIES_SHARE = 32;

  private static final Trial TRIAL = new Trial(Roads::direct);
  private static final List<History> HISTORIES = Histories.ALL;

  static Stream<History> struck() {
    return HISTORIES.stream().filter(StruckHistoriesTest::isStruck);
  }

  @AfterAll
  static void close() {
    TRIAL.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("struck")
  void allEndsTheSameWhateverRequestGoesWrongWhen(History history) {
    Trial.Seen calm = TRIAL.tell(history, Strike.NONE, false);

    assertThat(wrong(TRIAL, history, calm, strikes(history, calm))).isEmpty();
  }

  /** What is wrong after each of these, told one at a time; empty if all ends as it may. */
  static List<String> wrong(
      Trial trial, History history, Trial.Seen calm, Collection<Strike> strikes) {
    List<String> wrong = new ArrayList<>();
    for (Strike strike : strikes) {
      Trial.Seen seen = trial.tell(history, strike, false);
      if (isAFollowUpLess(history, strike, seen)) {
        continue;
      }
      if (!seen.wrong().isEmpty() || !history.mayEnd(seen, strike.at() < calm.begun())) {
        wrong.add(
            strike.blow()
                + " at "
                + strike.at()
                + ", "
                + seen.struck()
                + ": "
                + seen.wrong()
                + seen.end());
      }
    }
    return wrong;
  }

  /**
   * A follow-up that was about to be asked for when the daemon died is not asked for again: nobody
   * knows that it was not, and at most one is what counts.
   */
  private static boolean isAFollowUpLess(History history, Strike strike, Trial.Seen seen) {
    boolean follows = history.settings().stream().anyMatch(line -> line.startsWith("follow_up"));
    return follows
        && strike.blow() == Blow.KILLED_BEFORE
        && seen.struck().equals("POST drafts")
        && made(seen.end()) <= made(history.end());
  }

  private static int made(List<String> end) {
    return Integer.parseInt(end.get(end.size() - 1).replaceAll("made ([0-9]+),.*", "$1"));
  }

  private static boolean isStruck(History history) {
    return ALL || HISTORIES.indexOf(history) % HISTORIES_SHARE == 0 || isFirstOfItsKind(history);
  }

  private static List<Strike> strikes(History history, Trial.Seen calm) {
    Set<Integer> effective = new HashSet<>(calm.effective());
    Set<Integer> numbers = new LinkedHashSet<>();
    // whom a new daemon matches first, and with whom
    boolean chance =
        Set.of(People.TWO_HELPERS, People.TWO_IN_NEED, People.THREE_PAIRS)
            .contains(history.people());
    if (chance) {
      numbers.clear();
    } else if (isFirstOfItsKind(history)) {
      IntStream.range(0, calm.begun()).forEach(numbers::add);
    } else if (history.unless().isPresent()) {
      effective.stream().filter(at -> at < calm.begun()).sorted().forEach(numbers::add);
    }
    IntStream.range(calm.begun(), calm.requests()).forEach(numbers::add);
    int turn = HISTORIES.indexOf(history) % SHARE;
    numbers.removeIf(
        at ->
            effective.contains(at)
                ? at % EFFECTIVE_SHARE != turn % EFFECTIVE_SHARE
                : at % SHARE != turn);
    List<Strike> strikes = new ArrayList<>();
    for (int at : numbers) {
      List<Blow> blows =
          effective.contains(at)
              ? List.of(Blow.KILLED_BEFORE, Blow.ANSWER_LOST, Blow.KILLED_AFTER)
              : List.of(Blow.KILLED_BEFORE, Blow.ANSWER_LOST);
      // other numbers than those that chose history and request: all blows come, before reads too
      int chosen = (HISTORIES.indexOf(history) / HISTORIES_SHARE + at / 2) % blows.size();
      (ALL ? blows : blows.subList(chosen, chosen + 1))
          .forEach(blow -> strikes.add(new Strike(at, blow)));
    }
    return strikes;
  }

  private static boolean isFirstOfItsKind(History history) {
    return HISTORIES.stream()
        .filter(h -> h.people() == history.people() && h.settings().equals(history.settings()))
        .findFirst()
        .filter(history::equals)
        .isPresent();
  }
}
