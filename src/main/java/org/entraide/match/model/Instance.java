package org.entraide.match.model;

import java.util.List;
import java.util.Map;

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
 * @param groups how many people the helpers of a group help together at most, standing
 *     introductions included, at least 0; a group that is not named here has no limit
 */
public record Instance(
    List<Participant> participants,
    List<PairRule> rules,
    MatchSettings settings,
    List<ProposedPair> previous,
    Map<String, Integer> groups) {

  /** Who was proposed to whom. */
  public record ProposedPair(String person, String helper) {}

  public Instance {
    participants = List.copyOf(participants);
    rules = List.copyOf(rules);
    previous = List.copyOf(previous);
    groups = Map.copyOf(groups);
    groups.forEach(
        (group, capacity) -> {
          if (capacity < 0) {
            throw new IllegalArgumentException(
                "The limit of a group must not be negative: %d.".formatted(capacity));
          }
        });
  }

  /** An instance without groups that have a limit. */
  public Instance(
      List<Participant> participants,
      List<PairRule> rules,
      MatchSettings settings,
      List<ProposedPair> previous) {
    this(participants, rules, settings, previous, Map.of());
  }

  /** An instance to which nothing was proposed before. */
  public Instance(List<Participant> participants, List<PairRule> rules, MatchSettings settings) {
    this(participants, rules, settings, List.of());
  }
}
