package org.entraide.people.identity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What is remembered of somebody to know how long they are kept.
 *
 * @param lastHeard when anything was last heard of them, but for answers
 * @param saidHash a hash
 * @param leaves when they are erased, once that is announced
 */
public record RetentionNote(Instant lastHeard, String saidHash, Optional<Instant> leaves) {

  private static final int FEWEST = 2;
  private static final int MOST = 3;

  /** In words that have no space in them. */
  public String words() {
    return lastHeard + " " + saidHash + leaves.map(at -> " " + at).orElse("");
  }

  /** Reads {@link #words}; empty for others. */
  public static Optional<RetentionNote> parse(String words) {
    String[] parts = words.split(" ", -1);
    if (parts.length < FEWEST || parts.length > MOST) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RetentionNote(
              Instant.parse(parts[0]),
              parts[1],
              parts.length == MOST ? Optional.of(Instant.parse(parts[2])) : Optional.empty()));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // heard of just now, then
    }
  }
}
