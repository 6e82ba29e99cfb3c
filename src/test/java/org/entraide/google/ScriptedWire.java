package org.entraide.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.entraide.google.wire.Wire;

/** A wire that answers from a script and remembers what it was asked. Gives out tokens itself. */
public final class ScriptedWire implements Wire {

  public static final URI ENDPOINT = URI.create("https://office.test/");

  private static final String TOKEN =
      "{\"access_token\":\"t\",\"expires_in\":3599,\"token_type\":\"Bearer\"}";

  /** A call as it went out, un-gzipped. */
  public record Sent(String method, URI uri, String body) {
    public JsonNode json() {
      try {
        return new JsonMapper().readTree(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String query() {
      return URLDecoder.decode(String.valueOf(uri.getRawQuery()), StandardCharsets.UTF_8);
    }
  }

  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Sent> sent = new ArrayList<>();

  /** Adds the next answer; a number alone is a status with an error body of Google's. */
  public ScriptedWire then(String answer) {
    answers.add(answer);
    return this;
  }

  public List<Sent> sent() {
    return sent;
  }

  public Sent only() {
    if (sent.size() != 1) {
      throw new IllegalStateException(sent.size() + " calls instead of one");
    }
    return sent.get(0);
  }

  @Override
  public Answer exchange(Call call) {
    if (call.uri().getPath().equals("/token")) {
      return answer(200, TOKEN);
    }
    sent.add(new Sent(call.method(), call.uri(), text(call)));
    String next = answers.remove();
    if (next.matches("\\d{3}")) {
      return answer(
          Integer.parseInt(next),
          "{\"error\":{\"code\":%s,\"message\":\"Requested entity was not found.\"}}"
              .formatted(next));
    }
    return answer(200, next);
  }

  private static Answer answer(int status, String body) {
    return new Answer(
        status,
        Map.of("Content-Type", List.of("application/json; charset=UTF-8")),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Call call) {
    boolean gzip = call.headers().getOrDefault("Content-Encoding", List.of()).contains("gzip");
    InputStream raw = new ByteArrayInputStream(call.body());
    try (InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
