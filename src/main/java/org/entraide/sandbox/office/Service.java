package org.entraide.sandbox.office;

import java.util.Optional;

/** One of Google's services, played over the office's world. */
interface Service {

  /**
   * Answers one request whose token was already checked.
   *
   * @throws ApiException for anything that Google would refuse, or that this office does not speak
   */
  OfficeResponse handle(OfficeRequest request, Caller caller);

  /**
   * The names that the answer to this request can have, so that a {@code fields} mask beside them
   * is refused before anything is done; empty to let any mask through.
   */
  default Optional<Schema> answerSchema(OfficeRequest request) {
    return Optional.empty();
  }
}
