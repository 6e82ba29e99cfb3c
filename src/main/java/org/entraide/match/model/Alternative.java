package org.entraide.match.model;

import org.jspecify.annotations.Nullable;

/**
 * What another policy would give. All are null where it was not worked out.
 *
 * @param peopleHelped how many different people it would introduce to somebody
 * @param blockingPairs over its rounds, how many pairs would both rather have each other than what
 *     they got
 * @param blockingPriority how many of these pairs concern people of the highest priority present
 */
public record Alternative(
    @Nullable Integer peopleHelped, @Nullable Long blockingPairs, @Nullable Long blockingPriority) {

  /** For a policy that was not worked out. */
  public static final Alternative UNKNOWN = new Alternative(null, null, null);
}
