package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.build.Stories;
import org.entraide.campaign.decide.RememberingMatcher;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.World;
import org.entraide.match.Matcher;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.match.policy.UntruthfulMatcher;
import org.entraide.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a campaign's matching goes on from one cycle to the next, and how it is judged. */
@Stories(few = 4)
class MatchingOverTimeTest {

  // ---- what stays when people arrive

  /** Six who need the same, and nine who offer it at the same place, each to one person. */
  private static World equals() {
    World world = new World();
    for (int i = 0; i < 6; i++) {
      world.answer(named("Ana", i), PLACE, "Nord", NEEDS, "Courses");
    }
    for (int i = 0; i < 9; i++) {
      world.answer(named("Bo", i), PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    }
    return world;
  }

  private static String named(String name, int i) {
    return name + " " + "Abcdefghijklmnopqrst".substring(i, i + 3);
  }

  private static void arrive(World world, int i) {
    if (i % 3 == 2) {
      world.answer(named("Cy", i), PLACE, "Nord", NEEDS, "Courses");
    } else {
      world.answer(named("Dan", i), PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    }
  }

  /** The rows that tell of a proposal. */
  private static Map<String, Map<String, String>> proposed(World world) {
    Map<String, Map<String, String>> rows = new HashMap<>(world.shown());
    rows.values().removeIf(cells -> !"Proposé".equals(cells.get("Statut")));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anArrivalLeavesTheProposalsOfOthersInPlace(boolean startsAgain) {
    World world = equals().mostWaitingDrafts(0);
    world.once();
    assertThat(proposed(world)).hasSize(12);

    for (int i = 0; i < 12; i++) {
      Map<String, Map<String, String>> before = proposed(world);
      arrive(world, i);
      if (startsAgain) {
        world.startAgain(world.journal());
      }
      world.once();

      assertThat(proposed(world)).containsAllEntriesOf(before);
      assertThat(world.once().quiet()).isTrue();
      assertThat(world.startAgain(world.journal()).once().quiet()).isTrue();
    }
    assertThat(proposed(world)).hasSize(20);
  }

  @Test
  void withoutAMemoryTheSameArrivalsMoveSomebody() {
    World world = equals().mostWaitingDrafts(0);
    world.once();
    Map<String, Map<String, String>> before = proposed(world);

    for (int i = 0; i < 12; i++) {
      arrive(world, i);
    }
    world.journal().storeMatching("londres", RememberedMatching.NOTHING);
    world.once();

    assertThat(proposed(world).entrySet()).isNotEmpty();
    assertThat(proposed(world).entrySet().containsAll(before.entrySet())).isFalse();
  }

  @Test
  void whatIsDraftedNeverMovesAndTheRestKeepsItsProposals() {
    World world = equals().mostWaitingDrafts(3);
    world.once();
    assertThat(world.ledger()).hasSize(3);
    List<String> drafted = world.ledger();

    for (int i = 0; i < 12; i++) {
      Map<String, Map<String, String>> before = proposed(world);
      arrive(world, i);
      world.once();

      assertThat(world.ledger()).isEqualTo(drafted);
      assertThat(proposed(world)).containsAllEntriesOf(before);
    }
    assertThat(proposed(world)).hasSize(14);
    assertThat(world.mailbox().letters()).hasSize(3);
  }

  @Test
  void aProposalThatIsDraftedIsTheOneThatWasShown() {
    World world = equals().mostWaitingDrafts(0);
    world.once();
    List<String> proposals = pairs(world);

    world.mostWaitingDrafts(100).once();

    assertThat(proposals).hasSize(6);
    assertThat(
            world.journal().memory("londres").introductions().values().stream()
                .map(i -> i.person() + " " + i.helper())
                .sorted()
                .toList())
        .isEqualTo(proposals);
  }

  private static List<String> pairs(World world) {
    return world.journal().memory("londres").matching().proposed().stream()
        .map(it -> it.person() + " " + it.helper())
        .sorted()
        .toList();
  }

  @Test
  void aDryRunRemembersNothing() {
    World world = equals().mostWaitingDrafts(0);
    world.once();
    Journal.Memory before = world.journal().memory("londres");
    arrive(world, 0);

    world.campaign().dryRun();

    assertThat(world.journal().memory("londres")).isEqualTo(before);
  }

  @Test
  void aQuietCycleMatchesNobody() {
    List<MatchOptions> asked = new ArrayList<>();
    RememberingMatcher.Solver matcher = RememberingMatcher.matcher();
    World world =
        World.busy()
            .solvedBy(
                (instance, options) -> {
                  asked.add(options);
                  return matcher.solve(instance, options);
                });
    world.once();
    asked.clear();

    world.settle(3);
    assertThat(asked).isEmpty();

    world.startAgain(world.journal()).once();
    assertThat(asked).hasSize(1);
  }

  // ---- policies

  /** The first comes first at the helper who could help both; the second has nobody else. */
  private static World conflict() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses, Médicaments")
            .answer("Dan Dell", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses, Médicaments", CAPACITY, "1")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments", CAPACITY, "1");
    world.policy(Policy.STABLE).mostWaitingDrafts(0).once();
    world.instruct("Ana Alba", "Consigne", "Prioritaire");
    return world;
  }

  private static MatchingReport report(World world) {
    return world.journal().reports().get(0).matching().orElseThrow();
  }

  @Test
  void thePolicyIsObeyed() {
    World stable = conflict().mostWaitingDrafts(100);
    World coverage = conflict().policy(Policy.COVERAGE).mostWaitingDrafts(100);

    assertThat(stable.once().troubles()).isEmpty();
    assertThat(coverage.once().troubles()).isEmpty();

    assertThat(stable.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(coverage.ledger())
        .containsExactly("Ana Alba, Cy Cole: Brouillon prêt", "Dan Dell, Bo Bell: Brouillon prêt");
    assertThat(report(coverage))
        .returns(Policy.COVERAGE, MatchingReport::policy)
        .returns(2, MatchingReport::peopleHelped)
        .returns(1L, MatchingReport::blockingPairs);
  }

  @Test
  void aPolicyThatIsNotOfferedForSoManyIsSaidAndTheRowsAreWritten() {
    Matcher matcher = new Matcher();
    org.entraide.match.model.Instance crowd =
        new org.entraide.match.model.Instance(
            Collections.nCopies(100_001, Participant.builder("7KQ47").build()),
            List.of(),
            MatchSettings.DEFAULT);
    World world = conflict().policy(Policy.BEST_FIT).mostWaitingDrafts(100);
    world.solvedBy((instance, options) -> matcher.solve(crowd, options, Progress.NONE));

    CycleReport report = world.once();

    assertThat(report.completed()).isTrue();
    assertThat(report.troubles())
        .singleElement()
        .returns(Trouble.Kind.SETTINGS, Trouble::kind)
        .extracting(Trouble::text)
        .asString()
        .contains("\"stable\" or \"coverage\"", "100000", "100001");
    assertThat(world.ledger()).isEmpty();
    assertThat(world.statuses()).containsEntry("Ana Alba", "En attente");
  }

  // ---- a result that the scan contradicts

  @Test
  void aMatchingThatTheScanContradictsIsNotPublishedAndTheCycleGoesOn() {
    World world = conflict();
    Matcher untruthful = UntruthfulMatcher.create();
    world
        .mostWaitingDrafts(100)
        .solvedBy((instance, options) -> untruthful.solve(instance, options, Progress.NONE));

    CycleReport report = world.once();

    assertThat(report.completed()).isTrue();
    assertThat(report.troubles())
        .singleElement()
        .returns(Trouble.Kind.BUG, Trouble::kind)
        .extracting(Trouble::text)
        .asString()
        .contains("not stable", "nobody new", "Round 1", "1 blocking pairs");
    assertThat(world.ledger()).isEmpty();
    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(world.shown("Dan Dell", "Explication")).isNotEmpty();
    assertThat(world.once().quiet()).isTrue();

    assertThat(world.solvedBy(RememberingMatcher.matcher()).once().troubles()).isEmpty();
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  // ---- what the other policies would change

  /** Every time that the policies are compared. */
  private static final class Comparisons implements RememberingMatcher.Solver {
    private final RememberingMatcher.Solver matcher = RememberingMatcher.matcher();
    private int count;
    private boolean fail;

    @Override
    public org.entraide.match.model.MatchOutcome solve(
        org.entraide.match.model.Instance instance, MatchOptions options) {
      count += options.alternatives() ? 1 : 0;
      if (options.alternatives() && fail) {
        throw new IllegalStateException("of no importance");
      }
      return matcher.solve(instance, options);
    }
  }

  private static void pairArrives(World world, int i) {
    world.answer(named("Eve", i), PLACE, "Sud", NEEDS, "Conversation");
    world.answer(named("Gil", i), PLACE, "Sud", OFFERS, "Conversation", CAPACITY, "1");
  }

  @Test
  void whatOtherPoliciesWouldChangeIsReported() {
    World world = conflict().mostWaitingDrafts(100);
    world.clock.advance(Duration.ofHours(2));

    world.once();

    MatchingReport report = report(world);
    assertThat(report)
        .returns(Policy.STABLE, MatchingReport::policy)
        .returns(1, MatchingReport::peopleHelped)
        .returns(2, MatchingReport::upperBound)
        .returns(0L, MatchingReport::blockingPairs);
    Alternative other = new Alternative(2, 1L, 1L);
    MatchingReport.Alternatives alternatives = report.alternatives().orElseThrow();
    assertThat(alternatives.byPolicy())
        .isEqualTo(Map.of(Policy.COVERAGE, other, Policy.BEST_FIT, other));
    assertThat(alternatives.beside()).isEqualTo(1);
    assertThat(alternatives.key()).isEqualTo(report.key());

    world.settle(3);
    assertThat(report(world)).as("made introductions leave nothing to judge").isEqualTo(report);
  }

  @Test
  void theyAreComparedHourlyAtMostAndOnlyWhereSomethingElseWasDecided() {
    Comparisons comparisons = new Comparisons();
    World world = new World().solvedBy(comparisons);
    pairArrives(world, 0);
    world.once();
    assertThat(comparisons.count).isEqualTo(1);
    Instant first = report(world).alternatives().orElseThrow().at();

    world.clock.advance(Duration.ofMinutes(10));
    pairArrives(world, 1);
    world.once();
    world.clock.advance(Duration.ofMinutes(10));
    pairArrives(world, 2);
    world.startAgain(world.journal()).once();
    assertThat(comparisons.count).isEqualTo(1);
    assertThat(report(world).alternatives().orElseThrow().at()).isEqualTo(first);
    assertThat(report(world).at()).isEqualTo(world.clock.instant());

    world.clock.advance(Duration.ofMinutes(40));
    world.once();
    assertThat(comparisons.count).as("nothing new to decide").isEqualTo(1);

    pairArrives(world, 3);
    world.once();
    assertThat(comparisons.count).isEqualTo(2);
    assertThat(report(world).alternatives().orElseThrow().at()).isEqualTo(world.clock.instant());
  }

  @Test
  void proposalsThatWaitAreComparedOnce() {
    Comparisons comparisons = new Comparisons();
    World world = equals().mostWaitingDrafts(2).solvedBy(comparisons);
    world.once();
    Instant decided = report(world).at();

    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofHours(2));
      world.once();
    }

    assertThat(comparisons.count).as("before its drafts and after").isEqualTo(2);
    assertThat(report(world).at()).isAfter(decided).isBefore(decided.plus(Duration.ofHours(3)));
  }

  @Test
  void aComparisonThatFailsBreaksNoCycleAndIsNotRepeatedAtOnce() {
    Comparisons comparisons = new Comparisons();
    comparisons.fail = true;
    World world = new World().solvedBy(comparisons);
    pairArrives(world, 0);

    CycleReport report = world.once();

    assertThat(report.completed()).isTrue();
    assertThat(report.troubles()).isEmpty();
    assertThat(world.ledger()).hasSize(1);
    assertThat(report(world).alternatives()).isEmpty();
    pairArrives(world, 1);
    world.once();
    assertThat(comparisons.count).isEqualTo(1);
    comparisons.fail = false;
    world.clock.advance(Duration.ofHours(1));
    pairArrives(world, 2);
    world.once();
    assertThat(report(world).alternatives()).isPresent();
  }

  @Test
  void aDryRunComparesNothing() {
    Comparisons comparisons = new Comparisons();
    World world = conflict().mostWaitingDrafts(100).solvedBy(comparisons);

    world.campaign().dryRun();

    assertThat(comparisons.count).isZero();
  }
}
