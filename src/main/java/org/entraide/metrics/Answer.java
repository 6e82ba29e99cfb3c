package org.entraide.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param status HTTP's
 * @param headers by name
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final String TYPE = "Content-Type";

  static Answer of(String type, byte[] body) {
    return new Answer(200, Map.of(TYPE, type), body);
  }

  /** A line of plain text. */
  static Answer line(int status, String line) {
    return new Answer(
        status,
        Map.of(TYPE, "text/plain; charset=utf-8"),
        (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A line for whoever used another method than those that only read. */
  static Answer notAllowed() {
    Answer answer = line(405, "This can only be read: GET or HEAD.");
    return new Answer(
        answer.status(),
        Map.of(TYPE, answer.headers().getOrDefault(TYPE, ""), "Allow", "GET, HEAD"),
        answer.body());
  }
}
