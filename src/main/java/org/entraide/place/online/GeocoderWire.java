package org.entraide.place.online;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Asks one question over the network. */
interface GeocoderWire {

  /**
   * What came back.
   *
   * @param retryAfter the header of that name
   */
  record Answer(int status, Optional<String> retryAfter, String body) {}

  /**
   * Asks and waits for the whole answer.
   *
   * @throws IOException if no whole answer came in time; its message says nothing of the question
   */
  Answer get(URI uri) throws IOException, InterruptedException;
}
