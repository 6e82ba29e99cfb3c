package org.entraide.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entraide.google.wire.Wire;

/** How Google answers when it does not feel like it. */
enum Mood {
  RESET_BEFORE,
  RESET_AFTER,
  UNAVAILABLE_BEFORE,
  UNAVAILABLE_AFTER,
  BROKEN,
  TOO_MANY,
  TOO_MANY_AT_ONCE,
  SIGNED_OUT,
  A_PAGE,
  HALF_AN_ANSWER,
  NO_ANSWER;

  /** What was asked for is done, and nobody is told. */
  static final List<Mood> DONE_UNTOLD =
      List.of(RESET_AFTER, UNAVAILABLE_AFTER, HALF_AN_ANSWER, NO_ANSWER);

  private static final Map<String, List<String>> JSON =
      Map.of("Content-Type", List.of("application/json; charset=UTF-8"));

  /** What comes back. */
  Wire.Answer answer(Wire wire, Wire.Call call) throws IOException {
    return switch (this) {
      case RESET_BEFORE -> throw new ConnectException("refused");
      case RESET_AFTER -> {
        wire.exchange(call).body().close();
        throw new IOException("connection reset");
      }
      case UNAVAILABLE_BEFORE -> refusal(503, "UNAVAILABLE", "backendError");
      case UNAVAILABLE_AFTER -> {
        wire.exchange(call).body().close();
        yield refusal(503, "UNAVAILABLE", "backendError");
      }
      case BROKEN -> refusal(500, "INTERNAL", "backendError");
      case TOO_MANY -> refusal(429, "RESOURCE_EXHAUSTED", "rateLimitExceeded");
      case TOO_MANY_AT_ONCE -> refusal(403, "PERMISSION_DENIED", "userRateLimitExceeded");
      case SIGNED_OUT -> refusal(401, "UNAUTHENTICATED", "authError");
      case A_PAGE -> page();
      case HALF_AN_ANSWER -> {
        Wire.Answer answer = wire.exchange(call);
        byte[] whole = answer.body().readAllBytes();
        boolean refused = answer.status() >= 400; // half a refusal says nothing of what is wrong
        byte[] half = refused ? whole : Arrays.copyOf(whole, whole.length / 2);
        yield new Wire.Answer(answer.status(), answer.headers(), new ByteArrayInputStream(half));
      }
      case NO_ANSWER -> {
        Wire.Answer answer = wire.exchange(call);
        if (answer.status() >= 400) {
          yield answer;
        }
        answer.body().close();
        yield new Wire.Answer(
            answer.status(), answer.headers(), new ByteArrayInputStream(new byte[0]));
      }
    };
  }

  private static Wire.Answer page() {
    byte[] body = "<html><title>Error 502</title></html>".getBytes(StandardCharsets.UTF_8);
    return new Wire.Answer(
        502, Map.of("Content-Type", List.of("text/html")), new ByteArrayInputStream(body));
  }

  private static Wire.Answer refusal(int status, String name, String reason) {
    String body =
        ("{\"error\":{\"code\":%d,\"message\":\"No.\",\"status\":\"%s\","
                + "\"errors\":[{\"reason\":\"%s\",\"domain\":\"global\",\"message\":\"No.\"}]}}")
            .formatted(status, name, reason);
    return new Wire.Answer(
        status, JSON, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
