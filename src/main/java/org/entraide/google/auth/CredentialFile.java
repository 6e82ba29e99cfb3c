package org.entraide.google.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.entraide.text.Message;

/** Reads a service account's file, and says in words what is wrong with another one. */
final class CredentialFile {

  private static final Message NEW_KEY = Message.of("google.credentials.new_key");
  private static final URI GOOGLE_TOKENS = URI.create("https://oauth2.googleapis.com/token");

  private CredentialFile() {}

  /** Opens the file without asking anybody anything. */
  static ServiceAccountCredentials open(Path file) throws CredentialProblem {
    JsonNode json = CredentialJson.read(file, NEW_KEY);
    checkType(file, json);
    for (String key : List.of("client_email", "client_id", "private_key", "private_key_id")) {
      if (json.path(key).asText("").isBlank()) {
        throw CredentialJson.missing(file, key, NEW_KEY);
      }
    }
    try {
      return ServiceAccountCredentials.newBuilder()
          .setClientId(json.path("client_id").asText())
          .setClientEmail(json.path("client_email").asText())
          .setPrivateKeyString(json.path("private_key").asText())
          .setPrivateKeyId(json.path("private_key_id").asText())
          .setProjectId(json.path("project_id").asText(""))
          .setTokenServerUri(
              CredentialJson.address(file, json, "token_uri", GOOGLE_TOKENS, NEW_KEY))
          .build();
    } catch (IOException | RuntimeException e) {
      // The cause is left out: it may quote the key.
      throw new CredentialProblem(file, "google.credentials.private_key", NEW_KEY);
    }
  }

  private static void checkType(Path file, JsonNode json) throws CredentialProblem {
    if (json.has("installed") || json.has("web")) {
      throw new CredentialProblem(file, "google.credentials.is_client", NEW_KEY);
    }
    String type = json.path("type").asText("");
    if (type.equals("authorized_user")) {
      throw new CredentialProblem(file, "google.credentials.is_person", NEW_KEY);
    }
    if (!type.equals("service_account")) {
      throw new CredentialProblem(file, "google.credentials.type", NEW_KEY);
    }
  }
}
