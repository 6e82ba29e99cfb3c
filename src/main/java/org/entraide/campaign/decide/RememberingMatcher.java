package org.entraide.campaign.decide;

import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.match.Matcher;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.Policy;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches a campaign's people and keeps earlier proposals where nobody loses by it.
 *
 * <p>What was proposed before is an input of a matching, and a matching replaces it: without more,
 * a second pass over the same world could decide otherwise than the first. So the input is
 * remembered with the name of the instance it belongs to, and the same instance gets the same input
 * again. That makes the result a pure function of the instance and of what the journal holds.
 */
public final class RememberingMatcher {

  /** The matcher, or what a test puts in its place. */
  @FunctionalInterface
  public interface Solver {
    MatchOutcome solve(Instance instance, MatchOptions options);
  }

  /** The last result with all that it depends on; the instance itself is not kept. */
  private record SolvedBefore(String key, List<ProposedPair> previous, MatchOutcome outcome) {}

  private static final Logger LOG = LoggerFactory.getLogger(RememberingMatcher.class);

  private final Solver solver;
  private @Nullable SolvedBefore solvedBefore;

  public RememberingMatcher(Solver solver) {
    this.solver = solver;
  }

  /**
   * Decides; at no cost where nothing changed since the last time.
   *
   * @param instance without what was proposed before
   * @param remembered of the last matching, from the journal or from earlier in the same pass
   * @throws org.entraide.match.model.TooManyPeopleException if the policy is not offered for so
   *     many
   * @throws UnstableMatchingException if the result must not be published
   */
  Decision decide(Instance instance, RememberedMatching remembered, Policy policy) {
    MatchOptions options =
        new MatchOptions(policy, false, MatchOptions.WALK_EFFORT, MatchOptions.WALK_SEED);
    String key = InstanceKey.of(instance, options);
    List<ProposedPair> previous =
        key.equals(remembered.key()) ? remembered.previous() : remembered.proposed();
    Instance whole =
        new Instance(
            instance.participants(),
            instance.rules(),
            instance.settings(),
            List.copyOf(previous),
            instance.groups());
    SolvedBefore last = solvedBefore;
    if (last != null && last.key().equals(key) && last.previous().equals(previous)) {
      return new Decision(key, whole, last.outcome());
    }
    MatchOutcome outcome = solve(whole, options);
    solvedBefore = new SolvedBefore(key, previous, outcome);
    return new Decision(key, whole, outcome);
  }

  /** A fault in the search for a larger matching must not stop introductions. */
  private MatchOutcome solve(Instance whole, MatchOptions options) {
    try {
      return solver.solve(whole, options);
    } catch (UnstableMatchingException e) {
      LOG.warn(
          "The search for a larger matching left {} blocking pairs in round {}: a bug. Matching"
              + " again without it.",
          e.blockingPairs(),
          e.round());
      return solver.solve(
          whole, new MatchOptions(options.policy(), false, 0, MatchOptions.WALK_SEED));
    }
  }

  /** What each other policy would have made of it. */
  public Map<Policy, Alternative> alternatives(Decision decision) {
    // No stable walk for the policy that was decided on: its own result is known.
    Policy policy = decision.certificate().policy();
    long walk = policy == Policy.STABLE ? 0 : MatchOptions.WALK_EFFORT;
    MatchOptions all = new MatchOptions(policy, true, walk, MatchOptions.WALK_SEED);
    return solver.solve(decision.instance(), all).certificate().alternatives();
  }

  public static Solver matcher() {
    Matcher matcher = new Matcher();
    return (instance, options) -> matcher.solve(instance, options, Progress.NONE);
  }
}
