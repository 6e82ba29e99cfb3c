package org.entraide.match;

import java.util.List;

/**
 * All that a matching depends on. The order of the lists never matters.
 *
 * <p>A rule may name somebody who is not among the participants, since people leave: a standing
 * introduction then counts for the one who is, and a pin is refused.
 *
 * @param participants people, each reference once
 * @param rules standing introductions and organisers' wishes
 */
public record Instance(List<Participant> participants, List<PairRule> rules, Settings settings) {
  public Instance {
    participants = List.copyOf(participants);
    rules = List.copyOf(rules);
  }
}
