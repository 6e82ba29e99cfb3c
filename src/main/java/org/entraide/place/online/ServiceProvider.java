package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entraide.place.Located;
import org.entraide.place.online.query.MinimalQuery;

/** A service's way of being asked and of answering. */
interface ServiceProvider {

  /** The name in {@code [geocoder] provider}. */
  String name();

  /** As the licence of its data asks. */
  String attribution();

  /** Its public root, which ends in a slash. */
  URI publicRoot();

  /** The least time from one question to the next at the public root. */
  default Duration pace() {
    return Duration.ofSeconds(1);
  }

  /** A question that does no harm and has an answer. */
  default MinimalQuery probe() {
    return new MinimalQuery("", List.of("Amiens"), "", "FR", true);
  }

  /** Where to ask, or empty if this is nothing for the service. */
  Optional<URI> request(URI root, MinimalQuery query);

  /** Whether a body with this status is an answer. */
  default boolean answers(int status) {
    return status == 200;
  }

  /**
   * Reads an answer.
   *
   * @throws GarbledAnswerException if it is none of this service's
   */
  Located read(JsonNode answer, MinimalQuery query) throws GarbledAnswerException;

  /** Something else came than what the service sends. */
  final class GarbledAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    GarbledAnswerException() {
      super("an answer that it never gives");
    }
  }
}
