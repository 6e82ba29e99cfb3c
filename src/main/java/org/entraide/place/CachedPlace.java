package org.entraide.place;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer of an online service.
 *
 * @param place rounded, with a name of town level; empty when the service found none
 * @param question the key of what to ask instead, a text without arguments; empty with a place
 * @param fetchedAt when it came
 * @param expiresAt from when on the service is asked again
 */
public record CachedPlace(
    Optional<Place> place, String question, Instant fetchedAt, Instant expiresAt) {

  /**
   * @throws IllegalArgumentException if it has neither a place nor a question, or both
   */
  public CachedPlace {
    if (place.isPresent() != question.isEmpty()) {
      throw new IllegalArgumentException("An answer is either a place or a question.");
    }
  }
}
