package org.entraide.google.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.api.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An answer with another status than 2xx, taken apart. Google has two shapes for one error: {@code
 * * errors[]} may or may not be there, {@code status} and {@code details[]} may be missing on older
 * services, and front ends answer HTML. What is missing is empty here.
 *
 * <p>Taken from the response before Google's client can make its own exception, which prints stack
 * traces of broken error bodies and carries bodies, hence people's data, in its message.
 */
final class ApiRefusal extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final int code;
  private final String retryAfter;
  private final transient JsonNode error;

  private ApiRefusal(int code, String retryAfter, JsonNode error) {
    super("HTTP " + code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.error = error;
  }

  /** Lets a good answer pass and throws any other. */
  static void throwIfRefused(HttpResponse response) throws IOException {
    if (response.isSuccessStatusCode()) {
      return;
    }
    try {
      String retryAfter = response.getHeaders().getRetryAfter();
      throw new ApiRefusal(
          response.getStatusCode(), retryAfter == null ? "" : retryAfter, error(response));
    } finally {
      response.disconnect();
    }
  }

  private static JsonNode error(HttpResponse response) {
    try (InputStream in = response.getContent()) {
      return in == null ? MissingNode.getInstance() : parse(in.readNBytes(MOST_BYTES));
    } catch (IOException e) {
      // The status alone has to do: the body was cut off.
      return MissingNode.getInstance();
    }
  }

  private static JsonNode parse(byte[] body) throws IOException {
    @Nullable JsonNode root = JSON.readTree(body);
    return root == null ? MissingNode.getInstance() : root.path("error");
  }

  int code() {
    return code;
  }

  /** Such as {@code RESOURCE_EXHAUSTED}; empty if not said. */
  String status() {
    return error.path("status").asText("");
  }

  /** The service's own words, which may hold personal data: to be read, never to be shown. */
  String words() {
    return error.path("message").asText("");
  }

  /** {@code details[].reason}, such as {@code SERVICE_DISABLED}; else {@code errors[].reason}. */
  String reason() {
    for (JsonNode detail : error.path("details")) {
      String reason = detail.path("reason").asText("");
      if (!reason.isEmpty()) {
        return reason;
      }
    }
    return error.path("errors").path(0).path("reason").asText("");
  }

  /** {@code details[].metadata.activationUrl} of an API that is not switched on; else empty. */
  String activationUrl() {
    for (JsonNode detail : error.path("details")) {
      String url = detail.path("metadata").path("activationUrl").asText("");
      if (url.startsWith("https://console.")) {
        return url;
      }
    }
    return "";
  }

  /** The header {@code Retry-After}; empty if not sent. */
  String retryAfter() {
    return retryAfter;
  }
}
