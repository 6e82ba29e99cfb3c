package org.entraide.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.entraide.match.certify.BlockingPairs;
import org.entraide.match.core.StableMatching;
import org.entraide.match.explain.FinalAssignments;
import org.entraide.match.explain.OpenReasons;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.Instance;
import org.entraide.match.model.LargestStable;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.Matching;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.match.model.RefusedPin;
import org.entraide.match.model.RoundReport;
import org.entraide.match.model.TooManyPeopleException;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.match.policy.BestFit;
import org.entraide.match.policy.Coverage;
import org.entraide.match.policy.LargerRound;
import org.entraide.match.policy.MatchingRound;
import org.entraide.match.policy.PinRound;
import org.entraide.match.policy.ProposalRound;
import org.entraide.match.policy.RoundSolution;
import org.entraide.match.state.IndexedIntroduction;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.PeopleColumns;
import org.entraide.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Matches people who need help with people who offer it.
 *
 * <p>Standing introductions are kept, pins come next as round 0, then rounds follow until no
 * acceptable pair has a helper with room. A round sees open needs, free capacity and tried pairs as
 * at its start and gives each person one helper at most; under {@link Policy#STABLE} its result is
 * weakly stable over all acceptable pairs, and proved so by an independent scan ({@link
 * BlockingPairs}). Nothing is claimed for the union of the rounds.
 *
 * <p>Pure and deterministic: the result depends on who takes part, never on the order of the lists.
 * Ties that remain go to the helper with the smaller share of their capacity in use, then to the
 * nearer one, then by waiting time, then by a hash of the references.
 *
 * <p>Memory grows with the number of people; time with that number times what it takes to search a
 * tree of helpers, and with the helpers in reach of those who are left without.
 */
public final class Matcher {

  private final MatchingRound.Solver stable;

  public Matcher() {
    this(
        (pairing, progress, phase) ->
            RoundSolution.of(
                ProposalRound.solveCalmly(
                    pairing, StableMatching.DEFAULT_LEVELS, progress, phase)));
  }

  public Matcher(MatchingRound.Solver stable) {
    this.stable = stable;
  }

  /**
   * Decides, by {@link MatchOptions#PLAIN}.
   *
   * @throws IllegalArgumentException if two participants have one reference
   * @throws UnstableMatchingException if the independent scan contradicts the solver; nothing may
   *     be published then
   */
  public Matching match(Instance instance) {
    return new Run(instance, stable, Policy.STABLE, Progress.NONE).matching();
  }

  /**
   * Decides, and says how good that is.
   *
   * @throws IllegalArgumentException if two participants have one reference
   * @throws TooManyPeopleException if the policy is not offered for so many people
   * @throws UnstableMatchingException if the independent scan contradicts the solver; nothing may
   *     be published then
   */
  public MatchOutcome solve(Instance instance, MatchOptions options, Progress progress) {
    Policy policy = options.policy();
    int people = instance.participants().size();
    if (!isOffered(policy, people)) {
      throw new TooManyPeopleException(policy, people, BestFit.MOST_PEOPLE);
    }
    Run run = new Run(instance, solver(policy, options), policy, progress);
    run.withBound = true;
    Matching matching = run.matching();
    Map<Policy, Alternative> alternatives = new EnumMap<>(Policy.class);
    for (Policy other : Policy.values()) {
      if (options.alternatives() && other != policy) {
        alternatives.put(
            other,
            isOffered(other, people)
                ? new Run(instance, solver(other, options), other, progress).alternative()
                : Alternative.UNKNOWN);
      }
    }
    return new MatchOutcome(matching, run.certificate(instance, matching, alternatives));
  }

  private static boolean isOffered(Policy policy, int people) {
    return policy != Policy.BEST_FIT || people <= BestFit.MOST_PEOPLE;
  }

  private MatchingRound.Solver solver(Policy policy, MatchOptions options) {
    return switch (policy) {
      case STABLE ->
          (pairing, progress, phase) ->
              LargerRound.improve(
                  pairing,
                  stable.solve(pairing, progress, phase).helperOf(),
                  options.walkEffort(),
                  options.seed(),
                  progress);
      case COVERAGE ->
          (pairing, progress, phase) ->
              new RoundSolution(Coverage.solve(pairing, progress, phase), true);
      case BEST_FIT ->
          (pairing, progress, phase) ->
              new RoundSolution(BestFit.solve(pairing, progress, phase), true);
    };
  }

  /** One way through all rounds. */
  private static final class Run {
    private final MatchingRound.Solver solver;
    private final Policy policy;
    private final Progress progress;
    private final PeopleColumns people;
    private final InitialState initial;
    private final PinRound pins;
    private final Pairing pairing;
    private final CompletableFuture<BlockingPairs> scan;
    private final List<IndexedIntroduction> introductions;
    private final List<RoundReport> reports = new ArrayList<>();
    private final LongAdder blockingPriority = new LongAdder();
    private final int highest;
    private boolean withBound;
    private Coverage.@Nullable Bound bound;

    Run(Instance instance, MatchingRound.Solver solver, Policy policy, Progress progress) {
      this.solver = solver;
      this.policy = policy;
      this.progress = progress;
      people = new PeopleColumns(instance.participants(), instance.settings(), instance.groups());
      initial = InitialState.of(people, instance.rules());
      pins = PinRound.follow(people, initial.state(), instance.rules());
      introductions = new ArrayList<>(pins.introductions());
      scan = CompletableFuture.supplyAsync(() -> new BlockingPairs(people, initial.state()));
      pairing = new Pairing(people, initial.state(), instance.previous());
      highest =
          instance.participants().stream()
              .filter(it -> it.availability() == Availability.OPEN && !it.needs().isEmpty())
              .mapToInt(Participant::priority)
              .max()
              .orElse(0);
    }

    Matching matching() {
      runRounds();
      FinalAssignments held = new FinalAssignments(pairing, initial, introductions);
      return new Matching(
          assignments(people, introductions),
          sorted(pins.refused()),
          List.copyOf(reports),
          OpenReasons.of(people, pairing, held, progress));
    }

    Alternative alternative() {
      runRounds();
      return new Alternative(peopleHelped(), blockingPairs(), blockingPriority.sum());
    }

    private void runRounds() {
      int made;
      do {
        int number = reports.size() + 1;
        MatchingRound round = new MatchingRound(pairing, number, progress);
        RoundSolution solution = round.solve(solver);
        int[] helperOf = solution.helperOf();
        if (withBound && number == 1) {
          findBound(solution);
        }
        progress.step("scan %d".formatted(number), 0, 1);
        long blocking = scan.join().scan(helperOf, this::blocks);
        if (blocking > 0 && policy == Policy.STABLE) {
          throw new UnstableMatchingException(number, blocking);
        }
        List<IndexedIntroduction> introduced = round.introductions(helperOf);
        made = introduced.size();
        if (made > 0) { // else the scan has shown that nobody with room is left for anybody
          introduced.forEach(it -> pairing.state().introduce(it.person(), it.helper(), it.needs()));
          introductions.addAll(introduced);
          pairing.state().endRound();
          boolean largest = solution.largest() || (number == 1 && meetsBound(made));
          reports.add(new RoundReport(number, made, blocking, LargestStable.of(largest)));
        } else if (blocking > 0) {
          throw new UnstableMatchingException(number, blocking);
        }
      } while (made > 0);
    }

    private void blocks(int person, int helper) {
      if (people.get(person).priority() == highest) {
        blockingPriority.increment();
      }
    }

    private void findBound(RoundSolution solution) {
      bound = pins.introductions().isEmpty() ? solution.bound() : null;
      if (bound != null) {
        return;
      }
      boolean[] pinned = new boolean[people.size()];
      pins.introductions().forEach(it -> pinned[it.person()] = true);
      bound = Coverage.bound(pairing, solution.helperOf(), pinned, progress);
    }

    /** Pinned people count in the round and not in its bound. */
    private boolean meetsBound(int made) {
      Coverage.Bound most = bound;
      return most != null && most.people() == made && pins.introductions().isEmpty();
    }

    private int peopleHelped() {
      return (int) introductions.stream().mapToInt(IndexedIntroduction::person).distinct().count();
    }

    private long blockingPairs() {
      return reports.stream().mapToLong(RoundReport::blockingPairs).sum();
    }

    Certificate certificate(
        Instance instance, Matching matching, Map<Policy, Alternative> alternatives) {
      List<Participant> all = instance.participants();
      return new Certificate(
          peopleHelped(),
          introductions.size(),
          bound == null ? null : Integer.valueOf(bound.people() + pins.introducedPeople()),
          bound == null ? Certificate.NO_BOUND : bound.how(),
          blockingPairs(),
          matching.rounds(),
          distance(matching),
          load(),
          (int) all.stream().filter(it -> !it.needs().isEmpty()).count(),
          (int) all.stream().filter(it -> !it.offers().isEmpty()).count(),
          policy,
          alternatives);
    }

    private LoadFigures load() {
      int[] newIntroductions = new int[people.size()];
      introductions.forEach(it -> newIntroductions[it.helper()]++);
      return LoadFigures.of(
          IntStream.range(0, people.size())
              .filter(i -> !people.get(i).offers().isEmpty())
              .mapToDouble(
                  i ->
                      LoadFigures.load(
                          initial.standingIntroductions(i) + newIntroductions[i],
                          people.get(i).capacity())));
    }
  }

  private static DistanceFigures distance(Matching matching) {
    return DistanceFigures.of(
        matching.assignments().parallelStream()
            .map(Assignment::cautiousKm)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue));
  }

  private static List<Assignment> assignments(
      PeopleColumns people, List<IndexedIntroduction> introductions) {
    return introductions.parallelStream()
        .map(
            it ->
                new Assignment(
                    people.ref(it.person()),
                    people.ref(it.helper()),
                    NeedMask.set(it.needs()),
                    people.cautiousKm(it.person(), it.helper()),
                    it.round(),
                    it.band()))
        .map(it -> new Keyed(beginning(it.person()), it))
        .sorted(
            Comparator.comparingLong(Keyed::beginning)
                .thenComparing(it -> it.assignment().person())
                .thenComparingInt(it -> it.assignment().round())
                .thenComparing(it -> it.assignment().helper()))
        .map(Keyed::assignment)
        .toList();
  }

  /** An assignment with a number by which most are in order without comparing texts. */
  private record Keyed(long beginning, Assignment assignment) {}

  /**
   * Returns a number that orders texts as their first eight characters do, or leaves them equal.
   */
  private static long beginning(String text) {
    long beginning = 0;
    boolean plain = true;
    for (int i = 0; i < Long.BYTES; i++) {
      int c = plain && i < text.length() ? Math.min(text.charAt(i), 0xff) : 0;
      plain &= c < 0xff;
      beginning = beginning << Byte.SIZE | c;
    }
    return beginning + Long.MIN_VALUE;
  }

  private static List<RefusedPin> sorted(List<RefusedPin> refused) {
    return refused.stream()
        .sorted(
            Comparator.comparing(RefusedPin::person)
                .thenComparing(RefusedPin::helper)
                .thenComparing(RefusedPin::why))
        .toList();
  }
}
