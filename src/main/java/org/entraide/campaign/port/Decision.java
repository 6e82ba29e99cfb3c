package org.entraide.campaign.port;

import org.entraide.match.model.Certificate;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Instance.Proposed;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.Matching;

/**
 * A matching and what it was decided on.
 *
 * @param key names the instance, see {@code InstanceKey}
 */
public record Decision(String key, Instance instance, MatchOutcome outcome) {

  public Matching matching() {
    return outcome.matching();
  }

  public Certificate certificate() {
    return outcome.certificate();
  }

  /** What the next matching must know of this one. Pins need no memory: their rule makes them. */
  public RememberedMatching remembered() {
    return new RememberedMatching(
        key,
        instance.previous(),
        matching().assignments().stream()
            .filter(it -> it.round() > 0)
            .map(it -> new Proposed(it.person(), it.helper()))
            .toList());
  }
}
