package org.entraide.sandbox.office;

/** One of Google's services, played over the office's world. */
interface Service {

  /**
   * Answers one request whose token was already checked.
   *
   * @throws ApiException for anything that Google would refuse, or that this office does not speak
   */
  OfficeResponse handle(OfficeRequest request, Caller caller);
}
