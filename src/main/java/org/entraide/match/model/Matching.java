package org.entraide.match.model;

import java.util.List;
import java.util.Map;

/**
 * What the matcher decided. Each round is weakly stable over all acceptable pairs.
 *
 * @param assignments new introductions, by person, round, helper
 * @param refusedPins by person, helper
 * @param rounds one for each round, from round 1
 * @param reasons for every open participant who has an open need, by reference; each list in the
 *     order of {@link OpenNeedReason}
 */
public record Matching(
    List<Assignment> assignments,
    List<RefusedPin> refusedPins,
    List<RoundReport> rounds,
    Map<String, List<OpenReason>> reasons) {}
