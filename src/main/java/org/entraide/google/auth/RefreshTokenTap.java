package org.entraide.google.auth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.entraide.google.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A wire to the token endpoint that notes a refresh token which an answer brings: Google may give a
 * new one at any refresh, and google-auth passes over it.
 */
final class RefreshTokenTap implements Wire {

  private static final JsonMapper JSON = new JsonMapper();

  private final Wire wire;
  private final AtomicReference<@Nullable String> brought = new AtomicReference<>();

  RefreshTokenTap(Wire wire) {
    this.wire = wire;
  }

  /** The refresh token of the last answer that had one; each is returned once. */
  Optional<String> take() {
    return Optional.ofNullable(brought.getAndSet(null));
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    Answer answer = wire.exchange(call);
    if (answer.status() != 200) {
      return answer;
    }
    byte[] body;
    try (InputStream in = answer.body()) {
      body = in.readAllBytes();
    }
    note(plain(answer, body));
    return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
  }

  private static byte[] plain(Answer answer, byte[] body) throws IOException {
    boolean gzip =
        answer.headers().entrySet().stream()
            .anyMatch(
                header ->
                    header.getKey().equalsIgnoreCase("Content-Encoding")
                        && header.getValue().contains("gzip"));
    if (!gzip) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }

  private void note(byte[] body) {
    try {
      String token = JSON.readTree(body).path("refresh_token").asText("");
      if (!token.isEmpty()) {
        brought.set(token);
      }
    } catch (IOException e) {
      // no JSON: google-auth says so to the caller
    }
  }
}
