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
record MetricsAnswer(int status, Map<String, String> headers, byte[] body) {

  private static final String TYPE = "Content-Type";

  static MetricsAnswer of(String type, byte[] body) {
    return new MetricsAnswer(200, Map.of(TYPE, type), body);
  }

  /** A line of plain text. */
  static MetricsAnswer line(int status, String line) {
    return new MetricsAnswer(
        status,
        Map.of(TYPE, "text/plain; charset=utf-8"),
        (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The answer to a method other than those that only read. */
  static MetricsAnswer notAllowed() {
    MetricsAnswer answer = line(405, "This can only be read: GET or HEAD.");
    return new MetricsAnswer(
        answer.status(),
        Map.of(TYPE, answer.headers().getOrDefault(TYPE, ""), "Allow", "GET, HEAD"),
        answer.body());
  }
}
