package org.entraide.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;

/**
 * The door by which people come into an office in this process.
 *
 * @param host what the office is called
 * @param refused is told of a refusal, and throws
 */
public record Door(Office office, String host, Consumer<String> refused) {

  /**
   * Asks for something.
   *
   * @param token of somebody who uses the API; empty at the people's own door
   */
  public JsonNode ask(String method, String target, String body, String token) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Host", List.of(host));
    headers.put("Content-Type", List.of("application/json"));
    if (!token.isEmpty()) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    return read(
        office.handle(
            OfficeRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8))));
  }

  /** What an answer says. */
  public JsonNode read(OfficeResponse answer) {
    if (answer.status() >= 300) {
      refused.accept(answer.status() + " " + answer.text());
    }
    return answer.body().length == 0 ? OfficeJson.object() : OfficeJson.parse(answer.text());
  }
}
