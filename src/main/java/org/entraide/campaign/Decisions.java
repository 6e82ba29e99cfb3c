package org.entraide.campaign;

import java.util.List;
import java.util.Map;
import org.entraide.match.Alternative;
import org.entraide.match.Instance;
import org.entraide.match.Instance.Proposed;
import org.entraide.match.Matcher;
import org.entraide.match.Options;
import org.entraide.match.Outcome;
import org.entraide.match.Policy;
import org.entraide.match.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Matches a campaign's people and stays with what was proposed where nobody is the worse for it.
 *
 * <p>What was proposed before is an input of a matching, and a matching replaces it: taken as it
 * comes, a second pass over the same world could decide otherwise than the first. So the input is
 * remembered with the name of the instance it belongs to, and the same instance gets the same input
 * again. That makes the result a pure function of the instance and of what the journal holds.
 */
final class Decisions {

  /** The matcher, or what a test puts in its place. */
  @FunctionalInterface
  interface Solver {
    Outcome solve(Instance instance, Options options);
  }

  /** The last result with all that it depends on; the instance itself is not kept. */
  private record Kept(String key, List<Proposed> previous, Outcome outcome) {}

  private final Solver solver;
  private @Nullable Kept kept;

  Decisions(Solver solver) {
    this.solver = solver;
  }

  /**
   * Decides; at no cost where nothing changed since the last time.
   *
   * @param instance without what was proposed before
   * @param memory of the last matching, from the journal or from earlier in the same pass
   * @throws org.entraide.match.TooManyPeopleException if the policy is not offered for so many
   * @throws org.entraide.match.UnstableMatchingException if the result must not be published
   */
  Decision decide(Instance instance, Matched memory, Policy policy) {
    Options options = new Options(policy, false, Options.WALK_ITERATIONS, Options.WALK_SEED);
    String key = InstanceKey.of(instance, options);
    List<Proposed> previous = key.equals(memory.key()) ? memory.previous() : memory.proposed();
    Instance whole =
        new Instance(
            instance.participants(), instance.rules(), instance.settings(), List.copyOf(previous));
    Kept last = kept;
    if (last != null && last.key().equals(key) && last.previous().equals(previous)) {
      return new Decision(key, whole, last.outcome());
    }
    Outcome outcome = solver.solve(whole, options);
    kept = new Kept(key, previous, outcome);
    return new Decision(key, whole, outcome);
  }

  /** What each other policy would have made of it. */
  Map<Policy, Alternative> alternatives(Decision decision) {
    // No stable walk for the policy that was decided on: its own result is known.
    Policy policy = decision.certificate().policy();
    int walk = policy == Policy.STABLE ? 0 : Options.WALK_ITERATIONS;
    Options all = new Options(policy, true, walk, Options.WALK_SEED);
    return solver.solve(decision.instance(), all).certificate().alternatives();
  }

  static Solver matcher() {
    Matcher matcher = new Matcher();
    return (instance, options) -> matcher.solve(instance, options, Progress.NONE);
  }
}
