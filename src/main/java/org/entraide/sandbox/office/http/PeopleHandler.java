package org.entraide.sandbox.office.http;

import java.util.Optional;

/**
 * Answers what is no API of Google's: the endpoints under {@code /office/} that play the people,
 * and others that a sandbox puts beside them, such as its page.
 */
@FunctionalInterface
public interface PeopleHandler {

  /**
   * Answers a request, or leaves it to the next handler.
   *
   * @throws ApiException for a request that is this handler's and cannot be served
   */
  Optional<OfficeResponse> handle(OfficeRequest request);
}
