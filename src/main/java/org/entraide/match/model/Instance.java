package org.entraide.match.model;

import java.util.List;

/**
 * All that a matching depends on. The order of the lists never matters.
 *
 * <p>A rule may name somebody who is not among the participants, since people leave: a standing
 * introduction then counts for the one who is, and a pin is refused.
 *
 * @param participants people, each reference once
 * @param rules standing introductions and organisers' instructions
 * @param previous what was proposed last time and not yet acted upon: kept where nobody is the
 *     worse for it
 */
public record Instance(
    List<Participant> participants,
    List<PairRule> rules,
    MatchSettings settings,
    List<Proposed> previous) {

  /** Who was proposed to whom. */
  public record Proposed(String person, String helper) {}

  public Instance {
    participants = List.copyOf(participants);
    rules = List.copyOf(rules);
    previous = List.copyOf(previous);
  }

  /** An instance to which nothing was proposed before. */
  public Instance(List<Participant> participants, List<PairRule> rules, MatchSettings settings) {
    this(participants, rules, settings, List.of());
  }
}
