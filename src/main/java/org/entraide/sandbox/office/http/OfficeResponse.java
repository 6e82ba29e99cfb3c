package org.entraide.sandbox.office.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP answer of the office, before the carrier compresses it.
 *
 * @param status the HTTP status code
 * @param headers by name, as sent
 * @param body the whole body; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record OfficeResponse(int status, Map<String, String> headers, byte[] body) {

  private static final Map<String, String> GOOGLE_HEADERS =
      Map.of(
          "Content-Type", "application/json; charset=UTF-8",
          "Vary", "Origin, X-Origin, Referer",
          "Server", "ESF");

  /** A JSON answer with the headers that Google's front end sets. */
  public static OfficeResponse json(int status, JsonNode body) {
    return ofJson(status, OfficeJson.pretty(body, 2).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A JSON answer with what a request's {@code fields} name of it, laid out as it asks: written
   * once, and never as a whole that is cut afterwards.
   */
  public static OfficeResponse laidOut(JsonNode answer, OfficeRequest request) {
    Optional<FieldMask> mask = request.parameter("fields").map(FieldMask::parse);
    boolean compact = request.parameter("prettyPrint").orElse("true").equals("false");
    if (mask.isEmpty() && !compact) {
      return json(200, answer);
    }
    return ofJson(200, mask.orElseGet(FieldMask::everything).bytes(answer, !compact));
  }

  /** A JSON answer whose body is written already. */
  static OfficeResponse ofJson(int status, byte[] body) {
    return new OfficeResponse(status, GOOGLE_HEADERS, body);
  }

  /**
   * A refusal in Google's error shape.
   *
   * @param withErrors whether to add {@code errors[]}
   */
  public static OfficeResponse refusal(ApiException refusal, boolean withErrors) {
    OfficeResponse plain = json(refusal.code(), refusal.json(withErrors));
    Map<String, String> all = new LinkedHashMap<>(plain.headers());
    all.putAll(refusal.headers());
    return new OfficeResponse(refusal.code(), all, plain.body());
  }

  /** 204: done, nothing to say. */
  public static OfficeResponse noContent() {
    return new OfficeResponse(204, Map.of("Server", "ESF"), new byte[0]);
  }

  /** An answer of another kind, such as the page. */
  public static OfficeResponse of(int status, String contentType, byte[] body) {
    return new OfficeResponse(status, Map.of("Content-Type", contentType), body);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
