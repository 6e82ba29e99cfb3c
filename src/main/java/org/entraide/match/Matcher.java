package org.entraide.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Matches people who need help with people who offer it.
 *
 * <p>Standing introductions are kept, pins come next as round 0, then rounds follow until no
 * acceptable pair has a helper with room. A round sees open needs, free capacity and tried pairs as
 * at its start and gives each person one helper at most; its result is weakly stable over all
 * acceptable pairs, and proved so by an independent scan ({@link BlockingPairs}). Nothing is
 * claimed for the union of the rounds.
 *
 * <p>Pure and deterministic: the result depends on who takes part, never on the order of the lists.
 * Ties that remain are broken by waiting time, then by a hash of the references.
 *
 * <p>Time grows with the product of those who seek and those who help, memory with their sum.
 */
public final class Matcher {

  private final Round.Solver solver;

  public Matcher() {
    this(
        (pairing, progress, phase) ->
            Proposals.solve(pairing, StableMatching.DEFAULT_LEVELS, progress, phase));
  }

  Matcher(Round.Solver solver) {
    this.solver = solver;
  }

  /**
   * Decides.
   *
   * @throws IllegalArgumentException if two participants have one reference
   * @throws UnstableMatchingException if the independent scan contradicts the solver; nothing may
   *     be published then
   */
  public Matching match(Instance instance) {
    return solve(instance, Options.PLAIN, Progress.NONE).matching();
  }

  /**
   * Decides, and says how good that is.
   *
   * @throws IllegalArgumentException if two participants have one reference
   * @throws TooManyPeopleException if the policy is not offered for so many people
   * @throws UnstableMatchingException if the independent scan contradicts the solver; nothing may
   *     be published then
   */
  public Outcome solve(Instance instance, Options options, Progress progress) {
    Matching matching = matchStable(instance, progress);
    return new Outcome(matching, certificate(instance, matching, options.policy()));
  }

  private static Certificate certificate(Instance instance, Matching matching, Policy policy) {
    List<Participant> people = instance.participants();
    List<Assignment> made = matching.assignments();
    return new Certificate(
        (int) made.stream().map(Assignment::person).distinct().count(),
        made.size(),
        null,
        Certificate.NO_BOUND,
        matching.rounds().stream().mapToLong(RoundReport::blockingPairs).sum(),
        matching.rounds(),
        (int) people.stream().filter(it -> !it.needs().isEmpty()).count(),
        (int) people.stream().filter(it -> !it.offers().isEmpty()).count(),
        policy,
        Map.of());
  }

  private Matching matchStable(Instance instance, Progress progress) {
    People people = new People(instance.participants(), instance.settings());
    Opening opening = Opening.of(people, instance.rules());
    State state = opening.state();
    Pins pins = Pins.follow(people, state, instance.rules());
    List<Introduction> introductions = new ArrayList<>(pins.introductions());
    Pairing pairing = new Pairing(people, state);
    List<RoundReport> reports = runRounds(people, pairing, introductions, progress);
    Held held = new Held(pairing, opening, introductions);
    return new Matching(
        assignments(people, introductions),
        sorted(pins.refused()),
        List.copyOf(reports),
        Reasons.of(people, pairing, held, progress));
  }

  private List<RoundReport> runRounds(
      People people, Pairing pairing, List<Introduction> introductions, Progress progress) {
    List<RoundReport> reports = new ArrayList<>();
    while (true) {
      int number = reports.size() + 1;
      List<Introduction> made = new Round(people, pairing, number).run(solver, progress);
      if (made.isEmpty()) {
        return reports; // and the scan has shown that nobody with room is left for anybody
      }
      made.forEach(it -> pairing.state().introduce(it.person(), it.helper(), it.needs()));
      introductions.addAll(made);
      reports.add(new RoundReport(number, made.size(), 0));
    }
  }

  private static List<Assignment> assignments(People people, List<Introduction> introductions) {
    return introductions.stream()
        .map(
            it ->
                new Assignment(
                    people.ref(it.person()),
                    people.ref(it.helper()),
                    Needs.set(it.needs()),
                    people.cautiousKm(it.person(), it.helper()),
                    it.round(),
                    it.band()))
        .sorted(
            Comparator.comparing(Assignment::person)
                .thenComparingInt(Assignment::round)
                .thenComparing(Assignment::helper))
        .toList();
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
