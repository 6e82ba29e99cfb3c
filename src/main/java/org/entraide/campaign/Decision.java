package org.entraide.campaign;

import org.entraide.match.Certificate;
import org.entraide.match.Instance;
import org.entraide.match.Instance.Proposed;
import org.entraide.match.Matching;
import org.entraide.match.Outcome;

/**
 * A matching and what it was decided on.
 *
 * @param key names the instance, see {@link InstanceKey}
 */
public record Decision(String key, Instance instance, Outcome outcome) {

  Matching matching() {
    return outcome.matching();
  }

  Certificate certificate() {
    return outcome.certificate();
  }

  /** What the next matching must know of this one. Pins need no memory: their rule makes them. */
  Matched remembered() {
    return new Matched(
        key,
        instance.previous(),
        matching().assignments().stream()
            .filter(it -> it.round() > 0)
            .map(it -> new Proposed(it.person(), it.helper()))
            .toList());
  }
}
