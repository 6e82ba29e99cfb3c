package org.entraide.google.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Reads a service account's file, and says in words what is wrong with another one. */
final class CredentialFile {

  private static final String NEW_KEY =
      "Create a key for the service account in the Google Cloud console (IAM & Admin > Service"
          + " Accounts > Keys > Add key > JSON) and put that file here.";
  private static final URI GOOGLE_TOKENS = URI.create("https://oauth2.googleapis.com/token");

  private CredentialFile() {}

  /** Opens the file without asking anybody anything. */
  static ServiceAccountCredentials open(Path file) throws CredentialProblem {
    JsonNode json = CredentialJson.read(file, NEW_KEY);
    checkType(file, json);
    for (String key : List.of("client_email", "client_id", "private_key", "private_key_id")) {
      if (json.path(key).asText("").isBlank()) {
        throw new CredentialProblem(file, "the key " + key + " is missing", NEW_KEY);
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
      throw new CredentialProblem(file, "the private key in it cannot be read", NEW_KEY);
    }
  }

  private static void checkType(Path file, JsonNode json) throws CredentialProblem {
    if (json.has("installed") || json.has("web")) {
      throw new CredentialProblem(
          file, "it is an OAuth client, and a service account is needed", NEW_KEY);
    }
    String type = json.path("type").asText("");
    if (type.equals("authorized_user")) {
      throw new CredentialProblem(
          file, "it holds the token of a person, and a service account is needed", NEW_KEY);
    }
    if (!type.equals("service_account")) {
      throw new CredentialProblem(
          file, "it is not a service account: its key \"type\" says something else", NEW_KEY);
    }
  }
}
