package org.entraide.match.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by which a matching can be judged.
 *
 * @param peopleHelped how many different people the matching introduces to somebody
 * @param introductions how many introductions it makes, pins included
 * @param upperBound the most people that any assignment could name, given the pins; null when
 *     unknown
 * @param bound how the bound was found; {@code none} when it was not
 * @param blockingPairs over all rounds, as the independent scan counted them
 * @param rounds one for each round, from round 1
 * @param distance of the introductions that it makes and whose distance is known
 * @param load of every participant with an offer, by standing introductions and those that it makes
 * @param people participants with a need
 * @param helpers participants with an offer
 * @param policy that the matching follows
 * @param alternatives what the other policies would give; empty when that was not asked for
 */
public record Certificate(
    int peopleHelped,
    int introductions,
    @Nullable Integer upperBound,
    String bound,
    long blockingPairs,
    List<RoundReport> rounds,
    DistanceFigures distance,
    LoadFigures load,
    int people,
    int helpers,
    Policy policy,
    Map<Policy, Alternative> alternatives) {

  /** The word for a bound that was not worked out. */
  public static final String NO_BOUND = "none";

  public Certificate {
    rounds = List.copyOf(rounds);
    Map<Policy, Alternative> copy = new EnumMap<>(Policy.class);
    copy.putAll(alternatives);
    alternatives = Collections.unmodifiableMap(copy); // in the order of the enum
  }
}
