package org.entraide.google.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * A person's token as JSON:
 *
 * <pre>{@code
 * {"format": 1, "account": "delegue@example.org", "client_id": "…", "scopes": ["…"],
 *  "since": "2026-11-25T10:00:00Z", "ends": "2026-12-02T10:00:00Z", "refresh_token": "…"}
 * }</pre>
 *
 * <p>{@code ends} only where Google named an end. Other keys are passed over.
 */
final class TokenFormat {

  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private TokenFormat() {}

  /** Why a file is no token, as the end of a sentence. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message why;

    Unreadable(Message why) {
      super(Texts.english().format(why));
      this.why = why;
    }

    /**
     * @param why the key of the words
     */
    Unreadable(String why) {
      this(Message.of(why));
    }

    /** A clause. */
    Message why() {
      return why;
    }
  }

  static byte[] write(PersonToken token) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", VERSION);
    json.put("account", token.account());
    json.put("client_id", token.clientId());
    ArrayNode scopes = json.putArray("scopes");
    token.scopes().stream().sorted().forEach(scopes::add);
    json.put("since", token.since().toString());
    token.ends().ifPresent(ends -> json.put("ends", ends.toString()));
    json.put("refresh_token", token.refreshToken());
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static PersonToken read(byte[] bytes) throws Unreadable {
    JsonNode json = parse(bytes);
    if (json.path("format").asInt(VERSION) > VERSION) {
      throw new Unreadable("google.token.newer");
    }
    Set<String> scopes = new LinkedHashSet<>();
    json.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    try {
      return new PersonToken(
          text(json, "account"),
          text(json, "client_id"),
          scopes,
          Instant.parse(text(json, "since")),
          Optional.of(json.path("ends").asText("")).filter(t -> !t.isEmpty()).map(Instant::parse),
          text(json, "refresh_token"));
    } catch (DateTimeException e) {
      throw new Unreadable("google.token.no_time");
    }
  }

  private static JsonNode parse(byte[] bytes) throws Unreadable {
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // said below, without the parser's words: they may quote the secret
    } catch (IOException e) {
      throw new Unreadable("google.token.no_text");
    }
    throw new Unreadable(bytes.length == 0 ? "google.token.empty" : "google.token.no_object");
  }

  private static String text(JsonNode json, String key) throws Unreadable {
    String text = json.path(key).asText("");
    if (text.isEmpty()) {
      throw new Unreadable(Message.of("google.file.no_key").with("key", key));
    }
    return text;
  }
}
