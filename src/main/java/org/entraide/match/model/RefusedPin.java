package org.entraide.match.model;

/**
 * A pin that cannot be followed.
 *
 * @param person as in the rule
 * @param helper as in the rule
 */
public record RefusedPin(String person, String helper, RefusalReason why) {

  /** Why not. Where several hold, the first in this order is given. */
  public enum RefusalReason {
    /** A reference that belongs to nobody. */
    UNKNOWN,
    /** Nobody is introduced to themselves. */
    SAME_PERSON,
    /** One of them does not take part: paused, withdrawn, incomplete, under age, no consent. */
    AWAY,
    /** They are to be kept apart. */
    KEPT_APART,
    /** They were introduced before. */
    ALREADY_INTRODUCED,
    /** No need is open that the pin could cover. */
    NOTHING_OPEN
  }
}
