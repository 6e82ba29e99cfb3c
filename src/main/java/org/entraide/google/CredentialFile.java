package org.entraide.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    JsonNode json = parse(file, bytes(file));
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
          .setTokenServerUri(tokenEndpoint(file, json))
          .build();
    } catch (IOException | RuntimeException e) {
      // The cause is left out: it may quote the key.
      throw new CredentialProblem(file, "the private key in it cannot be read", NEW_KEY);
    }
  }

  private static byte[] bytes(Path file) throws CredentialProblem {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new CredentialProblem(file, "there is no such file", NEW_KEY);
    } catch (AccessDeniedException e) {
      throw new CredentialProblem(
          file, "this user may not read it", "Give the file to the user who runs the daemon.");
    } catch (IOException e) {
      throw new CredentialProblem(file, "it cannot be read", "Check that it is a plain file.");
    }
  }

  private static JsonNode parse(Path file, byte[] bytes) throws CredentialProblem {
    JsonNode json;
    try {
      json = new JsonMapper().readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new CredentialProblem(file, "it is not JSON", NEW_KEY);
    } catch (IOException e) {
      throw new CredentialProblem(file, "it is not text in UTF-8", NEW_KEY);
    }
    if (json == null || !json.isObject()) {
      throw new CredentialProblem(file, "it is not a JSON object", NEW_KEY);
    }
    return json;
  }

  private static void checkType(Path file, JsonNode json) throws CredentialProblem {
    if (json.has("installed") || json.has("web")) {
      throw new CredentialProblem(
          file,
          "it is an OAuth client, and a service account is needed (signing in with an OAuth client"
              + " comes later)",
          NEW_KEY);
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

  private static URI tokenEndpoint(Path file, JsonNode json) throws CredentialProblem {
    String text = json.path("token_uri").asText("");
    if (text.isBlank()) {
      return GOOGLE_TOKENS;
    }
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new CredentialProblem(file, "its token_uri is not a web address", NEW_KEY);
  }
}
