package org.entraide.match.model;

/**
 * What one round did.
 *
 * @param round from 1
 * @param introductions how many people got a helper in it
 * @param blockingPairs what the independent scan over all acceptable pairs counted: 0, or the
 *     matching would not have been published
 * @param largestStable whether it is proven that no stable matching of it helps more people
 */
public record RoundReport(
    int round, int introductions, long blockingPairs, LargestStable largestStable) {}
