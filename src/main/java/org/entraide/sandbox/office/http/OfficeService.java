package org.entraide.sandbox.office.http;

import java.util.Optional;

/** One of Google's services, played over the office's world. */
public interface OfficeService {

  /**
   * Answers one request whose token was already checked.
   *
   * @throws ApiException for anything that Google would refuse, or that this office does not speak
   */
  OfficeResponse handle(OfficeRequest request, Caller caller);

  /**
   * Whether its answers come cut down to the request's {@code fields} mask and laid out as asked:
   * the front of the office need not do it.
   */
  default boolean cutsAnswers() {
    return false;
  }

  /**
   * The names that the answer to this request can have, so that a {@code fields} mask beside them
   * is refused before anything is done; empty to let any mask through.
   */
  default Optional<JsonSchema> answerSchema(OfficeRequest request) {
    return Optional.empty();
  }
}
