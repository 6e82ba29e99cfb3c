package org.entraide.campaign.port;

import java.util.List;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.Matching;

/**
 * A matching and what it was decided on.
 *
 * @param key names the instance, see {@code InstanceKey}
 * @param introduced its pairs that are introduced now; the others wait and are computed anew
 */
public record Decision(
    String key, Instance instance, MatchOutcome outcome, List<Assignment> introduced) {

  public Decision {
    introduced = List.copyOf(introduced);
  }

  /** A decision of which nothing waits. */
  public Decision(String key, Instance instance, MatchOutcome outcome) {
    this(key, instance, outcome, outcome.matching().assignments());
  }

  /** This decision where only these pairs are introduced. */
  public Decision introducing(List<Assignment> pairs) {
    return new Decision(key, instance, outcome, pairs);
  }

  public Matching matching() {
    return outcome.matching();
  }

  public Certificate certificate() {
    return outcome.certificate();
  }

  /**
   * What the next matching must know of this one. Pins need no memory: their rule makes them. Pairs
   * that wait get none.
   */
  public RememberedMatching remembered() {
    return new RememberedMatching(
        key,
        instance.previous(),
        introduced.stream()
            .filter(it -> it.round() > 0)
            .map(it -> new ProposedPair(it.person(), it.helper()))
            .toList());
  }
}
