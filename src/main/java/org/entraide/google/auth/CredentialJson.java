package org.entraide.google.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** The JSON of a credentials' file, and words for what is wrong where it is none. */
final class CredentialJson {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private CredentialJson() {}

  /**
   * Reads a file.
   *
   * @param fix how to get a right one
   */
  static JsonNode read(Path file, Message fix) throws CredentialProblem {
    JsonNode json;
    try {
      json = new JsonMapper().readTree(bytes(file, fix));
    } catch (JsonProcessingException e) {
      throw new CredentialProblem(file, "google.credentials.no_json", fix);
    } catch (IOException e) {
      throw new CredentialProblem(file, "google.credentials.no_text", fix);
    }
    if (json == null || !json.isObject()) {
      throw new CredentialProblem(file, "google.credentials.no_object", fix);
    }
    return json;
  }

  private static byte[] bytes(Path file, Message fix) throws CredentialProblem {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new CredentialProblem(file, "google.credentials.no_file", fix);
    } catch (AccessDeniedException e) {
      throw new CredentialProblem(file, "google.credentials.denied", Message.of("google.fix.give"));
    } catch (IOException e) {
      throw new CredentialProblem(
          file, "google.file.unreadable", Message.of("google.fix.plain_file"));
    }
  }

  /**
   * The web address under a key, or Google's where there is none. Secrets go there: in the clear
   * only to this machine.
   */
  static URI address(Path file, JsonNode json, String key, URI google, Message fix)
      throws CredentialProblem {
    String text = json.path(key).asText("");
    if (text.isBlank()) {
      return google;
    }
    URI uri = webAddress(text);
    if (uri == null) {
      throw new CredentialProblem(file, keyed("google.credentials.no_address", key), fix);
    }
    if (uri.getScheme().equals("http") && !THIS_MACHINE.contains(uri.getHost())) {
      throw new CredentialProblem(file, keyed("google.credentials.open_address", key), fix);
    }
    return uri;
  }

  static CredentialProblem missing(Path file, String key, Message fix) {
    return new CredentialProblem(file, keyed("google.file.no_key", key), fix);
  }

  private static Message keyed(String message, String key) {
    return Message.of(message).with("key", key);
  }

  private static @Nullable URI webAddress(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
      return web ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
